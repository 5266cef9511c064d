import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Dialogs } from './dialogs.ts';

const queueSchema = z.array(z.array(z.string()));

/**
 * Dialogs answered by files in a folder, for tests that must run in any display: `open.json` holds the answers to come, a list of
 * lists of paths, of files or of one folder to look in; files are saved into `saved`; the folder for backups is `stick`; PDFs to be viewed
 * are copied into `viewed`.
 */
export const scriptedDialogs = (folder: string): Dialogs => {
  const queue = path.join(folder, 'open.json');
  const into = async (name: string): Promise<string> => {
    const place = path.join(folder, name);
    await mkdir(place, { recursive: true });
    return place;
  };
  const answer = async (): Promise<readonly string[]> => {
    const [next, ...rest] = queueSchema.parse(JSON.parse(await readFile(queue, 'utf8')));
    await writeFile(`${queue}.new`, JSON.stringify(rest));
    await rename(`${queue}.new`, queue);
    return next ?? [];
  };
  return {
    openFiles: answer,
    saveFile: async (name) => path.join(await into('saved'), name),
    chooseFolder: async (purpose) =>
      purpose === 'look' ? ((await answer())[0] ?? null) : into(purpose === 'backup' ? 'stick' : 'saved'),
    closeAnyway: () => Promise.resolve(true),
    about: () => Promise.resolve(),
    viewPdf: async (file) => {
      await copyFile(file, path.join(await into('viewed'), path.basename(file)));
      return true;
    },
  };
};
