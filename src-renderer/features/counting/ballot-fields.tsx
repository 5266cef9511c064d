import { Checkbox } from '@mantine/core';
import type { Answer, Ballot } from '#domain/forms/ballot.ts';
import type { Form } from '#domain/forms/form.ts';
import type { Product } from '#domain/session/state.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { memberMessages } from '#domain/text/messages/member.ts';
import { questionsOf } from '#domain/workbook/questions.ts';
import { TextArea } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { ChoiceField } from '../member/ballot/choice-field.tsx';
import { QuestionField } from '../member/ballot/question-field.tsx';
import { usePackReader } from '../../ui/pack-reader.ts';
import classes from './counting.module.css';

const withAnswer = (ballot: Ballot, key: string, changes: Partial<Answer>): Ballot => ({
  ...ballot,
  answers: { ...ballot.answers, [key]: { ...(ballot.answers[key] ?? { value: null, comment: '' }), ...changes } },
});

type Props = {
  readonly form: Form;
  readonly products: readonly Product[];
  /** Names this ballot among all that are keyed in. */
  readonly place: string;
  readonly ballot: Ballot;
  readonly onChange: (change: (before: Ballot) => Ballot) => void;
};

/** A ballot as it stands on paper, to be keyed in. */
export const BallotFields = ({ form: given, products, place, ballot, onChange }: Props) => {
  const t = useMessages(collectingMessages);
  const tm = useMessages(memberMessages);
  const form = usePackReader().part(given);
  return (
    <div className={classes.paperForm}>
      <Checkbox
        label={t.abstained}
        checked={ballot.abstained}
        onChange={({ currentTarget: { checked } }) => onChange((before) => ({ ...before, abstained: checked }))}
      />
      {!ballot.abstained &&
        questionsOf(form, products).map((question, index, all) => (
          <div key={question.key} className={classes.paperQuestion}>
            {/* The fields carry the name for those who hear it; on paper a product's questions stand below one name, too. */}
            {all[index - 1]?.criterion !== question.criterion && (
              <p className={classes.paperCriterion} aria-hidden>
                {tm.criterion(question.number, question.criterion.label)}
              </p>
            )}
            <QuestionField
              question={question}
              place={place}
              ballot={ballot}
              onValue={(value) => onChange((before) => withAnswer(before, question.key, { value }))}
              onComment={(comment) => onChange((before) => withAnswer(before, question.key, { comment }))}
            />
          </div>
        ))}
      {!ballot.abstained && form.opinions.length > 0 && (
        <ChoiceField
          id="paper-opinion"
          name={t.paperOpinion}
          stacked
          options={form.opinions.map(({ id, label }, index) => ({ value: id, label, digit: String(index + 1) }))}
          value={ballot.opinion}
          onChoose={(opinion) => onChange((before) => ({ ...before, opinion }))}
        />
      )}
      <TextArea
        label={t.paperComment}
        value={ballot.comment}
        onChange={(comment) => onChange((before) => ({ ...before, comment }))}
      />
    </div>
  );
};
