import { Signer } from '@signpdf/utils';
import { createHash, sign } from 'node:crypto';
import forge, { type Asn1 } from 'node-forge';
import { ProblemError } from '#domain/contract/problems.ts';
import { certificateParts } from './certificate-parts.ts';
import type { P12Identity } from './p12.ts';

const { asn1 } = forge;
const { UNIVERSAL, CONTEXT_SPECIFIC } = asn1.Class;

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

const sequence = (...parts: readonly Asn1[]): Asn1 => asn1.create(UNIVERSAL, asn1.Type.SEQUENCE, true, parts);
const set = (...parts: readonly Asn1[]): Asn1 => asn1.create(UNIVERSAL, asn1.Type.SET, true, parts);
const oid = (id: string): Asn1 => asn1.create(UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(id).getBytes());
const octets = (bytes: string): Asn1 => asn1.create(UNIVERSAL, asn1.Type.OCTETSTRING, false, bytes);
const integer = (bytes: string): Asn1 => asn1.create(UNIVERSAL, asn1.Type.INTEGER, false, bytes);
const nothing = (): Asn1 => asn1.create(UNIVERSAL, asn1.Type.NULL, false, '');
const attribute = (id: string, value: Asn1): Asn1 => sequence(oid(id), set(value));
const der = (value: Asn1): string => asn1.toDer(value).getBytes();
const parsed = (bytes: Buffer): Asn1 => asn1.fromDer(bytes.toString('latin1'));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest().toString('latin1');

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
    const { key, algorithm, certificate, chain } = this.#identity;
    const parts = certificateParts(parsed(certificate.raw));
    if (!parts) return Promise.reject(new ProblemError('documents.p12NoKey'));
    const attributes = [
      attribute(oids.contentType, oid(oids.data)),
      attribute(oids.messageDigest, octets(sha256(content))),
      // SHA-256 is the default of ESSCertIDv2 and stays unsaid in DER.
      attribute(oids.signingCertificateV2, sequence(sequence(sequence(octets(sha256(certificate.raw)))))),
    ];
    // DER wants a set in the order of its members' encodings.
    const ordered = [...attributes].sort((a, b) =>
      Buffer.compare(Buffer.from(der(a), 'latin1'), Buffer.from(der(b), 'latin1')),
    );
    const signed = Buffer.from(der(set(...ordered)), 'latin1');
    const signature = sign('sha256', signed, key).toString('latin1');
    const signerInfo = sequence(
      integer('\x01'),
      sequence(parts.issuer, parts.serialNumber),
      sequence(oid(oids.sha256), nothing()),
      asn1.create(CONTEXT_SPECIFIC, 0, true, ordered),
      algorithm === 'rsa' ? sequence(oid(oids.rsa), nothing()) : sequence(oid(oids.ecdsaWithSha256)),
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
        chain.map((link) => parsed(link.raw)),
      ),
      set(signerInfo),
    );
    const message = sequence(oid(oids.signedData), asn1.create(CONTEXT_SPECIFIC, 0, true, [signedData]));
    return Promise.resolve(Buffer.from(der(message), 'latin1'));
  }
}
