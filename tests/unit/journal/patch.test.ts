import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatches, conflictsWith, diff, invert } from '#domain/journal/patch.ts';
import { sameJson } from '#domain/journal/plain-json.ts';

// Keys that trip careless code are among the few, so that they meet often.
const key = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', '0', 'length');
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, 1, -2.5, '', 'x', 'ế'),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('json')), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
  ),
}));

test('patches lead from one state to any other, and their inverse back', () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      const patches = diff(before, after);
      const there = applyPatches(before, patches);
      const back = applyPatches(there, invert(patches));
      return sameJson(there, after) && sameJson(back, before) && conflictsWith(before, patches).length === 0;
    }),
    { numRuns: 2_000 },
  );
});

test('what says the same has no patches, whatever the order of its keys', () => {
  fc.assert(fc.property(json, (value) => diff(value, structuredClone(value)).length === 0));
  expect(diff({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
});

test('only the places that differ are named, and parts that are the same stay the same references', () => {
  const shared = { deep: [1, 2, 3] };
  const before = { shared, list: [{ x: 1 }, { x: 2 }], gone: 1 };
  const after = { shared, list: [{ x: 1 }, { x: 9 }], added: null };
  const patches = diff(before, after);
  expect(patches).toEqual([
    { path: ['list', '1', 'x'], before: 2, after: 9 },
    { path: ['gone'], before: 1 },
    { path: ['added'], after: null },
  ]);
  expect((applyPatches(before, patches) as typeof before).shared).toBe(shared);
});

test('a patch that another deed overtook is a conflict', () => {
  const patches = diff({ title: 'a', x: 1 }, { title: 'b', x: 1 });
  expect(conflictsWith({ title: 'b', x: 2 }, invert(patches))).toEqual([]);
  expect(conflictsWith({ title: 'c', x: 1 }, invert(patches)).map(({ path }) => path)).toEqual([['title']]);
  expect(conflictsWith({ x: 1 }, invert(patches))).toHaveLength(1);
});
