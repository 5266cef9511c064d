import { Button, Textarea } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { mergeReturns, resolveMerge, blankSide, type MergeSide } from '#domain/exchange/merge.ts';
import { checkBallot } from '#domain/forms/points.ts';
import { formFor } from '#domain/session/ballots.ts';
import { divergedPair, sideOf, type DivergedPair } from '#domain/session/diverged.ts';
import type { Dossier, HeldReturn, Session } from '#domain/session/state.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import { mergingMessages } from '#domain/text/messages/merging.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { mergeGroups, type MergeGroup } from './merge-rows.ts';
import { MergeTable, type Choices, type Choose, type Totals } from './merge-table.tsx';
import classes from './merging.module.css';

type Props = { readonly memberId: string; readonly onLeave: () => void };

/** Two returns of one member side by side: what agrees is settled, every true conflict is chosen, and the reason is kept. */
export const MergeScreen = ({ memberId, onLeave }: Props) => {
  const t = useMessages(mergingMessages);
  const ts = useMessages(sessionMessages);
  const { state } = useSession();
  const name = state.members[memberId]?.name.trim() || ts.namelessMember;
  const pair = divergedPair(state, memberId);
  return (
    <Page
      title={t.title(name)}
      lead={t.lead}
      width="full"
      actions={
        <Button variant="default" onClick={onLeave}>
          {t.back}
        </Button>
      }
    >
      {pair ? (
        // Another pair begins with nothing chosen.
        <Comparison
          key={`${pair.left.digest} ${pair.right.digest}`}
          memberId={memberId}
          name={name}
          pair={pair}
          onLeave={onLeave}
        />
      ) : (
        <Notice>{t.gone}</Notice>
      )}
    </Page>
  );
};

const totalOf = (session: Session, dossier: Dossier, side: MergeSide | null): string => {
  const form = formFor(session, dossier);
  const ballot = side?.ballots[dossier.id];
  const total = form && ballot ? checkBallot(form, dossier.products, ballot).total : null;
  return total === null ? '' : formatDecimal(total);
};

const useComparison = (pair: DivergedPair, choices: Choices) => {
  const { state } = useSession();
  const language = useLanguage();
  const groups = useMemo(() => mergeGroups(state, pair, language), [state, pair, language]);
  const rows = groups.flatMap(({ rows: own }) => own);
  const conflicts = rows.filter(({ place }) => place.settled === 'conflict');
  const open = conflicts.filter(({ key }) => choices[key] === undefined);
  const base = pair.base && sideOf(pair.base);
  const [left, right] = [sideOf(pair.left), sideOf(pair.right)];
  const picks = conflicts.flatMap(({ key, place: { dossierId, part, key: inner } }) => {
    const choose = choices[key];
    return choose === undefined ? [] : [{ place: { dossierId, part, key: inner }, choose }];
  });
  const resolved = resolveMerge(
    mergeReturns(base ?? blankSide, left, right),
    picks.map((pick) => ({ ...pick, reason: '-' })),
  );
  const totals = ({ dossier, rows: own }: MergeGroup): Totals | null => {
    if (!dossier) return null;
    const found = [left, right].map((side) => totalOf(state, dossier, side));
    if (found.every((total) => total === '')) return null;
    const settled = own.every(({ key, place }) => place.settled !== 'conflict' || choices[key] !== undefined);
    const whole = resolved.ok ? resolved.side : null;
    return {
      base: totalOf(state, dossier, base),
      left: found[0] ?? '',
      right: found[1] ?? '',
      result: settled && whole ? totalOf(state, dossier, whole) : null,
    };
  };
  return { groups, rows, conflicts, open, picks, totals };
};

type ComparisonProps = Props & { readonly name: string; readonly pair: DivergedPair };

const Comparison = ({ memberId, name, pair, onLeave }: ComparisonProps) => {
  const t = useMessages(mergingMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const { id: sessionId, perform, readOnly } = useSession();
  const [choices, setChoices] = useState<Choices>({});
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { groups, rows, conflicts, open, picks, totals } = useComparison(pair, choices);
  const same = rows.filter((row) => row.place.settled === 'same').length;

  const choose = (key: string, choice: Choose) => setChoices((before) => ({ ...before, [key]: choice }));
  const chooseRest = (choice: Choose) =>
    setChoices((before) => ({ ...Object.fromEntries(conflicts.map(({ key }) => [key, choice])), ...before }));
  const toOpen = () => {
    const row = place.current?.querySelector('tbody[data-open="true"]');
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector('input')?.focus({ preventScroll: true });
  };
  const merge = async (): Promise<void> => {
    setFailure(null);
    setWorking(true);
    try {
      await perform(() =>
        client.merges.make({
          sessionId,
          memberId,
          left: pair.left.digest,
          right: pair.right.digest,
          choices: picks,
          reason: reason.trim(),
        }),
      );
      announce(t.done(name));
      onLeave();
    } catch (error) {
      setFailure(say(problemOf(error)));
      setWorking(false);
    }
  };

  const lacking = t.lacking(open.length, reason.trim() !== '');
  return (
    <div className={classes.comparison} ref={place}>
      <dl className={classes.sides}>
        {pair.base && <Side title={t.base} held={pair.base} />}
        <Side title={t.left} held={pair.left} />
        <Side title={t.right} held={pair.right} />
      </dl>
      {!pair.base && <Notice>{t.noBase}</Notice>}
      <div className={classes.standing}>
        <p>
          <strong>{t.summary(conflicts.length, rows.length - same - conflicts.length, same)}</strong>
        </p>
        {open.length > 0 && (
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => chooseRest('left')}>
              {t.restLeft}
            </Button>
            <Button variant="default" onClick={() => chooseRest('right')}>
              {t.restRight}
            </Button>
          </div>
        )}
      </div>
      {groups.map((group) => (
        <Group
          key={group.number}
          group={group}
          totals={totals(group)}
          withBase={pair.base !== null}
          choices={choices}
          onChoose={choose}
        />
      ))}
      <Section title={t.finish}>
        <p className={classes.reason}>{t.help1}</p>
        <p className={classes.reason}>{t.help2}</p>
        <Textarea
          className={classes.reason}
          label={t.reason}
          description={t.reasonHint}
          required
          autosize
          minRows={2}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p role="status">
          {open.length === 0 ? t.allChosen : t.progress(conflicts.length - open.length, conflicts.length)}{' '}
          {lacking !== '' && <span className={classes.quiet}>{t.lackingLine(lacking)}</span>}
        </p>
        {failure !== null && (
          <Notice tone="wrong" alert>
            {failure}
          </Notice>
        )}
        <div className={classes.buttons}>
          <Button size="lg" disabled={readOnly || working || lacking !== ''} onClick={() => void merge()}>
            {t.do}
          </Button>
          {open.length > 0 && (
            <Button size="lg" variant="default" onClick={toOpen}>
              {t.nextOpen}
            </Button>
          )}
        </div>
      </Section>
    </div>
  );
};

const Side = ({ title, held }: { readonly title: string; readonly held: HeldReturn }) => {
  const t = useMessages(mergingMessages);
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {held.merge ? t.aboutMerge(held.code) : t.about(held.revision, held.code)}
        <span className={classes.quiet}>{t.madeAt(dayAndClockOf(held.createdAt))}</span>
      </dd>
    </div>
  );
};

type GroupProps = {
  readonly group: MergeGroup;
  readonly totals: Totals | null;
  readonly withBase: boolean;
  readonly choices: Choices;
  readonly onChoose: (key: string, choose: Choose) => void;
};

const Group = ({ group, totals, withBase, choices, onChoose }: GroupProps) => {
  const t = useMessages(mergingMessages);
  const ts = useMessages(sessionMessages);
  const { dossier, number, rows } = group;
  const differing = rows.filter(({ place }) => place.settled !== 'same');
  const same = rows.filter(({ place, show }) => place.settled === 'same' && show(place.left) !== t.empty);
  // A message nobody wrote needs no place of its own.
  if (!dossier && differing.length === 0 && same.length === 0) return null;
  const title = dossier ? t.dossierTitle(number, dossier.title.trim() || ts.untitledDossier) : t.wholeReturn;
  return (
    <Section title={title}>
      {differing.length === 0 ? (
        <p className={classes.quiet}>{t.dossierSame}</p>
      ) : (
        <MergeTable
          caption={t.tableOf(title)}
          rows={differing}
          totals={totals}
          withBase={withBase}
          choices={choices}
          onChoose={onChoose}
        />
      )}
      {same.length > 0 && (
        <details>
          <summary>{t.sameDetails(same.length)}</summary>
          <dl className={classes.same}>
            {same.map(({ key, label, place, show }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd className={classes.text}>{show(place.left)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </Section>
  );
};
