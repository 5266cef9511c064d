import { useEffect, useState } from 'react';
import { keyMessages } from '#domain/text/messages/keys.ts';
import { leaveAllTheSame, onKeptOpen } from '../client/closing.ts';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { useMessages } from '../ui/language.tsx';

/** Asks before the desktop window closes over passphrases that are shown once. A browser asks by itself. */
export const LeavingDialog = () => {
  const t = useMessages(keyMessages);
  const [asking, setAsking] = useState(false);
  useEffect(() => onKeptOpen(() => setAsking(true)), []);
  return (
    <ConfirmDialog
      opened={asking}
      onClose={() => setAsking(false)}
      title={t.leavingTitle}
      confirmLabel={t.leavingConfirm}
      onConfirm={leaveAllTheSame}
      danger
    >
      <p>{t.leavingText}</p>
    </ConfirmDialog>
  );
};
