import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { blankBallot, type Ballot } from '#domain/forms/ballot.ts';
import { formFor } from '#domain/session/ballots.ts';
import { dossiersOf, isRecused, seatsOf } from '#domain/session/state.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { Choice } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import { BallotFields } from '../counting/ballot-fields.tsx';
import { useOpenVault } from '../packages/use-open-vault.ts';
import { VaultDialog } from '../packages/vault-dialog.tsx';
import classes from './secret-ballot.module.css';

/** Paper ballots without names: who voted on paper is ticked, what is on the ballots goes straight into the sealed box. */
export const SecretPapers = () => {
  const t = useMessages(secretBallotMessages);
  const tc = useMessages(collectingMessages);
  const say = useProblemText();
  const { state, record, readOnly } = useSession();
  const vault = useOpenVault();
  const seats = seatsOf(state);
  const dossiers = dossiersOf(state);
  const [dossierId, setDossier] = useState(dossiers[0]?.id ?? '');
  const [open, setOpen] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { paperVoters, papers } = state.secretBallot;
  const numberOf = (id: string) => tc.dossierNumber(state.dossierOrder.indexOf(id) + 1);

  const enter = () => {
    setFailure(null);
    vault.withVault(() => setOpen(dossierId)).catch((error: unknown) => setFailure(say(problemOf(error))));
  };

  return (
    <Section title={t.paperTitle} lead={t.paperLead}>
      <div className={table.scroller}>
        <table className={`${table.table ?? ''} ${classes.table ?? ''}`}>
          <caption>{t.paperWho}</caption>
          <thead>
            <tr>
              <th scope="col">{tc.columnMember}</th>
              {dossiers.map(({ id }) => (
                <th scope="col" key={id}>
                  {numberOf(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seats.map((member) => (
              <tr key={member.id}>
                <th scope="row">{member.name}</th>
                {dossiers.map(({ id }) => (
                  <td key={id}>
                    {isRecused(state, member.id, id) ? (
                      <span className={classes.quiet}>{tc.cellRecused}</span>
                    ) : (
                      <Checkbox
                        aria-label={t.paperCast(member.name, numberOf(id))}
                        disabled={readOnly}
                        checked={paperVoters[member.id]?.[id] === true}
                        onChange={({ currentTarget: { checked } }) =>
                          record({
                            type: 'secretBallot.paperMarked',
                            memberId: member.id,
                            dossierId: id,
                            cast: checked,
                          })
                        }
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.actions}>
        <Choice
          label={t.paperDossier}
          value={dossierId}
          options={dossiers.map(({ id, code }) => ({ value: id, label: `${numberOf(id)} ${code}`.trim() }))}
          onChange={setDossier}
        />
        <Button variant="default" mt="auto" disabled={readOnly || dossierId === ''} onClick={enter}>
          {t.paperEnter}
        </Button>
      </div>
      {failure !== null && (
        <Notice tone="wrong" alert>
          {failure}
        </Notice>
      )}
      {Object.keys(papers).length > 0 && (
        <>
          <ul className={classes.papers}>
            {dossiers.flatMap(({ id }) => {
              const keyedIn = papers[id] ?? [];
              const last = keyedIn.at(-1);
              if (last === undefined) return [];
              return [
                <li key={id}>
                  {t.paperCount(numberOf(id), keyedIn.length)}
                  <Button
                    variant="subtle"
                    size="compact-md"
                    aria-label={t.paperRemove(numberOf(id))}
                    disabled={readOnly}
                    onClick={() => record({ type: 'secretBallot.paperRemoved', dossierId: id, paperId: last })}
                  >
                    {t.paperRemoveShort}
                  </Button>
                </li>,
              ];
            })}
          </ul>
          <p className={classes.quiet}>{t.paperUnreadable}</p>
        </>
      )}
      {open !== null && (
        <PaperDialog dossierId={open} title={t.paperFormTitle(numberOf(open))} onClose={() => setOpen(null)} />
      )}
      <VaultDialog asking={vault.asking} onClose={vault.close} onOpened={vault.opened} />
    </Section>
  );
};

type DialogProps = { readonly dossierId: string; readonly title: string; readonly onClose: () => void };

const PaperDialog = ({ dossierId, title, onClose }: DialogProps) => {
  const t = useMessages(secretBallotMessages);
  const say = useProblemText();
  const { id: sessionId, state, perform } = useSession();
  const [ballot, setBallot] = useState<Ballot>(blankBallot);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const dossier = state.dossiers[dossierId];
  const form = dossier && formFor(state, dossier);
  if (!dossier || !form) return null;
  const put = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await perform(() => client.secretBallots.putPaper({ sessionId, dossierId, ballot }));
      onClose();
    } catch (error) {
      setFailure(say(problemOf(error)));
      setBusy(false);
    }
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      size="large"
      title={title}
      footer={
        <DialogButtons
          confirm={
            <Button disabled={busy} onClick={() => void put()}>
              {t.paperPut}
            </Button>
          }
          cancel={
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
          }
        />
      }
    >
      {failure !== null && (
        <Notice tone="wrong" alert>
          {failure}
        </Notice>
      )}
      <BallotFields
        form={form}
        products={dossier.products}
        place={`secret-paper/${sessionId}/${dossierId}/${state.secretBallot.papers[dossierId]?.length ?? 0}`}
        ballot={ballot}
        onChange={setBallot}
      />
    </Dialog>
  );
};
