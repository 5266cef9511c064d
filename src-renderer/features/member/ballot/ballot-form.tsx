import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Form } from '#domain/forms/form.ts';
import { checkBallot } from '#domain/forms/points.ts';
import { memberMessages } from '#domain/text/messages/member.ts';
import { placeAnchor, type DossierCheck } from '#domain/workbook/check.ts';
import type { MemberEvent } from '#domain/workbook/events.ts';
import { questionsOf, type Question } from '#domain/workbook/questions.ts';
import { useWorkbook } from '../../../client/workbook-document.ts';
import { TextArea, useReadOnly } from '../../../ui/fields.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { ChoiceField } from './choice-field.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { QuestionField } from './question-field.tsx';
import { usePackReader } from '../../../ui/pack-reader.ts';
import classes from './ballot.module.css';

type Messages = (typeof memberMessages)['vi'];

/** The limits of a criterion in a few words: "tối đa 15", "hệ số 2". */
const limitsOf = (t: Messages, { criterion: { scale } }: Question): string => {
  switch (scale.kind) {
    case 'points':
      // Beside the field, where it is needed.
      return '';
    case 'marks':
      return t.coefficient(scale.coefficient);
    case 'passFail':
      return '';
    case 'levels':
      return { quantity: t.aspectQuantity, volume: t.aspectVolume, quality: t.aspectQuality, report: t.aspectReport }[
        scale.aspect
      ];
  }
};

/** The same question for several products stands under one heading. */
const byCriterion = (questions: readonly Question[]): readonly (readonly Question[])[] => {
  const rows = new Map<string, Question[]>();
  for (const question of questions)
    rows.set(question.criterion.id, [...(rows.get(question.criterion.id) ?? []), question]);
  return [...rows.values()];
};

/** The ballot of one dossier: every criterion of its form, the opinion, the overall comment. */
export const BallotForm = ({ check }: { readonly check: DossierCheck }) => {
  const t = useMessages(memberMessages);
  const { id, record } = useWorkbook();
  const { dossier, ballot } = check;
  const form = usePackReader().part(check.form);
  const dossierId = dossier.id;
  const questions = questionsOf(form, dossier.products);
  const points = checkBallot(form, dossier.products, ballot);
  const write = (event: MemberEvent, field: string): void => record(event, `${dossierId}/${field}`);

  return (
    <div className={classes.form}>
      {form.groups.map((group, index) => {
        const own = questions.filter((question) => question.group.id === group.id);
        const sum = points.perGroup.find(({ id: groupId }) => groupId === group.id);
        const [only] = group.criteria;
        // A group of one criterion with the same words needs them once; a single group is the whole ballot.
        const repeats = form.groups.length === 1 || (group.criteria.length === 1 && only?.label === group.label);
        return (
          <section key={group.id} className={classes.group} aria-label={group.label}>
            {!repeats && (
              <h3 className={classes.groupTitle}>
                <span>{group.label}</span>
                {sum && sum.points !== null && sum.max !== null && (
                  <span className={classes.groupSum}>{t.groupTotal(sum.points, sum.max)}</span>
                )}
              </h3>
            )}
            {byCriterion(own).map((asked) => {
              const [first] = asked;
              if (!first) return null;
              const limits = limitsOf(t, first);
              return (
                <div key={first.criterion.id} className={classes.criterion}>
                  <p className={classes.criterionTitle} data-heading={repeats}>
                    {t.criterion(first.number, first.criterion.label)}{' '}
                    {limits !== '' && <span className={classes.limits}>({limits})</span>}
                  </p>
                  {first.criterion.guidance !== null && <p className={classes.guidance}>{first.criterion.guidance}</p>}
                  {asked.map((question) => (
                    <QuestionField
                      key={question.key}
                      question={question}
                      place={`${id}/${dossierId}`}
                      ballot={ballot}
                      onValue={(value) =>
                        write({ type: 'answer.set', dossierId, key: question.key, value }, `value/${question.key}`)
                      }
                      onComment={(comment) =>
                        write(
                          { type: 'answer.commented', dossierId, key: question.key, comment },
                          `comment/${question.key}`,
                        )
                      }
                    />
                  ))}
                </div>
              );
            })}
            {index < form.groups.length - 1 && <hr className={classes.rule} />}
          </section>
        );
      })}
      <Closing form={form} check={check} write={write} />
      <OtherCases check={check} />
    </div>
  );
};

type ClosingProps = {
  readonly form: Form;
  readonly check: DossierCheck;
  readonly write: (event: MemberEvent, field: string) => void;
};

const Closing = ({ form, check: { dossier, ballot }, write }: ClosingProps) => {
  const t = useMessages(memberMessages);
  const dossierId = dossier.id;
  const chosen = form.opinions.find(({ id }) => id === ballot.opinion);
  return (
    <>
      {form.opinions.length > 0 && (
        <section className={classes.group} aria-label={t.opinionHeading}>
          <h3 className={classes.groupTitle}>{t.opinionHeading}</h3>
          <p className={classes.guidance}>{t.opinionHelp}</p>
          <ChoiceField
            id={placeAnchor({ kind: 'opinion' })}
            name={t.opinionHeading}
            stacked
            options={form.opinions.map(({ id, label }, index) => ({ value: id, label, digit: String(index + 1) }))}
            value={ballot.opinion}
            onChoose={(opinion) => write({ type: 'opinion.set', dossierId, opinion }, 'opinion')}
          />
          {chosen?.fields.map(({ id, label, required }) => (
            <TextArea
              key={id}
              id={placeAnchor({ kind: 'opinionField', field: id })}
              label={required ? t.fieldRequired(label) : label}
              minRows={2}
              value={ballot.opinionFields[id] ?? ''}
              onChange={(text) => write({ type: 'opinion.fieldSet', dossierId, field: id, text }, `opinion/${id}`)}
            />
          ))}
        </section>
      )}
      {form.overallComment !== 'none' && (
        <section className={classes.group} aria-label={t.overallComment}>
          <TextArea
            id={placeAnchor({ kind: 'comment' })}
            data-item
            label={form.overallComment === 'required' ? t.overallCommentRequired : t.overallComment}
            minRows={4}
            value={ballot.comment}
            onChange={(comment) => write({ type: 'comment.set', dossierId, comment }, 'comment')}
          />
        </section>
      )}
    </>
  );
};

const OtherCases = ({ check: { dossier } }: { readonly check: DossierCheck }) => {
  const t = useMessages(memberMessages);
  const { record } = useWorkbook();
  const readOnly = useReadOnly();
  const [declaring, setDeclaring] = useState(false);
  return (
    <details className={classes.other}>
      <summary>{t.otherHeading}</summary>
      <div className={classes.otherList}>
        <div>
          <Button
            variant="default"
            disabled={readOnly}
            onClick={() => record({ type: 'abstained.set', dossierId: dossier.id, abstained: true })}
          >
            {t.abstain}
          </Button>
          <p className={classes.hint}>{t.abstainHelp}</p>
        </div>
        <div>
          <Button variant="default" disabled={readOnly} onClick={() => setDeclaring(true)}>
            {t.declareConflict}
          </Button>
          <p className={classes.hint}>{t.conflictText}</p>
        </div>
      </div>
      <ConflictDialog
        opened={declaring}
        onClose={() => setDeclaring(false)}
        onDeclare={(reason) => record({ type: 'conflict.declared', dossierId: dossier.id, reason })}
      />
    </details>
  );
};
