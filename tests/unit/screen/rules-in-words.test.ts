import { describe, expect, test } from 'vitest';
import { sourcesIn } from '#domain/regulation/mark.ts';
import type { CouncilKind } from '#domain/regulation/pack.ts';
import { rulesInWords, vocabularyInWords } from '../../../src-renderer/features/packs/rules-in-words.ts';
import { shippedPack, withRules } from '../conclusion/build-case.ts';

const lines = (id: string, kind: CouncilKind, language: 'vi' | 'en' = 'vi'): readonly string[] => {
  const rules = shippedPack(id).councils.find((council) => council.kind === kind);
  if (!rules) throw new Error(`${id} has no ${kind}`);
  return rulesInWords(rules, language).flatMap((group) => group.rules.map(({ text }) => text));
};

describe('the rules of a pack in words', () => {
  test('the NSCL selection: composition, quorum, points, threshold, ties', () => {
    const said = lines('nscl-selection-2022', 'selection');
    expect(said).toEqual(
      expect.arrayContaining([
        'Hội đồng có 7–9 thành viên',
        'Có mặt ít nhất 2/3 tổng số thành viên',
        'Tính cấp thiết của nhiệm vụ: tối đa 15 điểm',
        'Điểm trung bình từ 70 điểm thì đủ điều kiện',
        'trên 1/3 thành viên cho 0 điểm cùng một tiêu chí thì không đủ điều kiện',
        'Bằng điểm: xét điểm của người chủ trì',
        'Ban kiểm phiếu 3 người',
        'Không gắn cờ phiếu lệch xa điểm trung bình',
        'Phiếu không hợp lệ khi bỏ trống một mục',
      ]),
    );
    expect(said.some((text) => /không tham gia một hồ sơ/.test(text))).toBe(true);
  });

  test('lateness is part of a grade', () => {
    const said = lines('template-lateness', 'acceptance');
    expect(said.find((text) => /Xuất sắc/.test(text) && /nộp đúng hạn/.test(text))).toBeDefined();
    expect(said.find((text) => /muộn không quá 30 ngày/.test(text))).toBeDefined();
    expect(said.find((text) => /mọi trường hợp còn lại/.test(text))).toBeDefined();
  });

  test('votes and levels are told by their shares', () => {
    expect(lines('identification-2023', 'identification')).toContain('trên 3/4 đồng ý thì được đề nghị');
    expect(lines('acceptance-2014', 'acceptance')).toEqual(
      expect.arrayContaining([expect.stringContaining('3/4'), expect.stringContaining('trên 1/3')]),
    );
  });

  test('“at least” and “more than” are told apart, and an outlier rule that is on is named', () => {
    const pack = withRules(shippedPack('nscl-selection-2022'), 'selection', (rules) => ({
      ...rules,
      quorum: {
        ...rules.quorum,
        presence: { ...rules.quorum.presence, fraction: { num: 3, den: 4, comparison: 'moreThan' as const } },
      },
      outlier: { mode: 'absolute' as const, points: '20', source: rules.outlier.source },
    }));
    const [rules] = pack.councils;
    const said = rules ? rulesInWords(rules, 'vi').flatMap((group) => group.rules.map(({ text }) => text)) : [];
    expect(said).toContain('Có mặt trên 3/4 tổng số thành viên');
    expect(said.find((text) => /Gắn cờ phiếu lệch quá 20 điểm/.test(text))).toBeDefined();
  });

  test.each(['vi', 'en'] as const)('every source of every shipped rule is shown beside some line (%s)', (language) => {
    for (const id of [
      'nscl-selection-2022',
      'national-selection-2023',
      'identification-2023',
      'acceptance-2014',
      'template-lateness',
      'template-minimums',
      'appraisal-inspection',
      'regime-2025',
    ])
      for (const rules of shippedPack(id).councils) {
        const shown = new Set(
          rulesInWords(rules, language).flatMap((group) => group.rules.map(({ source }) => JSON.stringify(source))),
        );
        const hidden = sourcesIn(rules)
          .filter(({ source }) => !shown.has(JSON.stringify(source)))
          .map(({ path }) => path.join('.'));
        expect(hidden, id).toEqual([]);
      }
  });

  test('the vocabulary is the pack’s own', () => {
    expect(vocabularyInWords(shippedPack('regime-2025'), 'vi').map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^Tuyển chọn, giao trực tiếp: gọi là “.*xét tài trợ/u),
    );
  });
});
