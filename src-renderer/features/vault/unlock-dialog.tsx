import { Button, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { useProblemText } from '../../ui/problem-text.ts';

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly onUnlocked: () => void };

/** Asks for the passphrase that keeps this computer's keys; what waited for it goes on by itself. */
export const UnlockDialog = ({ opened, onClose, onUnlocked }: Props) => {
  const t = useMessages(collectingMessages);
  const shell = useMessages(shellMessages);
  const say = useProblemText();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await client.vault.unlock({ passphrase });
      setPassphrase('');
      onUnlocked();
    } catch (error) {
      setFailure(say(problemOf(error)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t.unlockTitle}
      footer={
        <DialogButtons
          confirm={
            <Button type="submit" form="unlock-vault" loading={busy} disabled={passphrase === ''}>
              {t.unlock}
            </Button>
          }
          cancel={
            <Button variant="default" onClick={onClose} disabled={busy}>
              {shell.cancel}
            </Button>
          }
        />
      }
    >
      <form id="unlock-vault" onSubmit={(event) => void unlock(event)}>
        <p>{t.unlockLead}</p>
        <PasswordInput
          mt="md"
          label={t.unlockLabel}
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={failure}
        />
        <p aria-live="polite">{busy ? t.unlocking : ''}</p>
      </form>
    </Dialog>
  );
};
