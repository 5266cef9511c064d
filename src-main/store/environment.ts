import type { Problem } from '#domain/contract/base.ts';

/** What the store needs from whoever starts it. */
export interface StoreEnvironment {
  /** The computer's clock, as ISO 8601 in UTC with milliseconds. */
  readonly clock: () => string;
  /** A new identifier of letters, digits and hyphens that was never given before. */
  readonly ids: () => string;
  /** Told of everything that went wrong without failing an operation (a cut tail, a snapshot that could not be written). */
  readonly notice?: ((problem: Problem) => void) | undefined;
}
