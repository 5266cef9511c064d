import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import type { Problem } from '#domain/contract/base.ts';
import { memberMessages } from '#domain/text/messages/member.ts';
import { api, client } from '../../../client/client.ts';
import { onFilesOpened } from '../../../client/files.ts';
import { problemOf } from '../../../client/problem.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemText } from '../../../ui/problem-text.ts';
import { letGoOfFile, offerFiles, onWaitingFile, waitingFile } from './incoming-file.ts';
import { KeyImportDialog } from '../../keys/key-import-dialog.tsx';
import { PassphraseDialog } from './passphrase-dialog.tsx';
import { ReturnOpener } from './return-opener.tsx';
import { touchWorkbook } from './touched.ts';

/**
 * Opens what `offerFile` was given, on whatever screen that happened: asks for a package's passphrase, takes a receipt, leads a return to
 * its session and keys to theirs, says what any other file is. Stands once around all screens.
 */
export const FileOpener = () => {
  const t = useMessages(memberMessages);
  const incoming = useSyncExternalStore(onWaitingFile, waitingFile);
  const [, navigate] = useLocation();
  const announce = useAnnounce();

  const problemText = useProblemText();
  const [unread, setUnread] = useState<Problem | null>(null);

  // Files the program was started with, or that were double-clicked while it runs.
  useEffect(
    () =>
      onFilesOpened(({ files, problem }) => {
        setUnread(problem);
        offerFiles(files);
      }),
    [],
  );

  if (unread !== null) return <Refusal text={problemText(unread)} tone="wrong" onClose={() => setUnread(null)} />;
  const say = { new: t.openedNew, updated: t.openedUpdated, unchanged: t.openedUnchanged, older: t.openedOlder };
  switch (incoming?.kind) {
    case undefined:
      return null;
    case 'package':
      return (
        <PassphraseDialog
          // Another file starts afresh.
          key={incoming.turn}
          file={incoming.file}
          onClose={letGoOfFile}
          onOpened={({ workbookId, outcome }) => {
            letGoOfFile();
            touchWorkbook(workbookId);
            announce(say[outcome]);
            navigate(`/workbooks/${workbookId}`);
          }}
        />
      );
    case 'receipt':
      return <ReceiptTaker key={incoming.turn} file={incoming.file} />;
    case 'return':
      return <ReturnOpener key={incoming.turn} files={incoming.files} onClose={letGoOfFile} />;
    case 'keys':
      return (
        <KeyImportDialog
          key={incoming.turn}
          file={incoming.file}
          onClose={letGoOfFile}
          onImported={(sessionId) => {
            letGoOfFile();
            navigate(`/sessions/${sessionId}/keys`);
          }}
        />
      );
    case 'unknown':
      return <Refusal text={t.unknownFile(incoming.name)} tone="wrong" />;
  }
};

type RefusalProps = { readonly text: string; readonly tone: 'plain' | 'wrong'; readonly onClose?: () => void };

const Refusal = ({ text, tone, onClose = letGoOfFile }: RefusalProps) => {
  const t = useMessages(memberMessages);
  return (
    <Dialog opened onClose={onClose} title={t.fileRefused} footer={<Button onClick={onClose}>{t.close}</Button>}>
      <Notice tone={tone} alert>
        {text}
      </Notice>
    </Dialog>
  );
};

/** A receipt needs no question: it is taken, and the return it is for is shown. */
const ReceiptTaker = ({ file }: { readonly file: File }) => {
  const t = useMessages(memberMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [problem, setProblem] = useState<Problem | null>(null);

  const take = useCallback(async (): Promise<void> => {
    try {
      const { workbookId, revision, code } = await client.workbooks.openReceipt({ file });
      await queries.invalidateQueries({ queryKey: api.workbooks.list.key() });
      letGoOfFile();
      touchWorkbook(workbookId);
      announce(t.receiptTaken(revision, code));
      navigate(`/workbooks/${workbookId}/check`);
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, [file, queries, announce, navigate, t]);

  useEffect(() => {
    void take();
  }, [take]);

  return problem === null ? null : <Refusal text={say(problem)} tone="wrong" />;
};
