import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { api } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';

type Props = {
  /** What the vault needs first; null while nothing is asked. */
  readonly asking: 'create' | 'unlock' | null;
  readonly onClose: () => void;
  /** The vault is open. */
  readonly onOpened: () => void;
};

const SHORTEST = 8;

/** Sets the passphrase of the key store, or asks for it. */
export const VaultDialog = ({ asking, onClose, onOpened }: Props) => {
  const t = useMessages(sessionMessages);
  const ts = useMessages(shellMessages);
  const say = useProblemText();
  const queries = useQueryClient();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);

  const done = async () => {
    setPassphrase('');
    setAgain('');
    setTried(false);
    await queries.invalidateQueries({ queryKey: api.vault.key() });
    onOpened();
  };
  const create = useMutation(api.vault.create.mutationOptions({ onSuccess: done }));
  const unlock = useMutation(api.vault.unlock.mutationOptions({ onSuccess: done }));
  const error = asking === 'create' ? create.error : unlock.error;
  const pending = create.isPending || unlock.isPending;

  const short = asking === 'create' && passphrase.length < SHORTEST;
  const differs = asking === 'create' && passphrase !== again;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || differs || passphrase === '') return;
    if (asking === 'create') create.mutate({ passphrase: passphrase.normalize('NFC') });
    else unlock.mutate({ passphrase: passphrase.normalize('NFC') });
  };

  return (
    <Dialog
      opened={asking !== null}
      onClose={onClose}
      title={asking === 'create' ? t.vaultCreateTitle : t.vaultUnlockTitle}
    >
      <form onSubmit={submit} style={{ display: 'contents' }}>
        <p>{asking === 'create' ? t.vaultCreateText : t.vaultUnlockText}</p>
        {asking === 'create' && <Notice tone="attention">{t.vaultLossWarning}</Notice>}
        <PasswordInput
          label={t.vaultPassphrase}
          visibilityToggleButtonProps={{ 'aria-label': ts.showPassphrase }}
          autoComplete={asking === 'create' ? 'new-password' : 'current-password'}
          maxLength={200}
          error={tried && short ? t.vaultShort : undefined}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {asking === 'create' && (
          <PasswordInput
            label={t.vaultAgain}
            visibilityToggleButtonProps={{ 'aria-label': ts.showPassphrase }}
            autoComplete="new-password"
            maxLength={200}
            error={tried && differs ? t.vaultDiffers : undefined}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        )}
        {error !== null && (
          <Notice tone="wrong" alert>
            {say(problemOf(error))}
          </Notice>
        )}
        <div style={{ display: 'flex', gap: '0.75rem', justifyContent: 'flex-end' }}>
          <DialogButtons
            confirm={
              <Button type="submit" loading={pending}>
                {asking === 'create' ? t.vaultCreate : t.vaultUnlock}
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
