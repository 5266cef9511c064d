import { type Problem } from '#domain/contract/base.ts';
/** Thrown by an operation that needs everything saved first, when it can't be. */
export declare class UnsavedError extends Error {
  readonly name = 'UnsavedError';
  readonly problem: Problem;
  constructor(problem: Problem);
}
/** Nothing answered: the program behind the screen has stopped or can't be reached. */
export declare const unreachable: Problem;
/**
 * What went wrong, as something with a text: the operation's own problem, `app.unreachable` where nothing answered, `app.unauthorised`
 * where the address has lost its key, `app.refused` and `app.tooLarge` for what was sent, else `app.fault`.
 */
export declare const problemOf: (error: unknown) => Problem;
/** May the same request succeed later without anybody changing it? Then it is worth sending again by itself. */
export declare const mayPass: ({ code }: Problem) => boolean;
