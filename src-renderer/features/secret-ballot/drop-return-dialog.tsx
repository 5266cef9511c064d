import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { useSession } from '../../client/session-document.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';

/** A return of a secret vote is dropped so that another one of the member, which diverged from it, can be taken. */
export const DropReturnDialog = ({
  memberId,
  onClose,
}: {
  readonly memberId: string;
  readonly onClose: () => void;
}) => {
  const t = useMessages(secretBallotMessages);
  const { state, record } = useSession();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t.dropTitle(state.members[memberId]?.name ?? '')}
      footer={
        <DialogButtons
          confirm={
            <Button
              disabled={reason.trim() === ''}
              onClick={() => {
                record({ type: 'secretBallot.returnDropped', memberId, reason: reason.trim() });
                onClose();
              }}
            >
              {t.dropConfirm}
            </Button>
          }
          cancel={
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
          }
        />
      }
    >
      <p>{t.dropText}</p>
      <TextInput
        mt="md"
        label={t.dropReason}
        required
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
};
