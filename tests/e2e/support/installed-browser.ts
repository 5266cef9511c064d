import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../../support/find-browser.ts';

/** Starts the browser of this computer, without a window. */
export const openInstalledBrowser = (): Promise<Browser> => {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no Chromium or Chrome was found');
  return chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    // Where there is no graphics card, drawing plain pixels takes half the time of imitating one.
    args: ['--disable-gpu'],
  });
};
