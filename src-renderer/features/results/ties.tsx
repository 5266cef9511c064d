import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Conclusion, OpenTie } from '#domain/conclusion/step.ts';
import { resultMessages } from '#domain/text/messages/results.ts';
import { useSession } from '../../client/session-document.ts';
import { Choice } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './results.module.css';

/** Ties that stand and the acts that may resolve them by the pack's ladder, each on record. Absent where nothing is tied. */
export const Ties = ({ conclusion }: { readonly conclusion: Conclusion }) => {
  const t = useMessages(resultMessages);
  const { state, record, readOnly } = useSession();
  const nameOf = (id: string) => t.dossierNumber(state.dossierOrder.indexOf(id) + 1);
  if (conclusion.openTies.length === 0 && state.ties.length === 0) return null;
  return (
    <Section title={t.tiesTitle}>
      {conclusion.openTies.map((tie) => (
        <div key={tie.dossiers.join()} className={classes.tie}>
          <p>
            <strong>{tie.dossiers.map(nameOf).join(', ')}</strong>
          </p>
          <Resolve tie={tie} nameOf={nameOf} />
        </div>
      ))}
      {state.ties.length > 0 && (
        <>
          <h3>{t.tieResolved}</h3>
          {state.ties.map((tie, index) => (
            <div key={tie.at} className={classes.tie}>
              <p>
                {tie.kind === 'lot'
                  ? t.lotWas(tie.seed)
                  : `${t.castingWas(tie.order.map(nameOf).join(', '))}. ${tie.reason}`}
              </p>
              <Button variant="default" disabled={readOnly} onClick={() => record({ type: 'tie.cleared', index })}>
                {t.clearTie}
              </Button>
            </div>
          ))}
        </>
      )}
    </Section>
  );
};

const Resolve = ({ tie, nameOf }: { readonly tie: OpenTie; readonly nameOf: (id: string) => string }) => {
  const t = useMessages(resultMessages);
  switch (tie.awaits) {
    case 'castingVote':
      return <CastingVote tie={tie} nameOf={nameOf} />;
    case 'lot':
      return <Lot tie={tie} />;
    case 'authority':
      return <p>{t.authorityLead}</p>;
    case 'nothing':
      return <p>{t.nothingLead}</p>;
  }
};

const CastingVote = ({ tie, nameOf }: { readonly tie: OpenTie; readonly nameOf: (id: string) => string }) => {
  const t = useMessages(resultMessages);
  const { record, readOnly } = useSession();
  const [first, setFirst] = useState(tie.dossiers[0] ?? '');
  const [reason, setReason] = useState('');
  return (
    <>
      <p>{t.castingLead}</p>
      <Choice
        label={t.castingFirst}
        value={first}
        options={tie.dossiers.map((id) => ({ value: id, label: nameOf(id) }))}
        onChange={setFirst}
      />
      <TextInput
        label={t.castingReason}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <Button
          disabled={readOnly || reason.trim() === ''}
          onClick={() =>
            record({
              type: 'tie.castingVote',
              order: [first, ...tie.dossiers.filter((id) => id !== first)],
              reason: reason.trim(),
            })
          }
        >
          {t.castingRecord}
        </Button>
      </div>
    </>
  );
};

const Lot = ({ tie }: { readonly tie: OpenTie }) => {
  const t = useMessages(resultMessages);
  const { record, readOnly } = useSession();
  const [seed, setSeed] = useState('');
  const random = () =>
    setSeed([...crypto.getRandomValues(new Uint8Array(16))].map((byte) => String(byte % 10)).join(''));
  return (
    <>
      <p>{t.lotLead}</p>
      <TextInput
        label={t.lotSeed}
        maxLength={100}
        value={seed}
        onChange={(event) => setSeed(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={random}>
          {t.lotNew}
        </Button>
        <Button
          disabled={readOnly || seed.trim() === ''}
          onClick={() => record({ type: 'tie.lotDrawn', dossiers: [...tie.dossiers], seed: seed.trim() })}
        >
          {t.lotRecord}
        </Button>
      </div>
    </>
  );
};
