import { z } from 'zod';
import { sha256Schema } from '#domain/session/state.ts';

/** A certificate as a person should see it before signing with it. */
export const certificateReportSchema = z.strictObject({
  holder: z.string(),
  /** Empty where the certificate names none. */
  organisation: z.string(),
  issuer: z.string(),
  /** Hexadecimal. */
  serialNumber: z.string(),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  /** On the day it was looked at. */
  validity: z.enum(['good', 'expired', 'notYet']),
  /** The holder is its own issuer: nobody else vouches for the name. */
  selfSigned: z.boolean(),
  algorithm: z.enum(['rsa', 'ec']),
});
export type CertificateReport = z.infer<typeof certificateReportSchema>;

/** What is amiss with a signature. */
export const signatureFaultSchema = z.enum([
  /** The dictionary or the message in it can't be read. */
  'unreadable',
  /** What it covers is not the file around its own place. */
  'range',
  /** The signed bytes were changed. */
  'changed',
  /** The signature does not belong to the certificate. */
  'forged',
  /** The certificate named in the signed attributes is another one. */
  'otherCertificate',
  /** Signed before or after the certificate was good. */
  'expired',
]);
export type SignatureFault = z.infer<typeof signatureFaultSchema>;

export const signatureReportSchema = z.strictObject({
  signer: z.string(),
  issuer: z.string(),
  /** ISO time the signer's computer claimed; null when it says none. */
  claimedAt: z.string().nullable(),
  reason: z.string().nullable(),
  /** Covers everything up to the end of the file; the last signature should. */
  coversWholeFile: z.boolean(),
  /** The signer is its own issuer: nobody else vouches for the name. */
  selfSigned: z.boolean(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  /** Empty when the signature holds. Whether the issuer is to be trusted is not judged: no list of issuers is shipped. */
  faults: z.array(signatureFaultSchema),
});
export type SignatureReport = z.infer<typeof signatureReportSchema>;

/** How a file stands to the locked pages. */
export const samenessSchema = z.discriminatedUnion('kind', [
  /** Begins with every byte of the locked page with this hash. */
  z.strictObject({ kind: z.literal('same'), sha256: sha256Schema }),
  /** Begins with none of them: another document, or one whose signing tool wrote the whole file anew. */
  z.strictObject({ kind: z.literal('different') }),
  z.strictObject({ kind: z.literal('nothingLocked') }),
]);

/** What was found in a PDF that came back. */
export const signedFileCheckSchema = z.strictObject({
  /** In the order they were made. */
  signatures: z.array(signatureReportSchema),
  /** Signed at all, every signature holds, and nothing was added after the last one. */
  intact: z.boolean(),
  sameness: samenessSchema,
  /**
   * What stands in the file behind the locked page (or, without one, behind the first signature): nothing, signatures only, something
   * else as well, or nothing this program can judge.
   */
  additions: z.enum(['none', 'signatures', 'other', 'unknown']),
});
export type SignedFileCheck = z.infer<typeof signedFileCheckSchema>;
