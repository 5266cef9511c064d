import { describe, expect, test } from 'vitest';
import { diffPacks } from '#domain/regulation/diff-packs.ts';
import { differencesInWords } from '#domain/regulation/differences-in-words.ts';
import { changeDraft, draftOf } from '#domain/regulation/edit-pack.ts';
import type { Pack } from '#domain/regulation/pack.ts';
import { settleMarks } from '#domain/regulation/settle-marks.ts';
import { shippedPack } from '../conclusion/build-case.ts';

const nscl = shippedPack('nscl-selection-2022');
type Change = readonly [path: readonly (string | number)[], value: unknown];

const said = (...changes: readonly Change[]): readonly string[] => {
  const edited = changes.reduce<Pack>(
    (draft, [path, value]) => {
      const changed = changeDraft(draft, ['councils', 0, ...path], value);
      if (!changed.ok) throw new Error(path.join('.'));
      return settleMarks(changed.draft, nscl);
    },
    draftOf(nscl, { id: 'own', at: '2026-11-23T08:00:00Z' }),
  );
  return differencesInWords(diffPacks(nscl, edited), nscl, edited, 'vi').map(
    ({ where, before, after }) => `${where}: ${before ?? '-'} → ${after ?? '-'}`,
  );
};

describe('differences between two packs in plain words', () => {
  test('a copy left alone differs in nothing', () => {
    expect(said()).toEqual([]);
  });

  test('a share is told as one thing, and an own rule loses its basis', () => {
    expect(
      said([['quorum', 'presence', 'fraction', 'num'], 3], [['quorum', 'presence', 'fraction', 'den'], 4]),
    ).toEqual([
      'Điều kiện họp › Tỷ lệ có mặt › Tỷ lệ: ít nhất 2/3 → ít nhất 3/4',
      expect.stringMatching(/^Điều kiện họp › Tỷ lệ có mặt › Căn cứ: .*15\/2022.* → chưa đối chiếu$/),
    ]);
  });

  test('a criterion is told by its name, decimals with a comma, and the form is no longer the law’s', () => {
    expect(said([['forms', 0, 'groups', 0, 'criteria', 0, 'scale', 'max'], '15.5'])).toEqual([
      expect.stringMatching(/^Phiếu đánh giá hồ sơ › Căn cứ: theo quy định .* → chưa đối chiếu$/),
      'Phiếu đánh giá hồ sơ › Tiêu chí đánh giá › Tính cấp thiết của nhiệm vụ › Cách đánh giá › Điểm tối đa: 15 → 15,5',
    ]);
  });

  test('what is taken out or switched is said so', () => {
    expect(said([['quorum', 'online', 'counts'], false])[0]).toBe(
      'Điều kiện họp › Dự họp trực tuyến › Tính là có mặt: có → không',
    );
    expect(said([['countingCommittee'], null])).toEqual(['Ban kiểm phiếu: Số người: 3 → -']);
    expect(said([['conclusion', 'threshold', 'comparison'], 'moreThan'])[0]).toBe(
      'Kết luận › Ngưỡng điểm › So sánh: ít nhất (bằng cũng được) → trên (phải nhiều hơn)',
    );
  });
});
