/** How many times each judgement was given. */
export const countVotes = (judgements: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...new Set(judgements)]
      .sort()
      .map((judgement) => [judgement, judgements.filter((other) => other === judgement).length]),
  );
