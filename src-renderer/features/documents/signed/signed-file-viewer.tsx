import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BinaryFile } from '#domain/contract/binary.ts';
import type { SignedFile } from '#domain/session/state.ts';
import { signedFilesMessages } from '#domain/text/messages/signed-files.ts';
import { api } from '../../../client/client.ts';
import { problemOf } from '../../../client/problem.ts';
import { useSession } from '../../../client/session-document.ts';
import { useMessages } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PdfView } from '../../../ui/pdf/pdf-view.tsx';
import { useProblemText } from '../../../ui/problem-text.ts';
import { ReadingPane } from '../../../ui/reading-pane.tsx';
import classes from './signed.module.css';

/** A kept file in the right column. */
export const SignedFileViewer = ({ file, onClose }: { readonly file: SignedFile; readonly onClose: () => void }) => {
  const t = useMessages(signedFilesMessages);
  const say = useProblemText();
  const { id: sessionId } = useSession();
  const { data, error, refetch } = useQuery(
    api.signing.read.queryOptions({ input: { sessionId, fileId: file.id }, staleTime: Infinity, gcTime: 60_000 }),
  );
  return (
    <ReadingPane title={file.name} closing={{ closeLabel: t.closeView, onClose }}>
      {error !== null && (
        <div className={classes.pad}>
          <Notice tone="wrong" alert actions={<Button onClick={() => void refetch()}>{t.tryAgain}</Button>}>
            {say(problemOf(error))}
          </Notice>
        </div>
      )}
      {data !== undefined &&
        (data.type.startsWith('image/') ? (
          <Picture file={data} />
        ) : (
          <PdfView key={file.id} file={data} documentKey={file.sha256} />
        ))}
    </ReadingPane>
  );
};

const Picture = ({ file }: { readonly file: BinaryFile }) => {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let url: string | null = null;
    const left = new AbortController();
    const show = async (): Promise<void> => {
      const bytes = await file.arrayBuffer();
      if (left.signal.aborted) return;
      url = URL.createObjectURL(new Blob([bytes], { type: file.type }));
      setAddress(url);
    };
    show().catch(() => undefined);
    return () => {
      left.abort();
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [file]);
  return <div className={classes.picture}>{address !== null && <img src={address} alt={file.name} />}</div>;
};
