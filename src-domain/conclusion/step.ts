import type { Text } from '#domain/text/bilingual.ts';
import type { Decimal } from '#domain/forms/form.ts';
import type { Comparison, CouncilKind, Rounding } from '#domain/regulation/pack.ts';
import type { Mark, Source } from '#domain/regulation/source.ts';

/**
 * One figure put into a step. `value` is exact and for machines: a decimal with a dot ("83.5"), a ratio of two decimals ("632/9"),
 * "true" or "false", or words. `shown` is for readers.
 */
export type Figure = {
  readonly key: string;
  readonly label: Text;
  readonly value: string;
  readonly shown: Text;
};

/** Conditions on figures, all of which must be met for `value` to be taken. */
export type SelectCase = { readonly when: Readonly<Record<string, string>>; readonly value: string };

/**
 * How a step's outcome follows from its figures (named by their keys) or from its children's outcomes, so that anybody can compute it
 * again from the tree alone. `recompute` does, and the engine itself takes its outcomes from nowhere else.
 */
export type Computation =
  /** Is part, of whole, at least / more than num/den? Compared by multiplication, never by division. A whole of 0 is never reached. */
  | {
      readonly op: 'share';
      readonly part: string;
      readonly whole: string;
      readonly num: number;
      readonly den: number;
      readonly comparison: Comparison;
      /** True where reaching the share is what fails the rule (zero rule). */
      readonly negated: boolean;
    }
  /** Is left at least / more than / at most / equal to right? Undetermined while one of them is missing (an empty value). */
  | {
      readonly op: 'compare';
      readonly left: string;
      readonly right: string;
      readonly comparison: Comparison | 'atMost' | 'equal';
    }
  | { readonly op: 'sum'; readonly of: readonly string[] }
  /** Sum of figures divided by how many they are; no figures, no value. */
  | { readonly op: 'mean'; readonly of: readonly string[] }
  | { readonly op: 'round'; readonly of: string; readonly decimals: number; readonly mode: Rounding['mode'] }
  /** How far left is from right, without sign. */
  | { readonly op: 'distance'; readonly left: string; readonly right: string }
  /** Holds when no child fails or is undetermined; a failing child fails it. Children that decide nothing are passed over. */
  | { readonly op: 'all' }
  /** Holds when one child holds. */
  | { readonly op: 'any' }
  /** Takes the outcome of the child with this id. */
  | { readonly op: 'child'; readonly id: string }
  /** The first child that holds names the value: child id to value; else `otherwise`. An undetermined child before it leaves all open. */
  | {
      readonly op: 'firstThatHolds';
      readonly values: readonly { readonly id: string; readonly value: string }[];
      readonly otherwise: string | null;
    }
  /** Order of the figures named, equal ones in one place: "a > b = c". Missing figures leave all in one place. */
  | { readonly op: 'order'; readonly of: readonly string[]; readonly best: 'greatest' | 'least' }
  /** Order drawn by lot from the seed (see lot.ts). */
  | { readonly op: 'lot'; readonly seed: string; readonly among: readonly string[] }
  /** The children's orders one after another, each parting only what those before it left equal. */
  | { readonly op: 'refine' }
  /** The first case all of whose figures are as named, else `otherwise`. */
  | { readonly op: 'select'; readonly cases: readonly SelectCase[]; readonly otherwise: string };

export type Outcome = {
  /**
   * `holds`, `fails`: a condition; `value`: a number, grade or order in `value`; `undetermined`: something is missing, the text says
   * what; `recorded`: a fact kept on record that decides nothing.
   */
  readonly kind: 'holds' | 'fails' | 'value' | 'undetermined' | 'recorded';
  readonly value: string | null;
  readonly text: Text;
};

/** One step of the reasoning: the rule, where it comes from and how surely, the figures put in, what came out. Plain JSON. */
export type Step = {
  /** Path within the tree, e.g. "dossier.d1.threshold"; unique and stable. */
  readonly id: string;
  readonly title: Text;
  /** Null for plain counting, which no rule prescribes. */
  readonly source: Source | null;
  /** "theo quy định (…)", "theo nguồn thứ cấp (…)" or "chưa đối chiếu"; null where `source` is. */
  readonly basis: Text | null;
  readonly figures: readonly Figure[];
  readonly computation: Computation | null;
  readonly outcome: Outcome;
  readonly children: readonly Step[];
};

/** The denominators of one dossier, side by side. */
export type Denominators = {
  /** Members of the council (thành viên hội đồng). */
  readonly total: number;
  /** Members who take part in the meeting, recused ones included. */
  readonly attending: number;
  /** Attending members recused from this dossier. */
  readonly recused: number;
  /** Members present who may judge it: attending less recused. */
  readonly present: number;
  /** Số phiếu phát ra: one to each member present who may judge. */
  readonly issued: number;
  /** Số phiếu thu về; valid and invalid add up to it. */
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
  /** Valid ballots that abstain (phiếu trắng): in `valid`, in no mean. */
  readonly abstained: number;
  /** Valid less abstained: what means are taken over. */
  readonly judged: number;
  /** Ballots of members who are absent or recused: set aside, counted nowhere. */
  readonly setAside: number;
};

/**
 * What the council may recommend. `recommended`: kiến nghị / đề nghị; `eligible`: meets every condition but another dossier of the same
 * task ranks first; `tied`: an unresolved tie decides; `undetermined`: a figure or a rule is missing; `noQuorum`: the council may not conclude.
 */
export type Verdict =
  'recommended' | 'recommendedWithChanges' | 'eligible' | 'tied' | 'notRecommended' | 'undetermined' | 'noQuorum';

export type BallotStanding =
  | 'judged'
  | 'abstained'
  | 'invalid'
  /** Issued but not returned. */
  | 'missing'
  | 'absent'
  | 'recused';

/** One member's ballot in one dossier, as counted. */
export type BallotResult = {
  readonly member: string;
  readonly standing: BallotStanding;
  readonly origin: 'file' | 'paper' | null;
  /** Why it is invalid or set aside; null otherwise. */
  readonly reason: Text | null;
  /** Points in all, exact; null where the form gives none or the ballot isn't judged. */
  readonly total: Decimal | null;
  /** Points per criterion by answer key (marks already multiplied); N/A and points-free criteria left out. */
  readonly points: Readonly<Record<string, Decimal>>;
  /** Grade or vote of this member: a grade id, 'excellent' | 'pass' | 'fail', 'for' | 'against' | 'forWithChanges'; null if none. */
  readonly judgement: string | null;
  readonly judgementLabel: Text | null;
  /** Flagged by the outlier policy. */
  readonly flagged: boolean;
};

/** An exact mean and its rounded form. */
export type Mean = {
  /** Ratio of two decimals, e.g. "632/9". */
  readonly exact: string;
  /** Rounded as the pack says. */
  readonly rounded: Decimal;
  /** How many answers it was taken over. */
  readonly count: number;
};

export type CriterionResult = {
  readonly key: string;
  readonly label: Text;
  readonly max: Decimal | null;
  readonly min: Decimal | null;
  /** Null when nobody gave points. */
  readonly mean: Mean | null;
  /** How many judged ballots gave 0. */
  readonly zeros: number;
};

export type DossierResult = {
  readonly id: string;
  readonly title: string;
  readonly formId: string;
  readonly contest: string;
  readonly denominators: Denominators;
  readonly ballots: readonly BallotResult[];
  readonly criteria: readonly CriterionResult[];
  /** Mean of the totals; null where the form gives no points or nothing was judged. */
  readonly mean: Mean | null;
  readonly lowest: Decimal | null;
  readonly highest: Decimal | null;
  /** How the judged ballots divide, by judgement; empty where there are only points. */
  readonly votes: Readonly<Record<string, number>>;
  readonly grade: { readonly id: string; readonly label: Text } | null;
  readonly verdict: Verdict;
  /** The least sure mark among the rules this verdict rests on. */
  readonly mark: Mark;
  /** Place among the dossiers of its contest that meet every condition, from 1; ties share a place. Null when not ranked. */
  readonly rank: number | null;
  readonly tiedWith: readonly string[];
  /** The same without the flagged ballots; null when none is flagged. Information only. */
  readonly withoutFlagged: { readonly mean: Mean | null; readonly verdict: Verdict } | null;
  /** The recommendation in words, ready for the minutes. */
  readonly statement: Text;
  readonly step: Step;
};

export type RankedPlace = { readonly rank: number; readonly dossiers: readonly string[] };

/** A tie that stands, and what may break it. */
export type OpenTie = {
  readonly contest: string;
  readonly dossiers: readonly string[];
  readonly awaits: 'castingVote' | 'lot' | 'authority' | 'nothing';
};

export type Conclusion = {
  readonly pack: { readonly id: string; readonly version: number; readonly title: string; readonly draft: boolean };
  readonly council: CouncilKind;
  readonly quorum: {
    readonly met: boolean;
    readonly present: number;
    readonly total: number;
    /** Member who presides; null when nobody may. */
    readonly presiding: string | null;
  };
  readonly dossiers: readonly DossierResult[];
  /** Per contest the places in order; empty where nothing is ranked. */
  readonly rankings: readonly { readonly contest: string; readonly places: readonly RankedPlace[] }[];
  readonly openTies: readonly OpenTie[];
  /** What the secretary should look at; nothing here locks anything. */
  readonly warnings: readonly Text[];
  /** The least sure mark among the rules the conclusion used. */
  readonly mark: Mark;
  /** The whole reasoning; each dossier's own branch is also in its `step`. */
  readonly step: Step;
};
