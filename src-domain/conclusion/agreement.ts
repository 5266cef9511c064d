import { both, shownNumber } from './step-parts.ts';
import type { Text } from '#domain/text/bilingual.ts';
import type { Conclusion } from './step.ts';

/** Points in rows of dossiers and columns of members; null where a member judged nothing. */
export type Scores = readonly (readonly (number | null)[])[];

/**
 * How far members agree. Information only, no part of any legal result, and therefore the one place where binary fractions are
 * used. A figure is null where there is too little to say anything: fewer than two members or two dossiers judged by all of them, or
 * nothing varies.
 */
export type Agreement = {
  /** Kendall's W with the correction for ties, over dossiers judged by every member; 0 to 1. */
  readonly kendallW: number | null;
  /** ICC(2,1): two-way random, absolute agreement, one member (Shrout & Fleiss 1979). */
  readonly icc2_1: number | null;
  /** ICC(2,k): the same for the mean of all members. */
  readonly icc2_k: number | null;
  /** Krippendorff's alpha, interval differences, missing values allowed; at most 1, below 0 worse than chance. */
  readonly krippendorffAlpha: number | null;
  /** Dossiers anybody judged. */
  readonly n: number;
  /** Those of them that every member judged: what W and ICC are taken over. */
  readonly complete: number;
  /** Members who judged anything. */
  readonly k: number;
  /** By column: mean difference from the other members on the same dossiers, in points; null where there are none. */
  readonly leniency: readonly (number | null)[];
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const square = (value: number): number => value * value;

/** Ranks from 1, ties sharing the mean of their ranks. */
const ranksOf = (values: readonly number[]): readonly number[] =>
  values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });

/** Kendall's W corrected for ties (Siegel & Castellan 1988, 9.7); null where every member ties everything. */
export const kendallW = (rows: readonly (readonly number[])[]): number | null => {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  if (n < 2 || k < 2) return null;
  const ranks = Array.from({ length: k }, (_, column) => ranksOf(rows.map((row) => row[column] ?? 0)));
  const totals = rows.map((_, row) => sum(ranks.map((column) => column[row] ?? 0)));
  const deviation = sum(totals.map((total) => square(total - mean(totals))));
  const ties = sum(
    ranks.map((column) =>
      sum(
        [...new Set(column)]
          .map((rank) => column.filter((other) => other === rank).length)
          .map((count) => count ** 3 - count),
      ),
    ),
  );
  const most = square(k) * (n ** 3 - n) - k * ties;
  return most === 0 ? null : (12 * deviation) / most;
};

/** ICC(2,1) and ICC(2,k) of Shrout & Fleiss (1979); null where nothing varies. */
export const intraclass = (
  rows: readonly (readonly number[])[],
): { readonly single: number | null; readonly average: number | null } => {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  if (n < 2 || k < 2) return { single: null, average: null };
  const grand = mean(rows.flat());
  const rowMeans = rows.map(mean);
  const columnMeans = Array.from({ length: k }, (_, column) => mean(rows.map((row) => row[column] ?? 0)));
  const between = (k * sum(rowMeans.map((value) => square(value - grand)))) / (n - 1);
  const members = (n * sum(columnMeans.map((value) => square(value - grand)))) / (k - 1);
  const residual =
    sum(
      rows.flatMap((row, index) =>
        row.map((value, column) => square(value - (rowMeans[index] ?? 0) - (columnMeans[column] ?? 0) + grand)),
      ),
    ) /
    ((n - 1) * (k - 1));
  const single = between + (k - 1) * residual + (k * (members - residual)) / n;
  const average = between + (members - residual) / n;
  return {
    single: single === 0 ? null : (between - residual) / single,
    average: average === 0 ? null : (between - residual) / average,
  };
};

/** Krippendorff's alpha for interval data (Krippendorff 2011), from pairs within units; null where nothing can be paired or varies. */
export const krippendorffAlpha = (rows: Scores): number | null => {
  const units = rows.map((row) => row.filter((value) => value !== null)).filter((values) => values.length >= 2);
  const all = units.flat();
  if (all.length < 2) return null;
  // The sum of squared differences over ordered pairs is 2·(m·Σx² − (Σx)²); taken around the mean to keep digits.
  const center = mean(all);
  const pairs = (values: readonly number[]): number =>
    2 *
    (values.length * sum(values.map((value) => square(value - center))) -
      square(sum(values.map((value) => value - center))));
  const observed = sum(units.map((values) => pairs(values) / (values.length - 1))) / all.length;
  const expected = pairs(all) / (all.length * (all.length - 1));
  return expected === 0 ? null : 1 - observed / expected;
};

const leniencyOf = (rows: Scores, column: number): number | null => {
  const differences = rows.flatMap((row) => {
    const own = row[column] ?? null;
    const others = row.filter((value, index) => index !== column && value !== null).map((value) => value ?? 0);
    return own === null || others.length === 0 ? [] : [own - mean(others)];
  });
  return differences.length === 0 ? null : mean(differences);
};

/** Agreement of a table of points. Columns without any points don't count as members. */
export const agreementOf = (rows: Scores): Agreement => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const used = Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => (row[column] ?? null) !== null),
  );
  const complete = rows.flatMap((row) => {
    const values = used.flatMap((column) => row[column] ?? []);
    return values.length === used.length && used.length > 0 ? [values] : [];
  });
  const { single, average } = intraclass(complete);
  return {
    kendallW: kendallW(complete),
    icc2_1: single,
    icc2_k: average,
    krippendorffAlpha: krippendorffAlpha(rows),
    n: rows.filter((row) => row.some((value) => value !== null)).length,
    complete: complete.length,
    k: used.length,
    leniency: Array.from({ length: width }, (_, column) => leniencyOf(rows, column)),
  };
};

/** Totals of a conclusion as rows of dossiers and columns of the members named. */
export const scoresOf = ({ dossiers }: Pick<Conclusion, 'dossiers'>, members: readonly string[]): Scores =>
  dossiers.map(({ ballots }) =>
    members.map((member) => {
      const total = ballots.find((ballot) => ballot.member === member)?.total ?? null;
      return total === null ? null : Number(total);
    }),
  );

/**
 * Totals of a secret vote as rows of dossiers. A column is no member, since the ballots of each dossier are in an order of their own: good
 * only for measures that don't ask who judged, which is Krippendorff's alpha alone.
 */
export const anonymousScoresOf = ({ dossiers }: Pick<Conclusion, 'dossiers'>): Scores =>
  dossiers.map(({ ballots }) => ballots.flatMap(({ total }) => (total === null ? [] : [Number(total)])));

/** Fewest dossiers and members from which anything is said in words. */
export const leastDossiers = 3;
export const leastMembers = 2;

const inWords = (value: number, places: number): Text => shownNumber(value.toFixed(places));

/**
 * Agreement in plain words, always led by the reminder that it is information only. One sentence saying that there are too few ballots
 * where there are.
 */
export const agreementWords = (agreement: Agreement, names: readonly string[]): readonly Text[] => {
  const information = both((t) => t.agreementInformation());
  const { kendallW: order, icc2_1: single, complete, k } = agreement;
  if (complete < leastDossiers || k < leastMembers || order === null)
    return [information, both((t) => t.agreementNone())];
  const strength = single ?? order;
  const level = strength < 0.3 ? 0 : strength < 0.5 ? 1 : strength < 0.75 ? 2 : 3;
  const value = inWords(order, 2);
  const kendall: Text = {
    vi: both((t) => t.agreementKendall(value.vi)).vi,
    en: both((t) => t.agreementKendall(value.en)).en,
  };
  const members = agreement.leniency.flatMap((difference, index): Text[] => {
    const name = names[index];
    if (difference === null || name === undefined) return [];
    const points = inWords(Math.abs(difference), 1);
    if (Math.abs(difference) < 0.05) return [both((t) => t.agreementEven(name))];
    const told = (lang: 'vi' | 'en'): Text =>
      difference > 0
        ? both((t) => t.agreementLenient(name, points[lang]))
        : both((t) => t.agreementStrict(name, points[lang]));
    return [{ vi: told('vi').vi, en: told('en').en }];
  });
  return [information, both((t) => t.agreementWords(level)), kendall, ...members];
};
