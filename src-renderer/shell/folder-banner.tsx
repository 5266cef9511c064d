import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import type { Problem } from '#domain/contract/base.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { api, client } from '../client/client.ts';
import { onUnsavedChange, unsavedDocuments } from '../client/documents.ts';
import { problemOf } from '../client/problem.ts';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { useMessages } from '../ui/language.tsx';
import { dayAndClockOf } from '../ui/moments.ts';
import { Notice } from '../ui/notice.tsx';
import { useProblemText } from '../ui/problem-text.ts';
import classes from './save-status.module.css';

/** Whether trying again may open the folder for writing: the reason passes by itself or by a person's doing. */
const mayPassByItself = new Set(['store.locked', 'store.readOnlyFolder', 'store.notPermitted', 'store.diskFull']);

/** The folder can't be reached: it comes back without anybody's doing here, and is looked for while a screen is open. */
const FOLDER_GONE = 'store.folderGone';
const LOOK_EVERY = 5_000;

/** Says on every screen that the data folder is out of reach, until it is back; what could not be saved for it says so at the foot. */
export const FolderGoneBanner = () => {
  const say = useProblemText();
  const { data } = useQuery(api.app.info.queryOptions({ refetchInterval: LOOK_EVERY }));
  const readOnly = data?.readOnly ?? null;
  const unsaved = useSyncExternalStore(onUnsavedChange, unsavedDocuments);
  if (readOnly?.code !== FOLDER_GONE || unsaved.some(({ problem }) => problem.code === FOLDER_GONE)) return null;
  return (
    <div className={classes.readOnly} role="status">
      <Notice tone="attention" wide>
        {say(readOnly)}
      </Notice>
    </div>
  );
};

/** Why the whole data folder takes no changes, who holds it, and what can be done about it; nothing while it takes them. */
export const FolderBanner = () => {
  const ts = useMessages(shellMessages);
  const say = useProblemText();
  const { data } = useQuery(api.app.info.queryOptions());
  const readOnly = data?.readOnly ?? null;
  if (readOnly === null || readOnly.code === FOLDER_GONE) return null;
  return (
    <Notice tone="attention" title={ts.readOnly} actions={<FolderActions problem={readOnly} />}>
      {say(readOnly)}
    </Notice>
  );
};

/** The buttons that go with a folder that takes no changes. */
export const FolderActions = ({ problem }: { readonly problem: Problem }) => {
  const t = useMessages(storageMessages);
  const say = useProblemText();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const reload = () => window.location.reload();
  const takeOver = async (): Promise<void> => {
    try {
      await client.storage.takeOver();
      reload();
    } catch (error) {
      setFailure(say(problemOf(error)));
    }
  };
  const { host, since } = problem.details;
  return (
    <>
      {mayPassByItself.has(problem.code) && (
        <Button size="sm" variant="default" onClick={reload}>
          {t.openForWriting}
        </Button>
      )}
      {problem.code === 'store.lockedElsewhere' && (
        <Button size="sm" variant="default" onClick={() => setAsking(true)}>
          {t.takeOver}
        </Button>
      )}
      {failure !== null && <span role="alert">{failure}</span>}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t.takeOverTitle}
        confirmLabel={t.takeOverDo}
        danger
        onConfirm={() => void takeOver()}
      >
        <p>
          {t.takeOverText(
            typeof host === 'string' ? host : t.unknownHost,
            typeof since === 'string' ? dayAndClockOf(since) : t.unknownTime,
          )}
        </p>
      </ConfirmDialog>
    </>
  );
};
