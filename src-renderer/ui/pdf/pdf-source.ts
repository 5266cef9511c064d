import { PORTION_BYTES } from '#domain/contract/incoming.ts';
import type { BinaryFile } from '#domain/contract/binary.ts';

/** A file that is read a part at a time, so that the page never has it whole. */
export type PartedFile = {
  /** Bytes. */
  readonly size: number;
  /** `size` bytes from byte `at` on, at most a portion; fewer only where the file ends. */
  readonly read: (at: number, size: number) => Promise<BinaryFile>;
};

/** Where a PDF comes from: a small file whole, a large one in parts. */
export type PdfSource = BinaryFile | PartedFile;

/** A person's own file. The browser reads of it what is asked for. */
export const partedFile = (file: File): PartedFile => ({
  size: file.size,
  read: (at, size) => Promise.resolve(new File([file.slice(at, at + size)], file.name)),
});

/** The bytes from `begin` up to, not including, `end`. Rejects where one part can't be read or the file has become shorter. */
export const readRange = async ({ read }: PartedFile, begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = new Uint8Array(end - begin);
  for (let at = begin; at < end; at += PORTION_BYTES) {
    const size = Math.min(PORTION_BYTES, end - at);
    const part = new Uint8Array(await (await read(at, size)).arrayBuffer());
    if (part.length !== size) throw new Error('the file has become shorter');
    bytes.set(part, at - begin);
  }
  return bytes;
};
