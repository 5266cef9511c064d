import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { Attachment } from '#domain/session/state.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { client } from '../../client/client.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { PartedFile } from '../../ui/pdf/pdf-source.ts';
import { PdfView } from '../../ui/pdf/pdf-view.tsx';
import { ReadingPane } from '../../ui/reading-pane.tsx';
import { useDeliver } from '../../ui/use-deliver.ts';
import classes from './setup.module.css';

type Props = { readonly dossierId: string; readonly attachment: Attachment; readonly onClose: () => void };

/** One file of a dossier in the right column: a PDF is shown, another kind can be saved. */
export const AttachmentViewer = ({ dossierId, attachment, onClose }: Props) => {
  const t = useMessages(setupMessages);
  const { id: sessionId } = useSession();
  const { deliverLent, failure } = useDeliver();
  const { id: attachmentId, size } = attachment;
  const file = useMemo(
    (): PartedFile => ({
      size,
      read: (at, length) => client.attachments.read({ sessionId, dossierId, attachmentId, at, size: length }),
    }),
    [sessionId, dossierId, attachmentId, size],
  );
  const save = () => void deliverLent(() => client.attachments.lend({ sessionId, dossierId, attachmentId }));
  const isPdf = attachment.name.toLowerCase().endsWith('.pdf');
  return (
    <ReadingPane title={attachment.name} closing={{ closeLabel: t.closeView, onClose }}>
      {isPdf ? (
        <PdfView file={file} documentKey={attachment.sha256} />
      ) : (
        <div className={classes.pad}>
          <Notice actions={<Button onClick={save}>{t.saveAttachment(attachment.name)}</Button>}>
            {t.notPdf} {failure}
          </Notice>
        </div>
      )}
    </ReadingPane>
  );
};
