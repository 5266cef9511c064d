import { Button } from '@mantine/core';
import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import { memberMessages } from '#domain/text/messages/member.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { checkWorkbook, type DossierCheck } from '#domain/workbook/check.ts';
import { changedSinceReturn } from '#domain/workbook/outgoing.ts';
import { receiptOf, type GivenPackage } from '#domain/workbook/state.ts';
import { useWorkbook } from '../../client/workbook-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { dayText, timeText } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { SecretNotice } from '../secret-ballot/member-notice.tsx';
import { checkAddress, dossierAddress } from './addresses.ts';
import { DeadlineNotice } from './deadline-notice.tsx';
import classes from './overview.module.css';

/** What the meeting is about, how far the ballots are, and the one next thing to do. */
export const OverviewScreen = () => {
  const t = useMessages(memberMessages);
  const { id, state } = useWorkbook();
  const given = state.package;
  if (given === null) return <Page title={t.workbookGone}>{null}</Page>;
  const check = checkWorkbook(state);
  const open = check.dossiers.find(({ gaps }) => gaps.length > 0);
  const complete = check.dossiers.filter(({ gaps }) => gaps.length === 0).length;
  const sent = !changedSinceReturn(state);
  const last = state.returns.at(-1);
  const received = sent && last !== undefined && receiptOf(state, last) !== undefined;
  const untouched = check.dossiers.every((dossier) => dossier.state === 'untouched');

  return (
    <Page title={given.council.name} lead={given.council.programme}>
      <div className={classes.next}>
        <h2>{t.nextStep}</h2>
        <p>
          {open
            ? t.nextStepScore(complete, check.dossiers.length)
            : received
              ? t.nextStepReceived(last.revision)
              : sent
                ? t.nextStepSent
                : t.nextStepCheck}
        </p>
        <Button
          variant={!open && received ? 'default' : 'filled'}
          component={Link}
          size="lg"
          href={open ? dossierAddress(id, open.dossier.id) : checkAddress(id)}
          rightSection={<IconArrowRight aria-hidden size="1.25rem" stroke={1.75} />}
        >
          {open ? (untouched ? t.start : t.goOn(open.number)) : sent ? t.seeSent : t.toCheck}
        </Button>
      </div>
      {!sent && <DeadlineNotice deadline={given.meeting.deadline} />}
      <SecretNotice given={given} open />
      <Changes given={given} />
      <Section title={t.dossiersHeading}>
        <ol className={classes.dossiers}>
          {check.dossiers.map((dossier) => (
            <DossierLine key={dossier.dossier.id} workbookId={id} check={dossier} />
          ))}
        </ol>
      </Section>
      <Facts given={given} />
    </Page>
  );
};

const DossierLine = ({ workbookId, check }: { readonly workbookId: string; readonly check: DossierCheck }) => {
  const t = useMessages(memberMessages);
  const { dossier, number, state, gaps, answered, questions } = check;
  const words = {
    conflict: t.stateConflict,
    untouched: t.stateUntouched,
    begun: t.stateWithGaps(gaps.length),
    complete: check.ballot.abstained ? t.summaryAbstained : t.stateComplete,
  };
  const changed = gaps.some(({ kind }) => kind === 'changeNotSeen');
  return (
    <li>
      <Link className={classes.dossier} href={dossierAddress(workbookId, dossier.id)}>
        <span className={classes.number}>{number}</span>
        <span className={classes.what}>
          <span className={classes.title}>{dossier.title}</span>
          <span className={classes.soft}>
            {[dossier.code, dossier.hostOrganisation, dossier.principal]
              .filter((part) => part.trim() !== '')
              .join(' · ')}
          </span>
        </span>
        <span className={classes.state} data-state={state}>
          <span>
            {state === 'complete' && <IconCheck aria-hidden size="1.125rem" stroke={2} />}{' '}
            {changed ? t.dossierStateChanged : words[state]}
          </span>
          {state !== 'conflict' && <span className={classes.soft}>{t.answeredOf(answered, questions)}</span>}
        </span>
      </Link>
    </li>
  );
};

const Changes = ({ given }: { readonly given: GivenPackage }) => {
  const t = useMessages(memberMessages);
  if (given.changes.length === 0) return null;
  const words = { added: t.changeAdded, replaced: t.changeReplaced, withdrawn: t.changeWithdrawn };
  return (
    <Notice tone="attention" title={t.changesHeading(given.number)}>
      <ul className={classes.changes}>
        {given.changes.map(({ kind, dossierId, title }) => (
          <li key={`${kind} ${dossierId}`}>{words[kind](title)}</li>
        ))}
      </ul>
    </Notice>
  );
};

const Facts = ({ given }: { readonly given: GivenPackage }) => {
  const t = useMessages(memberMessages);
  const offices = useMessages(sessionMessages);
  const { council, meeting, seat } = given;
  const { number, date, issuer } = council.decision;
  const decision = [number, date === null ? '' : dayText(date), issuer].filter((part) => part.trim() !== '').join(', ');
  const facts = [
    t.memberOf([seat.academicTitle, seat.name].filter((part) => part.trim() !== '').join(' ')),
    t.seat(offices[seat.office]),
    ...(decision === '' ? [] : [t.decision(decision)]),
    meeting.startsAt === null
      ? t.meetingUnknown
      : t.meetingAt(`${timeText(meeting.startsAt)}, ${dayText(meeting.startsAt)}`),
    ...(meeting.place.trim() === '' ? [] : [t.place(meeting.place)]),
    ...(meeting.deadline === null ? [] : [t.deadlineAt(`${timeText(meeting.deadline)}, ${dayText(meeting.deadline)}`)]),
  ];
  return (
    <Section title={t.councilHeading}>
      <ul className={classes.facts}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </Section>
  );
};
