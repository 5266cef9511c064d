import { useEffect, useState } from 'react';
import { keyMessages } from '#domain/text/messages/keys.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { leaveAllTheSame, onKeptOpen, type LeavingLoses } from '../client/closing.ts';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { useMessages } from '../ui/language.tsx';

/** Asks before the desktop window closes over what would be lost with it. A browser asks by itself. */
export const LeavingDialog = () => {
  const tk = useMessages(keyMessages);
  const ts = useMessages(shellMessages);
  const [loses, setLoses] = useState<LeavingLoses | null>(null);
  useEffect(() => onKeptOpen(setLoses), []);
  const t = loses === 'unsaved' ? ts : tk;
  return (
    <ConfirmDialog
      opened={loses !== null}
      onClose={() => setLoses(null)}
      title={t.leavingTitle}
      confirmLabel={t.leavingConfirm}
      onConfirm={() => loses !== null && leaveAllTheSame(loses)}
      danger
    >
      <p>{t.leavingText}</p>
    </ConfirmDialog>
  );
};
