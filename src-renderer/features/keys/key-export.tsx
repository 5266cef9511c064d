import { Button, Loader } from '@mantine/core';
import { useState } from 'react';
import { keyMessages } from '#domain/text/messages/keys.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { useDeliver } from '../../ui/use-deliver.ts';
import { useOpenVault } from '../packages/use-open-vault.ts';
import { VaultDialog } from '../packages/vault-dialog.tsx';
import classes from './keys.module.css';
import { keepMadeKeys, useMadeKeys, type MadeKeys } from './made-keys.ts';

/** Makes the key file for a second secretary: its passphrase is shown once, beside the file and the slip. */
export const KeyExport = () => {
  const t = useMessages(keyMessages);
  const say = useProblemText();
  const { id: sessionId, readOnly, perform } = useSession();
  const vault = useOpenVault();
  const { deliver, failure: notDelivered } = useDeliver();
  const made = useMadeKeys(sessionId);
  const setMade = (next: MadeKeys | null) => keepMadeKeys(sessionId, next);
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const tried = async (job: () => Promise<void>): Promise<void> => {
    setFailure(null);
    setWorking(true);
    try {
      await job();
    } catch (error) {
      setFailure(say(problemOf(error)));
    } finally {
      setWorking(false);
    }
  };
  const make = () =>
    tried(async () => {
      const { file, passphrase } = await perform(() => client.keys.export({ sessionId }));
      setMade({ file, passphrase, fileSaved: false, slipSaved: false });
    });
  const saveFile = () =>
    tried(async () => {
      if (made !== null && (await deliver([made.file]))) setMade({ ...made, fileSaved: true });
    });
  const saveSlip = () =>
    tried(async () => {
      if (made === null) return;
      const slip = await client.keys.slip({ sessionId, fileName: made.file.name, passphrase: made.passphrase });
      if (await deliver([slip])) setMade({ ...made, slipSaved: true });
    });

  return (
    <Section title={t.exportTitle} lead={t.exportLead}>
      {made === null ? (
        <div className={classes.buttons}>
          <Button
            variant="default"
            disabled={readOnly || working}
            onClick={() =>
              void vault.withVault(() => void make()).catch((error: unknown) => setFailure(say(problemOf(error))))
            }
          >
            {t.export}
          </Button>
        </div>
      ) : (
        <div className={classes.made} role="group" aria-label={t.exported}>
          <p className={classes.file}>
            {t.exported}: {made.file.name}
          </p>
          <p>{t.exportedText}</p>
          <div>
            {t.passphrase}
            <code className={classes.passphrase}>{made.passphrase}</code>
          </div>
          <div className={classes.buttons}>
            <Button variant={made.fileSaved ? 'default' : 'filled'} disabled={working} onClick={() => void saveFile()}>
              {t.saveFile}
            </Button>
            <Button variant={made.slipSaved ? 'default' : 'filled'} disabled={working} onClick={() => void saveSlip()}>
              {t.saveSlip}
            </Button>
            <Button variant="subtle" disabled={!made.fileSaved} onClick={() => setMade(null)}>
              {t.done}
            </Button>
          </div>
        </div>
      )}
      {working && made === null && (
        <p role="status">
          <Loader aria-hidden size="1.25rem" /> {t.exporting}
        </p>
      )}
      {[failure, notDelivered].map(
        (text) =>
          text !== null && (
            <Notice key={text} tone="wrong" alert>
              {text}
            </Notice>
          ),
      )}
      <VaultDialog asking={vault.asking} onClose={vault.close} onOpened={vault.opened} />
    </Section>
  );
};
