import { defineConfig } from '@playwright/test';
import { findElectron } from '#main/launch/find-electron.ts';
import type { HostOptions } from './e2e/support/fixtures.ts';

const electron = findElectron();
if (electron === null && process.env['REQUIRE_ELECTRON'] === '1') {
  throw new Error(
    'REQUIRE_ELECTRON=1, but no Electron was found: set ELECTRON_OVERRIDE_DIST_PATH to the folder of one.',
  );
}

// The same specs in every host. Tags name the few exceptions: @browser-only, @electron-only, @packaged.
export default defineConfig<HostOptions>({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ...(process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? ([['json']] as const) : [])],
  // Neither a film of the screen nor its document after each step: they cost a fifth of the time. A failed test leaves what it did and how the
  // screen stood at its end.
  use: {
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
  },
  projects: [
    { name: 'chromium', grepInvert: /@electron-only|@packaged/, use: { host: 'chromium' } },
    ...(electron === null
      ? []
      : [
          { name: 'electron', grepInvert: /@browser-only|@packaged/, use: { host: 'electron' as const } },
          { name: 'packaged', grep: /@packaged/, use: { host: 'packaged' as const } },
        ]),
  ],
});
