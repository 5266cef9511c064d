/** One figure of a benchmark. */
export interface Measurement {
  /** What was measured, in words. */
  readonly what: string;
  /** The median of all repeats. */
  readonly median: number;
  readonly unit: 'ms' | 'MB' | 'KB' | 'MB/s' | 'times' | 's';
  /** How often it was measured. */
  readonly repeats: number;
  /** What it must not exceed, where the issue names a target. */
  readonly limit?: number;
}

/** A module of tests/bench exports one of these as `bench`. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Measurement[]>;
}

/** The middle of some figures; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** How long some work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
