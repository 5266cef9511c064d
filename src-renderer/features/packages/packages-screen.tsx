import { Button, Progress } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { dossiersOf, seatsOf, type Member } from '#domain/session/state.ts';
import { isSecret } from '#domain/session/secret-ballot.ts';
import { keyMessages } from '#domain/text/messages/keys.ts';
import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { api, client } from '../../client/client.ts';
import { followJob } from '../../client/follow-job.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { HelpPanel } from '../../ui/aside.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import { beforeMeeting, Deadlines } from '../deadlines/deadlines.tsx';
import { keepMade } from './made-packages.ts';
import { MadePackages } from './made-packages-list.tsx';
import { useOpenVault } from './use-open-vault.ts';
import { VaultDialog } from './vault-dialog.tsx';
import classes from './packages.module.css';

type Making = {
  readonly name: string;
  readonly at: number;
  readonly count: number;
  /** How much of this one is sealed, 0 to 1. */
  readonly part: number;
};

/** Step 6: one sealed file for every member, with a passphrase told once. */
export const PackagesScreen = () => {
  const t = useMessages(sessionMessages);
  const secret = useMessages(secretBallotMessages);
  const tk = useMessages(keyMessages);
  const names = useMessages(stepMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const { id: sessionId, state, standing, readOnly, perform } = useSession();
  const vault = useOpenVault();
  const [making, setMaking] = useState<Making | null>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const [failure, setFailure] = useState<{ readonly title: string; readonly text: string } | null>(null);
  const [askingAll, setAskingAll] = useState(false);
  const stopping = useRef<{ stopped: boolean; readonly cancel: () => void } | null>(null);
  const stale = useQuery({
    // What the session says decides: every change asks anew.
    queryKey: [...api.packages.stale.queryKey({ input: { sessionId } }), standing.seq],
    queryFn: () => client.packages.stale({ sessionId }),
    placeholderData: keepPreviousData,
  });

  const members = seatsOf(state);
  const missing = members.filter(({ id }) => state.packages[id] === undefined);
  const nameOf = (member: Member) => member.name.trim() || t.namelessMember;
  const ready = members.length > 0 && dossiersOf(state).length > 0 && state.pack !== null;

  const make = async (wanted: readonly Member[]) => {
    let cancel: () => void = () => undefined;
    const control = {
      stopped: false,
      cancel: () => {
        control.stopped = true;
        cancel();
      },
    };
    stopping.current = control;
    setOutcome(null);
    setFailure(null);
    let done = 0;
    for (const member of wanted) {
      // Stopping leaves whole packages only.
      if (control.stopped) break;
      const at = { name: nameOf(member), at: done + 1, count: wanted.length };
      setMaking({ ...at, part: 0 });
      const job = followJob(({ phase, done: sealed, total }) =>
        setMaking({ ...at, part: phase === 'sealing' && total !== null && total > 0 ? sealed / total : 0 }),
      );
      ({ cancel } = job);
      try {
        const { kept, passphrase, number, withheld } = await perform(() =>
          client.packages.make({ sessionId, memberId: member.id, jobId: job.jobId }),
        );
        keepMade(sessionId, { memberId: member.id, file: kept, passphrase, number, withheld });
        done += 1;
      } catch (error) {
        const problem = problemOf(error);
        if (problem.code !== 'jobs.cancelled') setFailure({ title: t.failedFor(nameOf(member)), text: say(problem) });
        break;
      } finally {
        job.end();
      }
    }
    setMaking(null);
    if (done === wanted.length) announce(t.made(done));
    else setOutcome(t.stopped(done, wanted.length));
  };
  const start = (wanted: readonly Member[]) => {
    vault
      .withVault(() => void make(wanted))
      .catch((error: unknown) => setFailure({ title: t.packagesNeed, text: say(problemOf(error)) }));
  };

  if (!ready)
    return (
      <Page title={names.packages} lead={t.packagesLead}>
        <EmptyState title={t.packagesNeed}>{t.packagesNeedText}</EmptyState>
      </Page>
    );

  const busy = readOnly || making !== null;
  return (
    <Page title={names.packages} lead={t.packagesLead} width="full">
      <div className={classes.top}>
        <div className={classes.actions}>
          {missing.length > 0 && missing.length < members.length && (
            <Button disabled={busy} onClick={() => start(missing)}>
              {t.makeMissing(missing.length)}
            </Button>
          )}
          <Button
            variant={missing.length === members.length ? 'filled' : 'default'}
            disabled={busy}
            onClick={() => (missing.length === members.length ? start(members) : setAskingAll(true))}
          >
            {t.makeAll}
          </Button>
        </div>
        <p>{isSecret(state) ? secret.packagesSecret : secret.packagesPrepared}</p>
        {making !== null && (
          <div className={classes.progress}>
            <p role="status">{t.making(making.name, making.at, making.count)}</p>
            <Progress
              value={((making.at - 1 + making.part) / making.count) * 100}
              aria-label={t.making(making.name, making.at, making.count)}
            />
            <div>
              <Button variant="default" size="sm" onClick={() => stopping.current?.cancel()}>
                {t.stop}
              </Button>
            </div>
          </div>
        )}
        {failure !== null && (
          <Notice tone="wrong" alert title={failure.title}>
            {failure.text}
          </Notice>
        )}
        {outcome !== null && <Notice>{outcome}</Notice>}
      </div>
      <MadePackages members={members} busy={making !== null} />
      <Section title={t.packagesOfMembers}>
        <div className={table.scroller}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t.columnMember}</th>
                <th scope="col">{t.columnPackage}</th>
                <th scope="col">
                  <span className="visually-hidden">{t.columnActions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {members.map((member) => {
                const last = state.packages[member.id]?.at(-1);
                return (
                  <tr key={member.id}>
                    <th scope="row">
                      {nameOf(member)}
                      <span className={classes.under}>{t[member.office]}</span>
                    </th>
                    <td>
                      {last === undefined ? t.noPackage : t.issuedOn(last.number, dayAndClockOf(last.issuedAt))}
                      {stale.data?.members[member.id]?.map((reason) => (
                        <span key={reason} className={classes.stale}>
                          {tk[`stale.${reason}`]}
                        </span>
                      ))}
                    </td>
                    <td className={table.number}>
                      <Button
                        size="sm"
                        variant="default"
                        disabled={busy}
                        aria-label={last === undefined ? t.makeOne(nameOf(member)) : t.makeAgain(nameOf(member))}
                        onClick={() => start([member])}
                      >
                        {last === undefined ? t.make : t.again}
                      </Button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </Section>
      <VaultDialog asking={vault.asking} onClose={vault.close} onOpened={vault.opened} />
      <ConfirmDialog
        opened={askingAll}
        onClose={() => setAskingAll(false)}
        title={t.makeAllAgainTitle}
        confirmLabel={t.makeAll}
        onConfirm={() => start(members)}
      >
        <p>{t.makeAllAgainText}</p>
      </ConfirmDialog>
      <Deadlines only={beforeMeeting} />
      <HelpPanel>
        <p>{t.packagesHelp1}</p>
        <p>{t.packagesHelp2}</p>
        <p>{t.packagesHelp3}</p>
        <p>{t.packagesHelp4}</p>
      </HelpPanel>
    </Page>
  );
};
