import { Button, Loader } from '@mantine/core';
import { useState } from 'react';
import { hasVoted, openingLacks, votersOf, type OpeningLack } from '#domain/session/secret-ballot.ts';
import { dossiersOf, isRecused, seatsOf } from '#domain/session/state.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import { useOpenVault } from '../packages/use-open-vault.ts';
import { VaultDialog } from '../packages/vault-dialog.tsx';
import { HonestLimits } from './honest-limits.tsx';
import classes from './secret-ballot.module.css';

/** Fewer ballots of a dossier than this are as good as named. */
const fewBallots = 3;

/** The ballot box of a secret vote: how many ballots are in it, what must come first, and opening it once. */
export const BallotBox = () => {
  const t = useMessages(secretBallotMessages);
  const { state } = useSession();
  const { opened, votedAgain } = state.secretBallot;
  return (
    <Section title={t.boxTitle} lead={opened === null ? t.boxLead : undefined}>
      {votedAgain.map(({ at, reason }) => (
        <Notice key={at}>{t.votedAgainBefore(dayAndClockOf(at), reason)}</Notice>
      ))}
      {opened === null ? <ShutBox /> : <OpenedBox at={opened.at} />}
      <HonestLimits />
    </Section>
  );
};

const ShutBox = () => {
  const t = useMessages(secretBallotMessages);
  const tc = useMessages(collectingMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const { id: sessionId, state, readOnly, perform } = useSession();
  const vault = useOpenVault();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const seats = seatsOf(state);
  const dossiers = dossiersOf(state).map((dossier, index) => ({
    ...dossier,
    number: tc.dossierNumber(index + 1),
    ...votersOf(state, dossier.id),
    may: seats.filter(({ id }) => !isRecused(state, id, dossier.id) && state.attendance[id]?.status !== 'absent')
      .length,
  }));
  const lacks = openingLacks(state);
  const missing = seats.filter(({ id }) => !hasVoted(state, id) && state.attendance[id]?.status !== 'absent');
  const namesOf = (members: readonly { readonly name: string }[]): string => members.map(({ name }) => name).join(', ');
  const lackText = (lack: OpeningLack): string => {
    switch (lack.kind) {
      case 'attendance':
        return t.lackAttendance(namesOf(lack.members));
      case 'paper':
        return t.lackPaper(tc.dossierNumber(state.dossierOrder.indexOf(lack.dossierId) + 1), lack.voters, lack.keyedIn);
      case 'nothing':
        return t.lackNothing;
    }
  };

  const open = async () => {
    setBusy(true);
    try {
      await perform(() => client.secretBallots.open({ sessionId }));
      announce(t.openedText);
    } catch (error) {
      setFailure(say(problemOf(error)));
      setBusy(false);
    }
  };
  const start = () => {
    setFailure(null);
    vault.withVault(() => void open()).catch((error: unknown) => setFailure(say(problemOf(error))));
  };
  const few = dossiers.some(({ counted }) => counted.length > 0 && counted.length < fewBallots);

  return (
    <>
      <div className={table.scroller}>
        <table className={`${table.table ?? ''} ${classes.table ?? ''}`}>
          <thead>
            <tr>
              <th scope="col">{t.boxDossier}</th>
              <th scope="col" className={table.number}>
                {t.boxVoters}
              </th>
              <th scope="col" className={table.number}>
                {t.boxInBox}
              </th>
              <th scope="col" className={table.number} title={t.boxSetAsideHint}>
                {t.boxSetAside}
              </th>
            </tr>
          </thead>
          <tbody>
            {dossiers.map(({ id, number, title, counted, setAside, may }) => (
              <tr key={id}>
                <th scope="row">
                  {number}
                  <div className={classes.quiet}>{title}</div>
                </th>
                <td className={table.number}>{may}</td>
                <td className={table.number}>{counted.length}</td>
                <td className={table.number}>{setAside.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.notices}>
        {lacks.map((lack) => (
          <Notice key={lack.kind === 'paper' ? lack.dossierId : lack.kind} tone="attention">
            {lackText(lack)}
          </Notice>
        ))}
        {lacks.length === 0 && missing.length > 0 && <Notice tone="attention">{t.boxMissing(namesOf(missing))}</Notice>}
        {lacks.length === 0 && few && <Notice tone="attention">{t.boxFew}</Notice>}
        {failure !== null && (
          <Notice tone="wrong" alert>
            {failure}
          </Notice>
        )}
      </div>
      <div className={classes.actions}>
        <Button size="lg" disabled={readOnly || busy || lacks.length > 0} onClick={() => setAsking(true)}>
          {t.openBox}
        </Button>
        {busy && (
          <p className={classes.busy} role="status">
            <Loader aria-hidden size="1.25rem" /> {t.opening}
          </p>
        )}
      </div>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t.openConfirmTitle}
        confirmLabel={t.openConfirm}
        onConfirm={start}
      >
        <p>{t.openText1}</p>
        <p>{t.openText2}</p>
        {missing.length > 0 && <p>{t.boxMissing(namesOf(missing))}</p>}
        {few && <p>{t.boxFew}</p>}
      </ConfirmDialog>
      <VaultDialog asking={vault.asking} onClose={vault.close} onOpened={vault.opened} />
    </>
  );
};

const OpenedBox = ({ at }: { readonly at: string }) => {
  const t = useMessages(secretBallotMessages);
  const { state, readOnly } = useSession();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Notice
        title={t.openedAt(dayAndClockOf(at))}
        actions={
          <Button
            variant="default"
            disabled={readOnly || state.counting.closed !== null}
            onClick={() => setAsking(true)}
          >
            {t.voteAgain}
          </Button>
        }
      >
        {t.openedText} {t.openedDelete}
      </Notice>
      {asking && <VoteAgainDialog onClose={() => setAsking(false)} />}
    </>
  );
};

const VoteAgainDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useMessages(secretBallotMessages);
  const { record } = useSession();
  return (
    <ReasonDialog
      danger
      title={t.voteAgainTitle}
      reasonLabel={t.voteAgainReason}
      confirmLabel={t.voteAgainConfirm}
      onClose={onClose}
      onConfirm={(reason) => record({ type: 'secretBallot.votedAgain', reason })}
    >
      <p>{t.voteAgainText}</p>
    </ReasonDialog>
  );
};
