import { blankBallot, type Ballot } from '#domain/forms/ballot.ts';
import type { Form } from '#domain/forms/form.ts';
import { criteriaOf, type FormProduct } from '#domain/forms/points.ts';
import { sameJson } from '#domain/journal/plain-json.ts';
import { ballotOf, formOf, type GivenDossier, type OwnReturn, type Workbook } from '#domain/workbook/state.ts';

/** What a return made now would say. */
export type Outgoing = Pick<OwnReturn, 'ballots' | 'conflicts' | 'remarks'>;

const keepKnown = <Value>(record: Readonly<Record<string, Value>>, known: ReadonlySet<string>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => known.has(key)));

/**
 * As much of a ballot as its form has a place for. A later package may drop a product or bring another form: what was answered for
 * things that are no longer asked stays in the workbook and does not travel.
 */
export const withinForm = (form: Form, products: readonly FormProduct[], ballot: Ballot): Ballot => ({
  ...ballot,
  answers: keepKnown(ballot.answers, new Set(criteriaOf(form, products).map(({ key }) => key))),
  opinion: form.opinions.some(({ id }) => id === ballot.opinion) ? ballot.opinion : null,
  opinionFields: keepKnown(
    ballot.opinionFields,
    new Set(form.opinions.flatMap(({ fields }) => fields.map(({ id }) => id))),
  ),
});

/** The ballot on a given dossier as it would be sent. An abstention carries nothing else: what was written before it is no judgement. */
export const ballotToSend = (workbook: Workbook, dossier: GivenDossier): Ballot => {
  const ballot = ballotOf(workbook, dossier.id);
  if (ballot.abstained) return { ...blankBallot, abstained: true };
  const form = workbook.package ? formOf(workbook.package, dossier) : undefined;
  return form ? withinForm(form, dossier.products, ballot) : ballot;
};

/**
 * What a return made now would carry. Ballots on dossiers that are not in the package any more, or in which the member declares a
 * conflict of interest, stay in the workbook and do not travel.
 */
export const outgoing = (workbook: Workbook): Outgoing => {
  const dossiers = workbook.package?.dossiers ?? [];
  return {
    ballots: Object.fromEntries(
      dossiers
        .filter(({ id }) => workbook.conflicts[id] === undefined)
        .map((dossier): [string, Ballot] => [dossier.id, ballotToSend(workbook, dossier)]),
    ),
    conflicts: keepKnown(workbook.conflicts, new Set(dossiers.map(({ id }) => id))),
    remarks: workbook.remarks,
  };
};

/**
 * Has anything that travels changed since the last return: a word, a declaration, or the package it answers to? True before the first
 * return.
 */
export const changedSinceReturn = (workbook: Workbook): boolean => {
  const last = workbook.returns.at(-1);
  if (!last || last.packageNumber !== workbook.package?.number) return true;
  const { ballots, conflicts, remarks } = last;
  return !sameJson(outgoing(workbook), { ballots, conflicts, remarks });
};
