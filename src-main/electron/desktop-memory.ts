import Store from 'electron-store';
import { z } from 'zod';
import type { Log } from '#main/application/ports.ts';

const memorySchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(200), height: z.int().min(200) }).nullable(),
  maximised: z.boolean(),
  /** The folder last chosen in a dialog. */
  folder: z.string().nullable(),
});
export type Memory = z.infer<typeof memorySchema>;

const nothing: Memory = { bounds: null, maximised: false, folder: null };

/** What the desktop host remembers between starts and may forget without harm. Reading and writing never throw. */
export type DesktopMemory = { get(): Memory; set(changes: Partial<Memory>): void };

export const createDesktopMemory = (folder: string, log: Log): DesktopMemory => {
  let store: Store<Memory> | null = null;
  let memory = nothing;
  try {
    store = new Store<Memory>({ cwd: folder, name: 'window', defaults: nothing, clearInvalidConfig: true });
    memory = memorySchema.catch(nothing).parse(store.store);
  } catch (error) {
    log.error('the window memory could not be read', error);
  }
  return {
    get: () => memory,
    set: (changes) => {
      memory = { ...memory, ...changes };
      try {
        if (store !== null) store.store = memory;
      } catch (error) {
        log.error('the window memory could not be written', error);
      }
    },
  };
};
