import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { buildIfStale, buildParts } from '#main/launch/build-steps.ts';
import { findElectron, hasDisplay } from '#main/launch/find-electron.ts';
import { openInstalledBrowser } from '../e2e/support/installed-browser.ts';
import { launchInBrowser, launchInElectron, type Folders, type Launched } from '../e2e/support/launch.ts';
import { temporaryFolder } from '../support/note-archive.ts';
import { fillArchive } from '../support/real-archive.ts';
import { median, type Bench, type Measurement } from './bench.ts';

/** Few; as many as fill the window; more than any archive will hold. */
const sizes = [10, 100, 5_000] as const;
const repeats = 7;
/** Independence, with room for what is measured: what grows is the reading of the index, a tenth of a second for each 2,500 sessions. */
const limit = 1.2;
const text = sessionMessages.vi;

type Start = (folders: Folders) => Promise<Launched>;

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
      for (const sessions of sizes) await fillArchive(foldersOf(sessions).dataDir, sessions);
      for (const { name, start } of there) {
        const times = sizes.map((sessions) => ({ sessions, window: [] as number[], list: [] as number[] }));
        for (const { sessions } of times) {
          // The system has read the files once.
          await measure(start, foldersOf(sessions), sessions);
        }
        for (let round = 0; round < repeats; round += 1) {
          // In either order, as what comes first in a round may find the computer in another state.
          for (const { sessions, window, list } of round % 2 === 0 ? times : times.toReversed()) {
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
        const [, full, many] = times;
        if (full === undefined || many === undefined) throw new Error('nothing was measured');
        results.push({
          what: `${name}: usable window at ${many.sessions} sessions / at ${full.sessions}`,
          median: median(many.window) / median(full.window),
          unit: 'times',
          repeats,
          limit,
        });
      }
      return results;
    } finally {
      for (const { end } of there) await end();
      await folder.remove();
    }
  },
};
