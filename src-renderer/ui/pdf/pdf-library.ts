import {
  getDocument,
  GlobalWorkerOptions,
  PasswordException,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

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

export type PdfOpening =
  | { readonly ok: true; readonly pdf: PDFDocumentProxy; readonly close: () => void }
  | { readonly ok: false; readonly reason: 'notPdf' | 'locked' };

/** Reads the bytes as a PDF. They are handed over: the caller uses them no more. Scripts and forms in the file stay dead. */
export const openPdf = async (bytes: ArrayBuffer): Promise<PdfOpening> => {
  const task = getDocument({
    data: new Uint8Array(bytes),
    BinaryDataFactory: BundledData,
    useWorkerFetch: false,
    enableXfa: false,
    // A page of a hostile file may claim any size; an image beyond this is left out.
    maxImageSize: 64_000_000,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    return { ok: true, pdf, close: () => void task.destroy() };
  } catch (error) {
    void task.destroy();
    return { ok: false, reason: error instanceof PasswordException ? 'locked' : 'notPdf' };
  }
};
