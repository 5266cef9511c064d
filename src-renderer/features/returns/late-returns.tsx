import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { lastTaken } from '#domain/session/secret-ballot.ts';
import { seatsOf, type Member } from '#domain/session/state.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Section } from '../../ui/section.tsx';
import classes from './returns.module.css';

/** Returns that came after the deadline: counted unless the chair decides otherwise, with a reason. Absent where there is none. */
export const LateReturns = () => {
  const t = useMessages(collectingMessages);
  const { state } = useSession();
  const late = seatsOf(state).filter(({ id }) => lastTaken(state, id)?.late === true);
  if (late.length === 0) return null;
  return (
    <Section title={t.lateTitle} lead={t.lateLead}>
      {late.map((member) => (
        <LateReturn key={member.id} member={member} />
      ))}
    </Section>
  );
};

const LateReturn = ({ member }: { readonly member: Member }) => {
  const t = useMessages(collectingMessages);
  const { state, record, readOnly } = useSession();
  const ruling = state.lateRulings[member.id];
  const [reason, setReason] = useState(ruling?.reason ?? '');
  const rule = (accepted: boolean) => record({ type: 'late.ruled', memberId: member.id, accepted, reason });
  return (
    <div className={classes.lateCase}>
      <p>
        <strong>{member.name}</strong>: {t.receivedAt(dayAndClockOf(lastTaken(state, member.id)?.importedAt ?? ''))}.{' '}
        {ruling?.valid === false ? t.lateNotCounted : t.lateCounted}
      </p>
      <TextInput
        label={t.lateReason}
        value={reason}
        maxLength={1_000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" disabled={readOnly} onClick={() => rule(true)}>
          {t.lateAccept}
        </Button>
        <Button variant="default" disabled={readOnly || reason.trim() === ''} onClick={() => rule(false)}>
          {t.lateRefuse}
        </Button>
      </div>
    </div>
  );
};
