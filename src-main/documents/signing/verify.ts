import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import forge, { type Asn1 } from 'node-forge';
import type { SignatureFault, SignatureReport } from '#domain/documents/signature-report.ts';
import { certificateParts, isTagged, members } from './certificate-parts.ts';
import { commonName } from './distinguished-name.ts';
import { readPdfText } from './pdf-update.ts';

export interface Verification {
  /** In the order they were made. */
  readonly signatures: readonly SignatureReport[];
  /** Signed at all, every signature holds, and nothing was added after the last one. */
  readonly intact: boolean;
}

/** Checks every signature of a PDF. Takes any bytes; a file without signatures has none to report. */
export function verifyPdf(bytes: Uint8Array): Verification {
  const buffer = Buffer.from(bytes);
  const text = buffer.toString('latin1');
  const signatures = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].map((match) =>
    report(buffer, text, match.index, match.slice(1, 5).map(Number)),
  );
  const last = signatures.at(-1);
  return {
    signatures,
    intact: last !== undefined && last.coversWholeFile && signatures.every(({ faults }) => faults.length === 0),
  };
}

function report(buffer: Buffer, text: string, at: number, range: readonly number[]): SignatureReport {
  const [from = 0, length = 0, second = 0, rest = 0] = range;
  const end = second + rest;
  const coversWholeFile = end === buffer.length || buffer.subarray(end).every((byte) => byte === 0x0a || byte === 0x0d);
  const dictionary = dictionaryAround(text, at);
  const unknown: SignatureReport = {
    signer: '',
    issuer: '',
    claimedAt: claimedTime(dictionary),
    reason: readPdfText(/\/Reason\s*(\((?:\\[\s\S]|[^\\)])*\)|<[^>]*>)/.exec(dictionary)?.[1] ?? ''),
    coversWholeFile,
    selfSigned: false,
    validFrom: null,
    validTo: null,
    faults: [],
  };
  // All but the signature's own place must be covered: from the first byte to the place, and on behind it.
  const place = text.slice(from + length, second);
  const sound = from === 0 && second > length && end <= buffer.length && /^<[0-9A-Fa-f\s]*>$/.test(place);
  if (!sound) return { ...unknown, faults: ['range'] };
  // The place must lie in this very dictionary, else a good signature could be shown for another.
  const objectStart = text.lastIndexOf(' obj', at);
  const objectEnd = text.indexOf('endobj', at);
  if (from + length < objectStart || second > objectEnd) return { ...unknown, faults: ['range'] };
  const message = readMessage(Buffer.from(place.slice(1, -1).replace(/\s/g, ''), 'hex'));
  if (!message) return { ...unknown, faults: ['unreadable'] };
  const content = Buffer.concat([buffer.subarray(0, length), buffer.subarray(second, end)]);
  const { certificate } = message;
  const faults: SignatureFault[] = [];
  if (!createHash(message.digest).update(content).digest().equals(message.messageDigest)) faults.push('changed');
  if (!isSignedBy(certificate, message)) faults.push('forged');
  if (
    message.certificateHash &&
    !createHash('sha256').update(certificate.raw).digest().equals(message.certificateHash)
  ) {
    faults.push('otherCertificate');
  }
  const claimed = unknown.claimedAt === null ? null : Date.parse(unknown.claimedAt);
  const [validFrom, validTo] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)];
  if (claimed !== null && (claimed < validFrom || claimed > validTo)) faults.push('expired');
  return {
    ...unknown,
    signer: commonName(certificate.subject),
    issuer: commonName(certificate.issuer),
    selfSigned: certificate.subject === certificate.issuer,
    validFrom: new Date(validFrom).toISOString(),
    validTo: new Date(validTo).toISOString(),
    faults,
  };
}

function isSignedBy(certificate: X509Certificate, { digest, signedAttributes, signature, pss }: Message): boolean {
  const key = pss ? { key: certificate.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING } : certificate.publicKey;
  try {
    return verify(digest, signedAttributes, key, signature);
  } catch {
    // A key of a kind this runtime can't check with: not held to be good.
    return false;
  }
}

/** Text of the dictionary a position lies in, without the long signature. */
function dictionaryAround(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf(' obj', at), 0);
  const end = text.indexOf('endobj', at);
  return text.slice(start, end < 0 ? at : end).replace(/\/Contents\s*<[0-9A-Fa-f\s]*>/, '');
}

function claimedTime(dictionary: string): string | null {
  const match = /\/M\s*\(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-]\d{2})'?(\d{2})?'?)?/.exec(dictionary);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, offset, minutes] = match;
  const zone = offset === undefined ? 'Z' : `${offset}:${minutes ?? '00'}`;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

interface Message {
  readonly certificate: X509Certificate;
  readonly digest: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  readonly messageDigest: Buffer;
  /** The attributes as they were signed. */
  readonly signedAttributes: Buffer;
  readonly signature: Buffer;
  /** RSA with the PSS padding, which has to be said; everything else the key says by itself. */
  readonly pss: boolean;
  /** SHA-256 of the certificate named in the attributes; null where none is, or by another digest. */
  readonly certificateHash: Buffer | null;
}

const digests: Readonly<Record<string, Message['digest']>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const raw = (node: Asn1 | undefined): Buffer =>
  Buffer.from(typeof node?.value === 'string' ? node.value : '', 'latin1');
const oidOf = (node: Asn1 | undefined): string =>
  typeof node?.value === 'string' && node.value !== '' ? forge.asn1.derToOid(node.value) : '';
const encoded = (node: Asn1): Buffer => Buffer.from(forge.asn1.toDer(node).getBytes(), 'latin1');

/** Reads a detached CMS message with one signer; null where it is none. */
function readMessage(bytes: Buffer): Message | null {
  try {
    // Zeros fill the place behind the message.
    const content = forge.asn1.fromDer(bytes.toString('latin1'), { parseAllBytes: false });
    const signedData = members(members(content)[1])[0];
    const parts = members(signedData);
    const certificates = members(parts.find((part) => isTagged(part, 0))).map(
      (part) => new X509Certificate(encoded(part)),
    );
    const signerInfo = members(members(parts.at(-1))[0]);
    const [issuerNode, serialNode] = members(signerInfo[1]);
    const digest = digests[oidOf(members(signerInfo[2])[0])];
    const attributes = signerInfo.find((part) => isTagged(part, 0));
    const [algorithm, ...rest] = signerInfo.slice(signerInfo.indexOf(attributes as Asn1) + 1);
    const signature = rest.find((part) => part.type === forge.asn1.Type.OCTETSTRING);
    if (!digest || !attributes || !signature || !issuerNode || !serialNode) return null;
    const serial = plainSerial(raw(serialNode).toString('hex'));
    const certificate = certificates.find(
      (candidate) => plainSerial(candidate.serialNumber) === serial && issuerOf(candidate).equals(encoded(issuerNode)),
    );
    const value = (id: string) =>
      members(members(members(attributes).find((entry) => oidOf(members(entry)[0]) === id))[1])[0];
    const messageDigest = raw(value('1.2.840.113549.1.9.4'));
    if (!certificate || messageDigest.length === 0) return null;
    // ESSCertIDv2: without a digest named before the hash it is SHA-256.
    const [first] = members(members(members(value('1.2.840.113549.1.9.16.2.47'))[0])[0]);
    return {
      certificate,
      digest,
      messageDigest,
      // Signed as a SET, stored as [0].
      signedAttributes: encoded(
        forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SET, true, members(attributes)),
      ),
      signature: raw(signature),
      pss: oidOf(members(algorithm)[0]) === '1.2.840.113549.1.1.10',
      certificateHash: first?.type === forge.asn1.Type.OCTETSTRING ? raw(first) : null,
    };
  } catch {
    // Whatever is in the place is no such message; the report says so.
    return null;
  }
}

/** Serial numbers come in capitals from Node and in small letters from Electron, with leading zeros or without. */
const plainSerial = (hexadecimal: string): string => hexadecimal.replace(/^0+(?=.)/, '').toUpperCase();

/** The issuer's name within a certificate, as it is encoded there. */
function issuerOf(certificate: X509Certificate): Buffer {
  const parts = certificateParts(forge.asn1.fromDer(certificate.raw.toString('latin1')));
  return parts ? encoded(parts.issuer) : Buffer.alloc(0);
}
