import { Checkbox } from '@mantine/core';
import type { Answer, Ballot } from '#domain/forms/ballot.ts';
import type { Criterion, Scale } from '#domain/forms/form.ts';
import { memberMessages } from '#domain/text/messages/member.ts';
import { placeAnchor } from '#domain/workbook/check.ts';
import type { Question } from '#domain/workbook/questions.ts';
import { TextArea, useReadOnly } from '../../../ui/fields.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { ChoiceField, type ChoiceOption } from './choice-field.tsx';
import { PointsField } from './points-field.tsx';
import classes from './ballot.module.css';

type Value = Answer['value'];
type Messages = (typeof memberMessages)['vi'];
const NOT_APPLICABLE = 'notApplicable';

const optionsOf = (t: Messages, { scale, allowNotApplicable }: Criterion): readonly ChoiceOption[] => {
  const beside: readonly ChoiceOption[] = allowNotApplicable
    ? [{ value: NOT_APPLICABLE, label: t.notApplicable, digit: '-' }]
    : [];
  return [...levelsOf(t, scale), ...beside];
};

const levelsOf = (t: Messages, scale: Scale): readonly ChoiceOption[] => {
  switch (scale.kind) {
    case 'points':
      return [];
    case 'marks':
      return Array.from({ length: scale.top + 1 }, (_, index) => scale.top - index).map((mark) => ({
        value: String(mark),
        label: t.markName(mark, scale.top),
        digit: String(mark),
      }));
    case 'passFail':
      return [
        { value: 'passed', label: t.passed, digit: '1' },
        { value: 'failed', label: t.failed, digit: '2' },
      ];
    case 'levels':
      return [
        { value: 'excellent', label: t.levelExcellent, digit: '1' },
        { value: 'pass', label: t.levelPass, digit: '2' },
        { value: 'fail', label: t.levelFail, digit: '3' },
      ];
  }
};

const chosenOf = (value: Value): string | null => {
  switch (value?.kind) {
    case undefined:
    case 'points':
      return null;
    case 'marks':
      return String(value.mark);
    case 'passFail':
      return value.passed ? 'passed' : 'failed';
    case 'levels':
      return value.level;
    case 'notApplicable':
      return NOT_APPLICABLE;
  }
};

const valueOf = (scale: Scale, chosen: string): Value => {
  if (chosen === NOT_APPLICABLE) return { kind: 'notApplicable' };
  switch (scale.kind) {
    case 'points':
      return null;
    case 'marks':
      return { kind: 'marks', mark: Number(chosen) };
    case 'passFail':
      return { kind: 'passFail', passed: chosen === 'passed' };
    case 'levels':
      return { kind: 'levels', level: chosen === 'excellent' ? 'excellent' : chosen === 'pass' ? 'pass' : 'fail' };
  }
};

type Props = {
  readonly question: Question;
  /** Names this ballot among all of all workbooks. */
  readonly place: string;
  readonly ballot: Ballot;
  readonly onValue: (value: Value) => void;
  readonly onComment: (comment: string) => void;
};

/** What a member answers to one question, whatever its scale, and the comment that belongs to it. */
export const QuestionField = ({ question, place, ballot, onValue, onComment }: Props) => {
  const t = useMessages(memberMessages);
  const readOnly = useReadOnly();
  const { key, criterion, number, product } = question;
  const answer = ballot.answers[key];
  const value = answer?.value ?? null;
  const { scale } = criterion;
  const id = placeAnchor({ kind: 'answer', key });
  const name = product === null ? criterion.label : t.ofProduct(criterion.label, product.name);
  const inapplicable = value?.kind === 'notApplicable';

  return (
    <div className={classes.question}>
      {product !== null && <p className={classes.product}>{product.name}</p>}
      {scale.kind === 'points' ? (
        <>
          {!inapplicable && (
            <PointsField
              id={id}
              criterion={{ ...criterion, scale }}
              place={`${place}/${key}`}
              name={t.criterion(number, name)}
              points={value?.kind === 'points' ? value.points : null}
              onPoints={(points) => onValue(points === null ? null : { kind: 'points', points })}
            />
          )}
          {criterion.allowNotApplicable && (
            <Checkbox
              label={t.notApplicable}
              disabled={readOnly}
              checked={inapplicable}
              onChange={(event) => onValue(event.currentTarget.checked ? { kind: 'notApplicable' } : null)}
            />
          )}
        </>
      ) : (
        <ChoiceField
          id={id}
          name={t.criterion(number, name)}
          options={optionsOf(t, criterion)}
          value={chosenOf(value)}
          onChoose={(chosen) => onValue(valueOf(scale, chosen))}
        />
      )}
      {criterion.comment !== 'none' && (
        <TextArea
          id={placeAnchor({ kind: 'answerComment', key })}
          label={criterion.comment === 'required' ? t.commentRequired : t.commentLabel}
          aria-label={`${criterion.comment === 'required' ? t.commentRequired : t.commentLabel}: ${name}`}
          minRows={2}
          value={answer?.comment ?? ''}
          onChange={onComment}
        />
      )}
    </div>
  );
};
