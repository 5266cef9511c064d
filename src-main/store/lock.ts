import { readFileSync, readlinkSync } from 'node:fs';
import { constants } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ProblemError } from '#domain/contract/problems.ts';
import { sha256 } from './digest.ts';
import { closeFile, openFile, replaceFile } from './durable-file.ts';
import { errnoOf } from './problems.ts';

/** Who writes into a data folder. Kept in a file of the folder for people to read; the lock itself is not that file. */
export const holderSchema = z.object({
  pid: z.int(),
  host: z.string(),
  since: z.string(),
  /** Names the part of a computer in which the lock can be seen: two holders of one machine exclude each other by themselves. */
  machine: z.string(),
  /** False once the holder has let go in good order. */
  held: z.boolean(),
});
export type Holder = z.infer<typeof holderSchema>;

/** A held lock. */
export interface Lock {
  readonly holder: Holder;
  release(): Promise<void>;
}

const holderName = 'lock.json';

function firstReadable(reads: readonly (() => string)[]): string {
  for (const read of reads) {
    try {
      return read().trim();
    } catch {
      // Not on this system; the next way is tried.
    }
  }
  return '';
}

/**
 * Two programs see each other's lock when they run under one kernel and, on Linux, in one network namespace (a container or sandbox may
 * have its own): only then does a free lock prove that the last holder is dead.
 */
function machineName(): string {
  const machine = firstReadable([() => readFileSync('/etc/machine-id', 'utf8'), () => hostname()]);
  const space = firstReadable([() => readlinkSync('/proc/self/ns/net')]);
  return sha256(`${process.platform}\n${machine}\n${space}`).slice(0, 32);
}

async function lastHolder(dataDir: string): Promise<Holder | null> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(join(dataDir, holderName), 'utf8')));
  } catch {
    // Missing or half written: nothing depends on it but the words of a message.
    return null;
  }
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => {
      if (errnoOf(error) === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen({ path: address, exclusive: true }, () => {
      server.unref();
      resolve(server);
    });
  });
}

type Grip = () => Promise<void>;

/**
 * The name that stands for a folder. Of a disk's number Windows has 64 bits in some versions of the runtime and the lower 32 in others: two
 * hosts of different versions must come to the same name.
 */
export function lockName(
  { dev, ino }: { readonly dev: bigint; readonly ino: bigint },
  platform: NodeJS.Platform = process.platform,
): string {
  const disk = platform === 'win32' ? BigInt.asUintN(32, dev) : dev;
  return `hoidong-${sha256(`${disk}:${ino}`).slice(0, 40)}`;
}

/** A name that only one process can listen on and that ends with it: Linux's abstract sockets and Windows' named pipes leave no file. */
async function holdName(dataDir: string): Promise<Grip | null> {
  // Device and file number and not the path: links, letter case and second mounts lead to the same folder.
  const name = lockName(await stat(dataDir, { bigint: true }));
  const server = await listen(process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`);
  if (server === null) return null;
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
    });
}

/** BSD's own: a file opened with O_EXLOCK can't be opened so again until its holder closes it or dies. */
async function holdOpenFile(dataDir: string): Promise<Grip | null> {
  const exclusiveLock = 0x20;
  const { O_RDWR, O_CREAT, O_NONBLOCK } = constants;
  try {
    const file = await openFile(join(dataDir, 'lock'), O_RDWR | O_CREAT | O_NONBLOCK | exclusiveLock, 0o600);
    return () => closeFile(file);
  } catch (error) {
    if (errnoOf(error) === 'EAGAIN' || errnoOf(error) === 'EWOULDBLOCK') return null;
    throw error;
  }
}

function lockedBy(code: string, holder: Holder | null): ProblemError {
  return new ProblemError(code, {
    pid: holder?.pid ?? null,
    host: holder?.host ?? null,
    since: holder?.since ?? null,
  });
}

/**
 * Makes this process the one writer of a data folder until it releases the lock or dies, however it dies. Throws `store.locked` with
 * the holder when another process of this computer writes, and `store.lockedElsewhere` when the folder (a stick, a network drive) was
 * left by another computer without being closed: whether that one still writes can't be seen from here, so a person decides
 * (`takeOver`).
 */
export async function acquireLock(
  dataDir: string,
  clock: () => string,
  options: { readonly takeOver?: boolean; readonly machine?: string } = {},
): Promise<Lock> {
  const machine = options.machine ?? machineName();
  const grip = await (process.platform === 'darwin' || process.platform === 'freebsd'
    ? holdOpenFile(dataDir)
    : holdName(dataDir));
  const last = await lastHolder(dataDir);
  if (grip === null) throw lockedBy('store.locked', last);
  if (last !== null && last.held && last.machine !== machine && options.takeOver !== true) {
    await grip();
    throw lockedBy('store.lockedElsewhere', last);
  }
  const holder: Holder = { pid: process.pid, host: hostname(), since: clock(), machine, held: true };
  const tell = (told: Holder): Promise<void> =>
    replaceFile(join(dataDir, holderName), Buffer.from(`${JSON.stringify(told, null, 2)}\n`));
  try {
    await tell(holder);
  } catch (error) {
    await grip();
    throw error;
  }
  return {
    holder,
    release: async () => {
      // The note comes first: while the grip is held nobody else can write it. A folder that is gone needs none.
      await tell({ ...holder, held: false }).catch(() => undefined);
      await grip();
    },
  };
}
