import { implement, ORPCError, type Router } from '@orpc/server';
import { contract, type AppContract } from '#domain/contract/index.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { CallOptions, Services } from './services.ts';

/** Handlers are given nothing but their input: who may call is the hosts' affair. */
type NoContext = Readonly<Record<string, never>>;

/** The contract as a router of handlers. */
export type AppRouter = Router<AppContract, NoContext>;

type AnyOperation = (input: unknown, options: CallOptions) => Promise<unknown>;
type Binder = { handler(handle: (call: { input: unknown; signal?: AbortSignal }) => Promise<unknown>): unknown };

/** An expected failure crosses as data; anything else is a fault and crosses without its text. */
const carried = (error: unknown): unknown =>
  error instanceof ProblemError
    ? new ORPCError('PROBLEM', { status: 422, data: { code: error.code, details: error.details } })
    : error;

/**
 * The services behind the contract: inputs and outputs are checked on the way in and out, whatever host carries them.
 *
 * @param onFault told of every failure that is not a `ProblemError`, with the operation's name; never shown to a person.
 */
export const createRouter = (services: Services, onFault: (operation: string, error: unknown) => void): AppRouter => {
  const os = implement(contract);
  const areas = Object.entries(services).map(([area, operations]) => {
    const bound = Object.entries(operations as Record<string, AnyOperation>).map(([name, run]) => {
      // The mapped type `Services` has the compiler check each pair; here they are only walked.
      const binder = (os as unknown as Record<string, Record<string, Binder>>)[area]?.[name];
      if (!binder) throw new Error(`the contract has no operation ${area}.${name}`);
      const handler = binder.handler(async ({ input, signal }) => {
        try {
          return await run(input, { signal });
        } catch (error) {
          if (!(error instanceof ProblemError) && signal?.aborted !== true) onFault(`${area}.${name}`, error);
          throw carried(error);
        }
      });
      return [name, handler];
    });
    return [area, Object.fromEntries(bound)] as const;
  });
  return Object.fromEntries(areas) as unknown as AppRouter;
};
