import type { Mark, Source } from '#domain/regulation/source.ts';
import { bilingual, type Text } from '#domain/text/bilingual.ts';
import { regulationMessages } from '#domain/text/messages/regulation.ts';

const both = bilingual(regulationMessages);
const sureness: Readonly<Record<Mark, number>> = { seen: 2, secondary: 1, unverified: 0 };

/** The least sure of some marks; `seen` where there are none. */
export const weakestMark = (marks: readonly Mark[]): Mark =>
  marks.reduce<Mark>((weakest, mark) => (sureness[mark] < sureness[weakest] ? mark : weakest), 'seen');

/** Document and article as a reader names them, e.g. "15/2022/TT-BKHCN, Điều 16"; null when neither is known. */
export const whereOf = ({ document, clause }: Source): string | null => {
  const parts = [document, clause].flatMap((part) => part ?? []);
  return parts.length === 0 ? null : parts.join(', ');
};

/** What may be said of a rule: "theo quy định", "theo nguồn thứ cấp" or "chưa đối chiếu", with where it stands. Never more than its mark. */
export const basisOf = (source: Source): Text => {
  const where = whereOf(source);
  switch (source.mark) {
    case 'seen':
      return where === null ? both((t) => t.markSeenBare()) : both((t) => t.markSeen(where));
    case 'secondary':
      return where === null ? both((t) => t.markSecondaryBare()) : both((t) => t.markSecondary(where));
    case 'unverified':
      return where === null ? both((t) => t.markUnverifiedBare()) : both((t) => t.markUnverified(where));
  }
};

/** Only the words of the mark, without where the rule stands. */
export const markText = (mark: Mark): Text => {
  switch (mark) {
    case 'seen':
      return both((t) => t.markSeenBare());
    case 'secondary':
      return both((t) => t.markSecondaryBare());
    case 'unverified':
      return both((t) => t.markUnverifiedBare());
  }
};

const isSource = (value: object): value is Source => 'mark' in value && 'document' in value && 'clause' in value;

/** Every source within a value (a pack, a rule) with its path, in order. */
export const sourcesIn = (
  value: unknown,
  path: readonly PropertyKey[] = [],
): readonly { readonly path: readonly PropertyKey[]; readonly source: Source }[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (isSource(value)) return [{ path, source: value }];
  return Array.isArray(value)
    ? value.flatMap((item: unknown, index) => sourcesIn(item, [...path, index]))
    : Object.entries(value).flatMap(([key, item]: [string, unknown]) => sourcesIn(item, [...path, key]));
};
