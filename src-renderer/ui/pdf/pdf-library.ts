import {
  getDocument,
  GlobalWorkerOptions,
  PasswordException,
  PDFDataRangeTransport,
  TextLayer,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { PORTION_BYTES } from '#domain/contract/incoming.ts';
import { readRange, type PartedFile, type PdfSource } from './pdf-source.ts';

// The legacy build runs on every Chromium the program meets; the modern one does not.
GlobalWorkerOptions.workerSrc = workerUrl;

type Addresses = Readonly<Record<string, string>>;
const byFileName = (found: Addresses): ReadonlyMap<string, string> =>
  new Map(Object.entries(found).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]));

// Files that PDF.js asks for by name while it reads; the bundler gives each an address of our own. Tables for Chinese, Japanese and
// Korean fonts that a file doesn't carry are left out: without such fonts on the computer they would show nothing either.
const known: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  standardFontDataUrl: byFileName(
    import.meta.glob<string>('/../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
      query: '?url',
      import: 'default',
      eager: true,
    }),
  ),
  wasmUrl: byFileName(
    import.meta.glob<string>('/../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg,qcms_bg}.wasm', {
      query: '?url',
      import: 'default',
      eager: true,
    }),
  ),
};

/** Hands PDF.js its own data files, which lie in the program and nowhere else. */
class BundledData {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const url = known[kind]?.get(filename);
    if (url === undefined) throw new Error(`no ${filename} in the program`);
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`no answer for ${filename}`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

export { TextLayer };

export type PdfOpening =
  | { readonly ok: true; readonly pdf: PDFDocumentProxy; readonly close: () => void }
  | { readonly ok: false; readonly reason: 'notPdf' | 'locked' };

/** Bytes PDF.js asks for at least: an answer takes the same time for one byte as for this many. */
const RANGE_BYTES = 256 * 1024;

/** Gives PDF.js the parts of a file that it asks for. One that can't be read is told, once; PDF.js would wait for it for ever. */
class PartsTransport extends PDFDataRangeTransport {
  readonly #file: PartedFile;
  readonly #onLost: (error: unknown) => void;
  #ended = false;

  constructor(file: PartedFile, onLost: (error: unknown) => void) {
    super(file.size, null);
    this.#file = file;
    this.#onLost = onLost;
  }

  override requestDataRange(begin: number, end: number): void {
    readRange(this.#file, begin, end).then(
      (bytes) => {
        if (!this.#ended) this.onDataRange(begin, bytes);
      },
      (error: unknown) => {
        if (!this.#ended) this.#onLost(error);
        this.#ended = true;
      },
    );
  }

  override abort(): void {
    this.#ended = true;
  }
}

/**
 * Opens a PDF. Of a large file only the parts that are looked at are read. Scripts and forms in the file stay dead. Rejects with the reason
 * where the file can't be read before it is open.
 *
 * @param onLost told, once, when a part that is wanted later can't be read: nothing more can be drawn.
 */
export const openPdf = async (source: PdfSource, onLost: (error: unknown) => void): Promise<PdfOpening> => {
  const isParted = 'read' in source;
  let lost = onLost;
  const unreadable = new Promise<never>((_resolve, reject) => {
    lost = reject;
  });
  // Nobody listens any more once it is open.
  unreadable.catch(() => undefined);
  const bytes = !isParted
    ? new Uint8Array(await source.arrayBuffer())
    : source.size <= PORTION_BYTES
      ? await readRange(source, 0, source.size)
      : null;
  const parts = isParted && bytes === null ? new PartsTransport(source, (error) => lost(error)) : null;
  const task = getDocument({
    ...(parts === null ? { data: bytes ?? new Uint8Array() } : { range: parts, rangeChunkSize: RANGE_BYTES }),
    // Else PDF.js would fetch all the rest, too, and keep it.
    disableAutoFetch: true,
    disableStream: true,
    BinaryDataFactory: BundledData,
    useWorkerFetch: false,
    enableXfa: false,
    // A page of a hostile file may claim any size; an image beyond this is left out.
    maxImageSize: 64_000_000,
    verbosity: 0,
  });
  try {
    const pdf = await Promise.race([task.promise.catch((error: unknown) => ({ error })), unreadable]);
    if ('error' in pdf) {
      void task.destroy();
      return { ok: false, reason: pdf.error instanceof PasswordException ? 'locked' : 'notPdf' };
    }
    lost = onLost;
    const close = (): void => {
      parts?.abort();
      void task.destroy();
    };
    return { ok: true, pdf, close };
  } catch (error) {
    void task.destroy();
    throw error;
  }
};
