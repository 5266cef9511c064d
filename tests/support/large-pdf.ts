import { randomFillSync } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Bytes of one page's picture: a square of grey pixels, as a scanner leaves it. */
const SIDE = 1_600;
const PICTURE = SIDE * SIDE;

/**
 * Writes a PDF of scanned pages, as large as asked for (of 2^20 bytes) or a little larger, without ever holding it as a whole. Every page
 * draws a picture of its own. Answers with the number of pages.
 */
export const writeLargePdf = async (path: string, megabytes: number): Promise<number> => {
  const pages = Math.ceil((megabytes * 1024 * 1024) / PICTURE);
  const pageId = (at: number): number => 3 + 3 * at;
  const offsets: number[] = [];
  let written = 0;
  async function* parts(): AsyncGenerator<Buffer> {
    await Promise.resolve();
    const count = (bytes: Buffer): Buffer => {
      written += bytes.length;
      return bytes;
    };
    const text = (words: string): Buffer => count(Buffer.from(words, 'latin1'));
    const begin = (id: number): Buffer => {
      offsets[id] = written;
      return text(`${id} 0 obj\n`);
    };
    const picture = Buffer.alloc(PICTURE);
    yield text('%PDF-1.7\n');
    yield begin(1);
    yield text('<< /Type /Catalog /Pages 2 0 R >>\nendobj\n');
    yield begin(2);
    const kids = Array.from({ length: pages }, (_, at) => `${pageId(at)} 0 R`).join(' ');
    yield text(`<< /Type /Pages /Count ${pages} /Kids [${kids}] >>\nendobj\n`);
    for (let at = 0; at < pages; at += 1) {
      const id = pageId(at);
      yield begin(id);
      yield text(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${id + 1} 0 R /Resources << /XObject << /Anh ${id + 2} 0 R >> >> >>\nendobj\n`,
      );
      const drawing = 'q 500 0 0 700 47 70 cm /Anh Do Q';
      yield begin(id + 1);
      yield text(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream\nendobj\n`);
      yield begin(id + 2);
      yield text(
        `<< /Type /XObject /Subtype /Image /Width ${SIDE} /Height ${SIDE} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${PICTURE} >>\nstream\n`,
      );
      // Noise: no disk, pipe or browser can make less of it.
      yield count(Buffer.from(randomFillSync(picture)));
      yield text('\nendstream\nendobj\n');
    }
    const xref = written;
    const entries = offsets.length;
    yield text(`xref\n0 ${entries}\n0000000000 65535 f \n`);
    for (let id = 1; id < entries; id += 1) yield text(`${String(offsets[id]).padStart(10, '0')} 00000 n \n`);
    yield text(`trailer\n<< /Size ${entries} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`);
  }
  await pipeline(parts(), createWriteStream(path));
  return pages;
};
