import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContainerSource } from './container-reader.ts';
import { AGE_HEADER_BYTES, readAgeLock, type AgeLock } from './age-header.ts';
import { chunksOfBytes } from './byte-streams.ts';
import type { ExchangeProgress, LongJob } from './progress.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { Refused } from './refused.ts';

/** An exchanged file as it arrived: its bytes, or a file that stays where it is while it is read. */
export type SealedSource = Uint8Array | { readonly path: string };

/** Opened content up to this size stays in memory; a greater one goes through a file. */
const memorySize = 16 * 1024 * 1024;

export const sealedSize = async (source: SealedSource): Promise<number> =>
  source instanceof Uint8Array ? source.length : (await stat(source.path)).size;

const sealedChunks = (source: SealedSource): AsyncIterable<Uint8Array> =>
  source instanceof Uint8Array ? chunksOfBytes(source) : createReadStream(source.path, { highWaterMark: 65_536 });

/** How the file is locked; the size limit is checked first. */
export const lockOf = async (source: SealedSource, limits: ReadingLimits): Promise<AgeLock> => {
  const size = await sealedSize(source);
  if (size > limits.sealedSize)
    throw new Refused({ code: 'limit', limit: 'sealedSize', value: size, max: limits.sealedSize });
  if (source instanceof Uint8Array) return readAgeLock(source);
  const file = await open(source.path, 'r');
  try {
    const start = new Uint8Array(Math.min(size, AGE_HEADER_BYTES));
    await file.read(start, 0, start.length, 0);
    return readAgeLock(start);
  } finally {
    await file.close();
  }
};

/** Opened content and how to be rid of it. */
export interface Unsealed {
  readonly content: ContainerSource;
  readonly discard: () => Promise<void>;
}

const NO_IDENTITY = 'no identity matched';

/** What the age library throws, as a refusal: no key fits, or the bytes are not the ones that were sealed. */
const ageRefusal = (error: unknown, noKey: 'wrongPassphrase' | 'notForThisKey'): Refused =>
  new Refused(
    error instanceof Error && error.message.includes(NO_IDENTITY)
      ? { code: noKey }
      : { code: 'damaged', where: 'seal' },
  );

/**
 * Takes the seal off, into memory or, where the file is large, into a file only this user can read under `workDir`.
 *
 * @throws Refused if no key fits or the bytes are damaged; the signal's reason if cancelled; a file system's error as it comes.
 */
export const unseal = async (
  source: SealedSource,
  decrypt: (sealed: AsyncIterable<Uint8Array>) => Promise<AsyncIterable<Uint8Array>>,
  options: LongJob & {
    readonly noKey: 'wrongPassphrase' | 'notForThisKey';
    readonly workDir: string;
    readonly limits: ReadingLimits;
  },
): Promise<Unsealed> => {
  const { signal, limits, noKey } = options;
  const total = await sealedSize(source);
  const report = (phase: ExchangeProgress['phase'], done: number): void => options.onProgress?.({ phase, done, total });
  report('deriving', 0);
  let inputFailure: { readonly error: unknown } | undefined;
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      yield* sealedChunks(source);
    } catch (error) {
      // A stick pulled out is no damaged file.
      inputFailure = { error };
      throw error;
    }
  }
  const asRefusal = (error: unknown): unknown => {
    signal?.throwIfAborted();
    return inputFailure ? inputFailure.error : error instanceof Refused ? error : ageRefusal(error, noKey);
  };
  let plain: AsyncIterable<Uint8Array>;
  try {
    plain = await decrypt(watched());
  } catch (error) {
    throw asRefusal(error);
  }
  let done = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of plain) {
        signal?.throwIfAborted();
        done += chunk.length;
        // Room for the container's own bookkeeping; the entries are counted one by one later.
        if (done > limits.sealedSize)
          throw new Refused({ code: 'limit', limit: 'totalSize', value: done, max: limits.sealedSize });
        report('opening', done);
        yield chunk;
      }
    } catch (error) {
      throw asRefusal(error);
    }
  }
  if (total <= memorySize) {
    const parts: Uint8Array[] = [];
    for await (const chunk of counted()) parts.push(chunk);
    return { content: Buffer.concat(parts), discard: () => Promise.resolve() };
  }
  const folder = await mkdtemp(join(options.workDir, 'opening-'));
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    const path = join(folder, 'content');
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of counted()) await file.writeFile(chunk);
    } finally {
      await file.close();
    }
    return { content: { path }, discard };
  } catch (error) {
    await discard();
    throw error;
  }
};

/** One signal out of the caller's and the reader's time limit; a run-out limit is a refusal, a cancel is not. */
export const withinTime = async <T>(
  limits: ReadingLimits,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const timeout = AbortSignal.timeout(limits.time);
  try {
    return await work(signal ? AbortSignal.any([signal, timeout]) : timeout);
  } catch (error) {
    if (timeout.aborted && signal?.aborted !== true)
      throw new Refused({ code: 'limit', limit: 'time', value: limits.time, max: limits.time });
    throw error;
  }
};
