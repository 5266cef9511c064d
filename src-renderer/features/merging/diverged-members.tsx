import { Button } from '@mantine/core';
import { useState } from 'react';
import { divergedPair, lastMerge } from '#domain/session/diverged.ts';
import { awaitsConfirmation, seatsOf, type HeldReturn, type Member, type Session } from '#domain/session/state.ts';
import { mergingMessages } from '#domain/text/messages/merging.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { useDeliver } from '../../ui/use-deliver.ts';
import classes from './merging.module.css';

type Asking = { readonly kind: 'confirm' | 'withdraw'; readonly member: Member; readonly digest: string };

const concerned = (session: Session): readonly Member[] =>
  seatsOf(session).filter(({ id }) => divergedPair(session, id) ?? lastMerge(session, id));

/** Members of whom two returns are held: to be merged, to be confirmed, or settled. Absent where there are none. */
export const DivergedMembers = ({ onMerge }: { readonly onMerge: (memberId: string) => void }) => {
  const t = useMessages(mergingMessages);
  const { state } = useSession();
  const [asking, setAsking] = useState<Asking | null>(null);
  const members = concerned(state);
  if (members.length === 0) return null;
  return (
    <Section title={t.sectionTitle} lead={t.sectionLead}>
      {members.map((member) => (
        <OneMember key={member.id} member={member} onMerge={onMerge} onAsk={setAsking} />
      ))}
      {asking && <Question asking={asking} onClose={() => setAsking(null)} />}
    </Section>
  );
};

type OneProps = {
  readonly member: Member;
  readonly onMerge: (memberId: string) => void;
  readonly onAsk: (asking: Asking) => void;
};

const useAbout = (): ((held: HeldReturn) => string) => {
  const t = useMessages(mergingMessages);
  return (held) => (held.merge ? t.aboutMerge(held.code) : t.about(held.revision, held.code));
};

const OneMember = ({ member, onMerge, onAsk }: OneProps) => {
  const t = useMessages(mergingMessages);
  const ts = useMessages(sessionMessages);
  const say = useProblemText();
  const about = useAbout();
  const { id: sessionId, state, readOnly } = useSession();
  const { deliver, failure } = useDeliver();
  const [problem, setProblem] = useState<string | null>(null);
  const name = member.name.trim() || ts.namelessMember;
  const closed = state.counting.closed !== null;
  const pair = divergedPair(state, member.id);
  const merged = lastMerge(state, member.id);

  const receipt = async (digest: string): Promise<void> => {
    setProblem(null);
    try {
      await deliver([await client.returns.receipt({ sessionId, memberId: member.id, digest })]);
    } catch (error) {
      setProblem(say(problemOf(error)));
    }
  };

  return (
    <div className={classes.members} role="group" aria-label={name}>
      {(problem ?? failure) !== null && (
        <Notice tone="wrong" alert>
          {problem ?? failure}
        </Notice>
      )}
      {pair && (
        <Notice
          tone="attention"
          title={t.waitingTitle(name)}
          actions={
            <>
              <Button disabled={readOnly || closed} aria-label={t.mergeFor(name)} onClick={() => onMerge(member.id)}>
                {t.merge}
              </Button>
              <Button
                variant="default"
                aria-label={t.receiptBesideFor(name)}
                onClick={() => void receipt(pair.right.digest)}
              >
                {t.receiptBeside}
              </Button>
            </>
          }
        >
          <p>{t.waitingText(about(pair.left), about(pair.right))}</p>
          {pair.more > 0 && <p>{t.waitingMore(pair.more)}</p>}
        </Notice>
      )}
      {merged?.merge && (
        <Notice
          tone={awaitsConfirmation(merged) ? 'attention' : 'plain'}
          title={awaitsConfirmation(merged) ? t.openTitle(name) : t.confirmedTitle(name)}
          actions={
            <>
              {awaitsConfirmation(merged) && (
                <Button
                  disabled={readOnly || closed}
                  onClick={() => onAsk({ kind: 'confirm', member, digest: merged.digest })}
                >
                  {t.confirm}
                </Button>
              )}
              <Button
                variant="default"
                disabled={readOnly || closed}
                onClick={() => onAsk({ kind: 'withdraw', member, digest: merged.digest })}
              >
                {t.withdraw}
              </Button>
            </>
          }
        >
          <p>
            {(awaitsConfirmation(merged) ? t.openText : t.confirmedText)(
              merged.code,
              merged.merge.codes.left,
              merged.merge.codes.right,
            )}
          </p>
          <p>{t.mergedReason(merged.merge.reason)}</p>
          {merged.merge.confirmed && (
            <p>{t.confirmedAt(dayAndClockOf(merged.merge.confirmed.at), merged.merge.confirmed.how)}</p>
          )}
        </Notice>
      )}
    </div>
  );
};

const Question = ({ asking, onClose }: { readonly asking: Asking; readonly onClose: () => void }) => {
  const t = useMessages(mergingMessages);
  const { record } = useSession();
  const { kind, member, digest } = asking;
  return kind === 'confirm' ? (
    <ReasonDialog
      title={t.confirmTitle(member.name)}
      reasonLabel={t.confirmHow}
      reasonHint={t.confirmHowHint}
      confirmLabel={t.confirmDo}
      onClose={onClose}
      onConfirm={(how) => record({ type: 'merge.confirmed', memberId: member.id, digest, how })}
    >
      <p>{t.confirmText}</p>
    </ReasonDialog>
  ) : (
    <ReasonDialog
      title={t.withdrawTitle(member.name)}
      reasonLabel={t.withdrawReason}
      confirmLabel={t.withdrawDo}
      onClose={onClose}
      onConfirm={(reason) => record({ type: 'merge.withdrawn', memberId: member.id, digest, reason })}
    >
      <p>{t.withdrawText}</p>
    </ReasonDialog>
  );
};
