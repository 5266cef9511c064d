import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import type { BinaryFile } from '#domain/contract/binary.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { openPdf } from '../features/member/reader/pdf-library.ts';
import { PdfReader } from '../features/member/reader/pdf-reader.tsx';
import { useMessages } from './language.tsx';
import { Notice } from './notice.tsx';
import classes from './pdf-view.module.css';

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly pdf: PDFDocumentProxy; readonly firstPage: { readonly width: number; readonly height: number } }
  | { readonly kind: 'broken' }
  | { readonly kind: 'locked' };

type Props = {
  readonly file: BinaryFile;
  /** Names the document, so that coming back to it comes back to its page: its SHA-256. */
  readonly documentKey: string;
};

/** A PDF read inside the program; a sentence where it can't be. Takes the height it is given. */
export const PdfView = ({ file, documentKey }: Props) => {
  const t = useMessages(shellMessages);
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });

  useEffect(() => {
    let over = false;
    let close = (): void => undefined;
    const open = async (): Promise<Opened> => {
      const opening = await openPdf(await file.arrayBuffer());
      if (!opening.ok) return { kind: opening.reason === 'locked' ? 'locked' : 'broken' };
      close = opening.close;
      const page = await opening.pdf.getPage(1);
      const { width, height } = page.getViewport({ scale: 1 });
      return { kind: 'open', pdf: opening.pdf, firstPage: { width, height } };
    };
    open()
      .catch((): Opened => ({ kind: 'broken' }))
      .then((result) => (over ? close() : setOpened(result)))
      .catch(() => undefined);
    return () => {
      over = true;
      close();
    };
  }, [file]);

  switch (opened.kind) {
    case 'opening':
      return (
        <p className={classes.note} role="status">
          {t.pdfLoading}
        </p>
      );
    case 'open':
      return (
        <div className={classes.view}>
          <PdfReader pdf={opened.pdf} documentKey={documentKey} firstPage={opened.firstPage} />
        </div>
      );
    case 'broken':
    case 'locked':
      return (
        <div className={classes.note}>
          <Notice tone="wrong" alert>
            {opened.kind === 'broken' ? t.pdfBroken : t.pdfLocked}
          </Notice>
        </div>
      );
  }
};
