import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInPage, pageText } from '../../../src-renderer/ui/pdf/find-in-page.ts';

const pieces = (...texts: readonly string[]) => texts.map((str) => ({ str, hasEOL: true }));

describe('searching a page', () => {
  test('finds a text whatever its case and accents, composed or not', () => {
    const page = pageText(pieces('Năng suất và CHẤT LƯỢNG', 'Đề nghị'.normalize('NFD')));
    expect(findInPage(page, 'nang suat')).toEqual([{ from: { piece: 0, offset: 0 }, to: { piece: 0, offset: 8 } }]);
    expect(findInPage(page, 'Chất lượng')).toHaveLength(1);
    expect(findInPage(page, 'de nghi')).toHaveLength(1);
    expect(findInPage(page, 'không có')).toEqual([]);
    expect(findInPage(page, '  ')).toEqual([]);
  });

  test('finds a text that runs over the end of a line, and says where it begins and ends', () => {
    const page = pageText(pieces('nâng cao năng', 'suất  lao động'));
    expect(findInPage(page, 'năng suất lao')).toEqual([{ from: { piece: 0, offset: 9 }, to: { piece: 1, offset: 8 } }]);
  });

  test('names places that hold the letters searched for, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[aăâđeêAĐ x]{0,12}$/u), { maxLength: 5 }),
        fc.constantFrom('a', 'aa', 'd', 'ex'),
        (texts, query) => {
          const page = pageText(texts.map((str) => ({ str, hasEOL: false })));
          const found = findInPage(page, query);
          const order = found.map(({ from }) => from.piece * 1000 + from.offset);
          expect([...order].sort((a, b) => a - b)).toEqual(order);
          for (const { from } of found)
            expect(
              findInPage(pageText(pieces(texts[from.piece]?.charAt(from.offset) ?? '')), query.charAt(0)),
            ).toHaveLength(1);
        },
      ),
    );
  });
});
