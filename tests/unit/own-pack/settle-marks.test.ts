import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replaceAt } from '#domain/regulation/edit-pack.ts';
import { sourcesIn } from '#domain/regulation/mark.ts';
import type { Pack } from '#domain/regulation/pack.ts';
import { isOwnSource, settleMarks } from '#domain/regulation/settle-marks.ts';
import type { Source } from '#domain/regulation/source.ts';
import { shippedPack } from '../conclusion/build-case.ts';

const nscl = shippedPack('nscl-selection-2022');
const national = shippedPack('national-selection-2023');

type Path = readonly (string | number)[];
const council = ['councils', 0] as const;
const criterion = [...council, 'forms', 0, 'groups', 0, 'criteria', 0] as const;

const withSet = (pack: Pack, path: Path, value: unknown): Pack => {
  const changed = replaceAt(pack, path, value);
  if (!changed.ok) throw new Error(path.join('.'));
  return settleMarks(changed.value as Pack, pack);
};
const at = (pack: Pack, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], pack);
const sourceAt = (pack: Pack, path: Path): Source => at(pack, [...path, 'source']) as Source;

describe('an own pack never claims more than the pack it was copied from', () => {
  test('a pack that was copied and left alone keeps every source', () => {
    expect(settleMarks(nscl, nscl)).toEqual(nscl);
  });

  test('a changed rule is an own rule, and no other rule changes', () => {
    const changed = withSet(nscl, [...council, 'conclusion', 'threshold', 'points'], '75');
    const source = sourceAt(changed, [...council, 'conclusion', 'threshold']);
    expect(source).toMatchObject({ document: null, clause: null, mark: 'unverified' });
    expect(isOwnSource(source)).toBe(true);
    const others = (pack: Pack) => sourcesIn(pack).filter(({ path }) => !path.includes('threshold'));
    expect(others(changed)).toEqual(others(nscl));
  });

  test('a form is one page: a change in one criterion takes the mark of the whole form', () => {
    const changed = withSet(nscl, [...criterion, 'scale', 'max'], '20');
    expect(sourceAt(nscl, [...council, 'forms', 0]).mark).toBe('seen');
    expect(sourceAt(changed, [...council, 'forms', 0]).mark).toBe('unverified');
  });

  test('what is changed back has its source back', () => {
    const path = [...council, 'conclusion', 'threshold', 'points'];
    const back = replaceAt(withSet(nscl, path, '75'), path, '70');
    expect(back.ok && settleMarks(back.value as Pack, nscl)).toEqual(nscl);
  });

  test('a better mark is taken away, wherever it is written', () => {
    for (const { path, source } of sourcesIn(national)) {
      const keys = path.filter((key) => typeof key !== 'symbol');
      const better = replaceAt(national, [...keys, 'mark'], 'seen');
      if (!better.ok) throw new Error('no place');
      const settled = settleMarks(better.value as Pack, national);
      const found = at(settled, keys) as Source;
      expect(found.mark === 'seen' ? source.mark : 'seen', keys.join('.')).toBe('seen');
    }
  });

  test('a changed rule may name a document, and stays unverified', () => {
    const changed = withSet(nscl, [...council, 'conclusion', 'threshold', 'points'], '75');
    const named = { document: 'Quy chế của Bộ', clause: 'Điều 3', mark: 'seen', note: null };
    const typed = replaceAt(changed, [...council, 'conclusion', 'threshold', 'source'], {
      ...named,
      mark: 'unverified',
    });
    expect(
      typed.ok && sourceAt(settleMarks(typed.value as Pack, nscl), [...council, 'conclusion', 'threshold']),
    ).toEqual({
      ...named,
      mark: 'unverified',
    });
  });

  test('rules are known by their names, not by where they stand', () => {
    const [selection] = nscl.councils;
    const reversed = withSet(nscl, [...council, 'deadlines'], [...(selection?.deadlines ?? [])].reverse());
    expect(reversed.councils[0]?.deadlines).toEqual([...(selection?.deadlines ?? [])].reverse());
  });

  test('whatever is changed, no rule that says something else has a better mark than unverified', () => {
    const leaves: Path[] = [];
    const walk = (value: unknown, path: Path): void => {
      if (typeof value === 'object' && value !== null)
        for (const [key, item] of Object.entries(value))
          walk(item, [...path, Array.isArray(value) ? Number(key) : key]);
      else leaves.push(path);
    };
    walk(nscl.councils, ['councils']);
    const rank = { seen: 2, secondary: 1, unverified: 0 } as const;
    const sources = new Map(sourcesIn(nscl).map(({ path, source }) => [path.join('.'), source]));
    fc.assert(
      fc.property(fc.constantFrom(...leaves), (path) => {
        const changed = withSet(nscl, path, 'zz');
        for (const { path: place, source } of sourcesIn(changed)) {
          const origin = sources.get(place.join('.'));
          expect(rank[source.mark]).toBeLessThanOrEqual(rank[origin?.mark ?? 'unverified']);
        }
        expect(settleMarks(changed, nscl)).toEqual(changed);
      }),
      { numRuns: 150 },
    );
  });
});
