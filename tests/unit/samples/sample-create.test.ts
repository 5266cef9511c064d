import { mkdtemp, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { packSchema } from '#domain/regulation/pack.ts';
import { sessionInvariants } from '#domain/session/invariants.ts';
import { stepsOf } from '#domain/session/steps.ts';
import { openHoidongArchive } from '#main/application/archive.ts';
import { createSampleLoader } from '#main/services/sample-session.ts';

const assets = fileURLToPath(new URL('../../../assets', import.meta.url));
const packs = readdirSync(join(assets, 'regulations'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => packSchema.parse(JSON.parse(readFileSync(join(assets, 'regulations', name), 'utf8'))));

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const now = new Date('2026-11-23T08:00:00.000Z');

test('a copy of the sample stands in the archive, ready for the packages, with its files and the pack of its regime', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoidong-sample-'));
  folders.push(dataDir);
  let given = 0;
  const surroundings = { clock: () => now.toISOString(), ids: () => `id-${++given}` };
  const loader = createSampleLoader({ folder: join(assets, 'samples', 'nscl-2026'), clock: () => now });

  const archive = await openHoidongArchive(dataDir, surroundings);
  const { sessionId, sample } = await loader.create({ archive, packs, id: 'mau-1' });
  await loader.create({ archive, packs, id: 'mau-2' });
  await archive.close();

  const again = await openHoidongArchive(dataDir, surroundings);
  const first = (await again.sessions.open(sessionId)).state;
  const second = (await again.sessions.open('mau-2')).state;
  expect(sessionInvariants(first)).toEqual([]);
  expect({ ...second, id: first.id }).toEqual(first);
  expect(first.pack?.id).toBe('nscl-selection-2022');
  expect(first.conflicts['m9']?.['d2']?.state).toBe('confirmed');
  for (const { dossierId, bytes, name } of sample.attachments) {
    const [attachment] = first.dossiers[dossierId]?.attachments ?? [];
    expect(attachment?.name).toBe(name);
    const stored = await again.attachments.read(attachment?.sha256 ?? '');
    expect(Buffer.from(stored).equals(bytes)).toBe(true);
  }
  const lacking = stepsOf(first)
    .filter(({ lacks }) => lacks.length > 0)
    .map(({ step }) => step);
  expect(lacking[0]).toBe('packages');
  await again.close();
});
