import { SignPdf } from '@signpdf/signpdf';
import { X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { ProblemError } from '#domain/contract/problems.ts';
import { loadFonts, type SharedFont } from '../pdf/fonts.ts';
import type { PathCommand } from '../pdf/kit-types.ts';
import { openP12, PadesSigner } from './pades-signer.ts';
import { appendObjects, openForUpdate, pdfText, readPdfText, type PdfForUpdate } from './pdf-update.ts';

export interface SignOptions {
  readonly p12: Uint8Array;
  readonly passphrase: string;
  /** Name of the field to sign, e.g. "chu-tich"; the first unsigned one when left out. */
  readonly field?: string;
  readonly reason?: string;
  readonly location?: string;
  /** When it is signed, as the caller's clock says. */
  readonly at: Date;
  readonly fontsDir: string;
}

export interface SignatureField {
  readonly id: number;
  readonly name: string;
  readonly signed: boolean;
  readonly rect: readonly [number, number, number, number];
}

/** Room for the signature in bytes: a certificate chain of some length fits. */
const SIGNATURE_BYTES = 12_288;

/** The signature fields of a file, in their order. */
export function signatureFields(pdf: PdfForUpdate): readonly SignatureField[] {
  const form = formOf(pdf);
  if (!form) return [];
  const fields = /\/Fields\s*\[([^\]]*)\]/.exec(form.text)?.[1] ?? '';
  return [...fields.matchAll(/(\d+)\s+0\s+R/g)].flatMap(([, id]) => {
    const text = pdf.dictionary(Number(id));
    if (text === null || !/\/FT\s*\/Sig\b/.test(text)) return [];
    const name = /\/T\s*(\((?:\\[\s\S]|[^\\)])*\)|<[^>]*>)/.exec(text)?.[1];
    const rect = (/\/Rect\s*\[([^\]]*)\]/.exec(text)?.[1] ?? '').trim().split(/\s+/).map(Number);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
    return [
      {
        id: Number(id),
        name: readPdfText(name ?? '') ?? '',
        signed: /\/V\s+\d+\s+0\s+R/.test(text),
        rect: [x1, y1, x2, y2] as const,
      },
    ];
  });
}

function formOf(pdf: PdfForUpdate): { id: number; text: string } | null {
  const id = Number(/\/AcroForm\s+(\d+)\s+0\s+R/.exec(pdf.dictionary(pdf.root) ?? '')?.[1]);
  const text = Number.isSafeInteger(id) ? pdf.dictionary(id) : null;
  return text === null ? null : { id, text };
}

/**
 * Signs a page in one of its signature fields (PAdES B-B, SHA-256 with RSA). Adds to the end of the file, so what was signed before
 * stays good. Problems: `documents.notSignable` (not a PDF this program can add to), `documents.noField` (detail `field`),
 * `documents.fieldSigned` (detail `field`), and those of `openP12`.
 */
export async function signPdf(bytes: Uint8Array, options: SignOptions): Promise<Uint8Array> {
  const identity = openP12(options.p12, options.passphrase);
  const pdf = openForUpdate(bytes);
  if (!pdf) throw new ProblemError('documents.notSignable');
  const form = formOf(pdf);
  const fields = signatureFields(pdf);
  const wanted = options.field;
  const field =
    wanted === undefined ? fields.find(({ signed }) => !signed) : fields.find(({ name }) => name === wanted);
  if (!form || !field) throw new ProblemError('documents.noField', { field: wanted ?? '' });
  if (field.signed) throw new ProblemError('documents.fieldSigned', { field: field.name });

  const certificate = new X509Certificate(
    Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(identity.certificate)).getBytes(), 'latin1'),
  );
  const signer = commonName(certificate.subject);
  const signature = pdf.size;
  const appearance = pdf.size + 1;
  const fieldText = pdf.dictionary(field.id) ?? '';
  const moment = pdfDate(options.at);
  const optional = (key: string, value: string | undefined) =>
    value === undefined || value === '' ? '' : `/${key} ${pdfText(value)}\n`;
  const { fonts } = await loadFonts(options.fontsDir);
  const [x1, y1, x2, y2] = field.rect;
  const drawing = appearanceOf(
    fonts.normal,
    [`Đã ký số: ${signer}`, `Thời gian: ${shownDate(options.at)}`],
    x2 - x1,
    y2 - y1,
  );
  const updated = appendObjects(pdf, [
    {
      id: signature,
      body: `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/ByteRange [0 /********** /********** /**********]\n/Contents <${'0'.repeat(SIGNATURE_BYTES * 2)}>\n/M (${moment})\n/Name ${pdfText(signer)}\n${optional('Reason', options.reason)}${optional('Location', options.location)}/Prop_Build << /App << /Name /HoiDong >> >>\n>>`,
    },
    {
      id: appearance,
      body: `<<\n/Type /XObject\n/Subtype /Form\n/BBox [0 0 ${shortest(x2 - x1)} ${shortest(y2 - y1)}]\n/Resources << >>\n/Length ${drawing.length}\n>>\nstream\n${drawing}\nendstream`,
    },
    {
      id: field.id,
      body: fieldText
        .replace(/\/AP\s*<<[\s\S]*?>>/, `/AP << /N ${appearance} 0 R >>`)
        .replace(/>>\s*$/, `/V ${signature} 0 R\n>>`),
    },
    {
      id: form.id,
      body: /\/SigFlags\s+\d+/.test(form.text)
        ? form.text.replace(/\/SigFlags\s+\d+/, '/SigFlags 3')
        : form.text.replace(/>>\s*$/, '/SigFlags 3\n>>'),
    },
  ]);
  return new Uint8Array(await new SignPdf().sign(updated, new PadesSigner(identity), options.at));
}

/** Name a certificate is issued to, without the rest of its subject. */
export function commonName(subject: string): string {
  return /(?:^|\n)CN=([^\n]*)/.exec(subject)?.[1] ?? subject.split('\n')[0] ?? '';
}

const two = (value: number): string => String(value).padStart(2, '0');
const shortest = (value: number): string => String(Math.round(value * 100) / 100);

function pdfDate(at: Date): string {
  const day = `${at.getUTCFullYear()}${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}`;
  return `D:${day}${two(at.getUTCHours())}${two(at.getUTCMinutes())}${two(at.getUTCSeconds())}Z`;
}

/** Vietnam keeps one offset all year. */
function shownDate(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000);
  return `${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}/${local.getUTCFullYear()} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())} (+07:00)`;
}

/**
 * Lines of text drawn as outlines: a signature is added to a finished file, whose embedded fonts need not have the letters of the
 * signer's name.
 */
function appearanceOf(font: SharedFont, lines: readonly string[], width: number, height: number): string {
  const size = 8.5;
  const scale = size / font.parsed.unitsPerEm;
  const number = (value: number) => String(Math.round(value * 1000) / 1000);
  const drawn = lines.map((line, index) => {
    const run = font.parsed.layout(line);
    const whole = run.positions.reduce((sum, position) => sum + position.xAdvance, 0) * scale;
    const squeeze = whole > width - 4 ? (width - 4) / whole : 1;
    let x = Math.max(2, (width - whole) / 2);
    const y = height / 2 + (lines.length / 2 - index - 0.75) * size * 1.3;
    return run.glyphs
      .map((glyph, at) => {
        const path = outlineOf(glyph.path.commands, number);
        const text =
          path === ''
            ? ''
            : `q ${number(scale * squeeze)} 0 0 ${number(scale)} ${number(x)} ${number(y)} cm ${path} f Q`;
        x += (run.positions[at]?.xAdvance ?? 0) * scale * squeeze;
        return text;
      })
      .join('\n');
  });
  return `0 0.2 0.6 rg\n${drawn.join('\n')}`;
}

/** Outline of a glyph as path operators; TrueType's quadratic curves become the cubic ones PDF has. */
function outlineOf(commands: readonly PathCommand[], number: (value: number) => string): string {
  let [x, y] = [0, 0];
  const to = (endX: number, endY: number, operator: string, ...before: readonly number[]): string => {
    [x, y] = [endX, endY];
    return `${[...before, endX, endY].map(number).join(' ')} ${operator}`;
  };
  const third = (from: number, control: number) => from + (2 / 3) * (control - from);
  return commands
    .map(({ command, args: [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] }) => {
      switch (command) {
        case 'moveTo':
          return to(a, b, 'm');
        case 'lineTo':
          return to(a, b, 'l');
        case 'quadraticCurveTo':
          return to(c, d, 'c', third(x, a), third(y, b), third(c, a), third(d, b));
        case 'bezierCurveTo':
          return to(e, f, 'c', a, b, c, d);
        case 'closePath':
          return 'h';
      }
    })
    .join(' ');
}
