import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One entry to be written. */
export type NewEntry = { readonly path: string } & (
  { readonly bytes: Uint8Array } | { readonly size: number; readonly open: () => AsyncIterable<Uint8Array> }
);

/**
 * The chunks of a ZIP with these entries, in this order, stored and not compressed: dossier files are compressed already, and a reader meets no
 * surprise. An entry that fails to open, or gives other bytes than promised, fails the stream.
 */
export const writeContainer = (entries: readonly NewEntry[], date: Date): AsyncIterable<Uint8Array> => {
  const zip = new ZipFile();
  // Typed as the bare stream interface; it is a PassThrough, and `destroy` is needed to pass failures on.
  const output = zip.outputStream as NodeJS.ReadableStream & Pick<Readable, 'destroy'>;
  zip.on('error', (error: Error) => output.destroy(error));
  const options = { mtime: date, mode: 0o100644, compress: false, forceDosTimestamp: true };
  for (const entry of entries) {
    if ('bytes' in entry) zip.addBuffer(Buffer.from(entry.bytes), entry.path, options);
    else
      zip.addReadStreamLazy(entry.path, { ...options, size: entry.size }, (give) => {
        const input = Readable.from(entry.open(), { objectMode: false });
        // The library pipes without looking after errors: a failing input would leave the output hanging.
        input.once('error', (error) => output.destroy(error));
        give(null, input);
      });
  }
  zip.end();
  return readable(output);
};

/** The stream's type gives text or bytes; without an encoding set it gives bytes. */
const readable = (stream: NodeJS.ReadableStream): AsyncIterable<Uint8Array> =>
  stream as AsyncIterable<unknown> as AsyncIterable<Uint8Array>;
