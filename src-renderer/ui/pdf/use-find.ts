import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useMemo, useState } from 'react';
import { findInPage, pageText, type Found, type PageText, type TextPiece } from './find-in-page.ts';

/** A searched text found: on which page, from 1, and where there. */
export type PlaceFound = Found & { readonly page: number };

export type Find = {
  readonly query: string;
  /** In the order of the pages; grows while pages are still being read. */
  readonly places: readonly PlaceFound[];
  /** Index of the place in question; null while there is none. */
  readonly at: number | null;
  /** Page being read just now; null when all were. */
  readonly reading: number | null;
  /** The whole document holds no text at all: a scan. */
  readonly noText: boolean;
  readonly search: (query: string) => void;
  /** To the next place, or the one before, around the ends. */
  readonly move: (direction: 1 | -1) => void;
};

const textsOf = new WeakMap<PDFDocumentProxy, Map<number, PageText>>();

const readPage = async (pdf: PDFDocumentProxy, number: number): Promise<PageText> => {
  const known = textsOf.get(pdf) ?? new Map<number, PageText>();
  textsOf.set(pdf, known);
  const kept = known.get(number);
  if (kept) return kept;
  const { items } = await (await pdf.getPage(number)).getTextContent();
  const text = pageText(items.filter((item): item is typeof item & TextPiece => 'str' in item));
  known.set(number, text);
  return text;
};

type Result = Pick<Find, 'places' | 'reading' | 'noText'>;
const nothing: Result = { places: [], reading: null, noText: false };

/** Searches a document page by page, so that the first place shows before the last page is read. `fromPage`: where the reader stands. */
export const useFind = (pdf: PDFDocumentProxy, fromPage: () => number): Find => {
  const [query, setQuery] = useState('');
  const [result, setResult] = useState<Result>(nothing);
  const [moved, setMoved] = useState<number | null>(null);
  const [start, setStart] = useState(1);

  useEffect(() => {
    setMoved(null);
    if (query.trim() === '') {
      setResult(nothing);
      return;
    }
    const left = new AbortController();
    const run = async (): Promise<void> => {
      const places: PlaceFound[] = [];
      let letters = 0;
      let told = 0;
      for (let page = 1; page <= pdf.numPages; page++) {
        // Told at the first place and now and then: a long document has many.
        if (page % 10 === 1 || told === 0) setResult({ places: [...places], reading: page, noText: false });
        told = places.length;
        const text = await readPage(pdf, page);
        if (left.signal.aborted) return;
        letters += text.folded.length;
        places.push(...findInPage(text, query).map((found) => ({ ...found, page })));
      }
      setResult({ places, reading: null, noText: letters === 0 });
    };
    // Typing goes on: only the text that stands for a moment is searched.
    const waiting = setTimeout(() => {
      run().catch(() => setResult(nothing));
    }, 150);
    return () => {
      left.abort();
      clearTimeout(waiting);
    };
  }, [pdf, query]);

  const { places, reading, noText } = result;
  const nearest = places.findIndex(({ page }) => page >= start);
  const at = places.length === 0 ? null : (moved ?? Math.max(0, nearest));
  return useMemo(
    () => ({
      query,
      places,
      at,
      reading,
      noText,
      search: (next: string) => {
        setStart(fromPage());
        setQuery(next);
      },
      move: (direction: 1 | -1) => {
        if (at !== null) setMoved((at + direction + places.length) % places.length);
      },
    }),
    [query, places, at, reading, noText, fromPage],
  );
};
