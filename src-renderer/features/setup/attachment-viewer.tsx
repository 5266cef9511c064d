import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Attachment } from '#domain/session/state.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { api } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PdfView } from '../../ui/pdf/pdf-view.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { ReadingPane } from '../../ui/reading-pane.tsx';
import { useDeliver } from '../../ui/use-deliver.ts';
import classes from './setup.module.css';

type Props = { readonly dossierId: string; readonly attachment: Attachment; readonly onClose: () => void };

/** One file of a dossier in the right column: a PDF is shown, another kind can be saved. */
export const AttachmentViewer = ({ dossierId, attachment, onClose }: Props) => {
  const t = useMessages(setupMessages);
  const ts = useMessages(shellMessages);
  const say = useProblemText();
  const { id: sessionId } = useSession();
  const { deliver, failure } = useDeliver();
  // A file never changes under its id, so it is read once; it is let go soon after it is closed.
  const { data, error, refetch } = useQuery(
    api.attachments.read.queryOptions({
      input: { sessionId, dossierId, attachmentId: attachment.id },
      staleTime: Infinity,
      gcTime: 60_000,
    }),
  );
  const isPdf = attachment.name.toLowerCase().endsWith('.pdf');
  return (
    <ReadingPane title={attachment.name} closing={{ closeLabel: t.closeView, onClose }}>
      {error !== null && (
        <div className={classes.pad}>
          <Notice tone="wrong" alert actions={<Button onClick={() => void refetch()}>{ts.tryAgain}</Button>}>
            {say(problemOf(error))}
          </Notice>
        </div>
      )}
      {data !== undefined && isPdf && <PdfView file={data} documentKey={attachment.sha256} />}
      {data !== undefined && !isPdf && (
        <div className={classes.pad}>
          <Notice actions={<Button onClick={() => void deliver([data])}>{t.saveAttachment(attachment.name)}</Button>}>
            {t.notPdf} {failure}
          </Notice>
        </div>
      )}
    </ReadingPane>
  );
};
