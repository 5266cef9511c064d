import { bilingual } from '#domain/text/bilingual.ts';
import { regulationMessages } from '#domain/text/messages/regulation.ts';
import { readPack, type ReadPack } from './check-pack.ts';
import type { Pack } from './pack.ts';
import { pathOf, placeOf, type PlacedProblem } from './placed-problem.ts';
import { settleMarks } from './settle-marks.ts';

type Path = readonly (string | number)[];

/** Who changes a pack, when and why; every version keeps it. */
export type Authorship = { readonly author: string; readonly at: string; readonly reason: string };

const both = bilingual(regulationMessages);
const refused = (
  code: string,
  place: string,
  reason: PlacedProblem['reason'],
): { readonly ok: false; readonly problems: readonly PlacedProblem[] } => ({
  ok: false,
  problems: [{ place, code, reason }],
});

/** Who changes a draft, when and why is said when it becomes a version; until then this stands there, for the checks to be satisfied. */
const unsigned = (at: string): Pack['change'] => ({ author: '-', at, reason: '-' });

/**
 * A copy of a pack, to be edited under the id `id`: the version after `pack` where that is its own, else version 1. It names what it was
 * made from, and a template is none any more; the pack itself stays as it is.
 */
export const draftOf = (pack: Pack, { id, at }: { readonly id: string; readonly at: string }): Pack => ({
  ...pack,
  id,
  version: pack.id === id ? pack.version + 1 : 1,
  template: false,
  basedOn: { id: pack.id, version: pack.version },
  change: unsigned(at),
});

/**
 * The draft as a version: checked whole, with who wrote it, when and why, and with no better marks than `base`, the pack it was once
 * copied from, gives it.
 */
export const versionOf = (draft: Pack, base: Pack, { author, at, reason }: Authorship): ReadPack =>
  author.trim() === '' || reason.trim() === ''
    ? refused(
        'reasonMissing',
        'change',
        both((t) => t.reasonMissing()),
      )
    : readPack({ ...settleMarks(draft, base), change: { author: author.trim(), at, reason: reason.trim() } });

type Replaced = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** Puts a value at a place, unchecked: see `changeDraft`. Not `ok` where there is no such place. */
export const replaceAt = (value: unknown, path: Path, replacement: unknown): Replaced => {
  const [key, ...rest] = path;
  if (key === undefined) return { ok: true, value: replacement };
  if (typeof value !== 'object' || value === null) return { ok: false };
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    // One past the end adds an item; undefined takes one out.
    if (typeof key !== 'number' || key < 0 || key > items.length) return { ok: false };
    if (rest.length === 0 && replacement === undefined) return { ok: true, value: items.toSpliced(key, 1) };
    const inner = replaceAt(items[key], rest, replacement);
    return inner.ok ? { ok: true, value: items.toSpliced(key, 1, inner.value) } : inner;
  }
  if (!Object.hasOwn(value, key) && rest.length > 0) return { ok: false };
  const record = value as Readonly<Record<string, unknown>>;
  const inner = replaceAt(record[String(key)], rest, replacement);
  return inner.ok ? { ok: true, value: { ...record, [key]: inner.value } } : inner;
};

/** Issues that a value half typed may have; anything else would be a pack that no editor could draw. */
const half: ReadonlySet<string> = new Set([
  'shape.too_small',
  'shape.too_big',
  'shape.invalid_format',
  'shape.cleared',
]);

/**
 * A pack as it is being edited: of the right kind everywhere, though texts may be empty, numbers missing (a decimal is then '', a whole
 * number null) or out of range, and rules contradictory.
 */
export type ReadDraft =
  | { readonly ok: true; readonly draft: Pack; readonly problems: readonly PlacedProblem[] }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

/** Takes data that claims to be a pack being edited; refuses only what is not even one, else says everything that must still be put right. */
export const readDraft = (data: unknown): ReadDraft => {
  const read = readPack(data);
  if (read.ok) return { ok: true, draft: read.pack, problems: [] };
  const drawable = read.problems.every(({ code }) => half.has(code) || !code.startsWith('shape.'));
  // What the schema found amiss leaves every value of its type, but for cleared numbers.
  return drawable
    ? { ok: true, draft: data as Pack, problems: [...read.problems, ...behindEmptyTexts(data, read.problems)] }
    : read;
};

/** The rules are looked at only in a pack whose shape is right: an empty name must not hide that the points don't add up. */
const behindEmptyTexts = (data: unknown, problems: readonly PlacedProblem[]): readonly PlacedProblem[] => {
  const empty = problems.filter(({ code }) => code === 'shape.too_small').map(({ place }) => pathOf(place));
  if (empty.length === 0 || empty.length < problems.length) return [];
  let filled = data;
  for (const path of empty) {
    const replaced = replaceAt(filled, path, '-');
    if (!replaced.ok) return [];
    filled = replaced.value;
  }
  const read = readPack(filled);
  // Where something else than a text was too small, the pack that was filled in is of no shape at all.
  return read.ok || read.problems.some(({ code }) => code.startsWith('shape.')) ? [] : read.problems;
};

/** What a pack is and where it comes from: never changed by editing. */
const fixed: ReadonlySet<string | number> = new Set([
  'format',
  'id',
  'version',
  'draft',
  'template',
  'basedOn',
  'change',
  'regime',
]);

/**
 * Sets one place of a pack being edited (`['councils', 0, 'conclusion', 'threshold', 'points']`). In a list the index one past the end
 * adds an item and `undefined` takes one out. The answer says everything that must still be put right, so an editor can ask at every key;
 * a place that isn't there or can't be changed, and a value of another kind, are refused.
 */
export const changeDraft = (draft: Pack, path: Path, value: unknown): ReadDraft => {
  const place = placeOf(path);
  if (draft.change === null)
    return refused(
      'shippedUnchanged',
      '',
      both((t) => t.shippedUnchanged()),
    );
  const changed = path.length === 0 || fixed.has(path[0] ?? '') ? null : replaceAt(draft, path, value);
  return changed?.ok === true
    ? readDraft(changed.value)
    : refused(
        'placeUnknown',
        place,
        both((t) => t.placeUnknown(place)),
      );
};
