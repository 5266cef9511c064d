import { Signer } from '@signpdf/utils';
import { createHash, createPrivateKey, sign } from 'node:crypto';
import forge, { type Asn1, type ForgeCertificate, type ForgeKey } from 'node-forge';
import { ProblemError } from '#domain/contract/problems.ts';
import { certificateParts } from './certificate-parts.ts';

const { asn1, pki } = forge;
const { UNIVERSAL, CONTEXT_SPECIFIC } = asn1.Class;

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
} as const;

const sequence = (...parts: readonly Asn1[]): Asn1 => asn1.create(UNIVERSAL, asn1.Type.SEQUENCE, true, parts);
const set = (...parts: readonly Asn1[]): Asn1 => asn1.create(UNIVERSAL, asn1.Type.SET, true, parts);
const oid = (id: string): Asn1 => asn1.create(UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(id).getBytes());
const octets = (bytes: string): Asn1 => asn1.create(UNIVERSAL, asn1.Type.OCTETSTRING, false, bytes);
const integer = (bytes: string): Asn1 => asn1.create(UNIVERSAL, asn1.Type.INTEGER, false, bytes);
const nothing = (): Asn1 => asn1.create(UNIVERSAL, asn1.Type.NULL, false, '');
const attribute = (id: string, value: Asn1): Asn1 => sequence(oid(id), set(value));
const der = (value: Asn1): string => asn1.toDer(value).getBytes();
const sha256 = (bytes: string): string =>
  createHash('sha256').update(Buffer.from(bytes, 'latin1')).digest().toString('latin1');

export interface P12Identity {
  readonly key: ForgeKey;
  readonly certificate: ForgeCertificate;
  readonly chain: readonly ForgeCertificate[];
}

/**
 * Opens a PKCS#12 file. Problems: `documents.p12Locked` for a wrong passphrase or a file that is none, `documents.p12NoKey`
 * when it holds no RSA key with its certificate.
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
  const of = (type: string) => bags.getBags({ bagType: type })[type] ?? [];
  const keyBags = [...of(pki.oids['pkcs8ShroudedKeyBag'] ?? ''), ...of(pki.oids['keyBag'] ?? '')];
  const key = keyBags.flatMap((bag) => bag.key ?? [])[0];
  const chain = of(pki.oids['certBag'] ?? '').flatMap((bag) => bag.cert ?? []);
  const certificate = chain.find((candidate) => key !== undefined && candidate.publicKey.n.compareTo(key.n) === 0);
  if (!key || !certificate) throw new ProblemError('documents.p12NoKey');
  return { key, certificate, chain };
}

/**
 * Signs the way PAdES baseline asks (ETSI EN 319 142-1, level B-B): the signed attributes name the certificate by its hash and
 * carry no time, which stands in the signature dictionary instead.
 */
export class PadesSigner extends Signer {
  readonly #identity: P12Identity;

  constructor(identity: P12Identity) {
    super();
    this.#identity = identity;
  }

  override sign(content: Buffer): Promise<Buffer> {
    const { key, certificate, chain } = this.#identity;
    const certificateAsn1 = pki.certificateToAsn1(certificate);
    const parts = certificateParts(certificateAsn1);
    if (!parts) return Promise.reject(new ProblemError('documents.p12NoKey'));
    const digest = createHash('sha256').update(content).digest().toString('latin1');
    const attributes = [
      attribute(oids.contentType, oid(oids.data)),
      attribute(oids.messageDigest, octets(digest)),
      // SHA-256 is the default of ESSCertIDv2 and stays unsaid in DER.
      attribute(oids.signingCertificateV2, sequence(sequence(sequence(octets(sha256(der(certificateAsn1))))))),
    ];
    // DER wants a set in the order of its members' encodings.
    const ordered = [...attributes].sort((a, b) =>
      Buffer.compare(Buffer.from(der(a), 'latin1'), Buffer.from(der(b), 'latin1')),
    );
    const signed = Buffer.from(der(set(...ordered)), 'latin1');
    const signature = sign('sha256', signed, createPrivateKey(pki.privateKeyToPem(key))).toString('latin1');
    const signerInfo = sequence(
      integer('\x01'),
      sequence(parts.issuer, parts.serialNumber),
      sequence(oid(oids.sha256), nothing()),
      asn1.create(CONTEXT_SPECIFIC, 0, true, ordered),
      sequence(oid(oids.rsa), nothing()),
      octets(signature),
    );
    const signedData = sequence(
      integer('\x01'),
      set(sequence(oid(oids.sha256), nothing())),
      sequence(oid(oids.data)),
      asn1.create(
        CONTEXT_SPECIFIC,
        0,
        true,
        chain.map((link) => pki.certificateToAsn1(link)),
      ),
      set(signerInfo),
    );
    const message = sequence(oid(oids.signedData), asn1.create(CONTEXT_SPECIFIC, 0, true, [signedData]));
    return Promise.resolve(Buffer.from(der(message), 'latin1'));
  }
}
