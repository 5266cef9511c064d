import { seeded as seededNumbers } from '../../support/random.ts';

/** Choices that come out the same for the same seed, so that a found fault can be found again. */
export interface Random {
  /** An integer from 0 up to, but without, `bound`. */
  readonly below: (bound: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly bytes: (count: number) => Uint8Array;
}

export const seeded = (seed: number): Random => {
  const next = seededNumbers(seed);
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    below,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('nothing to pick from');
      // The index is within the list; the list's type can't say so.
      return items[below(items.length)] as (typeof items)[number];
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  };
};
