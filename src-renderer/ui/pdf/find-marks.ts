import type { Found } from './find-in-page.ts';

const all = 'found';
const current = 'found-current';

/** The browser's register of marked ranges; null where it has none, and places are then shown by scrolling alone. */
const registry = (): HighlightRegistry | null => ('highlights' in CSS ? CSS.highlights : null);

const marksNamed = (name: string): Highlight | null => {
  const register = registry();
  if (register === null) return null;
  const known = register.get(name);
  if (known) return known;
  const made = new Highlight();
  // The one in question lies over the others.
  made.priority = name === current ? 1 : 0;
  register.set(name, made);
  return made;
};

/** The part of a drawn page a found text covers; null where the page was drawn without it. */
export const rangeOf = ({ from, to }: Found, pieces: readonly HTMLElement[]): Range | null => {
  const [first, last] = [pieces[from.piece]?.firstChild, pieces[to.piece]?.firstChild];
  if (!first || !last) return null;
  const range = new Range();
  const lengthOf = (node: Node): number => node.textContent?.length ?? 0;
  range.setStart(first, Math.min(from.offset, lengthOf(first)));
  range.setEnd(last, Math.min(to.offset + 1, lengthOf(last)));
  return range;
};

/** Marks ranges, `chosen` among them more strongly. Returns what takes the marks away. */
export const markRanges = (ranges: readonly Range[], chosen: Range | null): (() => void) => {
  const marks = [...ranges.map((range) => [all, range] as const), ...(chosen ? [[current, chosen] as const] : [])];
  for (const [name, range] of marks) marksNamed(name)?.add(range);
  return () => {
    for (const [name, range] of marks) marksNamed(name)?.delete(range);
  };
};
