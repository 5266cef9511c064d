import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

/** A file that left the program, as a person would find it. */
export type SavedFile = { readonly name: string; readonly path: string };

/** Files in and out of the program, whichever host it runs in. */
export type Files = {
  /** Says which files the next file dialog will be answered with; to be called before the dialog is asked for. */
  choose(paths: readonly string[]): Promise<void>;
  /** The next file that the program saves and that was not handed out yet; waits for it. */
  saved(): Promise<SavedFile>;
  /** Several of them. */
  savedAll(count: number): Promise<readonly SavedFile[]>;
  /** Drops files onto a part of the page, as from a file manager. */
  drop(target: Locator, paths: readonly string[]): Promise<void>;
};

const drop = async (target: Locator, paths: readonly string[]): Promise<void> => {
  const files = await Promise.all(
    paths.map(async (file) => ({ name: path.basename(file), base64: (await readFile(file)).toString('base64') })),
  );
  const transfer = await target.page().evaluateHandle((given) => {
    const carried = new DataTransfer();
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      carried.items.add(new File([bytes], name));
    }
    return carried;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer: transfer });
};

/** Takes names out of a list that grows, each once, in the order they came. */
const taker = (list: () => Promise<readonly SavedFile[]>): Pick<Files, 'saved' | 'savedAll'> => {
  const taken = new Set<string>();
  const savedAll = async (count: number): Promise<readonly SavedFile[]> => {
    const fresh = async (): Promise<readonly SavedFile[]> => (await list()).filter((file) => !taken.has(file.path));
    await expect
      .poll(async () => (await fresh()).length, { timeout: 60_000, message: 'files saved' })
      .toBeGreaterThanOrEqual(count);
    const files = (await fresh()).slice(0, count);
    for (const file of files) taken.add(file.path);
    return files;
  };
  const saved = async (): Promise<SavedFile> => {
    const [file] = await savedAll(1);
    if (file === undefined) throw new Error('no file was saved');
    return file;
  };
  return { saved, savedAll };
};

/** Files in an ordinary browser: file inputs and downloads. */
export const browserFiles = (page: Page, folder: string): Files => {
  const downloads: SavedFile[] = [];
  page.on('download', (download) => {
    const file = path.join(folder, randomUUID(), download.suggestedFilename());
    void download.saveAs(file).then(() => downloads.push({ name: download.suggestedFilename(), path: file }));
  });
  return {
    choose: (paths) => {
      page.once('filechooser', (chooser) => void chooser.setFiles([...paths]));
      return Promise.resolve();
    },
    ...taker(() => Promise.resolve(downloads)),
    drop,
  };
};

/** Files in the desktop host: its scripted dialogs, see src-main/electron/scripted-dialogs.ts. */
export const desktopFiles = (folder: string): Files => {
  const queue = path.join(folder, 'open.json');
  const place = path.join(folder, 'saved');
  return {
    choose: async (paths) => {
      await mkdir(folder, { recursive: true });
      await writeFile(`${queue}.next`, JSON.stringify([paths]));
      await rename(`${queue}.next`, queue);
    },
    ...taker(async () => {
      const names = await readdir(place).catch(() => []);
      return names.filter((name) => !name.endsWith('.tmp')).map((name) => ({ name, path: path.join(place, name) }));
    }),
    drop,
  };
};
