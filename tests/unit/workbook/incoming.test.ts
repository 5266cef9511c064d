import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PORTION_BYTES } from '#domain/contract/incoming.ts';
import type { JobProgress } from '#domain/contract/intake.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { createApplication, type Application } from '#main/application/application.ts';
import type { ApplicationPorts } from '#main/application/ports.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { inProcessCipher } from '#main/exchange/passphrase-cipher.ts';
import { createIncoming } from '#main/services/incoming.ts';
import { createJobs, type Jobs } from '#main/services/jobs.ts';
import { createWorkbooksService } from '#main/services/workbooks.ts';
import { makeLargePackage } from '../../support/large-package.ts';
import { passphrase } from '../exchange/samples.ts';

let folder: string;
let ports: ApplicationPorts;
let application: Application;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoidong-incoming-'));
  ports = nodePorts('loopback', join(folder, 'data'), () => undefined);
  application = await createApplication(ports);
  file = join(folder, 'To.hdgoi');
  const { chunks } = await makeLargePackage(20);
  await pipeline(chunks, createWriteStream(file));
});
afterEach(async () => {
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

const handOver = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const { incoming } = application.services;
  const { incomingId } = await incoming.begin({ name: 'To.hdgoi', size: bytes.length, purpose: 'package' });
  for (let at = 0; at < bytes.length; at += PORTION_BYTES)
    expect(
      await incoming.add({ incomingId, at, portion: new File([bytes.subarray(at, at + PORTION_BYTES)], 'portion') }),
    ).toEqual({ received: Math.min(bytes.length, at + PORTION_BYTES) });
  return incomingId;
};
const workFiles = (): Promise<string[]> => readdir(join(folder, 'data', 'incoming'));
const kept = (): Promise<readonly string[]> => application.archive.attachments.list();

/** Opens the package as job `job-1`, and asks all the while how far it is. */
const openFollowed = async (incomingId: string, each: (progress: JobProgress) => void) => {
  const { workbooks, jobs } = application.services;
  const opening = workbooks.openPackage({ file: { incomingId }, passphrase, jobId: 'job-1' });
  const state = { open: true };
  const answer = opening.finally(() => (state.open = false));
  const asking = (async () => {
    while (state.open) {
      const progress = await jobs.progress({ jobId: 'job-1' });
      if (progress !== null) each(progress);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  try {
    return await answer;
  } finally {
    await asking;
  }
};

it('a package handed over in portions is opened, told step by step, and leaves nothing in the work folder', async () => {
  const incomingId = await handOver(new Uint8Array(await readFile(file)));
  const seen: JobProgress[] = [];
  const { outcome } = await openFollowed(incomingId, (progress) => seen.push(progress));
  expect(outcome).toBe('new');
  expect(await kept()).toHaveLength(4);
  const phases = [...new Set(seen.map(({ phase }) => phase))];
  expect(phases).toEqual(['deriving', 'opening', 'checking', 'writing']);
  for (const { done, total } of seen) expect(done).toBeLessThanOrEqual(total ?? 0);
  await application.services.incoming.drop({ incomingId });
  expect(await workFiles()).toEqual([]);
});

/** Jobs that are cancelled by themselves as soon as they report what is waited for. */
const cancelledAt = (isTime: (progress: JobProgress) => boolean): Jobs => ({
  ...createJobs(),
  run: (_jobId, _hungUp, work) => {
    const control = new AbortController();
    return work({
      signal: control.signal,
      report: (progress) => isTime(progress) && control.abort(new ProblemError('jobs.cancelled')),
    });
  },
});

it.each<[string, (progress: JobProgress) => boolean]>([
  ['opening', ({ phase }) => phase === 'opening'],
  ['checking', ({ phase }) => phase === 'checking'],
  ['writing', ({ phase }) => phase === 'writing'],
  ['the last byte', ({ phase, done, total }) => phase === 'writing' && done === total],
])(
  'a package cancelled while it is at %s records nothing, leaves nothing open or in the store, and opens afterwards',
  async (_step, isTime) => {
    const { archive, services } = application;
    const incoming = createIncoming({ archive, namedFiles: ports.namedFiles, ids: ports.ids });
    const cancelled = createWorkbooksService({
      archive,
      cipher: inProcessCipher(),
      keyProtection: null,
      jobs: cancelledAt(isTime),
      incoming,
      keptFiles: ports.keptFiles,
      print: () => Promise.reject(new Error('nothing is printed here')),
      clock: ports.clock,
      ids: ports.ids,
    });
    const incomingId = ports.namedFiles.name(file);
    await expect(cancelled.openPackage({ file: { incomingId }, passphrase })).rejects.toMatchObject({
      code: 'jobs.cancelled',
    });
    expect(await services.workbooks.list()).toEqual([]);
    // Neither the content with its seal off nor half an attachment.
    expect(await workFiles()).toEqual([]);
    expect(await kept()).toEqual([]);
    expect(await services.workbooks.openPackage({ file: { incomingId }, passphrase })).toMatchObject({
      outcome: 'new',
    });
  },
);

it('the desk cancels a job that is under way', async () => {
  const incomingId = ports.namedFiles.name(file);
  const { jobs, workbooks } = application.services;
  const opening = workbooks.openPackage({ file: { incomingId }, passphrase, jobId: 'job-2' });
  const asking = setInterval(() => void jobs.cancel({ jobId: 'job-2' }), 1);
  await expect(opening).rejects.toMatchObject({ code: 'jobs.cancelled' });
  clearInterval(asking);
  expect(await workbooks.list()).toEqual([]);
});

it('a named file is read where it lies and stays there', async () => {
  const incomingId = ports.namedFiles.name(file);
  const { size } = await stat(file);
  expect(await application.services.workbooks.openPackage({ file: { incomingId }, passphrase })).toMatchObject({
    outcome: 'new',
  });
  await application.services.incoming.drop({ incomingId });
  expect((await stat(file)).size).toBe(size);
  await expect(application.services.workbooks.openPackage({ file: { incomingId }, passphrase })).rejects.toMatchObject({
    code: 'incoming.gone',
  });
});

it('a named file that is gone with its stick is said to be unreadable, by its name', async () => {
  const incomingId = ports.namedFiles.name(file);
  await rm(file);
  await expect(application.services.workbooks.openPackage({ file: { incomingId }, passphrase })).rejects.toMatchObject({
    code: 'files.unreadable',
    details: { name: 'To.hdgoi' },
  });
  expect(await workFiles()).toEqual([]);
});

it('portions out of turn, too many or too few are refused, and nothing of them is read', async () => {
  const { incoming, workbooks } = application.services;
  const portion = (size: number): File => new File([new Uint8Array(size)], 'portion');
  const { incomingId } = await incoming.begin({ name: 'To.hdgoi', size: 100, purpose: 'package' });
  await expect(incoming.add({ incomingId, at: 10, portion: portion(10) })).rejects.toMatchObject({
    code: 'incoming.outOfTurn',
  });
  await expect(incoming.add({ incomingId, at: 0, portion: portion(101) })).rejects.toMatchObject({
    code: 'incoming.outOfTurn',
  });
  await incoming.add({ incomingId, at: 0, portion: portion(60) });
  await expect(workbooks.openPackage({ file: { incomingId }, passphrase })).rejects.toMatchObject({
    code: 'incoming.outOfTurn',
  });
  await incoming.add({ incomingId, at: 60, portion: portion(40) });
  await expect(workbooks.openPackage({ file: { incomingId }, passphrase })).rejects.toMatchObject({
    code: 'package.notExchangeFile',
  });
  await expect(incoming.begin({ name: 'To.hdgoi', size: 3 * 1024 ** 3, purpose: 'package' })).rejects.toMatchObject({
    code: 'files.tooLarge',
  });
});

it('of files nobody comes back for, only the last few are kept', async () => {
  const { incoming } = application.services;
  const ids: string[] = [];
  for (let at = 0; at < 6; at += 1)
    ids.push((await incoming.begin({ name: `${at}.hdgoi`, size: 1, purpose: 'package' })).incomingId);
  expect(await workFiles()).toHaveLength(4);
  await expect(
    incoming.add({ incomingId: ids[0] ?? '', at: 0, portion: new File(['x'], 'portion') }),
  ).rejects.toMatchObject({ code: 'incoming.gone' });
});
