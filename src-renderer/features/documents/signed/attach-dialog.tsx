import { Button, Loader, NativeSelect, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SignedFile } from '#domain/session/state.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { signedFilesMessages } from '#domain/text/messages/signed-files.ts';
import { client } from '../../../client/client.ts';
import { problemOf } from '../../../client/problem.ts';
import { useSession } from '../../../client/session-document.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemText } from '../../../ui/problem-text.ts';
import { CheckReport } from './check-report.tsx';
import classes from './signed.module.css';

type Props = {
  readonly file: File;
  /** Pages a file may be of: id and title. */
  readonly pages: readonly { readonly id: string; readonly title: string }[];
  /** Title of a locked page by its hash. */
  readonly titleOf: (sha256: string) => string;
  readonly onClose: () => void;
};

/** Says what a file that came back is before it is kept. */
export const AttachDialog = ({ file, pages, titleOf, onClose }: Props) => {
  const t = useMessages(signedFilesMessages);
  const shell = useMessages(shellMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const { id: sessionId, perform } = useSession();
  const [chosenKind, setChosenKind] = useState<SignedFile['kind'] | null>(null);
  const [page, setPage] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const examined = useQuery({
    queryKey: ['examine', sessionId, file.name, file.size, file.lastModified],
    queryFn: () => client.signing.examine({ sessionId, file }),
    retry: false,
    gcTime: 0,
  });
  const check = examined.data?.check ?? null;
  const isSigned = (check?.signatures.length ?? 0) > 0;
  const kind = chosenKind ?? (isSigned ? 'signed' : 'scan');
  // A file that shows signs of change may be kept as evidence, but nothing invites to it.
  const distrusted = check !== null && isSigned && !check.intact;
  const known = check?.sameness.kind === 'same';

  const attach = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const { file: kept } = await perform(() =>
        client.signing.attach({ sessionId, file, kind, page: page === '' ? null : page }),
      );
      announce(t.attached(kept.name));
      onClose();
    } catch (error) {
      setProblem(say(problemOf(error)));
      setBusy(false);
    }
  };

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t.attachTitle}
      size="large"
      footer={
        <DialogButtons
          confirm={
            <Button
              variant={distrusted ? 'default' : 'filled'}
              disabled={busy || examined.data === undefined}
              onClick={() => void attach()}
            >
              {distrusted ? t.attachAnyway : t.attachNow}
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
      <div className={classes.form}>
        <p>{t.attachFile(file.name)}</p>
        <div role="status" className={classes.status}>
          {(examined.isPending || busy) && (
            <>
              <Loader aria-hidden size="1.25rem" /> {busy ? t.attaching : t.examining}
            </>
          )}
        </div>
        {examined.error !== null && (
          <Notice tone="wrong" alert>
            {say(problemOf(examined.error))}
          </Notice>
        )}
        {examined.data !== undefined && (
          <>
            {check === null ? <Notice>{t.picture}</Notice> : <CheckReport check={check} titleOf={titleOf} />}
            {isSigned && (
              <Radio.Group
                label={t.attachKind}
                value={kind}
                onChange={(value) => setChosenKind(value === 'signed' ? 'signed' : 'scan')}
              >
                <Stack gap="0.25rem" mt="0.25rem">
                  <Radio value="signed" label={t.kindSigned} />
                  <Radio value="scan" label={t.kindScan} />
                </Stack>
              </Radio.Group>
            )}
            {!known && (
              <NativeSelect
                label={t.attachPage}
                value={page}
                onChange={(event) => setPage(event.currentTarget.value)}
                data={[
                  { value: '', label: t.severalPagesChoice },
                  ...pages.map(({ id, title }) => ({ value: id, label: title })),
                ]}
              />
            )}
          </>
        )}
        {problem !== null && (
          <Notice tone="wrong" alert>
            {problem}
          </Notice>
        )}
      </div>
    </Dialog>
  );
};
