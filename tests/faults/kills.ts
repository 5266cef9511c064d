import { spawn, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { memoryFolder, temporaryFolder } from '../support/note-archive.ts';
import { seeded } from '../support/random.ts';
import { Acknowledged } from './acknowledged.ts';

const writerPath = fileURLToPath(new URL('./writer.ts', import.meta.url));

/** A writer that waits for its start. */
export interface Writer {
  readonly process: ChildProcess;
  readonly heard: string[];
  readonly ready: Promise<void>;
  readonly opened: Promise<void>;
  readonly gone: Promise<void>;
}

/** Starts a writer process; it touches nothing before `start`. */
export function prepareWriter(dataDir: string, seed: number, mode?: 'unsynced'): Writer {
  const args = [writerPath, dataDir, String(seed), ...(mode === undefined ? [] : [mode])];
  const child = spawn(process.execPath, ['--no-warnings', ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Hundreds of processes start from the same sources: they need to be translated once.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'hoidong-test-compile-cache') },
  });
  const heard: string[] = [];
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const lines = createInterface({ input: child.stdout });
  const saying = (word: string): Promise<void> =>
    new Promise((resolve, reject) => {
      lines.on('line', (line) => {
        if (line === word) resolve();
      });
      child.once('exit', (code) => reject(new Error(`the writer ended by itself (${code}): ${complaint}`)));
    });
  const ready = saying('ready');
  const opened = saying('open');
  // Each is waited for where it matters; a writer that is killed before says neither.
  ready.catch(() => undefined);
  opened.catch(() => undefined);
  lines.on('line', (line) => heard.push(line));
  // `close` and not `exit`: what the dead process said still stands in the pipe.
  const gone = once(lines, 'close').then(() => undefined);
  return { process: child, heard, ready, opened, gone };
}

export function start(writer: Writer): void {
  writer.process.stdin?.write('go\n');
}

/** What a run of kills showed. */
export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** Torn tails that were cut and reported. */
  readonly torn: number;
}

const killsPerFolder = 20;
/** The whole archive is read only now and then, as it grows; what was acknowledged is compared every time. */
const checkEvery = 5;

async function lane(kills: number, seed: number): Promise<KillReport> {
  const random = seeded(seed);
  // What a killed process has written survives it in memory, so a disk would add nothing but waiting; power cuts are simulated elsewhere.
  const folder = await temporaryFolder(memoryFolder);
  let acknowledged = 0;
  let torn = 0;
  let known = new Acknowledged();
  let dataDir = join(folder.path, '0');
  try {
    let next = prepareWriter(dataDir, seed);
    for (let kill = 0; kill < kills; kill += 1) {
      const writer = next;
      await writer.ready;
      start(writer);
      // Most die while they write, some while they open what the one before left.
      if (random() < 0.85) await writer.opened;
      await pause(random() * 60);
      writer.process.kill('SIGKILL');
      await writer.gone;
      for (const line of writer.heard) known.hear(line);
      const isLastHere = (kill + 1) % killsPerFolder === 0;
      const nextDir = isLastHere ? join(folder.path, String(kill + 1)) : dataDir;
      // The next one starts up while this one's traces are looked at.
      if (kill + 1 < kills) next = prepareWriter(nextDir, seed + kill + 1);
      try {
        const reported = await known.verify(dataDir, isLastHere || (kill + 1) % checkEvery === 0);
        torn += reported.filter((problem) => problem.startsWith('store.tornTailCut')).length;
      } catch (error) {
        next.process.kill('SIGKILL');
        throw new Error(`after kill ${kill + 1} (seed ${seed}) in ${dataDir}`, { cause: error });
      }
      if (isLastHere) {
        acknowledged += known.count;
        known = new Acknowledged();
        await rm(dataDir, { recursive: true, force: true });
        dataDir = nextDir;
      }
    }
    acknowledged += known.count;
  } finally {
    await folder.remove();
  }
  return { kills, acknowledged, torn };
}

/** Kills writers at random moments and verifies each time that nothing that was acknowledged is lost. Throws at the first loss. */
export async function runKills(kills: number, seed: number, lanes = 2): Promise<KillReport> {
  const reports = await Promise.all(
    Array.from({ length: lanes }, (_, at) => lane(Math.ceil(kills / lanes), seed + at * 100_000)),
  );
  return {
    kills: reports.reduce((sum, report) => sum + report.kills, 0),
    acknowledged: reports.reduce((sum, report) => sum + report.acknowledged, 0),
    torn: reports.reduce((sum, report) => sum + report.torn, 0),
  };
}
