import { SignPdf } from '@signpdf/signpdf';
import { ProblemError } from '#domain/contract/problems.ts';
import { loadFonts } from '../pdf/fonts.ts';
import { appearanceOf } from './appearance.ts';
import { commonName } from './distinguished-name.ts';
import { formOf, signatureFields } from './fields.ts';
import { openP12, refuseUnlessGood, type P12Identity } from './p12.ts';
import { PadesSigner } from './pades-signer.ts';
import { appendObjects, openForUpdate, pdfText } from './pdf-update.ts';

export interface SignatureOptions {
  /** Name of the field to sign, e.g. "chu-tich"; the first unsigned one when left out. */
  readonly field?: string;
  readonly reason?: string;
  readonly location?: string;
  /** When it is signed, as the caller's clock says. */
  readonly at: Date;
  readonly fontsDir: string;
}

export interface SignOptions extends SignatureOptions {
  readonly p12: Uint8Array;
  readonly passphrase: string;
}

/** Room for the signature in bytes: a certificate chain of some length fits. */
const SIGNATURE_BYTES = 12_288;

/** Signs a page with the certificate of a PKCS#12 file that is good at that moment. Problems: those of `openP12`, `refuseUnlessGood`, `addSignature`. */
export async function signPdf(bytes: Uint8Array, options: SignOptions): Promise<Uint8Array> {
  const identity = openP12(options.p12, options.passphrase);
  refuseUnlessGood(identity, options.at);
  return addSignature(bytes, identity, options);
}

/**
 * Signs a page in one of its signature fields (PAdES B-B, SHA-256 with RSA or ECDSA). Adds to the end of the file, so what was signed
 * before stays good. Problems: `documents.notSignable` (not a PDF this program can add to), `documents.noField` (detail `field`),
 * `documents.fieldSigned` (detail `field`).
 */
export async function addSignature(
  bytes: Uint8Array,
  identity: P12Identity,
  options: SignatureOptions,
): Promise<Uint8Array> {
  const pdf = openForUpdate(bytes);
  if (!pdf) throw new ProblemError('documents.notSignable');
  const form = formOf(pdf);
  const fields = signatureFields(pdf);
  const wanted = options.field;
  const field =
    wanted === undefined ? fields.find(({ signed }) => !signed) : fields.find(({ name }) => name === wanted);
  if (!form || !field) throw new ProblemError('documents.noField', { field: wanted ?? '' });
  if (field.signed) throw new ProblemError('documents.fieldSigned', { field: field.name });

  const signer = commonName(identity.certificate.subject);
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
