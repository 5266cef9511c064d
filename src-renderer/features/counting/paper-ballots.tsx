import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { blankBallot, type Ballot } from '#domain/forms/ballot.ts';
import { checkBallot } from '#domain/forms/points.ts';
import { formFor } from '#domain/session/ballots.ts';
import { dossiersOf, isRecused, seatsOf } from '#domain/session/state.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { useSession } from '../../client/session-document.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { Choice } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import { BallotFields } from './ballot-fields.tsx';
import classes from './counting.module.css';

type Place = { readonly memberId: string; readonly dossierId: string };

/** Ballots cast on paper, keyed in one by one; they take the place of the same member's file. */
export const PaperBallots = () => {
  const t = useMessages(collectingMessages);
  const { state, record, readOnly } = useSession();
  const seats = seatsOf(state);
  const dossiers = dossiersOf(state);
  const [memberId, setMember] = useState(seats[0]?.id ?? '');
  const [dossierId, setDossier] = useState(dossiers[0]?.id ?? '');
  const [open, setOpen] = useState<Place | null>(null);
  const numberOf = (id: string) => t.dossierNumber(dossiers.findIndex((dossier) => dossier.id === id) + 1);
  const entered = seats.flatMap((member) =>
    dossiers.flatMap((dossier) => {
      const ballot = state.paperBallots[member.id]?.[dossier.id];
      return ballot ? [{ member, dossier, ballot }] : [];
    }),
  );

  return (
    <Section title={t.paperTitle} lead={t.paperLead}>
      <div className={classes.choose}>
        <Choice
          label={t.paperMember}
          value={memberId}
          options={seats.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setMember}
        />
        <Choice
          label={t.paperDossier}
          value={dossierId}
          options={dossiers.map(({ id, code }) => ({ value: id, label: `${numberOf(id)} ${code}`.trim() }))}
          onChange={setDossier}
        />
        <Button
          variant="default"
          disabled={
            readOnly ||
            state.counting.closed !== null ||
            memberId === '' ||
            dossierId === '' ||
            isRecused(state, memberId, dossierId)
          }
          onClick={() => setOpen({ memberId, dossierId })}
        >
          {t.paperEnter}
        </Button>
      </div>
      {entered.length > 0 && (
        <ul className={classes.entered}>
          {entered.map(({ member, dossier, ballot }) => {
            const form = formFor(state, dossier);
            const total = form ? checkBallot(form, dossier.products, ballot).runningTotal : null;
            return (
              <li key={`${member.id}-${dossier.id}`}>
                <span>
                  <strong>{member.name}</strong>, {numberOf(dossier.id)}:{' '}
                  {ballot.abstained ? t.abstained : total === null ? t.cellPaper : t.paperEntered(formatDecimal(total))}
                </span>
                <CloseButton
                  aria-label={t.paperRemove(member.name, numberOf(dossier.id))}
                  disabled={readOnly || state.counting.closed !== null}
                  onClick={() => record({ type: 'paperBallot.removed', memberId: member.id, dossierId: dossier.id })}
                />
              </li>
            );
          })}
        </ul>
      )}
      {open && (
        <PaperBallotDialog key={`${open.memberId}-${open.dossierId}`} place={open} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
};

const PaperBallotDialog = ({ place, onClose }: { readonly place: Place; readonly onClose: () => void }) => {
  const t = useMessages(collectingMessages);
  const shell = useMessages(shellMessages);
  const { state, record } = useSession();
  const { memberId, dossierId } = place;
  const dossier = state.dossiers[dossierId];
  const form = dossier && formFor(state, dossier);
  const [ballot, setBallot] = useState<Ballot>(state.paperBallots[memberId]?.[dossierId] ?? blankBallot);
  if (!dossier || !form) return null;
  const number = t.dossierNumber(state.dossierOrder.indexOf(dossierId) + 1);
  const save = () => {
    record({ type: 'paperBallot.entered', memberId, dossierId, ballot });
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      size="large"
      title={t.paperFormTitle(state.members[memberId]?.name ?? '', number)}
      footer={
        <DialogButtons
          confirm={<Button onClick={save}>{t.paperSave}</Button>}
          cancel={
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
          }
        />
      }
    >
      <BallotFields
        form={form}
        products={dossier.products}
        place={`paper/${state.id}/${memberId}/${dossierId}`}
        ballot={ballot}
        onChange={setBallot}
      />
    </Dialog>
  );
};
