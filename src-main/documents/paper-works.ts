import type { DocumentFormat } from '#domain/contract/documents.ts';
import type { Paper } from '#domain/documents/model.ts';
import type { CertificateReport, SignedFileCheck } from '#domain/documents/signature-report.ts';
import type { Session } from '#domain/session/state.ts';
import { jobsHere, jobsInWorker } from './job-worker.ts';
import type { JobShapes, KeptPage, MadeFile } from './jobs.ts';
import type { Rendered, RenderOptions } from './pdf/render.ts';

export type { RenderOptions } from './pdf/render.ts';
export type { KeptPage, MadeFile } from './jobs.ts';

export interface PaperWorksOptions {
  /** Where the worker's script is: a .ts file under Node, a bundled one in Electron; null works in this thread. */
  readonly workerUrl: URL | null;
  /** Folder of Tinos-*.ttf and sRGB.icc. */
  readonly fontsDir: string;
}

/**
 * Everything about paper that takes long, done where no window waits for it. Every operation rejects with an AbortError when cancelled
 * and with `documents.failed` (detail `message`) when the work itself broke.
 */
export interface PaperWorks {
  /**
   * One paper, or several in one file with bookmarks, as PDF/A-2b; read back before it is handed out. The same papers
   * with the same `createdAt` give the same bytes. Rejects with the problem `documents.unreadable` (details `paper`, `item`) when
   * what was written does not say what the papers say.
   */
  render(
    papers: Paper | readonly Paper[],
    options: RenderOptions,
    signal?: AbortSignal,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Uint8Array>;
  /** The same with page counts and faults. */
  renderFully(
    papers: Paper | readonly Paper[],
    options: RenderOptions,
    signal?: AbortSignal,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Rendered>;
  /**
   * Pages of a session by their ids: one PDF with bookmarks, or one file a page in the other formats, those left out that have nothing
   * for it. Problem `documents.unknownPaper` (detail `paper`).
   */
  press(
    session: Session,
    ids: readonly string[],
    format: DocumentFormat,
    signal?: AbortSignal,
  ): Promise<readonly MadeFile[]>;
  /** Every page of the set that is signed and kept, each as a PDF of its own. */
  pressSet(session: Session, signal?: AbortSignal): Promise<readonly KeptPage[]>;
  /** One page as it stands, to be signed. Problems `documents.unknownPaper`, `documents.draftNotSigned`. */
  pressFinal(session: Session, id: string): Promise<readonly MadeFile[]>;
  /** What the certificate of a PKCS#12 file says. Problems as `openP12`. */
  identify(ask: JobShapes['identify']['ask']): Promise<CertificateReport>;
  /** A PDF with a signature added. Problems as `signPdf`. */
  sign(ask: JobShapes['sign']['ask']): Promise<Uint8Array>;
  /** The signature fields of a PDF, in its order. */
  fields(file: Uint8Array): Promise<JobShapes['fields']['answer']>;
  /** Looks at a PDF that came back. */
  check(ask: JobShapes['check']['ask']): Promise<SignedFileCheck>;
  /** Ends the worker; work under way is rejected. */
  close(): Promise<void>;
}

/** The works with a thread of their own, or in the calling one. */
export function createPaperWorks({ workerUrl, fontsDir }: PaperWorksOptions): PaperWorks {
  const jobs = workerUrl === null ? jobsHere(fontsDir) : jobsInWorker(workerUrl, fontsDir);

  const renderFully: PaperWorks['renderFully'] = (given, options, signal, onProgress) => {
    const papers = isList(given) ? given : [given];
    return jobs.run('render', { papers, options }, { signal, onProgress: (done) => onProgress?.(done, papers.length) });
  };

  return {
    renderFully,
    render: async (...args) => (await renderFully(...args)).bytes,
    press: (session, ids, format, signal) => jobs.run('press', { session, ids, format }, { signal }),
    pressSet: (session, signal) => jobs.run('pressSet', { session }, { signal }),
    pressFinal: (session, id) => jobs.run('pressFinal', { session, id }),
    identify: (ask) => jobs.run('identify', ask),
    sign: async (ask) => (await jobs.run('sign', ask)).bytes,
    fields: (file) => jobs.run('fields', { file }),
    check: (ask) => jobs.run('check', ask),
    close: () => jobs.close(),
  };
}

const isList = (papers: Paper | readonly Paper[]): papers is readonly Paper[] => Array.isArray(papers);
