import { blankSide, placeKey, settlePlaces, type MergeValue, type SettledPlace } from '#domain/exchange/merge.ts';
import type { Answer } from '#domain/forms/ballot.ts';
import { formFor } from '#domain/session/ballots.ts';
import { sideOf, type DivergedPair } from '#domain/session/diverged.ts';
import { dossiersOf, type Dossier, type Session } from '#domain/session/state.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { memberMessages } from '#domain/text/messages/member.ts';
import { mergingMessages } from '#domain/text/messages/merging.ts';
import { questionsOf } from '#domain/workbook/questions.ts';
import { answerText } from '../../ui/answer-text.ts';
import { readIn } from '#domain/regulation/reading.ts';

/** One place of the two returns, as a person reads it. */
export type MergeRow = {
  readonly key: string;
  readonly place: SettledPlace;
  readonly label: string;
  readonly show: (value: MergeValue) => string;
};

/** The rows of one dossier in the order of its form; null as dossier for what is about the whole return. */
export type MergeGroup = {
  readonly dossier: Dossier | null;
  /** From 1. */
  readonly number: number;
  readonly rows: readonly MergeRow[];
};

const isAnswer = (value: MergeValue): value is Answer['value'] => value === null || typeof value === 'object';

/** Where an answer stands in its form and what it is called there; what the form no longer has comes last under its key. */
const askedIn = (session: Session, dossier: Dossier, language: Language) => {
  const t = memberMessages[language];
  const own = formFor(session, dossier);
  const form = own && readIn(own, language);
  const questions = form ? questionsOf(form, dossier.products) : [];
  return {
    form,
    question: (key: string) => {
      const order = questions.findIndex((one) => one.key === key);
      const question = questions[order];
      return question
        ? {
            order,
            criterion: question.criterion,
            label: t.criterion(
              question.number,
              question.product === null
                ? question.criterion.label
                : t.ofProduct(question.criterion.label, question.product.name),
            ),
          }
        : { order: questions.length, criterion: null, label: key };
    },
  };
};

type Ordered = MergeRow & { readonly order: readonly [number, number] };

const rowOf = (session: Session, dossier: Dossier | null, place: SettledPlace, language: Language): Ordered => {
  const t = mergingMessages[language];
  const tm = memberMessages[language];
  const text = (value: MergeValue): string => (typeof value === 'string' ? value : '');
  const row = (label: string, show: MergeRow['show'], ...order: readonly [number, number]): Ordered => ({
    key: placeKey(place),
    place,
    label,
    show: (value) => show(value) || t.empty,
    order,
  });
  if (!dossier) return row(t.remarks, text, 0, 0);
  const { form, question } = askedIn(session, dossier, language);
  switch (place.part) {
    case 'declaredConflict':
      return row(t.declaredConflict, (value) => (typeof value === 'string' ? t.declared(value) : t.notDeclared), 0, 0);
    case 'abstained':
      return row(t.abstained, (value) => (value === true ? t.yes : t.no), 0, 1);
    case 'answer': {
      const { order, label, criterion } = question(place.key);
      const show = (value: MergeValue): string =>
        criterion && isAnswer(value) ? answerText(tm, criterion, value) : JSON.stringify(value);
      return row(label, show, 1, order * 2);
    }
    case 'answerComment': {
      const { order, label } = question(place.key);
      return row(t.commentOn(label), text, 1, order * 2 + 1);
    }
    case 'opinion':
      return row(t.opinion, (value) => form?.opinions.find(({ id }) => id === value)?.label ?? text(value), 2, 0);
    case 'opinionField': {
      const fields = form?.opinions.flatMap(({ fields: own }) => own) ?? [];
      const at = fields.findIndex(({ id }) => id === place.key);
      return row(fields[at]?.label ?? place.key, text, 3, at === -1 ? fields.length : at);
    }
    case 'comment':
      return row(t.overallComment, text, 4, 0);
    case 'remarks':
      return row(t.remarks, text, 5, 0);
  }
};

/** Everything the two say, dossier by dossier in the order of the session and of the form, then what is about the whole return. */
export const mergeGroups = (session: Session, pair: DivergedPair, language: Language): readonly MergeGroup[] => {
  const places = settlePlaces(pair.base ? sideOf(pair.base) : blankSide, sideOf(pair.left), sideOf(pair.right));
  const rowsOf = (dossier: Dossier | null): readonly MergeRow[] =>
    places
      .filter(({ dossierId }) => dossierId === (dossier?.id ?? null))
      .map((place) => rowOf(session, dossier, place, language))
      .sort((one, other) => one.order[0] - other.order[0] || one.order[1] - other.order[1])
      .map(({ order: _order, ...row }) => row);
  return [
    ...dossiersOf(session).map((dossier, index) => ({ dossier, number: index + 1, rows: rowsOf(dossier) })),
    { dossier: null, number: session.dossierOrder.length + 1, rows: rowsOf(null) },
  ].filter(({ rows }) => rows.length > 0);
};
