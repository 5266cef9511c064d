import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { problemOf } from '../client/problem.ts';
import { Dialog, DialogButtons } from './dialog.tsx';
import { useMessages } from './language.tsx';
import { Notice } from './notice.tsx';
import { useProblemText } from './problem-text.ts';

type Props = {
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen, and what may have to be chosen before. */
  readonly children: ReactNode;
  readonly reasonLabel: string;
  readonly reasonHint?: string;
  /** What will be done, as a verb. */
  readonly confirmLabel: string;
  /** Red, for what takes something away. */
  readonly danger?: boolean;
  /** Is everything else there that the step needs? */
  readonly ready?: boolean;
  /** Does it; the dialog closes when that is done and says why when it fails. */
  readonly onConfirm: (reason: string) => void | Promise<void>;
};

/** A guarded step: it says what happens, asks for the reason that is kept with it, and does nothing without one. Mounted while it is open. */
export const ReasonDialog = ({
  onClose,
  title,
  children,
  reasonLabel,
  reasonHint,
  confirmLabel,
  danger = false,
  ready = true,
  onConfirm,
}: Props) => {
  const shell = useMessages(shellMessages);
  const say = useProblemText();
  const [reason, setReason] = useState('');
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const confirm = async (): Promise<void> => {
    setFailure(null);
    setWorking(true);
    try {
      await onConfirm(reason.trim());
      onClose();
    } catch (error) {
      setFailure(say(problemOf(error)));
      setWorking(false);
    }
  };

  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      footer={
        <DialogButtons
          confirm={
            <Button
              color={danger ? 'red' : 'pen'}
              disabled={!ready || working || reason.trim() === ''}
              onClick={() => void confirm()}
            >
              {confirmLabel}
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
      {children}
      <TextInput
        mt="md"
        label={reasonLabel}
        description={reasonHint}
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
