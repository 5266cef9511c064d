import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Chromium's own folder inside the data folder; it also carries the single-instance lock, so that two data folders are two programs. Where
 * the data folder can't be written it is a temporary one: the window must come up to say so.
 */
export const desktopFolder = (dataDir: string): string => {
  const folder = path.join(dataDir, 'desktop');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(path.join(os.tmpdir(), 'hoidong-'));
  }
};
