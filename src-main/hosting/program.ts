import { implement, ORPCError } from '@orpc/server';
import { contract } from '#domain/contract/index.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { Problem } from '#domain/contract/base.ts';
import { createApplication, type Application } from '#main/application/application.ts';
import type { ApplicationPorts } from '#main/application/ports.ts';
import type { AppRouter } from '#main/application/router.ts';

/** The application as a host runs it: started when a screen comes, tried again when it could not start. */
export type Program = {
  /**
   * What a screen that has just been loaded speaks to. Where the data folder can't be used, every operation of it answers with the
   * problem, which the screen shows with a way to load again; where another process writes in the folder, it only reads.
   */
  router(): Promise<AppRouter>;
  /** Waits for what is being written and lets go of the data folder. */
  close(): Promise<void>;
};

type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'running'; readonly application: Application; readonly complete: boolean }
  | { readonly kind: 'failed'; readonly router: AppRouter };

/** A router that answers every operation with one problem. */
const failedRouter = ({ code, details }: Problem): AppRouter => {
  const os = implement(contract).use(() => {
    throw new ORPCError('PROBLEM', { status: 422, data: { code, details } });
  });
  const unreachable = (): never => {
    throw new Error('the middleware throws first');
  };
  type Bound = { handler(handle: () => never): unknown };
  const areas = Object.entries(contract).map(([area, operations]): [string, unknown] => {
    // Walked by name, as the application's own router is.
    const bound = (os as unknown as Record<string, Record<string, Bound>>)[area] ?? {};
    return [area, Object.fromEntries(Object.keys(operations).map((name) => [name, bound[name]?.handler(unreachable)]))];
  });
  return Object.fromEntries(areas) as unknown as AppRouter;
};

/** What keeps the folder from being written to but not from being read: then what is there is shown, with the reason. */
const stillReadable = new Set([
  'store.locked',
  'store.lockedElsewhere',
  'store.readOnlyFolder',
  'store.notPermitted',
  'store.diskFull',
]);

const start = async (ports: ApplicationPorts, takeOver: boolean, onTakeOver: () => void): Promise<State> => {
  try {
    return { kind: 'running', application: await createApplication(ports, { takeOver }), complete: true };
  } catch (error) {
    if (!(error instanceof ProblemError) || !stillReadable.has(error.code)) throw error;
    const { code, details } = error;
    const options = { readOnly: true, because: { code, details }, onTakeOver };
    // A folder that can't be read either says why it can't be written to: that came first.
    const application = await createApplication(ports, options).catch(() => Promise.reject(error));
    return { kind: 'running', application, complete: false };
  }
};

const startOrFail = async (ports: ApplicationPorts, takeOver: boolean, onTakeOver: () => void): Promise<State> => {
  try {
    return await start(ports, takeOver, onTakeOver);
  } catch (error) {
    if (error instanceof ProblemError) {
      ports.log.warn('the data folder could not be used', { code: error.code });
      return { kind: 'failed', router: failedRouter(error) };
    }
    const number = ports.log.error('the program could not start', error);
    return { kind: 'failed', router: failedRouter({ code: 'app.startFailed', details: { number } }) };
  }
};

export const createProgram = (ports: ApplicationPorts): Program => {
  let state: Promise<State> = Promise.resolve({ kind: 'closed' });
  // A person's word to write although another computer left the folder open; good for one start.
  let takeOver = false;

  /** One change of state after another, whoever asks. */
  const become = (next: (current: State) => Promise<State>): Promise<State> => (state = state.then(next));

  return {
    router: async () => {
      const current = await become(async (before) => {
        if (before.kind === 'running' && before.complete) return before;
        if (before.kind === 'running') await before.application.close();
        const wanted = takeOver;
        takeOver = false;
        return startOrFail(ports, wanted, () => {
          takeOver = true;
        });
      });
      switch (current.kind) {
        case 'running':
          return current.application.router;
        case 'failed':
          return current.router;
        case 'closed':
          throw new Error('the program was not started');
      }
    },
    close: async () => {
      await become(async (before) => {
        if (before.kind === 'running') await before.application.close();
        return { kind: 'closed' };
      });
    },
  };
};
