import type { Text } from '#domain/text/bilingual.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { regulationMessages } from '#domain/text/messages/regulation.ts';
import { packReadings } from '#domain/text/pack-readings.ts';

const { vi, en } = regulationMessages;

const parts: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})khoản (\d+\p{L}?) (?=Điều \d)/giu, 'clause $1, '],
  [/(?<!\p{L})điểm (\p{L}{1,2}) (?:khoản|clause) (?=\d)/giu, 'point $1, clause '],
  [/(?<!\p{L})khoản (?=\d)/giu, 'clause '],
  [/(?<!\p{L})Điều (?=\d)/gu, 'Article '],
  [/(?<!\p{L})Chương (?=[\dIVXL])/gu, 'Chapter '],
  [/(?<!\p{L})Phụ lục (?=[\dIVXL])/gu, 'Appendix '],
  [/(?<!\p{L})(?:Mẫu|Biểu) (?=[\dA-Z])/gu, 'Form '],
  [/(?<!\p{L})(?:mẫu|biểu) (?=[\dA-Z])/gu, 'form '],
];

/** A place in a document as it is cited, with the words for its parts in English: "khoản 7 Điều 28" is "clause 7, Article 28". */
const citedInEnglish = (cited: string): string =>
  parts.reduce((text, [pattern, words]) => text.replace(pattern, words), cited);

const marks = [
  [vi.markSeen, en.markSeen],
  [vi.markSecondary, en.markSecondary],
  [vi.markUnverified, en.markUnverified],
] as const;
const bareMarks: ReadonlyMap<string, string> = new Map([
  [vi.markSeenBare(), en.markSeenBare()],
  [vi.markSecondaryBare(), en.markSecondaryBare()],
  [vi.markUnverifiedBare(), en.markUnverifiedBare()],
]);

/** The note that the program itself puts to a rule that somebody changed: see `ownSource`. */
const ownNoteInEnglish = (note: string): string | null => {
  if (note === vi.ownRule()) return en.ownRule();
  const start = vi.ownRuleFrom('');
  if (!note.startsWith(start)) return null;
  const basis = note.slice(start.length);
  const bare = bareMarks.get(basis);
  if (bare !== undefined) return en.ownRuleFrom(bare);
  for (const [inVietnamese, inEnglish] of marks) {
    const [before = '', after = ''] = inVietnamese('\n').split('\n');
    if (basis.startsWith(before) && basis.endsWith(after))
      return en.ownRuleFrom(inEnglish(citedInEnglish(basis.slice(before.length, -after.length))));
  }
  return null;
};

/**
 * Words of a pack for a reader of either language. Vietnamese is what they say; in English they are read where that is known, else left as
 * they are, as are the words that somebody wrote into an own pack.
 */
export const packText = (words: string): Text => ({
  vi: words,
  en: packReadings.get(words) ?? ownNoteInEnglish(words) ?? words,
});

/** Where in a document a rule stands, or the code of a form. */
export const citation = (cited: string): Text => ({ vi: cited, en: citedInEnglish(cited) });

const read = new WeakMap<object, unknown>();
const cited: ReadonlySet<string> = new Set(['clause', 'code']);
/** What tells the items of a list apart (see `itemName`) stays, and so do sources: `whereOf` and `basisOf` know how to say them. */
const kept: ReadonlySet<string> = new Set(['id', 'kind', 'office', 'output', 'reason', 'number', 'source']);

const inEnglish = (value: unknown, key: string): unknown => {
  if (kept.has(key)) return value;
  if (typeof value === 'string') return (cited.has(key) ? citation(value) : packText(value)).en;
  if (typeof value !== 'object' || value === null) return value;
  const known = read.get(value);
  if (known !== undefined) return known;
  const made = Array.isArray(value)
    ? value.map((item: unknown) => inEnglish(item, key))
    : Object.fromEntries(Object.entries(value).map(([name, item]: [string, unknown]) => [name, inEnglish(item, name)]));
  read.set(value, made);
  return made;
};

/**
 * A pack, or a part of one such as a form, as a reader of this language sees it: the same keys and numbers, other words. It is there to be
 * shown, never to be recorded, sent or printed: what it says in English is no pack.
 */
export const readIn = <Part extends object>(part: Part, language: Language): Part =>
  // Only words are put in place of words, so the shape stays that of the part.
  language === 'vi' ? part : (inEnglish(part, '') as Part);
