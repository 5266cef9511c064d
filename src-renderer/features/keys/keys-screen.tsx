import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { intakeMessages } from '#domain/text/messages/intake.ts';
import { keyMessages } from '#domain/text/messages/keys.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { api, client } from '../../client/client.ts';
import { chooseFiles } from '../../client/files.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { HelpPanel } from '../../ui/aside.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { VaultDialog } from '../packages/vault-dialog.tsx';
import { KeyExport } from './key-export.tsx';
import { KeyImportDialog } from './key-import-dialog.tsx';
import { LostThings } from './lost-things.tsx';
import classes from './keys.module.css';

/** Beside the steps: where the session's keys are, moving them to a second secretary, and the ways out when something is lost. */
export const KeysScreen = () => {
  const t = useMessages(keyMessages);
  const ti = useMessages(intakeMessages);
  const ts = useMessages(sessionMessages);
  const say = useProblemText();
  const { id: sessionId, standing: saved, perform } = useSession();
  const [file, setFile] = useState<File | null>(null);
  const [unlocking, setUnlocking] = useState(false);
  const [unread, setUnread] = useState<string | null>(null);
  const standing = useQuery({
    queryKey: [...api.keys.standing.queryKey({ input: { sessionId } }), saved.seq],
    queryFn: () => client.keys.standing({ sessionId }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const words = {
    none: t.stateNone,
    here: t.stateHere,
    locked: t.stateLocked,
    lost: t.stateLost,
    elsewhere: t.stateElsewhere,
  } as const;
  const state = standing.data?.state ?? null;

  // Keys may have come in by a file opened from the system: then the history has an entry this screen doesn't know.
  const reload = useCallback(() => perform(() => Promise.resolve()).catch(() => undefined), [perform]);
  useEffect(() => void reload(), [reload]);

  const choose = async (): Promise<void> => {
    const { files, problem } = await chooseFiles(['hdkhoa'], false);
    setUnread(problem && say(problem));
    setFile(files[0] ?? null);
  };

  return (
    <Page title={ts.keys} lead={t.lead}>
      <Section title={t.standing}>
        {state !== null && (
          <Notice
            tone={state === 'lost' || state === 'elsewhere' ? 'attention' : 'plain'}
            actions={
              state === 'locked' ? (
                <Button variant="default" onClick={() => setUnlocking(true)}>
                  {ti.unlock}
                </Button>
              ) : undefined
            }
          >
            {words[state]}
          </Notice>
        )}
        {standing.error !== null && (
          <Notice tone="wrong" alert>
            {say(problemOf(standing.error))}
          </Notice>
        )}
      </Section>
      {state !== null && state !== 'none' && state !== 'lost' && state !== 'elsewhere' && <KeyExport />}
      <Section title={t.importTitle} lead={t.importLead}>
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => void choose()}>
            {t.choose}
          </Button>
        </div>
        {unread !== null && (
          <Notice tone="wrong" alert>
            {unread}
          </Notice>
        )}
      </Section>
      <LostThings lost={state === 'lost' || state === 'elsewhere'} />
      <VaultDialog
        asking={unlocking ? 'unlock' : null}
        onClose={() => setUnlocking(false)}
        onOpened={() => {
          setUnlocking(false);
          void standing.refetch();
        }}
      />
      {file !== null && (
        <KeyImportDialog
          key={`${file.name} ${file.lastModified}`}
          file={file}
          onClose={() => setFile(null)}
          onImported={() => {
            setFile(null);
            void reload();
          }}
        />
      )}
      <HelpPanel>
        <p>
          <strong>{t.stepsTitle}</strong>
        </p>
        <ol className={classes.steps}>
          <li>{t.step1}</li>
          <li>{t.step2}</li>
          <li>{t.step3}</li>
          <li>{t.step4}</li>
        </ol>
        <p>{t.backupHint}</p>
      </HelpPanel>
    </Page>
  );
};
