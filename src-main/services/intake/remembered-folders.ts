import { join } from 'node:path';
import { z } from 'zod';
import { idSchema, sha256Schema } from '#domain/session/state.ts';
import { DurableJson } from '#main/store/durable-json.ts';

/** Most files of one session that are remembered as put aside; the oldest are forgotten. */
const MAX_ASIDE = 5_000;

const rememberedSchema = z.record(
  idSchema,
  z.strictObject({
    /** The folder looked at again and again; null for none. */
    folder: z.string().max(4_096).nullable(),
    /** SHA-256 of the return files the secretary put aside. */
    aside: z.array(sha256Schema).max(MAX_ASIDE),
  }),
);
type Remembered = z.infer<typeof rememberedSchema>;

/**
 * Which folder this computer looks at for which session. Not in the session's journal: a path is a fact of this computer and not of the
 * session; on another computer it would mean nothing, undoing it would mean nothing, and it says where a person keeps things. Beside the
 * sessions and not in the preferences, because it belongs to this data folder. Lost or damaged, it costs naming the folder once more.
 */
export interface RememberedFolders {
  get(sessionId: string): Promise<{ readonly folder: string | null; readonly aside: readonly string[] }>;
  setFolder(sessionId: string, folder: string | null): Promise<void>;
  putAside(sessionId: string, hashes: readonly string[]): Promise<void>;
  takeBack(sessionId: string): Promise<void>;
}

const nothing = { folder: null, aside: [] } as const;

export const createRememberedFolders = (
  dataDir: string,
  isWritable: () => boolean,
  onProblem: (error: unknown) => void,
): RememberedFolders => {
  const file = new DurableJson<Remembered>(join(dataDir, 'watched-folders.json'), rememberedSchema);
  let held: Promise<Remembered> | null = null;
  const load = (): Promise<Remembered> => (held ??= file.read().then((read) => read ?? {}));
  // One write after another; what can't be written is remembered as long as the program runs.
  let writing: Promise<void> = Promise.resolve();

  const change = async (sessionId: string, to: (before: Remembered[string]) => Remembered[string]): Promise<void> => {
    const all = await load();
    const next = { ...all, [sessionId]: to(all[sessionId] ?? { folder: null, aside: [] }) };
    held = Promise.resolve(next);
    if (!isWritable()) return;
    writing = writing.then(() => file.write(next)).catch(onProblem);
    await writing;
  };

  return {
    get: async (sessionId) => (await load())[sessionId] ?? nothing,
    setFolder: (sessionId, folder) => change(sessionId, (before) => ({ ...before, folder })),
    putAside: (sessionId, hashes) =>
      change(sessionId, (before) => ({
        ...before,
        aside: [...new Set([...before.aside, ...hashes])].slice(-MAX_ASIDE),
      })),
    takeBack: (sessionId) => change(sessionId, (before) => ({ ...before, aside: [] })),
  };
};
