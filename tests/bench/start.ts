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
/**
 * Independence, with room for what repeats differ by. In the desktop whoever looks from outside, and a click, pass through the process that
 * reads the index, a tenth of a second for each 2,500 sessions. The whole list may take as long as it likes: nothing waits for it.
 */
const limits: Readonly<Record<keyof Times, number>> = { picture: 1.1, window: 1.2, list: Infinity };
const text = sessionMessages.vi;

type Start = (folders: Folders) => Promise<Launched>;

interface Times {
  /** To the first picture of the screen, as the page itself tells it. */
  readonly picture: number;
  /** To a button that can be pressed, as somebody outside sees it. */
  readonly window: number;
  /** To the list with all its sessions. */
  readonly list: number;
}

/** Starts the program once; all in milliseconds from the start. */
async function measure(start: Start, folders: Folders, sessions: number): Promise<Times> {
  const began = performance.now();
  const beganAt = Date.now();
  const { app } = await start(folders);
  await app.page.getByRole('button', { name: text.newSession }).first().click({ trial: true });
  const window = performance.now() - began;
  await app.page.getByText(text.found(sessions), { exact: true }).waitFor();
  const list = performance.now() - began;
  const pictureAt = await app.page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
  );
  await app.close();
  return { picture: pictureAt - beganAt, window, list };
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
        const measured = sizes.map((sessions) => ({ sessions, taken: [] as Times[] }));
        for (const { sessions } of measured) {
          // The system has read the files once.
          await measure(start, foldersOf(sessions), sessions);
        }
        for (let round = 0; round < repeats; round += 1) {
          // In either order, as what comes first in a round may find the computer in another state.
          for (const { sessions, taken } of round % 2 === 0 ? measured : measured.toReversed())
            taken.push(await measure(start, foldersOf(sessions), sessions));
        }
        const middle = (taken: readonly Times[], what: keyof Times): number => median(taken.map((one) => one[what]));
        for (const { sessions, taken } of measured) {
          const row = (what: string, of: keyof Times): Measurement => ({
            what: `${name}, ${sessions} sessions: ${what}`,
            median: middle(taken, of),
            unit: 'ms',
            repeats,
          });
          results.push(
            row('to the first picture', 'picture'),
            row('to a usable window', 'window'),
            row('to the list', 'list'),
          );
        }
        const [, full, many] = measured;
        if (full === undefined || many === undefined) throw new Error('nothing was measured');
        const ratio = (what: string, of: keyof Times): Measurement => ({
          what: `${name}: ${what} at ${many.sessions} sessions / at ${full.sessions}`,
          median: middle(many.taken, of) / middle(full.taken, of),
          unit: 'times',
          repeats,
          limit: limits[of],
        });
        results.push(ratio('first picture', 'picture'), ratio('usable window', 'window'));
      }
      return results;
    } finally {
      for (const { end } of there) await end();
      await folder.remove();
    }
  },
};
