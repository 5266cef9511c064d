import { z } from 'zod';
import { childOf, keysOf, sameJson, valueAt, type Path } from './plain-json.ts';

/**
 * One changed place of a state. `before` and `after` are plain JSON; undefined (or the key left out) means that nothing stood there.
 * Arrays are compared place by place while their length is the same and replaced as a whole otherwise.
 */
export const patchSchema = z.object({
  path: z.array(z.string()).readonly(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
export interface Patch {
  readonly path: Path;
  readonly before?: unknown;
  readonly after?: unknown;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collect(before: unknown, after: unknown, path: Path, patches: Patch[]): void {
  // Reducers share what they do not change: equal references end the walk, which makes a diff cost what the change costs.
  if (before === after) return;
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    before.forEach((item, place) => collect(item, after[place], [...path, String(place)], patches));
    return;
  }
  if (isRecord(before) && isRecord(after)) {
    for (const key of keysOf(before)) collect(before[key], childOf(after, key), [...path, key], patches);
    for (const key of keysOf(after)) {
      if (childOf(before, key) === undefined) patches.push({ path: [...path, key], after: after[key] });
    }
    return;
  }
  if (sameJson(before, after)) return;
  patches.push({ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) });
}

/** The places where two plain JSON states differ; empty when they say the same. Parts that are the same reference cost nothing. */
export function diff(before: unknown, after: unknown): readonly Patch[] {
  const patches: Patch[] = [];
  collect(before, after, [], patches);
  return patches;
}

/** The patches that lead back. */
export function invert(patches: readonly Patch[]): readonly Patch[] {
  return patches.map(({ path, before, after }) => ({
    path,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  }));
}

function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(root)) {
    const copy: unknown[] = Array.from<unknown>(root);
    const place = Number(key);
    if (!Number.isInteger(place) || place < 0 || place >= copy.length) throw new Error(`no place ${key} in an array`);
    copy[place] = withValue(copy[place], rest, value);
    return copy;
  }
  if (!isRecord(root)) throw new Error(`nothing to put "${key}" into`);
  const next = withValue(childOf(root, key), rest, value);
  if (next === undefined) return Object.fromEntries(Object.entries(root).filter(([name]) => name !== key));
  // A computed key and not an assignment: "__proto__" must stay an ordinary name.
  return Object.hasOwn(root, key)
    ? Object.fromEntries(Object.entries(root).map(([name, old]) => [name, name === key ? next : old]))
    : { ...root, [key]: next };
}

/** The state with every patch's `after` in place; parts not named stay the same references. Throws where a path leads nowhere. */
export function applyPatches(state: unknown, patches: readonly Patch[]): unknown {
  return patches.reduce<unknown>((value, patch) => withValue(value, patch.path, patch.after), state);
}

/** The patches whose `before` is not what the state holds now: somebody changed these places since. */
export function conflictsWith(state: unknown, patches: readonly Patch[]): readonly Patch[] {
  return patches.filter((patch) => !sameJson(valueAt(state, patch.path), patch.before));
}
