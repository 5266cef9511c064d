import Big from 'big.js';
import type { Answer, Ballot } from '#domain/forms/ballot.ts';
import type { Criterion, Form, Scale } from '#domain/forms/form.ts';

const fitsScale = (value: NonNullable<Answer['value']>, criterion: Criterion): boolean => {
  if (value.kind === 'notApplicable') return criterion.allowNotApplicable;
  const scale: Scale = criterion.scale;
  switch (scale.kind) {
    case 'points': {
      if (value.kind !== 'points') return false;
      const points = new Big(value.points);
      return points.lte(scale.max) && (new Big(scale.step).eq(0) || points.mod(scale.step).eq(0));
    }
    case 'marks':
      return value.kind === 'marks' && value.mark <= scale.top;
    case 'passFail':
      return value.kind === 'passFail';
    case 'levels':
      return value.kind === 'levels';
  }
};

/**
 * Where an arrived ballot says something its form has no place for: another criterion, another scale, more points than the most, a
 * product the dossier doesn't have. Null when everything has its place. Whether a ballot is complete and valid is the form's own
 * question and not asked here.
 */
export const placeOutsideForm = (form: Form, productIds: readonly string[], ballot: Ballot): string | null => {
  const criteria = new Map(
    form.groups.flatMap((group) => group.criteria).map((criterion) => [criterion.id, criterion]),
  );
  for (const [key, answer] of Object.entries(ballot.answers)) {
    const [criterionId = '', productId] = key.split(':');
    const criterion = criteria.get(criterionId);
    if (!criterion) return `answers.${key}`;
    if (criterion.perProduct ? productId === undefined || !productIds.includes(productId) : productId !== undefined)
      return `answers.${key}`;
    if (answer.value && !fitsScale(answer.value, criterion)) return `answers.${key}.value`;
  }
  if (ballot.opinion !== null && !form.opinions.some(({ id }) => id === ballot.opinion)) return 'opinion';
  const fields = new Set(form.opinions.flatMap((opinion) => opinion.fields.map(({ id }) => id)));
  const unknown = Object.keys(ballot.opinionFields).find((id) => !fields.has(id));
  return unknown === undefined ? null : `opinionFields.${unknown}`;
};

/** Is nothing at all written on the ballot, not even an abstention? */
export const isBlank = (ballot: Ballot): boolean =>
  !ballot.abstained &&
  ballot.opinion === null &&
  ballot.comment.trim() === '' &&
  Object.values(ballot.opinionFields).every((text) => text.trim() === '') &&
  Object.values(ballot.answers).every(({ value, comment }) => value === null && comment.trim() === '');
