import { Button, Loader } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Problem } from '#domain/contract/base.ts';
import { intakeMessages } from '#domain/text/messages/intake.ts';
import { memberMessages } from '#domain/text/messages/member.ts';
import { client } from '../../../client/client.ts';
import { usePreferences } from '../../../client/preferences.tsx';
import { problemOf } from '../../../client/problem.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemText } from '../../../ui/problem-text.ts';
import { VaultDialog } from '../../packages/vault-dialog.tsx';
import { handReturns } from '../../returns/handed-return.ts';
import classes from './opening.module.css';

type Standing =
  | { readonly kind: 'searching' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Leads returns opened from the system to the returns screen of their session, or says that no session here has their key. */
export const ReturnOpener = ({ files, onClose }: { readonly files: readonly File[]; readonly onClose: () => void }) => {
  const t = useMessages(intakeMessages);
  const tm = useMessages(memberMessages);
  const say = useProblemText();
  const [, navigate] = useLocation();
  const { role } = usePreferences().preferences;
  const [standing, setStanding] = useState<Standing>({ kind: 'searching' });
  const [file] = files;
  const name = file?.name ?? '';

  const search = useCallback(async (): Promise<void> => {
    if (file === undefined) return;
    setStanding({ kind: 'searching' });
    try {
      const { sessionId } = await client.intake.sessionOf({ file });
      if (sessionId === null) {
        setStanding({ kind: 'unknown' });
        return;
      }
      handReturns(sessionId, files);
      onClose();
      navigate(`/sessions/${sessionId}/returns`);
    } catch (error) {
      const problem = problemOf(error);
      setStanding(problem.code === 'vault.locked' ? { kind: 'locked' } : { kind: 'failed', problem });
    }
    // The files are the same as long as this stands: another one brings another opener.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [file]);

  useEffect(() => {
    void search();
  }, [search]);

  if (standing.kind === 'locked')
    return <VaultDialog asking="unlock" onClose={onClose} onOpened={() => void search()} />;
  return (
    <Dialog opened onClose={onClose} title={t.openedReturnTitle} footer={<Button onClick={onClose}>{tm.close}</Button>}>
      {standing.kind === 'searching' && (
        <p className={classes.status} role="status">
          <Loader aria-hidden size="1.25rem" /> {t.openedReturnSearching(name)}
        </p>
      )}
      {standing.kind === 'unknown' && (
        <Notice tone="plain" alert>
          {role === 'member' ? tm.returnFileGiven(name) : t.openedReturnUnknown(name)}
        </Notice>
      )}
      {standing.kind === 'failed' && (
        <Notice tone="wrong" alert>
          {say(standing.problem)}
        </Notice>
      )}
    </Dialog>
  );
};
