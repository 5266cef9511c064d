import { Button, Loader, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { keyMessages } from '#domain/text/messages/keys.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { api, client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { inGroups } from '../member/opening/passphrase-groups.ts';
import { useOpenVault } from '../packages/use-open-vault.ts';
import { VaultDialog } from '../packages/vault-dialog.tsx';
import classes from './keys.module.css';

type Props = { readonly file: File; readonly onClose: () => void; readonly onImported: (sessionId: string) => void };

/** Asks for the passphrase of a key file and keeps its keys in this computer's vault, which is made or opened first. */
export const KeyImportDialog = ({ file, onClose, onImported }: Props) => {
  const t = useMessages(keyMessages);
  const ts = useMessages(shellMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const vault = useOpenVault();
  const [typed, setTyped] = useState('');
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const take = async (): Promise<void> => {
    setWorking(true);
    setFailure(null);
    try {
      const { sessionId, outcome } = await client.keys.import({ file, passphrase: typed });
      await queries.invalidateQueries({ queryKey: api.keys.key() });
      await queries.invalidateQueries({ queryKey: api.intake.key() });
      announce(outcome === 'taken' ? t.imported : t.importedUnchanged);
      onImported(sessionId);
    } catch (error) {
      setFailure(say(problemOf(error)));
    } finally {
      setWorking(false);
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (typed.trim() === '' || working) return;
    vault.withVault(() => void take()).catch((error: unknown) => setFailure(say(problemOf(error))));
  };

  // One dialog at a time: the passphrase typed here waits.
  if (vault.asking !== null) return <VaultDialog asking={vault.asking} onClose={vault.close} onOpened={vault.opened} />;
  return (
    <Dialog opened onClose={onClose} title={t.dialogTitle}>
      <form onSubmit={submit} className={classes.form}>
        <p className={classes.file}>{t.dialogFile(file.name)}</p>
        <TextInput
          label={t.dialogPassphrase}
          description={t.dialogPassphraseHelp}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={200}
          readOnly={working}
          value={typed}
          onChange={(event) => {
            const { value, selectionEnd } = event.currentTarget;
            setTyped(selectionEnd === value.length && value.length > typed.length ? inGroups(value) : value);
          }}
        />
        <div role="status">
          {working && (
            <>
              <Loader aria-hidden size="1.25rem" /> {t.importing}
            </>
          )}
        </div>
        {failure !== null && (
          <Notice tone="wrong" alert>
            {failure}
          </Notice>
        )}
        <div className={classes.formButtons}>
          <DialogButtons
            confirm={
              <Button type="submit" disabled={typed.trim() === '' || working}>
                {t.dialogImport}
              </Button>
            }
            cancel={
              <Button variant="default" onClick={onClose}>
                {ts.cancel}
              </Button>
            }
          />
        </div>
      </form>
    </Dialog>
  );
};
