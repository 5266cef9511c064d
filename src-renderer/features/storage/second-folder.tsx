import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { client } from '../../client/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './storage.module.css';
import { useDeed } from './use-deed.ts';

type Props = {
  /** The folder that is named now. */
  readonly path: string | null;
  /** The host has a dialog for folders; else the path is typed. */
  readonly byDialog: boolean;
  readonly readOnly: boolean;
};

/** Names the second folder of backups, or another one, or none any more. */
export const SecondFolderNaming = ({ path, byDialog, readOnly }: Props) => {
  const t = useMessages(storageMessages);
  const announce = useAnnounce();
  const deed = useDeed();
  const [typed, setTyped] = useState('');
  const [forgetting, setForgetting] = useState(false);

  const name = () =>
    void deed.run(async () => {
      const chosen = byDialog
        ? (await client.storage.chooseSecondFolder()).chosen
        : await client.storage.nameSecondFolder({ path: typed }).then(() => true);
      if (!chosen) return;
      setTyped('');
      announce(t.folderNamed);
    });

  return (
    <>
      {path === null && <p>{t.noSecond}</p>}
      {deed.failure !== null && (
        <Notice tone="wrong" alert>
          {deed.failure}
        </Notice>
      )}
      {!byDialog && (
        <form
          className={classes.naming}
          onSubmit={(event) => {
            event.preventDefault();
            name();
          }}
        >
          <TextInput
            label={t.typeFolder}
            description={t.typeFolderHint}
            value={typed}
            maxLength={4_000}
            autoComplete="off"
            spellCheck={false}
            readOnly={readOnly}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={deed.busy} disabled={readOnly || typed.trim() === ''}>
            {t.useFolder}
          </Button>
        </form>
      )}
      <div className={classes.buttons}>
        {byDialog && (
          <Button variant="default" loading={deed.busy} disabled={readOnly} onClick={name}>
            {path === null ? t.chooseFolder : t.changeFolder}
          </Button>
        )}
        {path !== null && (
          <Button
            className={byDialog ? '' : (classes.inLine ?? '')}
            variant="subtle"
            color="gray"
            disabled={readOnly || deed.busy}
            onClick={() => setForgetting(true)}
          >
            {t.forget}
          </Button>
        )}
      </div>
      <ConfirmDialog
        opened={forgetting}
        onClose={() => setForgetting(false)}
        title={t.forgetTitle}
        confirmLabel={t.forget}
        onConfirm={() =>
          void deed.run(async () => {
            await client.storage.forgetSecondFolder();
            announce(t.forgotten);
          })
        }
      >
        <p>{t.forgetText(path ?? '')}</p>
      </ConfirmDialog>
    </>
  );
};
