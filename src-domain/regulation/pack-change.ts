import type { Ballot } from '#domain/forms/ballot.ts';
import type { Form } from '#domain/forms/form.ts';
import { checkBallot, type BallotProblem, type FormProduct } from '#domain/forms/points.ts';
import { sameJson } from '#domain/journal/plain-json.ts';
import { rulesFor, type CouncilKind, type Pack } from './pack.ts';

/** A ballot as it was given, and the form it was given on. */
export type GivenBallot = {
  readonly member: string;
  readonly dossier: string;
  readonly formId: string;
  readonly products: readonly FormProduct[];
  readonly ballot: Ballot;
};

export type TouchedBallot = {
  readonly member: string;
  readonly dossier: string;
  /**
   * `formGone`: the new pack has no such form; `newProblems`: something that was in order isn't any more (named in `problems`);
   * `otherTotal`: still in order, but worth another number of points; `formChanged`: the same answers on a form that reads differently.
   */
  readonly effect: 'formGone' | 'newProblems' | 'otherTotal' | 'formChanged';
  readonly problems: readonly BallotProblem[];
  readonly totalBefore: string | null;
  readonly totalAfter: string | null;
};

const formIn = (pack: Pack, kind: CouncilKind, id: string): Form | undefined =>
  rulesFor(pack, kind)?.forms.find((form) => form.id === id);

/** What stands on a form, whatever it rests on; a form that was stored has its fields in another order. */
const readsTheSame = (one: Form, other: Form): boolean =>
  sameJson({ ...one, source: null }, { ...other, source: null });

/** Which ballots the change from one pack to another touches, and how; those it leaves as they are aren't named. */
export const touchedBallots = (
  from: Pack,
  to: Pack,
  kind: CouncilKind,
  ballots: readonly GivenBallot[],
): readonly TouchedBallot[] =>
  ballots.flatMap(({ member, dossier, formId, products, ballot }): TouchedBallot[] => {
    const before = formIn(from, kind, formId);
    const after = formIn(to, kind, formId);
    const was = before && checkBallot(before, products, ballot);
    const touched = { member, dossier, totalBefore: was?.total ?? null };
    if (!after) return [{ ...touched, effect: 'formGone', problems: [], totalAfter: null }];
    const is = checkBallot(after, products, ballot);
    const problems = is.problems.filter(
      ({ key, code }) => !was?.problems.some((known) => known.key === key && known.code === code),
    );
    const found = { ...touched, problems, totalAfter: is.total };
    if (problems.length > 0) return [{ ...found, effect: 'newProblems' }];
    if (was?.total !== is.total) return [{ ...found, effect: 'otherTotal' }];
    return before && readsTheSame(before, after) ? [] : [{ ...found, effect: 'formChanged' }];
  });
