import { ORPCError } from '@orpc/client';
import { problemSchema, type Problem } from '#domain/contract/base.ts';
import { ProblemError } from '#domain/contract/problems.ts';

/** Thrown by an operation that needs everything saved first, when it can't be. */
export class UnsavedError extends Error {
  override readonly name = 'UnsavedError';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Nothing answered: the program behind the screen has stopped or can't be reached. */
export const unreachable: Problem = { code: 'app.unreachable', details: {} };

/** What the screen says of a fault of the program, of which nothing but the fact crosses over. */
const fault: Problem = { code: 'app.fault', details: {} };

/**
 * What went wrong, as something with a text: the operation's own problem, `app.unreachable` where nothing answered, `app.unauthorised`
 * where the address has lost its key, `app.refused` and `app.tooLarge` for what was sent, else `app.fault`.
 */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof ORPCError) {
    const parsed = problemSchema.safeParse(error.data);
    if (parsed.success) return parsed.data;
    if (error.code === 'UNAUTHORIZED' || error.code === 'FORBIDDEN') return { code: 'app.unauthorised', details: {} };
    if (error.code === 'PAYLOAD_TOO_LARGE') return { code: 'app.tooLarge', details: {} };
    // What was sent does not fit the contract: sending it again can't help.
    if (error.code === 'BAD_REQUEST') return { code: 'app.refused', details: {} };
    return fault;
  }
  if (error instanceof ProblemError) return { code: error.code, details: error.details };
  if (error instanceof UnsavedError) return error.problem;
  // A fetch that reached nobody, and a port that was closed, both end in an error that is not the back end's.
  if (error instanceof TypeError || (error instanceof DOMException && error.name !== 'AbortError')) return unreachable;
  return fault;
};

/** Can what was asked for have been done although no answer says so? */
export const mayBeDone = ({ code }: Problem): boolean => code === unreachable.code || code === fault.code;

/** May the same request succeed later without anybody changing it? Then it is worth sending again by itself. */
export const mayPass = (problem: Problem): boolean => mayBeDone(problem) || problem.code.startsWith('store.');
