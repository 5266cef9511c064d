import type { Ballot } from '#domain/forms/ballot.ts';
import type { Form } from '#domain/forms/form.ts';
import { checkBallot, type BallotProblem, type FormProduct } from '#domain/forms/points.ts';
import { withinForm } from '#domain/workbook/outgoing.ts';
import { questionsOf, type Question } from '#domain/workbook/questions.ts';
import { ballotOf, formOf, type GivenDossier, type Workbook } from '#domain/workbook/state.ts';

/** A place in a ballot that a screen can jump to. */
export type BallotPlace =
  | { readonly kind: 'answer'; readonly key: string }
  | { readonly kind: 'answerComment'; readonly key: string }
  | { readonly kind: 'opinion' }
  | { readonly kind: 'opinionField'; readonly field: string }
  | { readonly kind: 'comment' }
  /** The notice that the dossier has been replaced. */
  | { readonly kind: 'change' };

/** Something that keeps a ballot from being sent. */
export type Gap =
  | { readonly kind: 'unanswered'; readonly place: BallotPlace; readonly question: Question }
  /** An answer the form doesn't take, as can stand after a new package with another form. */
  | { readonly kind: 'outOfLimits'; readonly place: BallotPlace; readonly question: Question }
  | { readonly kind: 'answerCommentMissing'; readonly place: BallotPlace; readonly question: Question }
  | { readonly kind: 'opinionMissing'; readonly place: BallotPlace }
  | { readonly kind: 'opinionFieldMissing'; readonly place: BallotPlace; readonly label: string }
  | { readonly kind: 'commentMissing'; readonly place: BallotPlace }
  | { readonly kind: 'changeNotSeen'; readonly place: BallotPlace };

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

const gapOf = (form: Form, questions: readonly Question[], { key, code }: BallotProblem): readonly Gap[] => {
  const question = questions.find((asked) => asked.key === key);
  switch (code) {
    case 'blankItem':
      return question ? [{ kind: 'unanswered', place: { kind: 'answer', key: question.key }, question }] : [];
    case 'aboveMaximum':
    case 'offStep':
    case 'wrongScale':
    case 'notApplicableNotAllowed':
      return question ? [{ kind: 'outOfLimits', place: { kind: 'answer', key: question.key }, question }] : [];
    case 'missingComment':
      return question
        ? [{ kind: 'answerCommentMissing', place: { kind: 'answerComment', key: question.key }, question }]
        : [{ kind: 'commentMissing', place: { kind: 'comment' } }];
    case 'missingOpinion':
    case 'unknownOpinion':
      return [{ kind: 'opinionMissing', place: { kind: 'opinion' } }];
    case 'missingOpinionField': {
      const field = form.opinions.flatMap(({ fields }) => fields).find(({ id }) => id === key);
      return field
        ? [{ kind: 'opinionFieldMissing', place: { kind: 'opinionField', field: field.id }, label: field.label }]
        : [];
    }
    case 'unknownCriterion':
      // Not sent and not in the member's sight, so nothing the member could mend.
      return [];
  }
};

/** What a ballot still lacks, in the order of the form; nothing for one that abstains. */
export const ballotGaps = (form: Form, products: readonly FormProduct[], ballot: Ballot): readonly Gap[] => {
  const questions = questionsOf(form, products);
  return checkBallot(form, products, withinForm(form, products, ballot)).problems.flatMap((problem) =>
    gapOf(form, questions, problem),
  );
};

/** How far one dossier is. */
export type DossierCheck = {
  readonly dossier: GivenDossier;
  /** Its place in the package, counted from 1. */
  readonly number: number;
  readonly form: Form;
  readonly ballot: Ballot;
  readonly state: 'conflict' | 'untouched' | 'begun' | 'complete';
  readonly gaps: readonly Gap[];
  readonly questions: number;
  readonly answered: number;
};

/** How far the whole workbook is. */
export type WorkbookCheck = {
  readonly dossiers: readonly DossierCheck[];
  /** Gaps of all dossiers together. */
  readonly gaps: number;
  /** Nothing is missing and there is something to send. */
  readonly ready: boolean;
};

const touched = (ballot: Ballot): boolean =>
  ballot.abstained ||
  ballot.opinion !== null ||
  !blank(ballot.comment) ||
  Object.values(ballot.opinionFields).some((text) => !blank(text)) ||
  Object.values(ballot.answers).some(({ value, comment }) => value !== null || !blank(comment));

const checkDossier = (workbook: Workbook, dossier: GivenDossier, form: Form, number: number): DossierCheck => {
  const ballot = ballotOf(workbook, dossier.id);
  const questions = questionsOf(form, dossier.products);
  const common = {
    dossier,
    number,
    form,
    ballot,
    questions: questions.length,
    answered: questions.filter(({ key }) => (ballot.answers[key]?.value ?? null) !== null).length,
  };
  if (workbook.conflicts[dossier.id] !== undefined) return { ...common, state: 'conflict', gaps: [] };
  const change: readonly Gap[] = workbook.changedDossiers.includes(dossier.id)
    ? [{ kind: 'changeNotSeen', place: { kind: 'change' } }]
    : [];
  const gaps = [...change, ...ballotGaps(form, dossier.products, ballot)];
  if (gaps.length === 0) return { ...common, state: 'complete', gaps };
  return { ...common, state: touched(ballot) ? 'begun' : 'untouched', gaps };
};

/** Everything that is missing before the workbook can be sent, dossier by dossier. */
export const checkWorkbook = (workbook: Workbook): WorkbookCheck => {
  const given = workbook.package;
  const dossiers = (given?.dossiers ?? []).flatMap((dossier, index) => {
    const form = given ? formOf(given, dossier) : undefined;
    return form ? [checkDossier(workbook, dossier, form, index + 1)] : [];
  });
  const gaps = dossiers.reduce((sum, dossier) => sum + dossier.gaps.length, 0);
  return { dossiers, gaps, ready: dossiers.length > 0 && gaps === 0 };
};

/** The name of a place within a dossier's screen: stands in addresses after "#" and as the id of the field. */
export const placeAnchor = (place: BallotPlace): string => {
  switch (place.kind) {
    case 'answer':
      return `diem-${place.key.replace(':', '_')}`;
    case 'answerComment':
      return `nhan-xet-${place.key.replace(':', '_')}`;
    case 'opinionField':
      return `noi-dung-${place.field}`;
    case 'opinion':
      return 'y-kien';
    case 'comment':
      return 'nhan-xet-chung';
    case 'change':
      return 'thay-doi';
  }
};
