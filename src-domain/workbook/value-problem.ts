import Big from 'big.js';
import type { Answer } from '#domain/forms/ballot.ts';
import type { Criterion, Decimal } from '#domain/forms/form.ts';

export type Value = NonNullable<Answer['value']>;

/** Why a value can't stand under a criterion. `max` and `step` are decimals with a dot. */
export type ValueProblem =
  | { readonly code: 'aboveMax'; readonly details: { readonly max: Decimal; readonly given: Decimal } }
  | { readonly code: 'offStep'; readonly details: { readonly step: Decimal; readonly given: Decimal } }
  | { readonly code: 'wrongScale'; readonly details: Readonly<Record<string, never>> }
  | { readonly code: 'mustApply'; readonly details: Readonly<Record<string, never>> };

const pointsProblem = (max: Decimal, step: Decimal, given: Decimal): ValueProblem | null => {
  const points = new Big(given);
  if (points.gt(max)) return { code: 'aboveMax', details: { max, given } };
  return new Big(step).eq(0) || points.mod(step).eq(0) ? null : { code: 'offStep', details: { step, given } };
};

/** Says why the value is outside what the criterion takes, or null when it may stand. */
export const valueProblem = ({ scale, allowNotApplicable }: Criterion, value: Value): ValueProblem | null => {
  if (value.kind === 'notApplicable') return allowNotApplicable ? null : { code: 'mustApply', details: {} };
  if (value.kind === 'points' && scale.kind === 'points') return pointsProblem(scale.max, scale.step, value.points);
  if (value.kind === 'marks' && scale.kind === 'marks')
    return value.mark <= scale.top
      ? null
      : { code: 'aboveMax', details: { max: String(scale.top), given: String(value.mark) } };
  return value.kind === scale.kind ? null : { code: 'wrongScale', details: {} };
};
