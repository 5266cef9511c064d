import { inflateSync } from 'node:zlib';
import { textsOf } from '#domain/documents/paper-text.ts';
import type { Paper } from '#domain/documents/model.ts';
import { printable } from '#domain/documents/printable.ts';

/** What a file written by this program says, as read from its bytes. */
export interface ReadBack {
  /** Text of each page in the order it was drawn, boxes to tick included as ☐ and ☒. */
  readonly pages: readonly string[];
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
}

interface PdfObject {
  readonly head: string;
  readonly stream: () => string;
}

/**
 * Reads a PDF as pdfkit writes it: classic cross references, one object after another, Flate streams, two-byte
 * characters with ToUnicode maps. It is a check of our own files, not a reader for any PDF; those of others are never
 * given to it. Throws where the file does not hold together.
 */
export function readBack(bytes: Uint8Array): ReadBack {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = raw.toString('latin1');
  const objects = objectsOf(text, raw);
  const reference = (value: string | undefined): PdfObject => {
    const object = value === undefined ? undefined : objects.get(Number(/(\d+) 0 R/.exec(value)?.[1]));
    if (!object) throw new Error('The PDF refers to an object it does not hold');
    return object;
  };
  const maps = new Map<PdfObject, ReadonlyMap<string, string>>();
  const fonts: { name: string; embedded: boolean }[] = [];
  for (const object of objects.values()) {
    if (!/\/Subtype \/Type0\b/.test(object.head)) continue;
    const map = reference(/\/ToUnicode (\d+ 0 R)/.exec(object.head)?.[1]);
    maps.set(object, unicodeMap(map.stream()));
    const descendant = reference(/\/DescendantFonts \[(\d+ 0 R)\]/.exec(object.head)?.[1]);
    const descriptor = reference(/\/FontDescriptor (\d+ 0 R)/.exec(descendant.head)?.[1]);
    const file = /\/FontFile[23]? (\d+ 0 R)/.exec(descriptor.head)?.[1];
    fonts.push({
      name: /\/BaseFont \/(\S+)/.exec(object.head)?.[1] ?? '',
      embedded: file !== undefined && reference(file).stream().length > 0,
    });
  }
  const catalog = reference(/trailer\s*<<[\s\S]*?\/Root (\d+ 0 R)/.exec(text)?.[1]);
  const tree = reference(/\/Pages (\d+ 0 R)/.exec(catalog.head)?.[1]);
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree.head)?.[1]?.match(/\d+ 0 R/g) ?? [];
  const pages = kids.map((kid) => {
    const page = reference(kid);
    const resources = reference(/\/Resources (\d+ 0 R)/.exec(page.head)?.[1]);
    const pageFonts = new Map<string, ReadonlyMap<string, string>>();
    for (const [, name = '', target] of resources.head.matchAll(/\/(F\d+) (\d+ 0 R)/g)) {
      const map = maps.get(reference(target));
      if (map) pageFonts.set(name, map);
    }
    return pageText(reference(/\/Contents (\d+ 0 R)/.exec(page.head)?.[1]).stream(), pageFonts);
  });
  return { pages, fonts };
}

function objectsOf(text: string, raw: Buffer): ReadonlyMap<number, PdfObject> {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 40));
  if (!table) throw new Error('The PDF has no cross references where it says');
  const objects = new Map<number, PdfObject>();
  const first = start + table[0].length;
  for (let id = 1; id < Number(table[1]); id++) {
    const offset = Number(text.slice(first + id * 20, first + id * 20 + 10));
    const open = `${id} 0 obj`;
    if (text.slice(offset, offset + open.length) !== open) throw new Error(`The PDF misplaces its object ${id}`);
    const streamAt = text.indexOf('stream\n', offset);
    const endAt = text.indexOf('endobj', offset);
    const hasStream = streamAt >= 0 && streamAt < endAt;
    const head = text.slice(offset, hasStream ? streamAt : endAt);
    objects.set(id, {
      head,
      stream: () => {
        const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
        const data = raw.subarray(streamAt + 7, streamAt + 7 + length);
        return (head.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
      },
    });
  }
  return objects;
}

function unicodeMap(cmap: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [, from = '', targets = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    let code = parseInt(from, 16);
    for (const [, hex = ''] of targets.matchAll(/<([0-9a-f ]*)>/g)) {
      map.set(code.toString(16).padStart(4, '0'), fromHex(hex.replaceAll(' ', '')));
      code++;
    }
  }
  return map;
}

const fromHex = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');

const operators = /\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]+>|[-\d.]+)*)\] TJ|\/ActualText <FEFF([0-9A-F]{4})>|EMC/g;

function pageText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined;
  let text = '';
  let actual = false;
  for (const [match, name, shown, replacement] of content.matchAll(operators)) {
    if (name !== undefined) font = fonts.get(name);
    else if (replacement !== undefined) {
      text += fromHex(replacement);
      actual = true;
    } else if (match === 'EMC') actual = false;
    else if (shown !== undefined && !actual) {
      for (const [, hex = ''] of shown.matchAll(/<([0-9a-f]+)>/g)) {
        for (let at = 0; at < hex.length; at += 4) text += font?.get(hex.slice(at, at + 4)) ?? '\ufffd';
      }
      text += '\n';
    }
  }
  return text;
}

const squeeze = (text: string): string => text.normalize('NFC').replace(/[\s\u2610\u2612]+/gu, '');

/**
 * The first text of a paper that its pages do not show, or null when all are there. Line ends, blanks and page numbers
 * between the lines of a text do not count, nor does case, since letterheads are set in capitals.
 */
export function findMissingText(paper: Paper, pages: readonly string[]): string | null {
  const fold = (text: string) => squeeze(text).toLocaleUpperCase('vi');
  const perPage = pages.map(fold);
  const whole = perPage.join('');
  for (const text of textsOf(paper)) {
    const wanted = fold(printable(text).text);
    if (wanted === '' || whole.includes(wanted)) continue;
    // Parted by a page end: page numbers, repeated heads or a watermark stand between, so its parts are looked for.
    if (!inParts(wanted, perPage)) return text;
  }
  return null;
}

/** Is the text the end of what one page says and the beginning of what the next ones say? */
function inParts(wanted: string, pages: readonly string[]): boolean {
  let rest = wanted;
  for (const page of pages) {
    let low = 0;
    let high = rest.length;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (page.includes(rest.slice(0, middle))) low = middle;
      else high = middle - 1;
    }
    // A chance match of a few letters is not a part of the text.
    if (low === rest.length) return true;
    if (low >= Math.min(12, rest.length)) rest = rest.slice(low);
  }
  return rest === '';
}
