import { ImageRun, Paragraph } from 'docx';
import type { PictureBlock } from '#domain/documents/model.ts';
import type { DocxDesk } from './docx-desk.ts';
import { alignments } from './docx-measures.ts';

/** A picture no wider than the text; what is none, or what Word can't show, leaves its name there. */
export function pictureOf(desk: DocxDesk, { picture, width, align }: PictureBlock): Paragraph {
  const size = picture.kind === 'svg' ? null : pixelSize(Buffer.from(picture.base64, 'base64'));
  // Drawings would need a Word-only extension; the page says what stands there instead.
  if (picture.kind === 'svg' || size === null)
    return desk.body([{ text: `[${picture.alt}]`, italic: true }], { alignment: alignments[align] });
  const limit = desk.width / 15;
  const wanted = width === null ? size.width : width * (96 / 25.4);
  const factor = Math.min(wanted, limit) / size.width;
  return new Paragraph({
    style: 'Plain',
    spacing: { before: 120 },
    alignment: alignments[align],
    children: [
      new ImageRun({
        type: picture.kind === 'png' ? 'png' : 'jpg',
        data: Buffer.from(picture.base64, 'base64'),
        transformation: { width: Math.round(size.width * factor), height: Math.round(size.height * factor) },
        altText: { name: picture.alt, title: picture.alt, description: picture.alt },
      }),
    ],
  });
}

/** Size of a PNG or JPEG in pixels, from its own header; null when it is neither. */
export function pixelSize(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < bytes.length) {
    const marker = bytes.readUInt16BE(at);
    // Start of frame, of any coding.
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
