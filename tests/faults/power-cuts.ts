import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { temporaryFolder } from '../support/note-archive.ts';
import { seeded } from '../support/random.ts';
import { Acknowledged } from './acknowledged.ts';
import { prepareWriter, start, type Writer } from './kills.ts';
import { obstacleForMounts, obstacleForTool, type Obstacle } from './requirements.ts';

/** What a run of simulated power cuts showed. */
export interface PowerCutReport {
  readonly cuts: number;
  readonly acknowledged: number;
  /** Torn tails that were cut and reported. */
  readonly torn: number;
  /** Of the control, which acknowledges without fsync: how many acknowledged lines the cuts lost. Zero would mean that nothing was tested. */
  readonly controlLost: number;
}

/** Why power cuts can't be simulated here, or null. */
export function obstacleForPowerCuts(): Obstacle {
  return obstacleForMounts() ?? obstacleForTool('mkfs.xfs', '-V') ?? obstacleForTool('mkfs.ext4', '-V');
}

function sh(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: 'pipe' });
}

function unmount(folder: string): void {
  try {
    sh('umount', folder);
  } catch {
    sh('umount', '-l', folder);
  }
}

/**
 * A disk that can lose its power: an ext4 image on an XFS whose reflinks copy the image in an instant. What the image holds at that moment
 * is what a disk would hold; what only the kernel's memory holds is not in it.
 */
class CuttableDisk {
  readonly folder: string;
  readonly #under: string;
  readonly #store: string;
  readonly #image: string;
  readonly #after: string;
  readonly #options: string;

  constructor(under: string, options: string) {
    this.#under = under;
    this.#store = join(under, 'store');
    this.#image = join(this.#store, 'disk.img');
    this.folder = join(under, 'disk');
    this.#after = join(under, 'after');
    this.#options = options;
  }

  async plugIn(): Promise<void> {
    for (const folder of [this.#store, this.folder, this.#after]) await mkdir(folder);
    const base = join(this.#under, 'store.img');
    sh('truncate', '-s', '1G', base);
    sh('mkfs.xfs', '-q', '-m', 'reflink=1', base);
    sh('mount', '-o', 'loop', base, this.#store);
    sh('truncate', '-s', '192M', this.#image);
    sh('mkfs.ext4', '-q', this.#image);
    sh('mount', '-o', `loop,${this.#options}`, this.#image, this.folder);
  }

  unplug(): void {
    for (const folder of [this.folder, this.#store]) unmount(folder);
  }

  /** Cuts the power of a copy of the disk as it is now, and does `look` at what is left after the next start. */
  async cut(look: (folder: string) => Promise<void>): Promise<void> {
    const copy = join(this.#store, 'copy.img');
    sh('cp', '--reflink=always', this.#image, copy);
    return this.#look(copy, look);
  }

  async #look(copy: string, look: (folder: string) => Promise<void>): Promise<void> {
    sh('mount', '-o', `loop,${this.#options}`, copy, this.#after);
    try {
      await look(this.#after);
    } finally {
      unmount(this.#after);
      await rm(copy);
    }
  }
}

/** Stops a writer where it is and waits until everything that it said has arrived. */
async function hold(writer: Writer): Promise<void> {
  writer.process.kill('SIGSTOP');
  let heard = -1;
  while (heard !== writer.heard.length) {
    heard = writer.heard.length;
    await pause(15);
  }
}

async function cutAcknowledged(
  disk: CuttableDisk,
  cuts: number,
  seed: number,
): Promise<Omit<PowerCutReport, 'controlLost'>> {
  const random = seeded(seed);
  let acknowledged = 0;
  let torn = 0;
  const perWriter = 10;
  for (let done = 0; done < cuts;) {
    const name = `data-${done}`;
    const known = new Acknowledged();
    const writer = prepareWriter(join(disk.folder, name), seed + done);
    try {
      await writer.ready;
      start(writer);
      await writer.opened;
      let taken = 0;
      for (let here = 0; here < perWriter && done < cuts; here += 1, done += 1) {
        await pause(20 + random() * 250);
        await hold(writer);
        for (const line of writer.heard.slice(taken)) known.hear(line);
        taken = writer.heard.length;
        await disk.cut(async (after) => {
          const reported = await known.verify(join(after, name));
          torn += reported.filter((problem) => problem.startsWith('store.tornTailCut')).length;
        });
        writer.process.kill('SIGCONT');
      }
    } catch (error) {
      throw new Error(`power cut ${done + 1} (seed ${seed})`, { cause: error });
    } finally {
      writer.process.kill('SIGKILL');
      await writer.gone;
    }
    acknowledged += known.count;
    await rm(join(disk.folder, name), { recursive: true, force: true });
  }
  return { cuts, acknowledged, torn };
}

/** The same cuts with a writer that does not sync. */
async function cutControl(disk: CuttableDisk): Promise<number> {
  const folder = join(disk.folder, 'control');
  const writer = prepareWriter(folder, 1, 'unsynced');
  let lost = 0;
  try {
    await writer.ready;
    start(writer);
    await writer.opened;
    for (let cut = 0; cut < 3; cut += 1) {
      await pause(100);
      await hold(writer);
      const told = Number(writer.heard.at(-1)?.split(' ')[1] ?? 0);
      await disk.cut(async (after) => {
        const path = join(after, 'control', 'unsynced.txt');
        const text = existsSync(path) ? await readFile(path, 'latin1') : '';
        lost += told - text.split('\n').filter((line) => /^\d+ x{200}$/.test(line)).length;
      });
      writer.process.kill('SIGCONT');
    }
  } finally {
    writer.process.kill('SIGKILL');
    await writer.gone;
  }
  return lost;
}

/**
 * Simulates power cuts under a writer at work, on ext4 as it comes and with `data=writeback`, where a file may have grown on the disk before
 * its bytes are there. Throws at the first acknowledged thing that is lost.
 */
export async function runPowerCuts(cuts: number, seed: number): Promise<PowerCutReport> {
  const reports: PowerCutReport[] = [];
  for (const options of ['data=ordered', 'data=writeback']) {
    const folder = await temporaryFolder(process.env['FAULTS_DIR'] ?? tmpdir());
    const disk = new CuttableDisk(folder.path, options);
    try {
      await disk.plugIn();
      const controlLost = await cutControl(disk);
      reports.push({ ...(await cutAcknowledged(disk, Math.ceil(cuts / 2), seed)), controlLost });
    } finally {
      disk.unplug();
      await folder.remove();
    }
  }
  const sum = (pick: (report: PowerCutReport) => number): number => reports.reduce((all, one) => all + pick(one), 0);
  return {
    cuts: sum(({ cuts: one }) => one),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    torn: sum(({ torn }) => torn),
    controlLost: Math.min(...reports.map(({ controlLost }) => controlLost)),
  };
}
