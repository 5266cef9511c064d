import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionEvent } from '#domain/session/events.ts';
import { sessionKind } from '#domain/session/kind.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { createApplication } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { buildIfStale, buildParts } from '#main/launch/build-steps.ts';
import { findElectron, hasDisplay } from '#main/launch/find-electron.ts';
import { JournaledDocument } from '#main/store/journaled-document.ts';
import { SecretaryScreens } from '../e2e/screens/secretary.ts';
import { openInstalledBrowser } from '../e2e/support/installed-browser.ts';
import { launchInBrowser, launchInElectron, type Folders, type Launched } from '../e2e/support/launch.ts';
import { temporaryFolder } from '../support/note-archive.ts';
import { realSession } from '../support/real-session.ts';
import { median, type Bench, type Measurement } from './bench.ts';

const sizes = [10, 5_000] as const;
const repeats = 9;
const text = sessionMessages.vi;

type Start = (folders: Folders) => Promise<Launched>;

/** A data folder of prepared councils, each with its pack, members and dossiers, as left behind by a program that was closed in order. */
async function fill(dataDir: string, sessions: number): Promise<void> {
  const real = await realSession();
  const events: readonly SessionEvent[] = real.preparation('s');
  for (let at = 0; at < sessions; at += 1) {
    const id = `s${String(at).padStart(5, '0')}`;
    const time = new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString();
    const folder = join(dataDir, 'sessions', id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'journal.jsonl'),
      JournaledDocument.firstLine(id, sessionKind, events, 'secretary', time),
    );
  }
  const application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  await application.services.sessions.list();
  await application.close();
}

/** From the start of the program to a button that can be pressed, and to the list with all its sessions. */
async function measure(start: Start, folders: Folders, sessions: number): Promise<{ window: number; list: number }> {
  const began = performance.now();
  const { app } = await start(folders);
  await app.page.getByRole('button', { name: text.newSession }).first().click({ trial: true });
  const window = performance.now() - began;
  await app.page.getByText(text.found(sessions), { exact: true }).waitFor();
  const list = performance.now() - began;
  await app.close();
  return { window, list };
}

interface Hosted {
  readonly name: string;
  readonly start: Start;
  readonly end: () => Promise<void>;
}

/** The hosts that can be had on this computer. */
async function hosts(): Promise<readonly Hosted[]> {
  const browser = await openInstalledBrowser();
  const inBrowser: Hosted = {
    name: 'browser host',
    start: (folders) => launchInBrowser(browser, folders),
    end: () => browser.close(),
  };
  if (findElectron() === null || !hasDisplay()) return [inBrowser];
  return [
    inBrowser,
    {
      name: 'desktop',
      start: (folders) => launchInElectron(folders, {}),
      end: () => Promise.resolve(),
    },
  ];
}

/** From a start of the program to its window, whatever the archive holds: in turns at few and at many sessions. */
export const bench: Bench = {
  name: 'Start: to a usable window, and to the list, at few and at many sessions',
  run: async () => {
    await buildIfStale(buildParts);
    const folder = await temporaryFolder(process.env['BENCH_DIR'] ?? tmpdir());
    const results: Measurement[] = [];
    const there = await hosts();
    try {
      const foldersOf = (sessions: number): Folders => ({
        dataDir: join(folder.path, String(sessions), 'data'),
        filesDir: join(folder.path, String(sessions), 'files'),
      });
      for (const sessions of sizes) await fill(foldersOf(sessions).dataDir, sessions);
      for (const { name, start } of there) {
        const times = sizes.map((sessions) => ({ sessions, window: [] as number[], list: [] as number[] }));
        for (const { sessions } of times) {
          // The role is chosen once, and the system has read the files once.
          const { app } = await start(foldersOf(sessions));
          const role = app.page.getByRole('button', { name: text.secretaryRole });
          const ready = app.page.getByRole('button', { name: text.newSession }).first();
          await role.or(ready).waitFor();
          if (await role.isVisible()) await new SecretaryScreens(app).chooseRole();
          await ready.waitFor();
          await app.close();
        }
        for (let round = 0; round < repeats; round += 1) {
          for (const { sessions, window, list } of times) {
            const took = await measure(start, foldersOf(sessions), sessions);
            window.push(took.window);
            list.push(took.list);
          }
        }
        for (const { sessions, window, list } of times) {
          results.push(
            { what: `${name}, ${sessions} sessions: to a usable window`, median: median(window), unit: 'ms', repeats },
            { what: `${name}, ${sessions} sessions: to the list`, median: median(list), unit: 'ms', repeats },
          );
        }
        const [few, many] = times;
        if (few === undefined || many === undefined) throw new Error('nothing was measured');
        results.push({
          what: `${name}: usable window at ${many.sessions} sessions / at ${few.sessions}`,
          median: median(many.window) / median(few.window),
          unit: 'times',
          repeats,
          limit: 1.1,
        });
      }
      return results;
    } finally {
      for (const { end } of there) await end();
      await folder.remove();
    }
  },
};
