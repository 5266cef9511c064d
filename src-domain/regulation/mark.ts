import type { Mark, Source } from '#domain/regulation/source.ts';
import { bilingual, type Text } from '#domain/text/bilingual.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { regulationMessages } from '#domain/text/messages/regulation.ts';
import { citation, packText } from './reading.ts';

const both = bilingual(regulationMessages);
const sureness: Readonly<Record<Mark, number>> = { seen: 2, secondary: 1, unverified: 0 };

/** The least sure of some marks; `seen` where there are none. */
export const weakestMark = (marks: readonly Mark[]): Mark =>
  marks.reduce<Mark>((weakest, mark) => (sureness[mark] < sureness[weakest] ? mark : weakest), 'seen');

/** Document and article as a reader names them, e.g. "15/2022/TT-BKHCN, Điều 16"; null when neither is known. */
export const whereOf = ({ document, clause }: Source, language: Language): string | null => {
  const parts = [...(document === null ? [] : [packText(document)]), ...(clause === null ? [] : [citation(clause)])];
  return parts.length === 0 ? null : parts.map((part) => part[language]).join(', ');
};

/** What may be said of a rule: "theo quy định", "theo nguồn thứ cấp" or "chưa đối chiếu", with where it stands. Never more than its mark. */
export const basisOf = (source: Source): Text => {
  const basisIn = (language: Language): string => {
    const t = regulationMessages[language];
    const where = whereOf(source, language);
    switch (source.mark) {
      case 'seen':
        return where === null ? t.markSeenBare() : t.markSeen(where);
      case 'secondary':
        return where === null ? t.markSecondaryBare() : t.markSecondary(where);
      case 'unverified':
        return where === null ? t.markUnverifiedBare() : t.markUnverified(where);
    }
  };
  return { vi: basisIn('vi'), en: basisIn('en') };
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
