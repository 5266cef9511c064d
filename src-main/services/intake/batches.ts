import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#domain/contract/problems.ts';
import type { OpenedReturn } from '#domain/exchange/intake.ts';
import type { Reading } from '#domain/exchange/refusal.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import { sha256Hex } from '#main/exchange/fingerprint.ts';
import { returnLimits } from '#main/exchange/reading-limits.ts';
import { openReturn } from '#main/exchange/return-file.ts';
import type { SessionKeyring } from '#main/services/session-keys.ts';
import { makeSubfolder } from '#main/store/durable-file.ts';
import { withProblems } from '#main/store/problems.ts';

/** A file as it came in, with what was found in it. Its bytes lie on the disk until it is taken or let go. */
export type Arrival = {
  /** Counts the arrivals of a batch from 1; never given twice. */
  readonly number: number;
  readonly fileName: string;
  readonly sha256: string;
  /** Bytes, as it arrived. */
  readonly size: number;
  readonly receivedAt: string;
  readonly opened: Reading<OpenedReturn>;
  readonly read: () => Promise<Uint8Array>;
};

export type Batch = {
  readonly sessionId: string;
  /** In the order they came. */
  readonly arrivals: readonly Arrival[];
};

/** Most files in one batch. */
export const MAX_ARRIVALS = 2_000;
/** Most bytes of all files of one batch together: what was opened of them stays in memory until it is taken. */
export const MAX_BATCH_BYTES = 64 * 1024 * 1024;
/** Batches kept for applying; the oldest is dropped, and none outlives the program. */
const MAX_BATCHES = 4;

/** A file as it was given: a name and how to have its bytes. */
export type GivenFile = { readonly name: string; readonly size: number; readonly bytes: () => Promise<Uint8Array> };

type Held = {
  batch: Batch;
  count: number;
  bytes: number;
  identity: string | null;
  readonly folder: string;
  readonly kept: boolean;
};

/** Previews of imports, on their way from the files to the journal. */
export interface Batches {
  /** `kept`: it stays until it is dropped, however many others there are. */
  open(sessionId: string, options?: { readonly kept?: boolean }): Promise<string>;
  /** Throws `session.noSuchBatch`. */
  get(sessionId: string, batchId: string): Batch;
  /**
   * Opens a file and adds it; the arrival is whole or not there at all.
   *
   * @throws ProblemError `session.noSuchBatch`, `intake.batchFull`, the keyring's; the signal's reason.
   */
  add(sessionId: string, batchId: string, file: GivenFile, signal?: AbortSignal): Promise<Arrival>;
  /** Takes arrivals out of the batch. */
  remove(batchId: string, wanted: (arrival: Arrival) => boolean): Promise<void>;
  drop(batchId: string): Promise<void>;
  /** Lets go of everything that came for a session and was not taken: of a secret vote nothing readable may lie about. */
  forget(sessionId: string): Promise<void>;
  /** What could be taken was taken: drops the batch unless it is kept. */
  taken(batchId: string): Promise<void>;
}

export type BatchesDeps = {
  readonly archive: HoidongArchive;
  readonly keyring: SessionKeyring;
  readonly clock: () => Date;
  readonly ids: () => string;
};

export const createBatches = ({ archive, keyring, clock, ids }: BatchesDeps): Batches => {
  const batches = new Map<string, Held>();

  const heldOf = (sessionId: string, batchId: string): Held => {
    const held = batches.get(batchId);
    if (held?.batch.sessionId !== sessionId) throw new ProblemError('session.noSuchBatch');
    return held;
  };

  const drop = async (batchId: string): Promise<void> => {
    const held = batches.get(batchId);
    if (!held) return;
    batches.delete(batchId);
    await rm(held.folder, { recursive: true, force: true, maxRetries: 3 });
  };

  const remove: Batches['remove'] = async (batchId, wanted) => {
    const held = batches.get(batchId);
    if (!held) return;
    const gone = held.batch.arrivals.filter(wanted);
    held.batch = { ...held.batch, arrivals: held.batch.arrivals.filter((arrival) => !wanted(arrival)) };
    held.bytes -= gone.reduce((sum, { size }) => sum + size, 0);
    for (const { number } of gone) await rm(join(held.folder, String(number)), { force: true });
  };

  /** What is in a file; one too large for a return is not read at all. */
  const openGiven = async (
    file: GivenFile,
    identity: string,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly bytes: Uint8Array; readonly opened: Reading<OpenedReturn> }> => {
    const max = returnLimits.sealedSize;
    if (file.size > max)
      return {
        bytes: new Uint8Array(),
        opened: { ok: false, refusal: { code: 'limit', limit: 'sealedSize', value: file.size, max } },
      };
    const bytes = await file.bytes();
    return { bytes, opened: await openReturn(bytes, identity, signal ? { signal } : {}) };
  };

  return {
    open: async (sessionId, { kept = false } = {}) => {
      archive.refuseUnlessWritable();
      const batchId = ids();
      const folder = join(archive.layout.incoming, `intake-${batchId}`);
      await withProblems(folder, () => makeSubfolder(folder));
      batches.set(batchId, { batch: { sessionId, arrivals: [] }, count: 0, bytes: 0, identity: null, folder, kept });
      const passing = [...batches].filter(([, held]) => !held.kept);
      if (passing.length > MAX_BATCHES && passing[0]) await drop(passing[0][0]);
      return batchId;
    },

    get: (sessionId, batchId) => heldOf(sessionId, batchId).batch,

    add: async (sessionId, batchId, file, signal) => {
      const held = heldOf(sessionId, batchId);
      if (
        held.batch.arrivals.length >= MAX_ARRIVALS ||
        held.bytes + Math.min(file.size, returnLimits.sealedSize) > MAX_BATCH_BYTES
      )
        throw new ProblemError('intake.batchFull', { count: held.batch.arrivals.length });
      held.identity ??= (await keyring.get(await archive.sessions.open(sessionId))).identity;
      signal?.throwIfAborted();
      const { bytes, opened } = await openGiven(file, held.identity, signal);
      held.count += 1;
      const number = held.count;
      const path = join(held.folder, String(number));
      // Only what can be taken is wanted again.
      if (opened.ok) await writeFile(path, bytes, { mode: 0o600 });
      signal?.throwIfAborted();
      const arrival: Arrival = {
        number,
        fileName: file.name,
        sha256: sha256Hex(bytes),
        size: bytes.length,
        receivedAt: clock().toISOString(),
        opened,
        read: () => readFile(path),
      };
      held.batch = { ...held.batch, arrivals: [...held.batch.arrivals, arrival] };
      held.bytes += bytes.length;
      return arrival;
    },

    remove,

    drop,

    forget: async (sessionId) => {
      for (const [batchId, { batch }] of [...batches])
        if (batch.sessionId === sessionId) await remove(batchId, () => true);
    },

    taken: async (batchId) => {
      if (batches.get(batchId)?.kept === false) await drop(batchId);
    },
  };
};
