import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Member } from '#domain/session/state.ts';
import { keyMessages } from '#domain/text/messages/keys.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { api } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import { useDeliver } from '../../ui/use-deliver.ts';
import { forgetMade, noteSaved, useMadePackages } from './made-packages.ts';
import classes from './packages.module.css';

/** The packages made since the window was opened: save the files, print the slips, then put the passphrases away. */
export const MadePackages = ({ members, busy }: { readonly members: readonly Member[]; readonly busy: boolean }) => {
  const t = useMessages(sessionMessages);
  const say = useProblemText();
  const { id: sessionId, state } = useSession();
  const made = useMadePackages(sessionId);
  const files = useDeliver();
  const slips = useDeliver();
  const tk = useMessages(keyMessages);
  const printSlips = useMutation(api.packages.slips.mutationOptions());

  const rows = members.flatMap((member) => {
    const one = made.find(({ memberId }) => memberId === member.id);
    return one === undefined ? [] : [{ member, ...one }];
  });
  if (rows.length === 0) return null;

  const filesDone = rows.every(({ fileSaved }) => fileSaved);
  const slipsDone = rows.every(({ slipSaved }) => slipSaved);

  const saveFiles = async () => {
    if (await files.deliverKeptFiles(rows.map(({ file }) => file))) noteSaved(sessionId, 'fileSaved');
  };
  const saveSlips = async () => {
    const pdf = await printSlips.mutateAsync({
      sessionId,
      slips: rows.map(({ memberId, file, passphrase }) => ({ memberId, fileName: file.name, passphrase })),
    });
    if (await slips.deliver([pdf])) noteSaved(sessionId, 'slipSaved');
  };
  const nameOfDossier = (id: string) =>
    state.dossiers[id]?.code.trim() || state.dossiers[id]?.title.trim() || t.untitledDossier;

  return (
    <Section title={t.readyTitle} lead={t.readyText}>
      <div className={classes.actions}>
        <Button disabled={busy} variant={filesDone ? 'default' : 'filled'} onClick={() => void saveFiles()}>
          {t.saveFiles(rows.length)}
        </Button>
        <Button
          disabled={busy}
          variant={slipsDone ? 'default' : 'filled'}
          loading={printSlips.isPending}
          onClick={() => void saveSlips().catch(() => undefined)}
        >
          {t.saveSlips}
        </Button>
        <Button variant="subtle" disabled={busy || !filesDone} onClick={() => forgetMade(sessionId)}>
          {t.hidePassphrases}
        </Button>
      </div>
      {[files.failure, slips.failure, printSlips.error === null ? null : say(problemOf(printSlips.error))].map(
        (failure) =>
          failure !== null && (
            <Notice key={failure} tone="wrong" alert>
              {failure}
            </Notice>
          ),
      )}
      <div className={table.scroller}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t.columnMember}</th>
              <th scope="col">{t.columnFile}</th>
              <th scope="col">{t.columnPassphrase}</th>
              <th scope="col">{t.columnWithheld}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ member, file, passphrase, withheld, fileSaved, slipSaved }) => (
              <tr key={member.id}>
                <th scope="row">{member.name.trim() || t.namelessMember}</th>
                <td className={classes.file}>
                  {file.name}
                  <span className={classes.under}>{fileSaved ? t.savedMark : tk.notKeptYet}</span>
                  <span className={classes.under}>{slipSaved ? tk.slipSaved : tk.slipNotSaved}</span>
                </td>
                <td>
                  <code className={classes.passphrase}>{passphrase}</code>
                </td>
                <td>{withheld.length === 0 ? t.noneWithheld : withheld.map(nameOfDossier).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
};
