import { Buffer } from 'node:buffer';

/**
 * A PDF opened for adding to its end: what was written before is never touched, which is what keeps earlier signatures
 * good. Reads classic cross-reference tables, as this program and most office programs write them.
 */
export interface PdfForUpdate {
  readonly bytes: Buffer;
  /** Number the next new object takes. */
  readonly size: number;
  readonly root: number;
  /** Trailer entries that an update repeats. */
  readonly trailer: string;
  readonly startxref: number;
  /** Where each object in use stands, the newest of each number. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Text of an object's dictionary, between "obj" and "endobj" or "stream"; null when there is none. */
  readonly dictionary: (id: number) => string | null;
}

/** Reads the tables; null where the file is no PDF or keeps its tables another way. */
export function openForUpdate(bytes: Uint8Array): PdfForUpdate | null {
  const buffer = Buffer.from(bytes);
  if (!buffer.subarray(0, 1024).includes('%PDF-')) return null;
  const end = buffer.subarray(-2048).toString('latin1');
  const startxref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1]);
  if (!Number.isSafeInteger(startxref)) return null;
  const offsets = new Map<number, number>();
  let trailer: string | null = null;
  const seen = new Set<number>();
  for (let at: number | null = startxref; at !== null;) {
    // A table that points at itself would never end.
    if (seen.has(at) || at >= buffer.length) return null;
    seen.add(at);
    const section = readSection(buffer, at);
    if (!section) return null;
    for (const [id, offset] of section.offsets) if (!offsets.has(id)) offsets.set(id, offset);
    trailer ??= section.trailer;
    const previous = /\/Prev\s+(\d+)/.exec(section.trailer)?.[1];
    at = previous === undefined ? null : Number(previous);
  }
  const size = Number(/\/Size\s+(\d+)/.exec(trailer ?? '')?.[1]);
  const root = Number(/\/Root\s+(\d+)\s+0\s+R/.exec(trailer ?? '')?.[1]);
  if (trailer === null || !Number.isSafeInteger(size) || !Number.isSafeInteger(root)) return null;
  return {
    bytes: buffer,
    size,
    root,
    trailer,
    startxref,
    offsets,
    dictionary: (id) => {
      const offset = offsets.get(id);
      if (offset === undefined) return null;
      const head = new RegExp(`^${id}\\s+0\\s+obj`);
      const text = buffer.subarray(offset, offset + 200_000).toString('latin1');
      if (!head.test(text)) return null;
      const from = text.indexOf('obj') + 3;
      const to = /endobj|\bstream\r?\n/.exec(text.slice(from));
      return to ? text.slice(from, from + to.index).trim() : null;
    },
  };
}

function readSection(buffer: Buffer, at: number): { offsets: Map<number, number>; trailer: string } | null {
  const text = buffer.subarray(at, at + 2_000_000).toString('latin1');
  const trailerAt = text.indexOf('trailer');
  if (!/^xref\s/.test(text) || trailerAt < 0) return null;
  const offsets = new Map<number, number>();
  const tokens = text.slice(4, trailerAt).trim().split(/\s+/);
  for (let index = 0; index + 1 < tokens.length;) {
    const first = Number(tokens[index++]);
    const count = Number(tokens[index++]);
    for (let entry = 0; entry < count; entry++) {
      const [offset, , use] = tokens.slice(index, index + 3);
      index += 3;
      if (use === 'n') offsets.set(first + entry, Number(offset));
    }
  }
  const trailerEnd = text.indexOf('startxref', trailerAt);
  return trailerEnd < 0 ? null : { offsets, trailer: text.slice(trailerAt + 7, trailerEnd).trim() };
}

export interface NewObject {
  readonly id: number;
  /** Everything between "obj" and "endobj", in latin1. */
  readonly body: string;
}

/** The file with objects added or replaced, and a table of its own for them. */
export function appendObjects(pdf: PdfForUpdate, objects: readonly NewObject[]): Buffer {
  const parts: Buffer[] = [pdf.bytes];
  let length = pdf.bytes.length;
  const push = (text: string) => {
    const part = Buffer.from(text, 'latin1');
    parts.push(part);
    length += part.length;
  };
  if (pdf.bytes.at(-1) !== 0x0a) push('\n');
  const entries = [...objects]
    .sort((a, b) => a.id - b.id)
    .map(({ id, body }) => {
      const offset = length;
      push(`${id} 0 obj\n${body}\nendobj\n`);
      return { id, offset };
    });
  const table = length;
  push('xref\n');
  for (const { id, offset } of entries) push(`${id} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = Math.max(pdf.size, ...objects.map(({ id }) => id + 1));
  const trailer = pdf.trailer
    .replace(/\/Size\s+\d+/, `/Size ${size}`)
    .replace(/\/Prev\s+\d+\s*/, '')
    .replace(/>>\s*$/, `/Prev ${pdf.startxref}\n>>`);
  push(`trailer\n${trailer}\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** A text as a PDF string: UTF-16 with its mark, in hexadecimal. */
export function pdfText(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'));
  return `<FEFF${units.join('').toUpperCase()}>`;
}

/** Reads a PDF string, literal or hexadecimal, Unicode or not; null when it is none. */
export function readPdfText(token: string): string | null {
  const hex = /^<([0-9A-Fa-f\s]*)>/.exec(token)?.[1];
  let bytes: Buffer;
  if (hex !== undefined) bytes = Buffer.from(hex.replace(/\s/g, ''), 'hex');
  else {
    const literal = /^\(((?:\\[\s\S]|[^\\)])*)\)/.exec(token)?.[1];
    if (literal === undefined) return null;
    const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
    const text = literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8)) : (escapes[code] ?? code),
    );
    bytes = Buffer.from(text, 'latin1');
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
  return bytes.toString('latin1');
}
