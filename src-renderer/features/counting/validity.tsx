import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BallotResult, Conclusion } from '#domain/conclusion/step.ts';
import { voterName } from '#domain/session/secret-ballot.ts';
import { dossiersOf } from '#domain/session/state.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { useSession } from '../../client/session-document.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './counting.module.css';

type Props = { readonly dossierId: string; readonly ballot: BallotResult };

/** Ballots the form's own checks call invalid, and those the committee has ruled on; each ruling has its reason. */
export const Validity = ({ conclusion }: { readonly conclusion: Conclusion }) => {
  const t = useMessages(collectingMessages);
  const { state } = useSession();
  const doubtful = conclusion.dossiers.flatMap(({ id, ballots }) =>
    ballots
      .filter(({ member, standing }) => standing === 'invalid' || state.rulings[member]?.[id] !== undefined)
      .map((ballot) => ({ dossierId: id, ballot })),
  );
  return (
    <Section title={t.validityTitle} lead={doubtful.length === 0 ? t.allValid : t.validityLead}>
      {doubtful.map(({ dossierId, ballot }) => (
        <Doubtful key={`${dossierId}-${ballot.member}`} dossierId={dossierId} ballot={ballot} />
      ))}
    </Section>
  );
};

const Doubtful = ({ dossierId, ballot }: Props) => {
  const t = useMessages(collectingMessages);
  const language = useLanguage();
  const { state, record, readOnly } = useSession();
  const ruling = state.rulings[ballot.member]?.[dossierId];
  const [reason, setReason] = useState(ruling?.reason ?? '');
  const number = dossiersOf(state).findIndex(({ id }) => id === dossierId) + 1;
  const where = { memberId: ballot.member, dossierId };
  const rule = (valid: boolean) => record({ type: 'ballot.ruled', ...where, valid, reason: reason.trim() });
  return (
    <div className={classes.doubtful}>
      <p>
        <strong>{voterName(state, ballot.member, language)}</strong>, {t.dossierNumber(number)}:{' '}
        {ballot.reason?.[language] ?? ''}
        {ruling && <span className={classes.quiet}> {ruling.valid ? t.ruledValid : t.ruledInvalid}</span>}
      </p>
      <TextInput
        label={t.ruleReason}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" disabled={readOnly || reason.trim() === ''} onClick={() => rule(true)}>
          {t.ruleValid}
        </Button>
        <Button variant="default" disabled={readOnly || reason.trim() === ''} onClick={() => rule(false)}>
          {t.ruleInvalid}
        </Button>
        {ruling && (
          <Button
            variant="subtle"
            disabled={readOnly}
            onClick={() => record({ type: 'ballot.rulingCleared', ...where })}
          >
            {t.clearRuling}
          </Button>
        )}
      </div>
    </div>
  );
};
