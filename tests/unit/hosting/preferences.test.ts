import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultPreferences } from '#domain/contract/app.ts';
import { createLog, logFolder } from '#main/hosting/log-file.ts';
import { confPreferences } from '#main/hosting/preferences.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'hoidong-preferences-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (dataDir = folder) =>
  confPreferences(
    dataDir,
    createLog(folder, () => undefined),
  );

test('preferences are kept from one start to the next', () => {
  open().set({ ...defaultPreferences, role: 'member', textSize: 'larger' });
  expect(open().get()).toEqual({ ...defaultPreferences, role: 'member', textSize: 'larger' });
});

test('a file that is damaged, of another shape or full of zeros reads as the defaults, and can be written again', async () => {
  const file = path.join(folder, 'preferences.json');
  for (const content of ['{ "language": "vi"', '[]', '"x"', '{"language":"klingon"}', '\0'.repeat(200), '']) {
    await writeFile(file, content);
    const preferences = open();
    expect(preferences.get()).toEqual(defaultPreferences);
    preferences.set({ ...defaultPreferences, theme: 'dark' });
    expect(open().get().theme).toBe('dark');
  }
});

test('preferences that cannot be written are kept for the run, logged, and stop nobody', async () => {
  const dataDir = path.join(folder, 'taken');
  await writeFile(dataDir, 'a file where the folder should be');
  const preferences = open(dataDir);
  preferences.set({ ...defaultPreferences, language: 'en' });
  expect(preferences.get().language).toBe('en');
  expect(await readFile(path.join(logFolder(folder), 'hoidong.log'), 'utf8')).toContain('preferences');
});

test('the log numbers a fault and keeps its stack out of sight of the person', async () => {
  const lines: string[] = [];
  const number = createLog(folder, (line) => lines.push(line)).error('it broke', new Error('inside'));
  expect(number).toMatch(/^[0-9a-f]{8}$/);
  expect(await readFile(path.join(logFolder(folder), 'hoidong.log'), 'utf8')).toContain(number);
  expect(lines).toEqual([]);
  const file = path.join(folder, 'taken');
  await writeFile(file, '');
  createLog(file, (line) => lines.push(line)).info('nowhere to write');
  expect(lines).toHaveLength(1);
});

test('neither the log nor the preferences make a data folder anew that was renamed or pulled out', async () => {
  const dataDir = path.join(folder, 'data');
  const lines: string[] = [];
  const first = createLog(dataDir, (line) => lines.push(line));
  first.info('the very first start makes it');
  expect(lines).toEqual([]);
  const log = createLog(dataDir, (line) => lines.push(line));
  const preferences = confPreferences(dataDir, log);
  expect(preferences.get()).toEqual(defaultPreferences);
  await rename(dataDir, `${dataDir}-away`);
  log.info('meanwhile');
  first.info('meanwhile, too');
  preferences.set({ ...defaultPreferences, theme: 'dark' });
  expect(existsSync(dataDir)).toBe(false);
  expect(lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual([
    'meanwhile',
    'meanwhile, too',
    'the preferences could not be written',
  ]);
  expect(preferences.get().theme).toBe('dark');
  await rename(`${dataDir}-away`, dataDir);
  log.info('it is back');
  preferences.set({ ...defaultPreferences, theme: 'light' });
  expect(await readFile(path.join(logFolder(dataDir), 'hoidong.log'), 'utf8')).toContain('it is back');
});
