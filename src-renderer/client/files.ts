import type { BinaryFile } from '#domain/contract/binary.ts';
import { bridge } from './host.ts';

/** What may be chosen in a file dialog: a name for the person and the endings without dots. */
export type FileKind = { readonly label: string; readonly extensions: readonly string[] };

/**
 * Lets the person choose files, in the desktop host's own dialog or the browser's. Empty when nothing was chosen.
 */
export const chooseFiles = (kind: FileKind, { several }: { readonly several: boolean }): Promise<readonly File[]> => {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = several;
    input.accept = kind.extensions.map((extension) => `.${extension}`).join(',');
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
};

export type Delivery = { readonly outcome: 'saved'; readonly places: readonly string[] } | { readonly outcome: 'cancelled' };

const bytesOf = async (file: BinaryFile): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());

const download = async (file: BinaryFile): Promise<void> => {
  const url = URL.createObjectURL(new Blob([await file.arrayBuffer()], { type: file.type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = file.name;
  anchor.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/**
 * Gives files to the person: one in a save dialog, several into one chosen folder; in a browser each is a download. Rejects when
 * the disk does not take them.
 */
export const deliverFiles = async (files: readonly BinaryFile[]): Promise<Delivery> => {
  if (bridge === undefined) {
    for (const file of files) await download(file);
    return { outcome: 'saved', places: files.map(({ name }) => name) };
  }
  const contents = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })));
  const places = await bridge.deliver(contents);
  return places === null ? { outcome: 'cancelled' } : { outcome: 'saved', places };
};
