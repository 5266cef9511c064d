import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import forge, { type Asn1, type ForgeBag } from 'node-forge';
import type { CertificateReport } from '#domain/documents/signature-report.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { nameIn } from './distinguished-name.ts';

const { asn1, pki } = forge;

// PBES2 takes the passphrase in UTF-8 (RFC 8018, section 5), as OpenSSL and Windows write it; forge cuts letters beyond Latin-1 to a byte,
// so that no Vietnamese passphrase would open a file of theirs.
const cipherForPbes2 = pki.pbe.getCipherForPBES2;
pki.pbe.getCipherForPBES2 = (oid, parameters, passphrase) =>
  cipherForPbes2(oid, parameters, forge.util.encodeUtf8(passphrase));

/** A key with its certificate and what else of its chain the file held. */
export interface P12Identity {
  readonly key: KeyObject;
  /** What kind of signature the key makes. */
  readonly algorithm: 'rsa' | 'ec';
  readonly certificate: X509Certificate;
  /** Every certificate of the file, the signer's among them. */
  readonly chain: readonly X509Certificate[];
}

/**
 * Opens a PKCS#12 file. Problems: `documents.p12Locked` for a wrong passphrase or a file that is none, `documents.p12NoKey`
 * when it holds no RSA or elliptic-curve key with its certificate. The passphrase is used and let go.
 */
export function openP12(bytes: Uint8Array, passphrase: string): P12Identity {
  let bags: ReturnType<typeof forge.pkcs12.pkcs12FromAsn1>;
  try {
    const parsed = asn1.fromDer(Buffer.from(bytes).toString('latin1'));
    bags = forge.pkcs12.pkcs12FromAsn1(parsed, false, passphrase);
  } catch {
    // forge says the same for a wrong passphrase as for a damaged file.
    throw new ProblemError('documents.p12Locked');
  }
  const of = (type: string): readonly ForgeBag[] => bags.getBags({ bagType: type })[type] ?? [];
  const keys = [...of(pki.oids['pkcs8ShroudedKeyBag'] ?? ''), ...of(pki.oids['keyBag'] ?? '')].flatMap(keyOf);
  const chain = of(pki.oids['certBag'] ?? '').flatMap(certificateOf);
  for (const key of keys) {
    const algorithm = key.asymmetricKeyType;
    const certificate = chain.find((candidate) => candidate.checkPrivateKey(key));
    if (certificate && (algorithm === 'rsa' || algorithm === 'ec')) return { key, algorithm, certificate, chain };
  }
  throw new ProblemError('documents.p12NoKey');
}

/** Throws `documents.p12Expired` or `documents.p12NotYet` (detail `day`) when the certificate is not good at this moment. */
export function refuseUnlessGood({ certificate }: P12Identity, at: Date): void {
  const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  if (at > to) throw new ProblemError('documents.p12Expired', { day: to.toISOString().slice(0, 10) });
  if (at < from) throw new ProblemError('documents.p12NotYet', { day: from.toISOString().slice(0, 10) });
}

/** What a person should see of a certificate before signing with it. */
export function describeIdentity({ certificate, algorithm }: P12Identity, at: Date): CertificateReport {
  const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  return {
    holder: nameIn(certificate.subject, 'CN') ?? certificate.subject,
    organisation: nameIn(certificate.subject, 'O') ?? '',
    issuer: nameIn(certificate.issuer, 'CN') ?? certificate.issuer,
    serialNumber: certificate.serialNumber.toUpperCase(),
    validFrom: from.toISOString(),
    validTo: to.toISOString(),
    validity: at > to ? 'expired' : at < from ? 'notYet' : 'good',
    selfSigned: certificate.subject === certificate.issuer,
    algorithm,
  };
}

const derOf = (value: Asn1): Buffer => Buffer.from(asn1.toDer(value).getBytes(), 'latin1');

// forge reads RSA keys and certificates itself and hands over everything else as it is encoded.
function keyOf({ key, asn1: encoded }: ForgeBag): readonly KeyObject[] {
  try {
    if (key) return [createPrivateKey(pki.privateKeyToPem(key))];
    return encoded ? [createPrivateKey({ key: derOf(encoded), format: 'der', type: 'pkcs8' })] : [];
  } catch {
    // A kind of key Node does not know either; another one of the file may do.
    return [];
  }
}

function certificateOf({ cert, asn1: encoded }: ForgeBag): readonly X509Certificate[] {
  const parsed = cert ? pki.certificateToAsn1(cert) : encoded;
  try {
    return parsed ? [new X509Certificate(derOf(parsed))] : [];
  } catch {
    return [];
  }
}
