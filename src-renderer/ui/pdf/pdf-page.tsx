import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { readerMessages } from '#domain/text/messages/reader.ts';
import { useMessages } from '../language.tsx';
import type { Found } from './find-in-page.ts';
import { markRanges, rangeOf } from './find-marks.ts';
import { textLayer } from './open-pdf.ts';
import classes from './pdf-reader.module.css';

/** Size of a page in CSS pixels at 100 %. */
export type PageSize = { readonly width: number; readonly height: number };

type Props = {
  readonly pdf: PDFDocumentProxy;
  /** From 1. */
  readonly number: number;
  /** Taken until the page itself has told its size. */
  readonly expected: PageSize;
  /** CSS pixels a point. */
  readonly scale: number;
  /** Is the page in sight, or about to be? Only then is it drawn. */
  readonly near: boolean;
  /** Places of a searched text on this page. */
  readonly found: readonly Found[];
  /** The one in question, brought into sight; null when it is on another page. */
  readonly chosen: Found | null;
};

/** Scrolls the reader so that a place stands in its upper half, if it is not in sight. */
const bringIntoSight = (range: Range): void => {
  const pane = range.startContainer.parentElement?.closest('[data-pane="reader"]');
  if (!pane) return;
  const [place, room] = [range.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (place.top < room.top + 16 || place.bottom > room.bottom - 16)
    pane.scrollTop += place.top - room.top - room.height / 3;
  if (place.left < room.left + 16 || place.right > room.right - 16)
    pane.scrollLeft += place.left - room.left - room.width / 3;
};

/** One page of a PDF: its picture, and its text over it, to be selected and heard. */
export const PdfPage = ({ pdf, number, expected, scale, near, found, chosen }: Props) => {
  const t = useMessages(readerMessages);
  const sheet = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(expected);
  /** The pieces of text over the drawn page; null while it is not drawn. */
  const [pieces, setPieces] = useState<readonly HTMLElement[] | null>(null);

  useEffect(() => {
    const host = sheet.current;
    if (!near || host === null) return;
    const left = new AbortController();
    const gone = (): boolean => left.signal.aborted;
    const canvas = document.createElement('canvas');
    const words = document.createElement('div');
    words.className = classes.words ?? '';

    const draw = async (): Promise<void> => {
      const [page, TextLayer] = await Promise.all([pdf.getPage(number), textLayer()]);
      if (gone()) return;
      const natural = page.getViewport({ scale: 1 });
      setSize({ width: natural.width, height: natural.height });
      const viewport = page.getViewport({ scale });
      // Sharp on dense screens, and never beyond what a canvas can hold.
      const density = Math.min(window.devicePixelRatio, Math.sqrt(16_000_000 / (viewport.width * viewport.height)));
      canvas.width = Math.floor(viewport.width * density);
      canvas.height = Math.floor(viewport.height * density);
      canvas.className = classes.picture ?? '';
      const picture = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
      left.signal.addEventListener('abort', () => picture.cancel());
      const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport });
      left.signal.addEventListener('abort', () => layer.cancel());
      await Promise.all([picture.promise, layer.render()]);
      if (gone()) return;
      host.replaceChildren(canvas, words);
      setPieces(layer.textDivs);
    };
    // A page that can't be drawn stays a white sheet with its number; the others are not affected.
    draw().catch(() => undefined);
    return () => left.abort();
  }, [pdf, number, scale, near]);

  // What is out of sight gives its memory back.
  useEffect(() => {
    if (near) return;
    sheet.current?.replaceChildren();
    setPieces(null);
  }, [near]);

  useEffect(() => {
    if (pieces === null || found.length === 0) return;
    const ranges = found.flatMap((one) => rangeOf(one, pieces) ?? []);
    const here = chosen && rangeOf(chosen, pieces);
    if (here) bringIntoSight(here);
    return markRanges(ranges, here);
  }, [pieces, found, chosen]);

  // The text layer measures itself by this variable.
  const style: CSSProperties & { readonly '--total-scale-factor': number } = {
    width: size.width * scale,
    height: size.height * scale,
    '--total-scale-factor': scale,
  };
  return (
    <section className={classes.page} aria-label={t.pageLabel(number, pdf.numPages)} data-page={number} style={style}>
      {pieces !== null ? null : <p className={classes.pageNumber}>{number}</p>}
      <div ref={sheet} />
    </section>
  );
};
