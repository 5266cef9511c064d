import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PrintOpened } from '#domain/contract/bridge.ts';
import { displayFileName } from '#main/exchange/file-names.ts';
import type { Dialogs } from './dialogs.ts';

/**
 * The one gate through which a file is handed to another program: PDFs that we made, from our own folder, with our own name.
 */
export type PdfViewer = {
  view(name: string, bytes: Uint8Array): Promise<PrintOpened>;
  /** Removes what was viewed earlier. */
  sweep(): Promise<void>;
};

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

export const createPdfViewer = (folder: string, dialogs: Dialogs): PdfViewer => ({
  view: async (name, bytes) => {
    if (!isPdf(bytes)) throw new Error('only PDFs are handed to a viewer');
    const { name: stem } = path.parse(displayFileName(name));
    const place = path.join(folder, randomUUID());
    await mkdir(place, { recursive: true });
    const file = path.join(place, `${stem}.pdf`);
    await writeFile(file, bytes, { mode: 0o600 });
    return (await dialogs.viewPdf(file))
      ? { ok: true }
      : { ok: false, problem: { code: 'files.noViewer', details: {} } };
  },
  sweep: () => rm(folder, { recursive: true, force: true }),
});
