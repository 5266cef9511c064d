import type { Text } from '#domain/text/bilingual.ts';
import type { Ratio } from './exact.ts';
import type { CriterionResult, Step } from './step.ts';
import type { Tally } from './tally.ts';

/** What one dossier's ballots amount to by the pack's rules, before quorum and ranking. */
export type Assessment = {
  readonly tally: Tally;
  /** The conditions for a recommendation; holds, fails or is undetermined. */
  readonly conditions: Step;
  /** Other steps worth showing: means, members' grades, flags, votes after the ballots. */
  readonly others: readonly Step[];
  /** Mean of the totals, exact; null without points. */
  readonly mean: Ratio | null;
  /** What comparisons and ranking use: the mean, rounded where the pack lets the rounded mean decide. */
  readonly ranked: Ratio | null;
  readonly criteria: readonly CriterionResult[];
  readonly grade: { readonly id: string; readonly label: Text } | null;
  /** Member to own judgement (grade, vote) and its words. */
  readonly judgements: ReadonlyMap<string, { readonly id: string; readonly label: Text }>;
  readonly votes: Readonly<Record<string, number>>;
  /** Approved only together with those who want changes. */
  readonly changes: boolean;
  readonly flagged: readonly string[];
  readonly warnings: readonly Text[];
};
