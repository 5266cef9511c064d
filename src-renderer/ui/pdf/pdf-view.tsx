import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { Button } from '@mantine/core';
import type { Problem } from '#domain/contract/base.ts';
import { problemOf } from '../../client/problem.ts';
import { useProblemText } from '../problem-text.ts';
import { openPdf } from './open-pdf.ts';
import type { PdfSource } from './pdf-source.ts';
import { PdfReader } from './pdf-reader.tsx';
import { useMessages } from '../language.tsx';
import { Notice } from '../notice.tsx';
import classes from './pdf-view.module.css';

type Opened =
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'open';
      readonly pdf: PDFDocumentProxy;
      readonly firstPage: { readonly width: number; readonly height: number };
      readonly close: () => void;
    }
  | { readonly kind: 'broken' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

type Props = {
  /** The same object as long as it is the same file. */
  readonly file: PdfSource;
  /** Names the document, so that coming back to it comes back to its page: its SHA-256. */
  readonly documentKey: string;
};

/**
 * A PDF read inside the program; a sentence where it can't be. Takes the height it is given. A further file under the same key takes the
 * place of the one before without a jump: that one stays in sight until the new one can be drawn.
 */
export const PdfView = ({ file, documentKey }: Props) => {
  const t = useMessages(shellMessages);
  const say = useProblemText();
  const [attempt, setAttempt] = useState(1);
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });

  useEffect(() => {
    const left = new AbortController();
    const unreadable = (error: unknown): Opened => ({ kind: 'unreadable', problem: problemOf(error) });
    const open = async (): Promise<Opened> => {
      const opening = await openPdf(file, (error) => {
        if (!left.signal.aborted) setOpened(unreadable(error));
      }).catch(unreadable);
      if ('kind' in opening) return opening;
      if (!opening.ok) return { kind: opening.reason === 'locked' ? 'locked' : 'broken' };
      const page = await opening.pdf.getPage(1);
      const { width, height } = page.getViewport({ scale: 1 });
      return { kind: 'open', pdf: opening.pdf, firstPage: { width, height }, close: opening.close };
    };
    open()
      .catch((): Opened => ({ kind: 'broken' }))
      .then((result) => {
        if (!left.signal.aborted) setOpened(result);
        else if (result.kind === 'open') result.close();
      })
      .catch(() => undefined);
    return () => left.abort();
  }, [file, attempt]);

  // Closed when the next one stands in its place, and when the reader goes.
  useEffect(() => {
    if (opened.kind === 'open') return opened.close;
    return undefined;
  }, [opened]);

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
          <PdfReader key={documentKey} pdf={opened.pdf} documentKey={documentKey} firstPage={opened.firstPage} />
        </div>
      );
    case 'unreadable':
      return (
        <div className={classes.note}>
          <Notice
            tone="wrong"
            alert
            actions={
              <Button
                onClick={() => {
                  setOpened({ kind: 'opening' });
                  setAttempt(attempt + 1);
                }}
              >
                {t.tryAgain}
              </Button>
            }
          >
            {say(opened.problem)}
          </Notice>
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
