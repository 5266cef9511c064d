import type { Reading, Refusal } from '#domain/exchange/refusal.ts';

/** Carries a refusal up to the door of this area; never leaves it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Runs a reader; what it refuses becomes data. Cancelling and faults of the program still throw. */
export const reading = async <T>(read: () => Promise<T>): Promise<Reading<T>> => {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
};
