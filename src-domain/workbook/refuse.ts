import type { WorkbookEvent } from '#domain/workbook/events.ts';
import { questionOf } from '#domain/workbook/questions.ts';
import { valueProblem } from '#domain/workbook/value-problem.ts';
import { formOf, type Workbook } from '#domain/workbook/state.ts';

/** Why an event can't be recorded now: a code of the workbook's problems and the values for its text. */
export type WorkbookRefusal = {
  readonly code: `workbook.${string}`;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
};

const no = (code: string, details: WorkbookRefusal['details'] = {}): WorkbookRefusal => ({
  code: `workbook.${code}`,
  details,
});

type OnDossier = Extract<WorkbookEvent, { dossierId: string }>;

/** May the event be written about this dossier? Presupposes nothing of the form. */
const onDossier = (workbook: Workbook, event: OnDossier): WorkbookRefusal | null => {
  const dossier = workbook.package?.dossiers.find(({ id }) => id === event.dossierId);
  const form = workbook.package && dossier ? formOf(workbook.package, dossier) : undefined;
  if (!dossier || !form) return no('unknownDossier');

  switch (event.type) {
    case 'conflict.declared':
      return event.reason.trim() === '' ? no('conflictNeedsReason', { dossier: dossier.title }) : null;
    case 'conflict.withdrawn':
      return workbook.conflicts[dossier.id] === undefined ? no('noConflict', { dossier: dossier.title }) : null;
    case 'change.seen':
      return null;
    default:
  }
  // Whoever has an interest in a dossier does not judge it; what was written before stays and counts again if the declaration is withdrawn.
  if (workbook.conflicts[dossier.id] !== undefined) return no('conflictDeclared', { dossier: dossier.title });

  switch (event.type) {
    case 'answer.set': {
      const question = questionOf(form, dossier.products, event.key);
      if (!question) return no('unknownQuestion');
      const problem = event.value === null ? null : valueProblem(question.criterion, event.value);
      return problem === null ? null : no(problem.code, { ...problem.details, criterion: question.criterion.label });
    }
    case 'answer.commented': {
      const question = questionOf(form, dossier.products, event.key);
      if (!question) return no('unknownQuestion');
      return question.criterion.comment === 'none' && event.comment !== '' ? no('noCommentHere') : null;
    }
    case 'opinion.set':
      return event.opinion === null || form.opinions.some(({ id }) => id === event.opinion)
        ? null
        : no('unknownOpinion');
    case 'opinion.fieldSet':
      return form.opinions.some(({ fields }) => fields.some(({ id }) => id === event.field))
        ? null
        : no('unknownOpinion');
    case 'comment.set':
      return form.overallComment === 'none' && event.comment !== '' ? no('noCommentHere') : null;
    case 'abstained.set':
      return null;
  }
};

/**
 * Says why an event may not be recorded in this workbook, or null when it may. Checked by the screen for a quick answer and by the
 * back end before anything is written.
 */
export const refuseWorkbookEvent = (workbook: Workbook, event: WorkbookEvent): WorkbookRefusal | null => {
  switch (event.type) {
    case 'workbook.created':
      return workbook.publicKey === null ? null : no('createdAlready');
    case 'package.opened': {
      const before = workbook.package;
      if (
        before &&
        (before.sessionId !== event.package.sessionId || before.seat.memberId !== event.package.seat.memberId)
      )
        return no('otherSeat');
      return before && event.package.number <= before.number ? no('olderPackage', { number: before.number }) : null;
    }
    case 'return.made':
      return event.made.revision === workbook.returns.length + 1 ? null : no('revisionDisagrees');
    case 'receipt.taken':
      return workbook.returns[event.revision - 1]?.code === event.code
        ? null
        : no('receiptForNoReturn', { code: event.code });
    case 'remarks.set':
      return workbook.package ? null : no('noPackage');
    default:
      return onDossier(workbook, event);
  }
};
