import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';

type Props = {
  readonly memberId: string;
  readonly onClose: () => void;
  /** The seat takes another key now: the files can be read again. */
  readonly onConfirmed: () => void;
};

/** The member has another computer or lost the key: the secretary says so, with the reason, after having asked. */
export const NewKeyDialog = ({ memberId, onClose, onConfirmed }: Props) => {
  const t = useMessages(collectingMessages);
  const shell = useMessages(shellMessages);
  const say = useProblemText();
  const { id: sessionId, state, perform } = useSession();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const name = state.members[memberId]?.name ?? '';

  const confirm = async () => {
    setFailure(null);
    try {
      await perform(() => client.returns.resetKey({ sessionId, memberId, reason: reason.trim() }));
      onConfirmed();
    } catch (error) {
      setFailure(say(problemOf(error)));
    }
  };

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t.newKeyTitle(name)}
      footer={
        <DialogButtons
          confirm={
            <Button disabled={reason.trim() === ''} onClick={() => void confirm()}>
              {t.newKeyConfirm}
            </Button>
          }
          cancel={
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
          }
        />
      }
    >
      <p>{t.newKeyText}</p>
      <TextInput
        mt="md"
        label={t.newKeyReason}
        required
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {failure !== null && (
        <Notice tone="wrong" alert>
          {failure}
        </Notice>
      )}
    </Dialog>
  );
};
