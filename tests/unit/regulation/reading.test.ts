import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPack } from '#domain/regulation/check-pack.ts';
import { diffPacks } from '#domain/regulation/diff-packs.ts';
import { differencesInWords } from '#domain/regulation/differences-in-words.ts';
import { changeDraft, draftOf } from '#domain/regulation/edit-pack.ts';
import { basisOf, sourcesIn } from '#domain/regulation/mark.ts';
import type { Pack } from '#domain/regulation/pack.ts';
import { citation, packText, readIn } from '#domain/regulation/reading.ts';
import { ownSource } from '#domain/regulation/settle-marks.ts';
import { packReadings } from '#domain/text/pack-readings.ts';
import { shippedPack } from '../conclusion/build-case.ts';
import { isVietnamese } from './is-vietnamese.ts';

const packs = readdirSync(path.join(import.meta.dirname, '../../../assets/regulations')).map((file) =>
  shippedPack(file.replace(/\.json$/u, '')),
);

/** Every text with the name of its field. */
const textsIn = (value: unknown, key = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((item: unknown) => textsIn(item, key))
    : Object.entries(value).flatMap(([name, item]: [string, unknown]) => textsIn(item, name));
};
const cited: ReadonlySet<string> = new Set(['clause', 'code']);
const all = packs.flatMap((pack) => textsIn(pack));
const numbersIn = (text: string): readonly number[] =>
  (text.match(/\d+/gu) ?? []).map(Number).sort((one, other) => one - other);

describe('what the shipped packs say, in English', () => {
  test('every text of theirs has a reading, and every reading is of one of them', () => {
    const words = new Set(all.filter(([key]) => !cited.has(key)).map(([, text]) => text));
    expect([...words].filter((text) => isVietnamese(text) && !packReadings.has(text))).toEqual([]);
    expect([...packReadings.keys()].filter((text) => !words.has(text))).toEqual([]);
  });

  test('a reading is English, has the numbers of the words it reads, and no two are the same', () => {
    const readings = [...packReadings];
    expect(readings.filter(([, reading]) => isVietnamese(reading))).toEqual([]);
    for (const [words, reading] of readings) expect([words, numbersIn(reading)]).toEqual([words, numbersIn(words)]);
    expect(new Set(readings.map(([, reading]) => reading)).size).toBe(readings.length);
  });

  test('a reading claims no more than the words it reads: what was not verified, found or sourced is said', () => {
    const pairs = [
      [/chưa đối chiếu/iu, /not verified/u],
      [/chưa tìm thấy|không có nguồn/iu, /not found|was found|were found|no legal origin/iu],
      [/chưa có nguồn/iu, /without a source/u],
      [/hiểu biết chung/iu, /general knowledge/iu],
      [/mặc định/iu, /default/iu],
      [/suy ra/iu, /follow|derived/iu],
      [/mượn/iu, /borrowed/iu],
    ] as const;
    for (const [words, reading] of packReadings)
      for (const [said, expected] of pairs)
        if (said.test(words)) expect([words, reading]).toEqual([words, expect.stringMatching(expected)]);
  });

  test('places in documents are cited in English', () => {
    expect(
      ['Điều 16, Mẫu B8-ĐGNV', 'khoản 7 Điều 28 (M53-ĐGKQNC)', 'điểm a khoản 1 Điều 8', 'biểu PL2-TVHĐ'].map(
        (place) => citation(place).en,
      ),
    ).toEqual([
      'Article 16, Form B8-ĐGNV',
      'clause 7, Article 28 (M53-ĐGKQNC)',
      'point a, clause 1, Article 8',
      'form PL2-TVHĐ',
    ]);
    expect(all.filter(([key, text]) => cited.has(key) && isVietnamese(citation(text).en))).toEqual([]);
    for (const { source } of packs.flatMap((pack) => sourcesIn(pack)))
      expect(isVietnamese(basisOf(source).en), basisOf(source).en).toBe(false);
  });

  test.each(packs.map((pack) => [pack.id, pack] as const))('%s reads as the same pack with other words', (_, pack) => {
    expect(readIn(pack, 'vi')).toBe(pack);
    const english = readIn(pack, 'en');
    expect(readPack(english).ok).toBe(true);
    const shape = (one: Pack): unknown =>
      JSON.parse(JSON.stringify(one), (key, value: unknown) =>
        typeof value === 'string' &&
        !['id', 'kind', 'office', 'output', 'reason', 'mark', 'number', 'document', 'clause', 'note'].includes(key)
          ? ''
          : value,
      );
    expect(shape(english)).toEqual(shape(pack));
    const isOfSource = ([key]: readonly [string, string]): boolean =>
      ['number', 'document', 'clause', 'note'].includes(key);
    expect(textsIn(english).filter((one) => !isOfSource(one) && isVietnamese(one[1]))).toEqual([]);
    // Sources stay as the pack has them, and are put into words where they are shown.
    expect(textsIn(english).filter(isOfSource)).toEqual(textsIn(pack).filter(isOfSource));
  });
});

describe('words of one’s own', () => {
  test('are left as they are, and so are words that were changed', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        fc.pre(!packReadings.has(words));
        expect(packText(words)).toEqual({ vi: words, en: words });
      }),
    );
    expect(packText('Tính cấp thiết của nhiệm vụ.').en).toBe('Tính cấp thiết của nhiệm vụ.');
  });

  test('a note of the program itself on an own rule is read', () => {
    const read = (source: Parameters<typeof ownSource>[0]): string => packText(ownSource(source).note ?? '').en;
    expect(read(null)).toBe('An own rule that claims no legal origin');
    const source = { document: '15/2022/TT-BKHCN', clause: 'Điều 16', mark: 'seen', note: null } as const;
    expect(read(source)).toBe(
      'An own rule that claims no legal origin; as copied: as the regulation says (15/2022/TT-BKHCN, Article 16)',
    );
    expect(read({ ...source, document: null, clause: null, mark: 'secondary' })).toBe(
      'An own rule that claims no legal origin; as copied: from a secondary source',
    );
  });

  test('a difference between two packs is told in English, the changed words as they were typed', () => {
    const nscl = shippedPack('nscl-selection-2022');
    const draft = draftOf(nscl, { id: 'own', at: '2026-11-28T08:00:00+07:00' });
    const at = ['councils', 0, 'forms', 0, 'groups', 0, 'criteria', 1];
    const changed = changeDraft(draft, [...at, 'label'], 'Tính khả thi');
    if (!changed.ok) throw new Error('refused');
    expect(differencesInWords(diffPacks(draft, changed.draft), draft, changed.draft, 'en')).toMatchObject([
      { before: 'Feasibility of the task', after: 'Tính khả thi' },
    ]);
  });
});
