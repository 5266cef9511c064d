import { generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';

interface MadeCertificate {
  publicKey: unknown;
  serialNumber: string;
  readonly validity: { notBefore: Date; notAfter: Date };
  setSubject(entries: readonly object[]): void;
  setIssuer(entries: readonly object[]): void;
  sign(key: unknown, digest: unknown): void;
}

const forge = createRequire(import.meta.url)('node-forge') as {
  readonly md: { readonly sha256: { create(): unknown } };
  readonly pki: {
    privateKeyFromPem(pem: string): unknown;
    publicKeyFromPem(pem: string): unknown;
    createCertificate(): MadeCertificate;
  };
  readonly pkcs12: {
    toPkcs12Asn1(key: unknown, chain: readonly unknown[], passphrase: string, options: object): unknown;
  };
  readonly asn1: { toDer(asn1: unknown): { getBytes(): string } };
};

export interface P12Wanted {
  readonly name: string;
  /** Letters of ASCII: forge writes others in a way no other program reads. */
  readonly passphrase: string;
  /** Days the certificate is good from and to. */
  readonly from: string;
  readonly to: string;
  readonly algorithm?: 'aes256' | '3des';
}

/** A certificate of its own making with an RSA key, as a PKCS#12 file. */
export function makeP12({ name, passphrase, from, to, algorithm = 'aes256' }: P12Wanted): Uint8Array {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { format: 'pem', type: 'pkcs1' },
    publicKeyEncoding: { format: 'pem', type: 'spki' },
  });
  const key = forge.pki.privateKeyFromPem(privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = '00f1a2b3';
  certificate.validity.notBefore = new Date(`${from}T00:00:00Z`);
  certificate.validity.notAfter = new Date(`${to}T00:00:00Z`);
  // 12 is UTF8String, which names with accents need.
  const subject = [
    { name: 'commonName', value: name, valueTagClass: 12 },
    { name: 'organizationName', value: 'Cơ quan Mẫu', valueTagClass: 12 },
    { name: 'countryName', value: 'VN' },
  ];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.sign(key, forge.md.sha256.create());
  const p12 = forge.pkcs12.toPkcs12Asn1(key, [certificate], passphrase, { algorithm });
  return Buffer.from(forge.asn1.toDer(p12).getBytes(), 'latin1');
}
