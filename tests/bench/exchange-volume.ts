import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createGrantedFolders } from '#main/hosting/granted-folders.ts';
import { createIntakeService } from '#main/services/intake/intake.ts';
import { makeSealedCouncil } from '../support/sealed-council.ts';
import { openWorkplace } from '../unit/intake/workplace.ts';
import { median, type Measurement } from './bench.ts';

const MB = 1_000_000;
const MiB = 1_048_576;
const megabytes = 200;
const rounds = 3;
const script = fileURLToPath(new URL('./exchange-process.ts', import.meta.url));
const run = promisify(execFile);

type Once = { readonly took: number; readonly peak: number };

const once = async (way: string, path: string): Promise<Once> => {
  const { stdout } = await run(process.execPath, [script, way, path, String(megabytes)]);
  return JSON.parse(stdout) as Once;
};

/**
 * A package with 200 MB of attachments made and opened, each in a process of its own, beside the age library that only encrypts the same bytes.
 * The ways take turns, so that a busy moment falls on all of them.
 */
export const measureLargePackage = async (): Promise<readonly Measurement[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-package-'));
  const ways = ['age-seal', 'seal', 'age-open', 'open'] as const;
  const all: Record<(typeof ways)[number], Once[]> = { 'age-seal': [], seal: [], 'age-open': [], open: [] };
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const way of ways) all[way].push(await once(way, join(folder, way.replace(/open|seal/, 'file'))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const took = (way: (typeof ways)[number]): number => median(all[way].map((one) => one.took));
  const peak = (way: (typeof ways)[number]): number => Math.max(...all[way].map((one) => one.peak));
  const speed = (what: string, way: (typeof ways)[number]): Measurement => ({
    what,
    median: (megabytes * MiB) / MB / (took(way) / 1_000),
    unit: 'MB/s',
    repeats: rounds,
  });
  const beside = (what: string, ours: (typeof ways)[number], raw: (typeof ways)[number]): Measurement => ({
    what,
    median: took(ours) / took(raw),
    unit: 'times',
    repeats: rounds,
  });
  const memory = (what: string, way: (typeof ways)[number], limit?: number): Measurement => ({
    what,
    median: peak(way) / MB,
    unit: 'MB',
    repeats: rounds,
    ...(limit === undefined ? {} : { limit }),
  });
  return [
    speed('200 MB: age encrypt, streamed', 'age-seal'),
    speed('200 MB: package made', 'seal'),
    beside('200 MB: package made / age encrypt', 'seal', 'age-seal'),
    speed('200 MB: age decrypt, streamed', 'age-open'),
    speed('200 MB: package opened and checked', 'open'),
    beside('200 MB: package opened and checked / age decrypt', 'open', 'age-open'),
    memory('200 MB: whole process at its largest, age encrypt', 'age-seal'),
    // Node itself, the modules and what is not collected yet; a copy of the package would be over it.
    memory('200 MB: whole process at its largest, package made', 'seal', 250),
    memory('200 MB: whole process at its largest, age decrypt', 'age-open'),
    memory('200 MB: whole process at its largest, package opened', 'open', 250),
  ];
};

/** Bytes to journal: read in portions as the screen sends them, judged, taken as one deed. */
const importOf = async (count: number): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-import-'));
  const place = await openWorkplace(folder);
  try {
    const { archive, keyring, batches, watched, boxes, clock } = place;
    const council = await makeSealedCouncil(archive, keyring, clock, { count, dossiers: 2 });
    const { sessionId } = council;
    const folders = createGrantedFolders(() => 'folder', true);
    const intake = createIntakeService({ archive, keyring, boxes, batches, watched, folders });
    const files: File[] = [];
    for (const memberId of council.members)
      files.push(new File([new Uint8Array(await council.returnOf(memberId))], `${memberId}.hdphieu`));
    const began = performance.now();
    const { batchId } = await intake.open({ sessionId });
    for (let at = 0; at < count; at += 10) await intake.add({ sessionId, batchId, files: files.slice(at, at + 10) });
    const { upTo } = await intake.report({ sessionId, batchId });
    await place.returns.apply({ sessionId, batchId, upTo });
    const took = performance.now() - began;
    if (Object.keys(council.document.state.returns).length !== count) throw new Error('not all were taken');
    return took / count;
  } finally {
    await place.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** Time for each return at 10, 100 and 1,000 returns of one session, and how much dearer each becomes. */
export const measureImportGrowth = async (): Promise<readonly Measurement[]> => {
  await importOf(10);
  const few = median([await importOf(10), await importOf(10), await importOf(10)]);
  const some = await importOf(100);
  const many = await importOf(1_000);
  const each = (count: string, milliseconds: number, repeats: number): Measurement => ({
    what: `import of ${count} returns, each`,
    median: milliseconds,
    unit: 'ms',
    repeats,
  });
  return [
    each('10', few, 3),
    each('100', some, 1),
    each('1,000', many, 1),
    { what: 'one of 1,000 returns / one of 10', median: many / few, unit: 'times', repeats: 1 },
  ];
};
