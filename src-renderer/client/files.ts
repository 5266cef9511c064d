import type { BinaryFile } from '#domain/contract/binary.ts';
import type { FilesChosen } from '#domain/contract/bridge.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { bridge } from './host.ts';

/** What may be chosen in a file dialog: a name for the person and the endings without dots. */
export type FileKind = { readonly label: string; readonly extensions: readonly string[] };

const chooseInBrowser = (kind: FileKind, several: boolean): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = several;
    input.accept = kind.extensions.map((extension) => `.${extension}`).join(',');
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });

/** What the desktop host gave, as the contract takes it. Throws the problem of a file that could not be read. */
export const incoming = (chosen: FilesChosen): readonly File[] => {
  if (!chosen.ok) throw new ProblemError(chosen.problem.code, chosen.problem.details);
  return chosen.files.map(({ name, bytes }) => new File([bytes], name));
};

/**
 * Lets the person choose files, in the desktop host's own dialog or the browser's. Empty when nothing was chosen; rejects with a
 * {@link ProblemError} when a chosen file can't be read.
 */
export const chooseFiles = async (
  kind: FileKind,
  { several }: { readonly several: boolean },
): Promise<readonly File[]> =>
  bridge === undefined
    ? chooseInBrowser(kind, several)
    : incoming(await bridge.chooseFiles({ accept: kind.extensions, multiple: several }));

export type Delivery = { readonly outcome: 'saved'; readonly place: string | null } | { readonly outcome: 'cancelled' };

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
 * Gives files to the person: one in a save dialog, several into one chosen folder; in a browser each is a download (`place` is then
 * null: only the browser knows). Rejects with a {@link ProblemError} when the disk does not take them.
 */
export const deliverFiles = async (files: readonly BinaryFile[]): Promise<Delivery> => {
  if (bridge === undefined) {
    for (const file of files) await download(file);
    return { outcome: 'saved', place: null };
  }
  const contents = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })));
  const [single] = contents;
  const saved =
    contents.length === 1 && single !== undefined
      ? await bridge.saveFile(single.name, single.bytes)
      : await bridge.saveFiles(contents);
  if (saved.outcome === 'failed') throw new ProblemError(saved.problem.code, saved.problem.details);
  return saved;
};
