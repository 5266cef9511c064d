import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JobProgress } from '#domain/contract/intake.ts';
import { createKeptFiles } from '#main/hosting/kept-files.ts';
import { createIntakeService } from '#main/services/intake/intake.ts';
import { createBallotBoxes } from '#main/services/ballot-box.ts';
import { createGrantedFolders } from '#main/hosting/granted-folders.ts';
import { createJobs, type Jobs } from '#main/services/jobs.ts';
import { createPackagesService } from '#main/services/packages.ts';
import { makeSealedCouncil } from '../../support/sealed-council.ts';
import { freshFolder, openWorkplace, quickCipher, removeFolder, type Workplace } from './workplace.ts';

let root: string;
let place: Workplace;
let count = 0;
const ids = (): string => `volume-${(count += 1)}`;

beforeEach(async () => {
  root = await freshFolder();
  place = await openWorkplace(join(root, 'data'));
});
afterEach(async () => {
  await place.close();
  await removeFolder(root);
});

it(
  '500 returns are read in portions, judged and taken as one deed while the event loop goes on',
  { timeout: 180_000 },
  async () => {
    const { archive, vault, keyring, batches, watched, clock, folder } = place;
    const council = await makeSealedCouncil(archive, keyring, clock, { count: 500, dossiers: 1 });
    const { sessionId } = council;
    const boxes = createBallotBoxes({ archive, vault, dataDir: folder });
    const intake = createIntakeService({
      archive,
      keyring,
      boxes,
      batches,
      watched,
      folders: createGrantedFolders(ids, true),
    });
    const files: File[] = [];
    for (const memberId of council.members)
      files.push(new File([new Uint8Array(await council.returnOf(memberId))], `${memberId}.hdphieu`));

    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const { batchId } = await intake.open({ sessionId });
    for (let at = 0; at < files.length; at += 10)
      expect(await intake.add({ sessionId, batchId, files: files.slice(at, at + 10) })).toEqual({
        count: Math.min(at + 10, 500),
      });
    delay.disable();
    // No single file may hold up the window; a busy computer makes each slower, so the middle is asked and not the worst.
    expect(delay.percentile(50) / 1e6).toBeLessThan(200);
    const { lines, upTo } = await intake.report({ sessionId, batchId });
    expect(lines.filter(({ code }) => code === 'accepted')).toHaveLength(500);
    const before = council.document.seq;
    await place.returns.apply({ sessionId, batchId, upTo });
    expect([council.document.seq - before, Object.keys(council.document.state.returns).length]).toEqual([1, 500]);
  },
);

/** A package of one dossier with some megabytes of attachments. */
const makeLarge = async (megabytes: number, jobs: Jobs) => {
  const { archive, keyring, clock } = place;
  const council = await makeSealedCouncil(archive, keyring, clock, { count: 1, dossiers: 1 });
  for (let number = 0; number < megabytes / 16; number += 1) {
    const { sha256, size } = await archive.attachments.put(randomBytes(16 * 1024 * 1024));
    const attachment = { id: ids(), name: `${number}.pdf`, sha256, size, pages: 1, addedAt: clock().toISOString() };
    await council.document.append(() => [{ type: 'attachment.added', dossierId: 'hs-1', attachment }], 'test');
  }
  const keptFiles = createKeptFiles(ids);
  const refuse = () => Promise.reject(new Error('no page is printed here'));
  const press = { pages: refuse, set: refuse, slips: refuse, keySlip: refuse };
  const packages = createPackagesService({ archive, keyring, cipher: quickCipher, press, jobs, keptFiles, clock, ids });
  return { council, packages, keptFiles };
};

it('a large package is made within a memory bound, and given out from the disk', { timeout: 180_000 }, async () => {
  const jobs = createJobs();
  const { council, packages, keptFiles } = await makeLarge(64, jobs);
  const before = process.memoryUsage().rss;
  let most = 0;
  const seen: JobProgress[] = [];
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
    const progress = jobs.progress('job-1');
    if (progress !== null) seen.push(progress);
  }, 10);
  const { kept } = await packages.make({ sessionId: council.sessionId, memberId: 'tv-1', jobId: 'job-1' });
  clearInterval(timer);
  expect(kept.size).toBeGreaterThan(64 * 1024 * 1024);
  expect(seen.some(({ phase, done }) => phase === 'sealing' && done > 0)).toBe(true);
  // The content alone, kept twice, would be over the bound.
  expect(most - before).toBeLessThan(120 * 1024 * 1024);
  const file = await packages.file({ keptId: kept.keptId });
  expect(file.size).toBe(kept.size);
  const path = keptFiles.pathOf(kept.keptId) ?? '';
  expect((await readFile(path)).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  await packages.forget({ keptIds: [kept.keptId] });
  await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
});

it('a package that is cancelled leaves no file and no entry', { timeout: 60_000 }, async () => {
  const jobs = createJobs();
  const { council, packages } = await makeLarge(32, jobs);
  const before = council.document.seq;
  const making = packages.make({ sessionId: council.sessionId, memberId: 'tv-1', jobId: 'job-2' });
  const timer = setInterval(() => jobs.progress('job-2') !== null && jobs.cancel('job-2'), 1);
  await expect(making).rejects.toMatchObject({ code: 'jobs.cancelled' });
  clearInterval(timer);
  expect(council.document.seq).toBe(before);
});

it('an import that is cancelled while files are written takes nothing, and can be taken afterwards', async () => {
  const council = await makeSealedCouncil(place.archive, place.keyring, place.clock, { count: 30, dossiers: 1 });
  const { sessionId } = council;
  const files: File[] = [];
  for (const memberId of council.members)
    files.push(new File([new Uint8Array(await council.returnOf(memberId))], `${memberId}.hdphieu`));
  const { batchId } = await place.returns.preview({ sessionId, files });
  const control = new AbortController();
  const taking = place.returns.apply({ sessionId, batchId }, { signal: control.signal });
  control.abort(new Error('stopped by the test'));
  await expect(taking).rejects.toThrow('stopped by the test');
  expect(council.document.state.returns).toEqual({});
  await place.returns.apply({ sessionId, batchId });
  expect(Object.keys(council.document.state.returns)).toHaveLength(30);
});
