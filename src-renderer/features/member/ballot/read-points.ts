import type { Criterion, Decimal, Scale } from '#domain/forms/form.ts';
import { parseDecimal } from '#domain/text/decimals.ts';
import { valueProblem } from '#domain/workbook/value-problem.ts';

export type ReadPoints =
  | { readonly kind: 'empty' }
  | { readonly kind: 'points'; readonly points: Decimal }
  | { readonly kind: 'notANumber' }
  | { readonly kind: 'aboveMax'; readonly max: Decimal }
  | { readonly kind: 'offStep'; readonly step: Decimal };

type PointsScale = Extract<Scale, { kind: 'points' }>;

/** What a person typed as points: "12,5" and "12.5" are the same, "12," is 12 on its way to a fraction. */
export const readPoints = (criterion: Criterion & { readonly scale: PointsScale }, typed: string): ReadPoints => {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  const points = parseDecimal(text.replace(/^(\d+)[.,]$/, '$1'));
  if (points === null) return { kind: 'notANumber' };
  const problem = valueProblem(criterion, { kind: 'points', points });
  if (problem?.code === 'aboveMax') return { kind: 'aboveMax', max: criterion.scale.max };
  if (problem?.code === 'offStep') return { kind: 'offStep', step: criterion.scale.step };
  return { kind: 'points', points };
};
