import { formatDecimal } from '#domain/text/decimals.ts';
import type { AskedCriterion } from '#domain/forms/points.ts';
import { basisOf } from '#domain/regulation/mark.ts';
import { packText } from '#domain/regulation/reading.ts';
import type { Source } from '#domain/regulation/source.ts';
import { bilingual, sameText, type Text } from '#domain/text/bilingual.ts';
import { conclusionMessages } from '#domain/text/messages/conclusion.ts';
import { evaluate, type Result } from './evaluate.ts';
import { parseRatio, roundRatio } from './exact.ts';
import type { Computation, Figure, Step } from './step.ts';

/** Makes a text of the conclusion's catalogue in both languages. */
export const both = bilingual(conclusionMessages);

/** Puts a text that differs by language into a message. */
export const bothWith = (
  pick: (texts: Readonly<(typeof conclusionMessages)['vi']>, shown: string) => string,
  shown: Text,
): Text => ({
  vi: pick(conclusionMessages.vi, shown.vi),
  en: pick(conclusionMessages.en, shown.en),
});

/** What a person wrote beside words of the pack, such as the name of the product that a criterion is asked of. */
const joined = (words: string, between: string, written: string | undefined): Text => {
  const text = packText(words);
  return written === undefined || written === ''
    ? text
    : { vi: `${text.vi}${between}${written}`, en: `${text.en}${between}${written}` };
};

/** The criterion as a heading: with the product it is asked of. */
export const criterionText = ({ criterion, product }: Pick<AskedCriterion, 'criterion' | 'product'>): Text =>
  joined(criterion.label, ': ', product?.name);

/** The criterion within a sentence. */
export const criterionInText = ({ criterion, product }: Pick<AskedCriterion, 'criterion' | 'product'>): Text =>
  joined(criterion.label, ', ', product?.name);

/** A decimal or ratio as readers write it: comma in Vietnamese, dot in English; a ratio rounded to `decimals`. */
export const shownNumber = (value: string, decimals = 4): Text => {
  // Most figures are whole numbers or plain decimals and need no arithmetic to be shown.
  if (/^\d+$/.test(value)) return sameText(value);
  const number = parseRatio(value);
  if (!number) return sameText(value);
  const text = value.includes('/') ? trimmed(roundRatio(number, decimals, 'halfUp')) : number.num.toFixed();
  return { vi: formatDecimal(text), en: text };
};

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

export const numberFigure = (key: string, label: Text, value: string | number): Figure => ({
  key,
  label,
  value: String(value),
  shown: shownNumber(String(value)),
});

/** A figure nobody wrote down. */
export const missingFigure = (key: string, label: Text): Figure => ({
  key,
  label,
  value: '',
  shown: both((t) => t.figureMissing()),
});

/** A figure in words; `value` is the word machines read. */
export const wordFigure = (key: string, label: Text, value: string, shown: Text = sameText(value)): Figure => ({
  key,
  label,
  value,
  shown,
});

type StepParts = {
  readonly id: string;
  readonly title: Text;
  readonly source?: Source | null;
  readonly figures?: readonly Figure[];
  readonly children?: readonly Step[];
};

/** A step whose outcome is computed from its figures and children; `text` puts that outcome into words. */
export const computedStep = (
  parts: StepParts & { readonly computation: Computation; readonly text: (result: Result) => Text },
): Step => {
  const figures = parts.figures ?? [];
  const children = parts.children ?? [];
  const result = evaluate(parts.computation, { figures, children });
  const source = parts.source ?? null;
  return {
    id: parts.id,
    title: parts.title,
    source,
    basis: source && basisOf(source),
    figures,
    computation: parts.computation,
    outcome: { ...result, text: parts.text(result) },
    children,
  };
};

/** A fact kept on record; it decides nothing. */
export const recordedStep = (parts: StepParts & { readonly text: Text }): Step => {
  const source = parts.source ?? null;
  return {
    id: parts.id,
    title: parts.title,
    source,
    basis: source && basisOf(source),
    figures: parts.figures ?? [],
    computation: null,
    outcome: { kind: 'recorded', value: null, text: parts.text },
    children: parts.children ?? [],
  };
};

/** Words for a condition: met, not met, or what can't be said yet. */
export const conditionText = (met: Text, notMet: Text, unknown: Text = both((t) => t.undetermined())) => {
  return ({ kind }: Result): Text => (kind === 'holds' ? met : kind === 'fails' ? notMet : unknown);
};

/** Words for one plain condition. */
export const metOrNot = () =>
  conditionText(
    both((t) => t.met()),
    both((t) => t.notMet()),
  );

/** Words for all conditions of a dossier together. */
export const conditionsMetOrNot = () =>
  conditionText(
    both((t) => t.conditionsMet()),
    both((t) => t.conditionsNotMet()),
  );

/** The figures that say whether a grade passes: 1 or 0 beside the 1 that is needed; a grade nobody knows yet is missing. */
export const passingGradeFigures = (
  grade: { readonly label: Text; readonly passes: boolean } | null,
  title: Text,
): readonly Figure[] => [
  grade === null
    ? missingFigure('passes', title)
    : numberFigure('passes', gradeMeaningOf(grade.label), grade.passes ? 1 : 0),
  numberFigure(
    'needed',
    both((t) => t.gradeNeeded()),
    1,
  ),
];

const gradeMeaningOf = ({ vi, en }: Text): Text => ({
  vi: conclusionMessages.vi.gradeMeaning(vi),
  en: conclusionMessages.en.gradeMeaning(en),
});
