import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { intakeMessages } from '#domain/text/messages/intake.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { api } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import classes from './returns.module.css';

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly onNamed: (folderId: string) => void };

/** Asks for the path of a folder, in the host that has no folder dialog of its own. */
export const FolderPathDialog = ({ opened, onClose, onNamed }: Props) => {
  const t = useMessages(intakeMessages);
  const ts = useMessages(shellMessages);
  const say = useProblemText();
  const [path, setPath] = useState('');
  const name = useMutation(api.intake.nameFolder.mutationOptions({ onSuccess: ({ folderId }) => onNamed(folderId) }));

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (path.trim() !== '') name.mutate({ path });
  };

  return (
    <Dialog opened={opened} onClose={onClose} title={t.typeTitle}>
      <form onSubmit={submit} className={classes.form}>
        <p>{t.typeText}</p>
        <TextInput
          label={t.typePath}
          description={t.typePathHint}
          autoComplete="off"
          spellCheck={false}
          maxLength={4_096}
          value={path}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
        {name.error !== null && (
          <Notice tone="wrong" alert>
            {say(problemOf(name.error))}
          </Notice>
        )}
        <div className={classes.formButtons}>
          <DialogButtons
            confirm={
              <Button type="submit" disabled={path.trim() === ''} loading={name.isPending}>
                {t.typeConfirm}
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
