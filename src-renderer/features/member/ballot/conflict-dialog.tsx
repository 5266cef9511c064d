import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { memberMessages } from '#domain/text/messages/member.ts';
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx';
import { useMessages } from '../../../ui/language.tsx';

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly onDeclare: (reason: string) => void };

/** Declaring a conflict of interest takes a reason; without one nothing is declared. */
export const ConflictDialog = ({ opened, onClose, onDeclare }: Props) => {
  const t = useMessages(memberMessages);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const declare = (): void => {
    if (reason.trim() === '') {
      setMissing(true);
      return;
    }
    onClose();
    onDeclare(reason.normalize('NFC'));
  };
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t.conflictTitle}
      footer={
        <DialogButtons
          confirm={<Button onClick={declare}>{t.conflictConfirm}</Button>}
          cancel={
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
          }
        />
      }
    >
      <p>{t.conflictText}</p>
      <Textarea
        label={t.conflictReason}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={40_000}
        value={reason}
        error={missing && reason.trim() === '' ? t.conflictReasonMissing : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
};
