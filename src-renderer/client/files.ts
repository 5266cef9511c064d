import type { BinaryFile } from '#domain/contract/binary.ts';
import type { Problem } from '#domain/contract/base.ts';
import type { CarriedFile, FilesChosen, NamedFile } from '#domain/contract/bridge.ts';
import type { KeptFile } from '#domain/contract/sessions.ts';
import { client } from './client.ts';
import { bridge } from './host.ts';

/** A file of any kind and size. In a browser it is read in portions later; on the desktop a large one stays where it is. */
export type Openable = File | NamedFile;

/** Files a person has given; `problem` says why one could not be read. */
export type Chosen<Kind extends Openable = File> = {
  readonly files: readonly Kind[];
  readonly problem: Problem | null;
};

const chooseInBrowser = (accept: readonly string[], multiple: boolean): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = multiple;
    input.accept = accept.map((ending) => `.${ending}`).join(',');
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });

const asFile = ({ name, bytes }: CarriedFile): File =>
  new File([bytes], name, {
    type: name.toLowerCase().endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream',
  });

/** Lets the person choose files in the system's dialog. `accept`: name endings without the dot. No files when nothing was chosen. */
export const chooseFiles = async (accept: readonly string[], multiple: boolean): Promise<Chosen> => {
  if (bridge === undefined) return { files: await chooseInBrowser(accept, multiple), problem: null };
  const chosen = openable(await bridge.chooseFiles({ accept, multiple, byName: 'none' }));
  return { files: chosen.files.filter((file) => file instanceof File), problem: chosen.problem };
};

/** The same for files that may be large: `handOver` gives them to the back end, and no other way does. */
export const chooseLargeFiles = async (accept: readonly string[], multiple: boolean): Promise<Chosen<Openable>> =>
  bridge === undefined
    ? { files: await chooseInBrowser(accept, multiple), problem: null }
    : openable(await bridge.chooseFiles({ accept, multiple, byName: 'all' }));

const openable = (chosen: FilesChosen): Chosen<Openable> =>
  chosen.ok
    ? { files: chosen.files.map((file) => ('bytes' in file ? asFile(file) : file)), problem: null }
    : { files: [], problem: chosen.problem };

/** Lets the person choose one file to be opened, as `chooseFiles` does. */
export const chooseToOpen = async (accept: readonly string[]): Promise<Chosen<Openable>> =>
  bridge === undefined
    ? { files: await chooseInBrowser(accept, false), problem: null }
    : openable(await bridge.chooseFiles({ accept, multiple: false, byName: 'packages' }));

/** Calls back with files the program was opened with (a double click on a .hdgoi). Never in a browser. Returns what ends it. */
export const onFilesOpened = (callback: (chosen: Chosen<Openable>) => void): (() => void) =>
  bridge?.onFilesOpened((opened) => callback(openable(opened))) ?? (() => undefined);

/** Lets the person choose a folder in an ordinary browser: every file in it and in the folders within. None when nothing was chosen. */
export const chooseFolderFiles = (): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.webkitdirectory = true;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });

export type Delivery =
  /** `place`: where the person will find it; null where only the browser knows. */
  | { readonly outcome: 'saved'; readonly place: string | null }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly problem: Problem };

const bytesOf = async (file: BinaryFile): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());

const download = async (file: BinaryFile, name = file.name): Promise<void> => {
  // A browser's own file may stay on the disk; its bytes are not asked for.
  const url = URL.createObjectURL(
    file instanceof Blob ? file : new Blob([await file.arrayBuffer()], { type: file.type }),
  );
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** Gives files to the person: one by a save dialog, several into one chosen folder; in a browser each is a download. */
export const deliverFiles = async (files: readonly BinaryFile[]): Promise<Delivery> => {
  if (bridge === undefined) {
    for (const file of files) await download(file);
    return { outcome: 'saved', place: null };
  }
  const [first] = files;
  if (files.length === 1 && first !== undefined) return bridge.saveFile(first.name, await bytesOf(first));
  const outgoing = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })));
  return bridge.saveFiles(outgoing);
};

/** Gives files that the back end keeps to the person. In the desktop host they go straight to the disk; in a browser each is a download. */
export const deliverKept = async (files: readonly KeptFile[]): Promise<Delivery> => {
  if (bridge !== undefined) return bridge.saveKept(files.map(({ keptId, name }) => ({ keptId, name })));
  for (const { keptId, name } of files) {
    await download(await client.packages.file({ keptId }), name);
  }
  return { outcome: 'saved', place: null };
};

/**
 * Opens a PDF where the person can print it: the system's viewer, or a new tab of the browser. Null when it went well.
 */
export const printPdf = async (file: BinaryFile): Promise<Problem | null> => {
  if (bridge !== undefined) {
    const opened = await bridge.print(file.name, await bytesOf(file));
    return opened.ok ? null : opened.problem;
  }
  const url = URL.createObjectURL(new Blob([await file.arrayBuffer()], { type: 'application/pdf' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.target = '_blank';
  anchor.rel = 'noopener';
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 600_000);
  return null;
};
