import type { ProblemError } from '#domain/contract/problems.ts';
import type { DocumentFormat } from '#domain/contract/documents.ts';
import type { Paper, PaperKind } from '#domain/documents/model.ts';
import type { CertificateReport, SignedFileCheck } from '#domain/documents/signature-report.ts';
import type { Session } from '#domain/session/state.ts';
import type { Rendered, RenderOptions } from './pdf/render.ts';
import type { LockedBytes } from './signing/check-signed-file.ts';

/** A file made, by its name and its bytes. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A page made to be kept. */
export interface KeptPage extends MadeFile {
  readonly kind: PaperKind;
  readonly sha256: string;
}

/** A PKCS#12 file as it was given, with what opens it. Neither is kept anywhere. */
export interface GivenP12 {
  readonly p12: Uint8Array;
  readonly passphrase: string;
}

/** Everything about paper that takes long: what is asked, and what is answered. All of it is plain data that crosses to a thread. */
export interface JobShapes {
  /** Papers into one PDF, read back. */
  readonly render: {
    readonly ask: { readonly papers: readonly Paper[]; readonly options: RenderOptions };
    readonly answer: Rendered;
  };
  /** Pages of a session by their ids: one PDF with bookmarks, one file a page in the other formats, or the session as JSON. */
  readonly press: {
    readonly ask: { readonly session: Session; readonly ids: readonly string[]; readonly format: DocumentFormat };
    readonly answer: readonly MadeFile[];
  };
  /** Every page of the set that is signed and kept, each as a PDF of its own. */
  readonly pressSet: {
    readonly ask: { readonly session: Session };
    readonly answer: readonly KeptPage[];
  };
  /** One page as it stands, to be signed; refused (`documents.draftNotSigned`) while it carries a watermark. */
  readonly pressFinal: {
    readonly ask: { readonly session: Session; readonly id: string };
    readonly answer: readonly MadeFile[];
  };
  /** What a certificate says, to be shown before it is used. */
  readonly identify: {
    readonly ask: GivenP12 & { readonly at: Date };
    readonly answer: CertificateReport;
  };
  readonly sign: {
    readonly ask: GivenP12 & {
      readonly file: Uint8Array;
      readonly at: Date;
      readonly field: string;
      readonly reason: string;
      readonly location: string;
    };
    readonly answer: { readonly bytes: Uint8Array };
  };
  /** The signature fields of a PDF; none in a file this program can't add to. */
  readonly fields: {
    readonly ask: { readonly file: Uint8Array };
    readonly answer: readonly { readonly name: string; readonly signed: boolean }[];
  };
  readonly check: {
    readonly ask: { readonly file: Uint8Array; readonly locked: readonly LockedBytes[] };
    readonly answer: SignedFileCheck;
  };
}
export type JobName = keyof JobShapes;

/** Called with the number of papers done; throws to stop. */
export type Between = (done: number) => Promise<void>;

export type JobMessage<Name extends JobName = JobName> = {
  readonly [N in Name]: {
    readonly kind: 'job';
    readonly id: number;
    readonly name: N;
    readonly ask: JobShapes[N]['ask'];
    readonly fontsDir: string;
  };
}[Name];

/** What goes to the worker. */
export type ToWorker = JobMessage | { readonly kind: 'cancel'; readonly id: number };

/** What comes back. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number }
  | { readonly kind: 'done'; readonly id: number; readonly answer: JobShapes[JobName]['answer'] }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly name: string;
      readonly message: string;
      /** Values of an expected failure; null for a fault of the program. */
      readonly details: ProblemError['details'] | null;
    };
