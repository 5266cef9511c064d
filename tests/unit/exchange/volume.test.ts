import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepRevision, type HeldReturns } from '#domain/exchange/held-returns.ts';
import { judgeReturn } from '#domain/exchange/intake.ts';
import { newMemberKeys, seatProofHolds } from '#main/exchange/keys.ts';
import { openPackage, sealPackage } from '#main/exchange/package-file.ts';
import { openReturn } from '#main/exchange/return-file.ts';
import { streamedFile } from '../../support/large-package.ts';
import { dossierInput, heldNothing, makeReturn, newSeat, packageInput, passphrase, quickCipher } from './samples.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'volume-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const MiB = 1024 * 1024;

it('a package with 200 MB of attachments is made and opened in bounded memory', { timeout: 120_000 }, async () => {
  const seat = await newSeat();
  const input = packageInput(seat.session, seat.seatSecret, {
    dossiers: Array.from({ length: 4 }, (_, at) => dossierInput(`hs-${at}`, [streamedFile(`tep-${at}`, 50)])),
  });
  const before = process.memoryUsage().rss;
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const path = join(folder, 'to.hdgoi');
  const sealed = await sealPackage(input, passphrase, { cipher: quickCipher });
  await pipeline(sealed.chunks, createWriteStream(path));
  expect((await stat(path)).size).toBeGreaterThan(200 * MiB);
  let last = 0;
  const opened = await openPackage({ path }, passphrase, {
    cipher: quickCipher,
    workDir: folder,
    onProgress: ({ phase, done }) => (phase === 'checking' ? (last = done) : 0),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  await opened.value.close();
  clearInterval(timer);
  expect(last).toBeGreaterThanOrEqual(200 * MiB);
  // Twenty-odd megabytes of buffers and what the collector leaves lying about; the content alone would be eight times the bound.
  expect(most - before).toBeLessThan(150 * MiB);
});

it('500 returns are opened, judged and kept, one member each', { timeout: 120_000 }, async () => {
  const seat = await newSeat();
  const members = Array.from({ length: 500 }, (_, at) => `tv-${at}`);
  const member = await newMemberKeys();
  const files = [];
  for (const memberId of members)
    files.push((await makeReturn({ ...seat, member }, { memberId, returnId: `phieu-${memberId}` })).bytes);
  let held: HeldReturns = heldNothing({
    seats: Object.fromEntries(members.map((id) => [id, { pinnedKey: null, revisions: [], withheld: [] }])),
  });
  const start = performance.now();
  for (const bytes of files) {
    const opened = await openReturn(bytes, seat.session.identity);
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    const { manifest, digest } = opened.value;
    const verdict = judgeReturn(opened, held, {
      seatProofHolds: seatProofHolds(manifest, [seat.seatSecret]),
      receivedAt: '2026-11-26T08:00:00Z',
    });
    expect(verdict.outcome).toBe('accepted');
    const now = held.seats[manifest.memberId];
    if (now)
      held = {
        ...held,
        seats: { ...held.seats, [manifest.memberId]: keepRevision(now, { ...manifest, digest }, manifest.memberKey) },
      };
  }
  expect(performance.now() - start).toBeLessThan(30_000);
  expect(Object.values(held.seats).every(({ revisions }) => revisions.length === 1)).toBe(true);
});
