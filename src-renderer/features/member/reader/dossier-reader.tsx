import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { memberMessages } from '#domain/text/messages/member.ts';
import type { GivenDossier } from '#domain/workbook/state.ts';
import type { BinaryFile } from '#domain/contract/binary.ts';
import { api } from '../../../client/client.ts';
import { deliverFiles } from '../../../client/files.ts';
import { problemOf } from '../../../client/problem.ts';
import { useMessages } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemText } from '../../../ui/problem-text.ts';
import { openPdf } from '../../../ui/pdf/pdf-library.ts';
import type { PageSize } from '../../../ui/pdf/pdf-page.tsx';
import { PdfReader } from '../../../ui/pdf/pdf-reader.tsx';
import classes from './dossier-reader.module.css';

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly pdf: PDFDocumentProxy; readonly firstPage: PageSize }
  | { readonly kind: 'notReadable' }
  | { readonly kind: 'locked' };

const isPdfName = (name: string): boolean => /\.pdf$/iu.test(name);

const useOpenedPdf = (file: BinaryFile | undefined): Opened => {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  useEffect(() => {
    setOpened({ kind: 'opening' });
    if (file === undefined) return;
    const left = new AbortController();
    const show = (next: Opened): void => {
      if (!left.signal.aborted) setOpened(next);
    };
    const open = async (): Promise<void> => {
      const opening = await openPdf(await file.arrayBuffer());
      if (!opening.ok) {
        show({ kind: opening.reason === 'locked' ? 'locked' : 'notReadable' });
        return;
      }
      if (left.signal.aborted) {
        opening.close();
        return;
      }
      left.signal.addEventListener('abort', opening.close);
      const page = await opening.pdf.getPage(1);
      const { width, height } = page.getViewport({ scale: 1 });
      show({ kind: 'open', pdf: opening.pdf, firstPage: { width, height } });
    };
    open().catch(() => show({ kind: 'notReadable' }));
    return () => left.abort();
  }, [file]);
  return opened;
};

type FileProps = {
  readonly workbookId: string;
  readonly dossierId: string;
  readonly attachment: GivenDossier['attachments'][number];
};

const AttachmentView = ({ workbookId, dossierId, attachment }: FileProps) => {
  const t = useMessages(memberMessages);
  const problemText = useProblemText();
  // A file never changes under its id, so it is read once; it is let go soon after the reader closes.
  const query = useQuery(
    api.workbooks.attachment.queryOptions({
      input: { workbookId, dossierId, attachmentId: attachment.id },
      staleTime: Infinity,
      gcTime: 60_000,
      retry: false,
    }),
  );
  const readable = isPdfName(attachment.name);
  const opened = useOpenedPdf(readable ? query.data : undefined);
  const { data: file, error } = query;
  const save = file && (
    <Button variant="default" onClick={() => void deliverFiles([file])}>
      {t.saveAttachment}
    </Button>
  );

  if (error)
    return (
      <div className={classes.notice}>
        <Notice tone="wrong" actions={<Button onClick={() => void query.refetch()}>{t.retry}</Button>}>
          {problemText(problemOf(error))}
        </Notice>
      </div>
    );
  if (!readable || opened.kind === 'notReadable' || opened.kind === 'locked') {
    const text = !readable ? t.notPdf : opened.kind === 'locked' ? t.passwordPdf : t.notReadable;
    return (
      <div className={classes.notice}>
        <Notice tone={readable ? 'wrong' : 'plain'} actions={save}>
          {text(attachment.name)}
        </Notice>
      </div>
    );
  }
  if (opened.kind === 'opening')
    return (
      <p className={classes.notice} role="status">
        {t.reading(attachment.name)}
      </p>
    );
  return (
    <PdfReader key={attachment.id} documentKey={attachment.sha256} pdf={opened.pdf} firstPage={opened.firstPage} />
  );
};

/** The documents of one dossier, read inside the program. */
export const DossierReader = ({
  workbookId,
  dossier,
}: {
  readonly workbookId: string;
  readonly dossier: GivenDossier;
}) => {
  const t = useMessages(memberMessages);
  const [chosen, setChosen] = useState<string | null>(null);
  const attachment = dossier.attachments.find(({ id }) => id === chosen) ?? dossier.attachments[0];
  return (
    <section className={classes.reader} aria-label={t.reader}>
      {dossier.attachments.length > 1 && (
        <div className={classes.bar}>
          <NativeSelect
            className={classes.choice}
            label={t.attachment}
            value={attachment?.id ?? ''}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={dossier.attachments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      )}
      {attachment === undefined ? (
        <p className={classes.notice}>{t.noAttachments}</p>
      ) : (
        <AttachmentView workbookId={workbookId} dossierId={dossier.id} attachment={attachment} />
      )}
    </section>
  );
};
