import { expect, it } from 'vitest';
import { papersOf } from '#domain/documents/set.ts';
import { lacksTogether, pagesOf } from '../../../src-renderer/features/documents/pages-of.ts';
import { concluded, sampleSession } from '../documents/session-samples.ts';

const session = sampleSession();
const conclusion = concluded(session);
const pages = pagesOf(session, conclusion, 'vi');

it('the list of pages names every page the session has, in their order, each once', () => {
  expect(pages.map(({ id }) => id)).toEqual(papersOf({ session, conclusion }).map(({ id }) => id));
  expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  expect(pages.every(({ title }) => title.trim() !== '')).toBe(true);
});

it('a page that can be a worksheet is one with a table', () => {
  expect(pages.find(({ kind }) => kind === 'scoreSheet')?.hasTable).toBe(true);
  expect(pages.find(({ kind }) => kind === 'invitation')?.hasTable).toBe(false);
});

it('what pages lack is told together, each thing once', () => {
  const draft = pages.filter(({ lacks }) => lacks.length > 0);
  expect(draft.length).toBeGreaterThan(1);
  const together = lacksTogether(pages);
  expect(new Set(together.map(({ text }) => text)).size).toBe(together.length);
  for (const { lacks } of draft)
    for (const { text } of lacks) expect(together.map((lack) => lack.text)).toContain(text);
  expect(lacksTogether([])).toEqual([]);
});
