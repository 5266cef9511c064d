import { bilingual } from '#domain/text/bilingual.ts';
import { regulationMessages } from '#domain/text/messages/regulation.ts';
import { readPack, type ReadPack } from './check-pack.ts';
import type { Pack } from './pack.ts';
import { placeOf, type PlacedProblem } from './placed-problem.ts';

type Path = readonly (string | number)[];

/** Who changes a pack, when and why; every version keeps it. */
export type Authorship = { readonly author: string; readonly at: string; readonly reason: string };

const both = bilingual(regulationMessages);
const refused = (code: string, place: string, reason: PlacedProblem['reason']): ReadPack => ({
  ok: false,
  problems: [{ place, code, reason }],
});

const isBlank = ({ author, reason }: Authorship): boolean => author.trim() === '' || reason.trim() === '';

/**
 * Copies a pack into a version of its own under a new id and title, to be changed from then on. The copy names what it was made from;
 * the shipped pack stays as it is.
 */
export const copyPack = (
  pack: Pack,
  { id, title, ...authorship }: Authorship & { readonly id: string; readonly title: string },
): ReadPack =>
  isBlank(authorship)
    ? refused(
        'reasonMissing',
        'change',
        both((t) => t.reasonMissing()),
      )
    : readPack({
        ...pack,
        id,
        title,
        version: 1,
        template: false,
        basedOn: { id: pack.id, version: pack.version },
        change: { author: authorship.author, at: authorship.at, reason: authorship.reason },
      });

type Replaced = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

const replaceAt = (value: unknown, path: Path, replacement: unknown): Replaced => {
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

/**
 * Sets one place of an own pack (`['councils', 0, 'conclusion', 'threshold', 'points']`) and checks the whole: what is contradictory is
 * refused with its places and reasons, so an editor can ask at every key. In a list the index one past the end adds an item and
 * `undefined` takes one out. The version isn't raised: `publishPack` does that once, when the change is saved.
 */
export const changePack = (pack: Pack, path: Path, value: unknown): ReadPack => {
  if (pack.change === null)
    return refused(
      'shippedUnchanged',
      '',
      both((t) => t.shippedUnchanged()),
    );
  const place = placeOf(path);
  const changed = replaceAt(pack, path, value);
  return changed.ok
    ? readPack(changed.value)
    : refused(
        'placeUnknown',
        place,
        both((t) => t.placeUnknown(place)),
      );
};

/** Saves an edited pack as the version after `saved`, with who, when and why. */
export const publishPack = (saved: Pack, edited: Pack, authorship: Authorship): ReadPack => {
  if (edited.change === null)
    return refused(
      'shippedUnchanged',
      '',
      both((t) => t.shippedUnchanged()),
    );
  if (isBlank(authorship))
    return refused(
      'reasonMissing',
      'change',
      both((t) => t.reasonMissing()),
    );
  return readPack({
    ...edited,
    id: saved.id,
    version: saved.version + 1,
    basedOn: { id: saved.id, version: saved.version },
    change: { author: authorship.author, at: authorship.at, reason: authorship.reason },
  });
};
