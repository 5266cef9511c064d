import { openPdf } from './pdf-library.ts';

/** Pages of a PDF; null for another kind of file, and for a PDF that can't be read. */
export const countPages = async (file: File): Promise<number | null> => {
  if (!file.name.toLowerCase().endsWith('.pdf')) return null;
  const opening = await openPdf(await file.arrayBuffer());
  if (!opening.ok) return null;
  const pages = opening.pdf.numPages;
  opening.close();
  return pages;
};
