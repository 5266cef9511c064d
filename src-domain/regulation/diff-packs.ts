import { sameJson } from '#domain/journal/plain-json.ts';
import { namedItems } from './item-name.ts';
import type { Pack } from './pack.ts';
import { placeOf } from './placed-problem.ts';

/** One difference; `before` is absent for what was added, `after` for what was removed. */
export type PackDifference = {
  readonly kind: 'changed' | 'added' | 'removed';
  /** Path in the newer pack (in the older for what was removed); items of lists with an id are told by it. */
  readonly place: string;
  /** The same, part by part. */
  readonly path: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
};

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

const isRecord = (value: Json | undefined): value is Readonly<Record<string, Json | undefined>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const compare = (
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[],
): readonly PackDifference[] => {
  if (before === undefined) return after === undefined ? [] : [{ kind: 'added', place: placeOf(path), path, after }];
  if (after === undefined) return [{ kind: 'removed', place: placeOf(path), path, before }];
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, now] = [namedItems(before as readonly Json[]), namedItems(after as readonly Json[])];
    if (old && now && (old.size > 0 || now.size > 0)) {
      const names = [...new Set([...old.keys(), ...now.keys()])];
      const within = names.flatMap((name) => compare(old.get(name), now.get(name), [...path, name]));
      const kept = (items: ReadonlyMap<string, Json>, others: ReadonlyMap<string, Json>): string =>
        [...items.keys()].filter((name) => others.has(name)).join();
      return kept(old, now) === kept(now, old)
        ? within
        : [...within, { kind: 'changed', place: placeOf(path), path, before: [...old.keys()], after: [...now.keys()] }];
    }
  }
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => compare(before[key], after[key], [...path, key]));
  }
  return sameJson(before, after) ? [] : [{ kind: 'changed', place: placeOf(path), path, before, after }];
};

/** Everything in which two packs (mostly two versions of one) differ, in the order of the pack; their names, and who changed them, when and why, left out. */
export const diffPacks = (older: Pack, newer: Pack): readonly PackDifference[] => {
  const rules = ({ id: _id, version: _version, basedOn: _basedOn, change: _change, ...pack }: Pack): Json => pack;
  return compare(rules(older), rules(newer), []);
};
