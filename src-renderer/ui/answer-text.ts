import type { Answer } from '#domain/forms/ballot.ts';
import type { Criterion } from '#domain/forms/form.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import type { memberMessages } from '#domain/text/messages/member.ts';

type Texts = (typeof memberMessages)['vi'];

/** An answer as a person reads it. */
export const answerText = (t: Texts, { scale }: Pick<Criterion, 'scale'>, value: Answer['value']): string => {
  switch (value?.kind) {
    case undefined:
      return t.noAnswer;
    case 'points':
      return formatDecimal(value.points);
    case 'marks':
      return t.mark(value.mark, scale.kind === 'marks' ? scale.top : value.mark);
    case 'passFail':
      return value.passed ? t.passed : t.failed;
    case 'levels':
      return { excellent: t.levelExcellent, pass: t.levelPass, fail: t.levelFail }[value.level];
    case 'notApplicable':
      return t.notApplicable;
  }
};
