import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keyMessages } from '#domain/text/messages/keys.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { api, client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog, Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { useOpenVault } from '../packages/use-open-vault.ts';
import { VaultDialog } from '../packages/vault-dialog.tsx';
import classes from './keys.module.css';

/** The secretary's own loss: giving up a key store nobody can open, and replacing keys that are nowhere any more. */
export const LostVault = ({ lost }: { readonly lost: boolean }) => {
  const t = useMessages(keyMessages);
  const ts = useMessages(shellMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const { id: sessionId, readOnly, perform } = useSession();
  const vaultState = useQuery(api.vault.state.queryOptions({ staleTime: 0 }));
  const vault = useOpenVault();
  const [asking, setAsking] = useState<'vault' | 'keys' | null>(null);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const locked = vaultState.data?.state === 'locked';

  const tried = async (job: () => Promise<unknown>, said: string): Promise<void> => {
    setFailure(null);
    try {
      await job();
      announce(said);
    } catch (error) {
      setFailure(say(problemOf(error)));
    }
    await queries.invalidateQueries({ queryKey: api.vault.key() });
    await queries.invalidateQueries({ queryKey: api.keys.key() });
  };
  const renew = () => tried(() => perform(() => client.keys.renew({ sessionId, reason: reason.trim() })), t.renewed);

  return (
    <div className={classes.case}>
      <h3>{t.lostVaultTitle}</h3>
      <p>{t.lostVault}</p>
      <div className={classes.buttons}>
        {locked && (
          <Button size="sm" variant="default" onClick={() => setAsking('vault')}>
            {t.newVault}
          </Button>
        )}
        {lost && (
          <Button size="sm" variant="default" disabled={readOnly} onClick={() => setAsking('keys')}>
            {t.renew}
          </Button>
        )}
      </div>
      {failure !== null && (
        <Notice tone="wrong" alert>
          {failure}
        </Notice>
      )}
      <ConfirmDialog
        opened={asking === 'vault'}
        onClose={() => setAsking(null)}
        title={t.newVaultTitle}
        confirmLabel={t.newVaultConfirm}
        danger
        onConfirm={() => void tried(() => client.vault.giveUp(), t.newVaultDone)}
      >
        <p>{t.newVaultText}</p>
      </ConfirmDialog>
      <Dialog
        opened={asking === 'keys'}
        onClose={() => setAsking(null)}
        title={t.renewTitle}
        footer={
          <DialogButtons
            confirm={
              <Button
                color="red"
                disabled={reason.trim() === ''}
                onClick={() => {
                  setAsking(null);
                  vault.withVault(() => void renew()).catch((error: unknown) => setFailure(say(problemOf(error))));
                }}
              >
                {t.renewConfirm}
              </Button>
            }
            cancel={
              <Button variant="default" onClick={() => setAsking(null)}>
                {ts.cancel}
              </Button>
            }
          />
        }
      >
        <p>{t.renewText}</p>
        <TextInput
          label={t.renewReason}
          required
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Dialog>
      <VaultDialog asking={vault.asking} onClose={vault.close} onOpened={vault.opened} />
    </div>
  );
};
