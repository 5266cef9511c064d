import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconMinus, IconPlus, IconSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readerMessages } from '#domain/text/messages/reader.ts';
import { useMessages } from '../language.tsx';
import { FindBar } from './find-bar.tsx';
import type { Found } from './find-in-page.ts';
import { PdfPage, type PageSize } from './pdf-page.tsx';
import classes from './pdf-reader.module.css';
import { useFind, type PlaceFound } from './use-find.ts';

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3] as const;
/** Where each document was left, for as long as the program runs: coming back to a dossier comes back to its page. */
const leftAt = new Map<string, { readonly page: number; readonly zoom: number | null }>();

const none: readonly Found[] = [];

const byPage = (places: readonly PlaceFound[]): ReadonlyMap<number, readonly Found[]> => {
  const grouped = new Map<number, Found[]>();
  for (const place of places) {
    const onPage = grouped.get(place.page) ?? [];
    onPage.push(place);
    grouped.set(place.page, onPage);
  }
  return grouped;
};

type Props = {
  readonly pdf: PDFDocumentProxy;
  /** Names the document among those read since the program started. */
  readonly documentKey: string;
  /** Size of the first page at 100 %. */
  readonly firstPage: PageSize;
};

/** Pages one below the other, drawn when they come into sight, with page and zoom controls; all of it by keyboard, too. */
export const PdfReader = ({ pdf, documentKey, firstPage }: Props) => {
  const t = useMessages(readerMessages);
  const pages = useRef<HTMLDivElement>(null);
  const [start] = useState(() => leftAt.get(documentKey) ?? { page: 1, zoom: null });
  const [page, setPage] = useState(start.page);
  /** Null fits the page to the width of the pane. */
  const [zoom, setZoom] = useState<number | null>(start.zoom);
  const [room, setRoom] = useState(0);
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  const [typed, setTyped] = useState<string | null>(null);

  const scale = zoom ?? Math.max(0.25, Math.min(2, (room - 34) / firstPage.width));

  useLayoutEffect(() => {
    const pane = pages.current;
    if (pane === null) return;
    const measure = (): void => setRoom(pane.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(pane);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const pane = pages.current;
    if (pane === null) return;
    const observer = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const next = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const number = Number((target as HTMLElement).dataset.page);
            if (isIntersecting) next.add(number);
            else next.delete(number);
          }
          return next;
        }),
      { root: pane, rootMargin: '60% 0px' },
    );
    for (const sheet of pane.querySelectorAll('[data-page]')) observer.observe(sheet);
    return () => observer.disconnect();
  }, [pdf]);

  const count = useRef(pdf.numPages);
  count.current = pdf.numPages;
  // Doesn't change with the document: a fresh print of the same pages must leave the reader where it is.
  const goTo = useCallback((wanted: number) => {
    const number = Math.min(Math.max(1, Math.round(wanted)), count.current);
    const sheet = pages.current?.querySelector<HTMLElement>(`[data-page="${number}"]`);
    if (sheet && pages.current) pages.current.scrollTop = sheet.offsetTop - 16;
    setPage(number);
  }, []);

  const held = useRef(page);
  held.current = page;

  const [finding, setFinding] = useState(false);
  const findField = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const fromPage = useCallback(() => held.current, []);
  const find = useFind(pdf, fromPage);
  const place = finding && find.at !== null ? find.places[find.at] : undefined;
  const foundOn = useMemo(() => byPage(finding ? find.places : []), [finding, find.places]);

  // A place on a page that is not drawn yet: the page first, which then shows the place itself.
  useEffect(() => {
    if (place !== undefined && !near.has(place.page)) goTo(place.page);
    // Only a new place moves the reader; pages come near and go while a person scrolls.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [place, goTo]);

  const openFind = useCallback(() => {
    setFinding(true);
    // The field is there after the next drawing.
    requestAnimationFrame(() => findField.current?.select());
  }, []);
  const closeFind = (): void => {
    setFinding(false);
    pages.current?.focus();
  };
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      // Not while a dialog is open over the reader.
      const covered = document.querySelector('dialog[open]');
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'f') return;
      if (covered !== null && !covered.contains(frame.current)) return;
      event.preventDefault();
      openFind();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [openFind]);

  // The page in sight stays in sight when the zoom or the room changes.
  useLayoutEffect(() => {
    if (room > 0) goTo(held.current);
  }, [scale, room, goTo]);

  useEffect(() => {
    leftAt.set(documentKey, { page, zoom });
  }, [documentKey, page, zoom]);

  const onScroll = (): void => {
    const pane = pages.current;
    if (pane === null) return;
    const middle = pane.scrollTop + pane.clientHeight / 3;
    const sheets = [...pane.querySelectorAll<HTMLElement>('[data-page]')];
    const seen = sheets.findLast((sheet) => sheet.offsetTop <= middle);
    if (seen) setPage(Number(seen.dataset.page));
  };

  const step = (direction: 1 | -1): void => {
    const next =
      direction === 1 ? ZOOMS.find((value) => value > scale + 0.01) : ZOOMS.findLast((value) => value < scale - 0.01);
    if (next !== undefined) setZoom(next);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const deeds: Readonly<Record<string, () => void>> = {
      PageDown: () => goTo(page + 1),
      PageUp: () => goTo(page - 1),
      Home: () => goTo(1),
      End: () => goTo(pdf.numPages),
      '+': () => step(1),
      '=': () => step(1),
      '-': () => step(-1),
      '0': () => setZoom(null),
    };
    const deed = deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  };

  return (
    <>
      <div ref={frame} className={classes.bar}>
        <div className={classes.group}>
          <ActionIcon aria-label={t.previousPage} disabled={page <= 1} onClick={() => goTo(page - 1)}>
            <IconChevronUp aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t.nextPage} disabled={page >= pdf.numPages} onClick={() => goTo(page + 1)}>
            <IconChevronDown aria-hidden />
          </ActionIcon>
          <TextInput
            className={classes.pageField}
            aria-label={t.page}
            inputMode="numeric"
            value={typed ?? String(page)}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => setTyped(null)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              if (/^\d+$/.test(typed ?? '')) goTo(Number(typed));
              setTyped(null);
            }}
          />
          <span>{t.pageOf(pdf.numPages)}</span>
        </div>
        <div className={classes.group}>
          <ActionIcon aria-label={t.zoomOut} onClick={() => step(-1)}>
            <IconMinus aria-hidden />
          </ActionIcon>
          <NativeSelect
            aria-label={t.zoom}
            value={zoom === null ? 'fit' : String(zoom)}
            onChange={(event) =>
              setZoom(event.currentTarget.value === 'fit' ? null : Number(event.currentTarget.value))
            }
            data={[
              { value: 'fit', label: t.fitWidth },
              ...ZOOMS.map((value) => ({ value: String(value), label: `${value * 100}%` })),
            ]}
          />
          <ActionIcon aria-label={t.zoomIn} onClick={() => step(1)}>
            <IconPlus aria-hidden />
          </ActionIcon>
        </div>
        <ActionIcon aria-label={t.find} aria-expanded={finding} onClick={finding ? closeFind : openFind}>
          <IconSearch aria-hidden />
        </ActionIcon>
      </div>
      {finding && <FindBar find={find} pages={pdf.numPages} field={findField} onClose={closeFind} />}
      {/* A scrolled region must be reachable by keyboard to be scrolled by it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of a scrolled region, as in any reader */}
      <div
        ref={pages}
        className={classes.pages}
        role="region"
        aria-label={t.pagesRegion}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
        data-pane="reader"
        onScroll={onScroll}
        onKeyDown={onKeyDown}
      >
        {Array.from({ length: pdf.numPages }, (_, index) => (
          <PdfPage
            key={index}
            pdf={pdf}
            number={index + 1}
            expected={firstPage}
            scale={scale}
            near={near.has(index + 1)}
            found={foundOn.get(index + 1) ?? none}
            chosen={place?.page === index + 1 ? place : null}
          />
        ))}
      </div>
    </>
  );
};
