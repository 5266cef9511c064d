import { Button, Loader } from '@mantine/core';
import { IconCheck, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { BinaryFile } from '#domain/contract/binary.ts';
import type { Problem } from '#domain/contract/base.ts';
import { checkBallot, formTotalMax } from '#domain/forms/points.ts';
import { memberMessages } from '#domain/text/messages/member.ts';
import { checkWorkbook, placeAnchor, type DossierCheck, type Gap } from '#domain/workbook/check.ts';
import { changedSinceReturn } from '#domain/workbook/outgoing.ts';
import { receiptOf, type OwnReturn, type Workbook } from '#domain/workbook/state.ts';
import { api, client } from '../../client/client.ts';
import { printPdf } from '../../client/files.ts';
import { problemOf } from '../../client/problem.ts';
import { useWorkbook } from '../../client/workbook-document.ts';
import { TextArea, useReadOnly } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { useDeliver } from '../../ui/use-deliver.ts';
import { SecretNotice } from '../secret-ballot/member-notice.tsx';
import { dossierAddress, returnAddress } from './addresses.ts';
import { DeadlineNotice } from './deadline-notice.tsx';
import { usePackReader } from '../../ui/pack-reader.ts';
import classes from './check.module.css';

/** What is missing, then one button, then what to do with the file. */
export const CheckScreen = () => {
  const t = useMessages(memberMessages);
  const { id, state, record } = useWorkbook();
  const check = checkWorkbook(state);
  const [before] = useState(state.returns.length);
  const last = state.returns.at(-1);
  const changed = changedSinceReturn(state);
  const lead = check.dossiers.length === 0 ? t.checkNothing : check.ready ? t.checkReady : t.checkMissing(check.gaps);

  return (
    <Page title={t.checkTitle} lead={lead}>
      {last !== undefined && !changed && <Done last={last} workbook={state} fresh={state.returns.length > before} />}
      <ol className={classes.dossiers}>
        {check.dossiers.map((dossier) => (
          <DossierSummary key={dossier.dossier.id} workbookId={id} check={dossier} />
        ))}
      </ol>
      {last !== undefined && changed && <Notice tone="attention">{t.changedSince}</Notice>}
      {changed && <DeadlineNotice deadline={state.package?.meeting.deadline ?? null} />}
      <TextArea
        label={t.remarksLabel}
        description={t.remarksHelp}
        minRows={2}
        value={state.remarks}
        onChange={(remarks) => record({ type: 'remarks.set', remarks }, 'remarks')}
      />
      {changed && <SecretNotice given={state.package} />}
      <Submit ready={check.ready} revision={state.returns.length + 1} changed={changed} />
      <OwnReturns workbook={state} />
    </Page>
  );
};

const useGapText = (): ((gap: Gap) => string) => {
  const t = useMessages(memberMessages);
  const { words } = usePackReader();
  return (gap) => {
    const what =
      'question' in gap
        ? t.criterion(
            gap.question.number,
            gap.question.product === null
              ? words(gap.question.criterion.label)
              : t.ofProduct(words(gap.question.criterion.label), gap.question.product.name),
          )
        : '';
    switch (gap.kind) {
      case 'unanswered':
        return t.gapUnanswered(what);
      case 'outOfLimits':
        return t.gapOutOfLimits(what);
      case 'answerCommentMissing':
        return t.gapComment(what);
      case 'opinionMissing':
        return t.gapOpinion;
      case 'opinionFieldMissing':
        return t.gapOpinionField(words(gap.label));
      case 'commentMissing':
        return t.gapOverallComment;
      case 'changeNotSeen':
        return t.gapChange;
    }
  };
};

const DossierSummary = ({ workbookId, check }: { readonly workbookId: string; readonly check: DossierCheck }) => {
  const t = useMessages(memberMessages);
  const gapText = useGapText();
  const { words } = usePackReader();
  const { dossier, number, form, ballot, state, gaps } = check;
  const { total } = checkBallot(form, dossier.products, ballot);
  const max = formTotalMax(form);
  const opinion = form.opinions.find(({ id }) => id === ballot.opinion)?.label;
  const done = state === 'conflict' ? t.summaryConflict : ballot.abstained ? t.summaryAbstained : t.summaryDone;
  return (
    <li className={classes.dossier}>
      <div className={classes.line}>
        <h2 className={classes.title}>
          <Link href={dossierAddress(workbookId, dossier.id)}>{t.dossierTitle(number, dossier.title)}</Link>
        </h2>
        <p className={classes.result}>
          {gaps.length === 0 ? (
            <>
              <IconCheck aria-hidden size="1.125rem" stroke={2} /> {done}
            </>
          ) : (
            t.stateWithGaps(gaps.length)
          )}
        </p>
        {state !== 'conflict' && !ballot.abstained && (
          <p className={classes.points}>
            {total !== null && max !== null && (
              <span>
                {t.total}: {t.totalOf(total, max)}
              </span>
            )}
            {opinion !== undefined && <span>{words(opinion)}</span>}
          </p>
        )}
      </div>
      {gaps.length > 0 && (
        <ul className={classes.gaps}>
          {gaps.map((gap) => (
            <li key={`${gap.kind} ${placeAnchor(gap.place)}`}>
              <Link href={dossierAddress(workbookId, dossier.id, placeAnchor(gap.place))}>{gapText(gap)}</Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

type SubmitProps = { readonly ready: boolean; readonly revision: number; readonly changed: boolean };

const Submit = ({ ready, revision, changed }: SubmitProps) => {
  const t = useMessages(memberMessages);
  const say = useProblemText();
  const queries = useQueryClient();
  const { id, perform } = useWorkbook();
  const readOnly = useReadOnly();
  const { deliver, failure } = useDeliver();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const submit = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const { file } = await perform(() => client.workbooks.submit({ workbookId: id }));
      await queries.invalidateQueries({ queryKey: api.workbooks.list.key() });
      await deliver([file]);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };

  // With nothing new to say a further file would only make the secretary wonder.
  if (ready && !changed) return failure === null ? null : <Notice tone="wrong">{failure}</Notice>;
  return (
    <div className={classes.submit}>
      <Button size="xl" disabled={!ready || busy || readOnly} onClick={() => void submit()}>
        {revision === 1 ? t.submit : t.submitAgain(revision)}
      </Button>
      <p className={classes.soft}>{ready ? t.sealedNote : t.submitBlocked}</p>
      <div role="status">
        {busy && (
          <span className={classes.busy}>
            <Loader aria-hidden size="1.25rem" /> {t.submitting}
          </span>
        )}
      </div>
      {problem !== null && (
        <Notice tone="wrong" alert>
          {say(problem)}
        </Notice>
      )}
    </div>
  );
};

/** A file asked of the back end and given to the person, or shown for printing. */
const useHandOver = () => {
  const say = useProblemText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const handOver = async (
    ask: () => Promise<BinaryFile>,
    give: (file: BinaryFile) => Promise<Problem | null>,
  ): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const problem = await give(await ask());
      if (problem !== null) setFailure(say(problem));
    } catch (error) {
      setFailure(say(problemOf(error)));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, handOver };
};

type DoneProps = {
  readonly last: OwnReturn;
  readonly workbook: Workbook;
  /** Made just now: it takes the focus. One made earlier leaves it to the page's title. */
  readonly fresh: boolean;
};

const Done = ({ last, workbook, fresh }: DoneProps) => {
  const t = useMessages(memberMessages);
  const { deliver, failure } = useDeliver();
  const heading = useRef<HTMLHeadingElement>(null);
  const again = useHandOver();
  const print = useHandOver();
  const workbookId = workbook.id;
  const receipt = receiptOf(workbook, last);
  const problem = failure ?? again.failure ?? print.failure;

  useEffect(() => {
    if (!fresh) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [fresh, last.revision]);

  return (
    <section className={classes.done} aria-label={t.doneTitle(last.revision)}>
      <h2 ref={heading} tabIndex={-1}>
        <IconCheck aria-hidden size="1.5rem" stroke={2} /> {t.doneTitle(last.revision)}
      </h2>
      <p className={classes.soft}>
        {t.doneFile}: <b className={classes.file}>{last.fileName}</b>
      </p>
      <p>
        {t.doneCode}: <b className={classes.code}>{last.code}</b>
      </p>
      <p className={classes.soft}>{t.doneCodeHelp}</p>
      {receipt ? (
        <Notice title={t.received}>{t.receivedAt(dayAndClockOf(receipt.receivedAt))}</Notice>
      ) : (
        <>
          <p className={classes.todo}>{t.doneNext}</p>
          <p className={classes.soft}>{t.doneNextReceipt}</p>
        </>
      )}
      <div className={classes.buttons}>
        <Button
          variant="default"
          disabled={again.busy}
          leftSection={<IconDownload aria-hidden size="1.25rem" stroke={1.75} />}
          onClick={() =>
            void again.handOver(
              () => client.workbooks.lastReturn({ workbookId }),
              (file) => deliver([file]).then(() => null),
            )
          }
        >
          {t.saveReturnAgain}
        </Button>
        <Button
          variant="default"
          disabled={print.busy}
          leftSection={<IconPrinter aria-hidden size="1.25rem" stroke={1.75} />}
          onClick={() => void print.handOver(() => client.workbooks.print({ workbookId }), printPdf)}
        >
          {t.printBallots}
        </Button>
      </div>
      <div role="status">{print.busy && t.printing}</div>
      {problem !== null && (
        <Notice tone="wrong" alert>
          {problem}
        </Notice>
      )}
    </section>
  );
};

const OwnReturns = ({ workbook }: { readonly workbook: Workbook }) => {
  const t = useMessages(memberMessages);
  if (workbook.returns.length === 0) return null;
  return (
    <Section title={t.revisionsHeading}>
      <ul className={classes.revisions}>
        {workbook.returns.toReversed().map((made) => {
          const receipt = receiptOf(workbook, made);
          return (
            <li key={made.revision}>
              <Link href={returnAddress(workbook.id, made.revision)} aria-label={t.viewRevisionLabel(made.revision)}>
                {t.revision(made.revision)}
              </Link>
              <span>{t.revisionMade(dayAndClockOf(made.createdAt))}</span>
              <span className={classes.code}>{t.revisionCode(made.code)}</span>
              <span className={classes.soft}>
                {receipt ? t.receivedAt(dayAndClockOf(receipt.receivedAt)) : t.awaitingReceipt}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
};
