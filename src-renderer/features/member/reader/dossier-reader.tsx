import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { memberMessages } from '#domain/text/messages/member.ts';
import type { GivenDossier } from '#domain/workbook/state.ts';
import type { Problem } from '#domain/contract/base.ts';
import { client } from '../../../client/client.ts';
import { problemOf } from '../../../client/problem.ts';
import { useMessages } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemText } from '../../../ui/problem-text.ts';
import { openPdf } from '../../../ui/pdf/open-pdf.ts';
import type { PartedFile } from '../../../ui/pdf/pdf-source.ts';
import { useDeliver } from '../../../ui/use-deliver.ts';
import type { PageSize } from '../../../ui/pdf/pdf-page.tsx';
import { PdfReader } from '../../../ui/pdf/pdf-reader.tsx';
import classes from './dossier-reader.module.css';

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly pdf: PDFDocumentProxy; readonly firstPage: PageSize }
  | { readonly kind: 'notReadable' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

const isPdfName = (name: string): boolean => /\.pdf$/iu.test(name);

/** Opens the file; none for one that is no PDF. `again` tries anew. */
const useOpenedPdf = (file: PartedFile | null): { readonly opened: Opened; readonly again: () => void } => {
  const [attempt, setAttempt] = useState(1);
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  useEffect(() => {
    setOpened({ kind: 'opening' });
    if (file === null) return;
    const left = new AbortController();
    const show = (next: Opened): void => {
      if (!left.signal.aborted) setOpened(next);
    };
    const unreadable = (error: unknown): void => show({ kind: 'unreadable', problem: problemOf(error) });
    const open = async (): Promise<void> => {
      const opening = await openPdf(file, unreadable).catch(unreadable);
      if (opening === undefined) return;
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
  }, [file, attempt]);
  return { opened, again: () => setAttempt(attempt + 1) };
};

type FileProps = {
  readonly workbookId: string;
  readonly dossierId: string;
  readonly attachment: GivenDossier['attachments'][number];
};

const AttachmentView = ({ workbookId, dossierId, attachment }: FileProps) => {
  const t = useMessages(memberMessages);
  const problemText = useProblemText();
  const { deliverLent, failure } = useDeliver();
  const readable = isPdfName(attachment.name);
  const { id: attachmentId, size } = attachment;
  const file = useMemo(
    (): PartedFile | null =>
      readable
        ? {
            size,
            read: (at, length) =>
              client.workbooks.readAttachment({ workbookId, dossierId, attachmentId, at, size: length }),
          }
        : null,
    [workbookId, dossierId, attachmentId, size, readable],
  );
  const { opened, again } = useOpenedPdf(file);
  const save = (
    <Button
      variant="default"
      onClick={() => void deliverLent(() => client.workbooks.lendAttachment({ workbookId, dossierId, attachmentId }))}
    >
      {t.saveAttachment}
    </Button>
  );

  if (opened.kind === 'unreadable')
    return (
      <div className={classes.notice}>
        <Notice tone="wrong" actions={<Button onClick={again}>{t.retry}</Button>}>
          {problemText(opened.problem)}
        </Notice>
      </div>
    );
  if (!readable || opened.kind === 'notReadable' || opened.kind === 'locked') {
    const text = !readable ? t.notPdf : opened.kind === 'locked' ? t.passwordPdf : t.notReadable;
    return (
      <div className={classes.notice}>
        <Notice tone={readable ? 'wrong' : 'plain'} actions={save}>
          {text(attachment.name)} {failure}
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
