import type { Ballot } from '#domain/forms/ballot.ts';
import { sameJson } from '#domain/journal/plain-json.ts';
import { ballotOf, type OwnReturn, type Workbook } from '#domain/workbook/state.ts';

/** What a return made now would say. */
export type Outgoing = Pick<OwnReturn, 'ballots' | 'conflicts' | 'remarks'>;

/** The dossiers of the package that the member judges: all but those with a declared conflict of interest. */
const judged = (workbook: Workbook): readonly string[] =>
  (workbook.package?.dossiers ?? []).map(({ id }) => id).filter((id) => workbook.conflicts[id] === undefined);

/**
 * What a return made now would carry. Ballots on dossiers that are not in the package any more, or in which the member declares a conflict
 * of interest, stay in the workbook and do not travel.
 */
export const outgoing = (workbook: Workbook): Outgoing => {
  const given = new Set(workbook.package?.dossiers.map(({ id }) => id));
  return {
    ballots: Object.fromEntries(judged(workbook).map((id): [string, Ballot] => [id, ballotOf(workbook, id)])),
    conflicts: Object.fromEntries(Object.entries(workbook.conflicts).filter(([id]) => given.has(id))),
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
