import { client } from '../../client/client.ts';
import type { Openable } from '../../client/files.ts';
import { openPdf } from './open-pdf.ts';
import { partedFile } from './pdf-source.ts';

/** Pages of a PDF; null for another kind of file, and for a PDF that can't be read. */
export const countPages = async (file: Openable): Promise<number | null> => {
  if (!file.name.toLowerCase().endsWith('.pdf') || file.size === 0) return null;
  const source =
    file instanceof File
      ? partedFile(file)
      : {
          size: file.size,
          read: (at: number, size: number) => client.incoming.read({ incomingId: file.incomingId, at, size }),
        };
  // Whoever takes the file says why it can't be read.
  const opening = await openPdf(source, () => undefined).catch(() => null);
  if (opening?.ok !== true) return null;
  const pages = opening.pdf.numPages;
  opening.close();
  return pages;
};
