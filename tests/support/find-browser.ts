import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const onPath = (name: string): string | null => {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    if (folder !== '' && existsSync(file)) return file;
  }
  return null;
};

const usualPlaces: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/** An installed Chromium or Chrome, or the one that Playwright downloaded earlier; null when there is none. */
export const findBrowser = (): string | null => {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const found = onPath(name);
    if (found !== null) return found;
  }
  for (const file of usualPlaces[process.platform] ?? []) if (existsSync(file)) return file;
  const downloaded = chromium.executablePath();
  return downloaded !== '' && existsSync(downloaded) ? downloaded : null;
};

const tryTo = (command: string, args: readonly string[], minutes: number): boolean =>
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: minutes * 60_000 }).status === 0;

/** Finds a browser, or gets one: by Playwright's own download, else Debian's package when root. Null when nothing works. */
export const findOrGetBrowser = (): string | null => {
  const found = findBrowser();
  if (found !== null) return found;
  console.log("No Chromium or Chrome here: trying Playwright's own.");
  const cli = path.join(import.meta.dirname, '../../node_modules/@playwright/test/cli.js');
  if (tryTo(process.execPath, [cli, 'install', 'chromium'], 5)) {
    const downloaded = findBrowser();
    if (downloaded !== null) return downloaded;
  }
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== null) {
    console.log("That could not be had: trying Debian's package.");
    if (tryTo('apt-get', ['update', '-qq'], 5))
      tryTo('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 10);
  }
  return findBrowser();
};
