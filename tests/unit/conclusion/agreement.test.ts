import { describe, expect, test } from 'vitest';
import { agreementOf, agreementWords, intraclass, kendallW, krippendorffAlpha } from '#domain/conclusion/agreement.ts';

type Column = readonly (number | null)[];
const fromColumns = <Value>(columns: readonly (readonly Value[])[]): Value[][] =>
  (columns[0] ?? []).map((_, row) => columns.map((column) => column[row] as Value));

describe('agreement follows published worked examples to three decimals', () => {
  test('Kendall W without ties: Siegel (1956), three executives ranking six applicants, W = 0.162', () => {
    const rows = fromColumns([
      [1, 6, 3, 2, 5, 4],
      [1, 5, 6, 4, 2, 3],
      [6, 3, 2, 5, 4, 1],
    ]);
    expect(kendallW(rows)).toBeCloseTo(0.162, 3);
  });

  test('Kendall W with ties: Siegel (1956) and the NAG g08da example, three rankings of ten, W = 0.828', () => {
    const rows = fromColumns([
      [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
      [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
      [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
    ]);
    expect(kendallW(rows)).toBeCloseTo(0.828, 3);
  });

  test('Kendall W corrected for ties: data set "anxiety" of the R package irr, W = 0.540, chi squared 30.8', () => {
    const rows = fromColumns([
      [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
      [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
      [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
    ]);
    const w = kendallW(rows) ?? Number.NaN;
    expect(w).toBeCloseTo(0.54, 3);
    expect(3 * 19 * w).toBeCloseTo(30.8, 1);
  });

  test('ICC(2,1) = 0.290 and ICC(2,4) = 0.620: Shrout & Fleiss (1979), table 2', () => {
    const { single, average } = intraclass([
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]);
    expect(single).toBeCloseTo(0.29, 3);
    expect(average).toBeCloseTo(0.62, 3);
  });

  test('Krippendorff alpha for interval data with missing values = 0.849: Krippendorff (2011), section E', () => {
    const columns: readonly Column[] = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
      [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ];
    expect(krippendorffAlpha(fromColumns(columns))).toBeCloseTo(0.849, 3);
  });
});

describe('agreement says no more than its figures allow', () => {
  test('members who agree wholly have the greatest figures', () => {
    const found = agreementOf([
      [70, 70, 70],
      [80, 80, 80],
      [90, 90, 90],
    ]);
    expect(found).toMatchObject({ kendallW: 1, icc2_1: 1, icc2_k: 1, krippendorffAlpha: 1, n: 3, k: 3, complete: 3 });
    expect(found.leniency).toEqual([0, 0, 0]);
  });

  test('one member, one dossier and a table where nothing varies give no figure', () => {
    for (const rows of [
      [[70], [80]],
      [[70, 80]],
      [
        [50, 50],
        [50, 50],
        [50, 50],
      ],
    ]) {
      const found = agreementOf(rows);
      expect(found.kendallW).toBeNull();
      expect(found.icc2_1).toBeNull();
    }
    expect(
      agreementOf([
        [50, 50],
        [50, 50],
      ]).krippendorffAlpha,
    ).toBeNull();
    expect(agreementOf([])).toMatchObject({
      kendallW: null,
      icc2_1: null,
      icc2_k: null,
      krippendorffAlpha: null,
      n: 0,
      k: 0,
    });
  });

  test('W and ICC are taken over dossiers that everybody judged, alpha over all pairs', () => {
    const found = agreementOf([
      [70, 72, 69],
      [80, 83, 79],
      [90, 91, 85],
      [60, null, 62],
    ]);
    expect(found).toMatchObject({ n: 4, k: 3, complete: 3 });
    expect(found.kendallW).toBe(1);
    expect(found.krippendorffAlpha).toBeGreaterThan(0.9);
  });

  test('who is lenient and who is strict is measured against the others on the same dossiers', () => {
    const { leniency } = agreementOf([
      [80, 70],
      [null, 10],
      [90, 84],
    ]);
    expect(leniency).toEqual([8, -8]);
  });

  test('words are silent where there are too few ballots and plain where there are enough', () => {
    const few = agreementWords(
      agreementOf([
        [70, 80],
        [60, 75],
      ]),
      ['A', 'B'],
    );
    expect(few.map(({ vi }) => vi)).toEqual([
      'Chỉ để tham khảo, không thuộc kết quả theo quy định.',
      'Chưa đủ phiếu để nói gì về mức đồng thuận (cần ít nhất 2 thành viên và 3 hồ sơ cùng được chấm)',
    ]);
    const enough = agreementWords(
      agreementOf([
        [70, 72],
        [80, 82],
        [90, 92],
      ]),
      ['Nguyễn Văn A', 'Trần Thị B'],
    );
    expect(enough.map(({ vi }) => vi)).toEqual([
      'Chỉ để tham khảo, không thuộc kết quả theo quy định.',
      'Các thành viên đồng thuận cao',
      'Thứ tự các hồ sơ giữa các thành viên: 1 (0 là mỗi người một ý, 1 là hoàn toàn giống nhau)',
      'Nguyễn Văn A cho điểm thấp hơn mức chung 2 điểm',
      'Trần Thị B cho điểm cao hơn mức chung 2 điểm',
    ]);
  });
});
