import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test as base, type Browser } from '@playwright/test';
import { openInstalledBrowser } from './installed-browser.ts';
import { expectSoundArchive } from './sound-archive.ts';
import { launchInBrowser, launchInElectron, launchPacked, type Folders, type Launched } from './launch.ts';
import type { Host, LaunchOptions, RunningApp } from './running-app.ts';

export { expect } from '@playwright/test';

export type HostOptions = { host: Host };
export type Launch = (options?: LaunchOptions) => Promise<RunningApp>;

type TestFixtures = {
  /** A folder of this test alone, removed when it passes. */
  folder: string;
  /** Starts the program; as often as wanted, each on a fresh data folder unless told otherwise. Ended after the test. */
  launch: Launch;
  /** The program, started once on a fresh data folder. */
  app: RunningApp;
};
/** The browser is null in the hosts that bring their own. */
type WorkerFixtures = HostOptions & { installedBrowser: Browser | null };

const start = (host: Host, browser: Browser | null, folders: Folders, options: LaunchOptions): Promise<Launched> => {
  switch (host) {
    case 'chromium':
      if (browser === null) throw new Error('no browser');
      return launchInBrowser(browser, folders);
    case 'electron':
      return launchInElectron(folders, options);
    case 'packaged':
      return launchPacked(folders, options);
  }
};

/** The program's own test: the same specs in every host. An error on the console that nobody expected fails the test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  host: ['chromium', { option: true, scope: 'worker' }],

  installedBrowser: [
    async ({ host }, use) => {
      if (host !== 'chromium') {
        await use(null);
        return;
      }
      const browser = await openInstalledBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  // eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern
  folder: async ({}, use, info) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'hoidong-e2e-'));
    await use(folder);
    if (info.status === info.expectedStatus) await rm(folder, { recursive: true, force: true });
    else await info.attach('folder kept', { body: folder });
  },

  launch: async ({ host, folder, installedBrowser }, use, info) => {
    const launched: Launched[] = [];
    const leftBroken = new Set<string>();
    await use(async (options = {}) => {
      const number = launched.length + 1;
      if (options.dataDir !== undefined && options.leavesBroken !== undefined) leftBroken.add(options.dataDir);
      const folders = {
        dataDir: options.dataDir ?? path.join(folder, `data-${number}`),
        filesDir: path.join(folder, `files-${number}`),
      };
      const next = await start(host, installedBrowser, folders, options);
      launched.push(next);
      return next.app;
    });
    const failed = info.status !== info.expectedStatus;
    for (const { app } of launched) {
      if (failed && !app.page.isClosed()) {
        await info
          .attach('page', { body: await app.page.screenshot(), contentType: 'image/png' })
          .catch(() => undefined);
      }
      if (failed) await info.attach('host output', { body: app.printed() });
      await app.close().catch(() => undefined);
    }
    // Whatever a test did, what it left on the disk must hold.
    if (!failed) {
      for (const dataDir of new Set(launched.map(({ app }) => app.dataDir))) {
        if (!leftBroken.has(dataDir)) await expectSoundArchive(dataDir);
      }
    }
    const errors = launched.flatMap(({ console }) => console.unexpected());
    if (errors.length > 0) throw new Error(`unexpected errors on the console:\n${errors.join('\n')}`);
  },

  app: async ({ launch }, use) => {
    await use(await launch());
  },
});
