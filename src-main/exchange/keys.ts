import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { canonicalText } from '#domain/exchange/canonical.ts';
import { ageRecipientSchema, bytes32Schema } from '#domain/exchange/fields.ts';
import type { ReturnManifest } from '#domain/exchange/return-manifest.ts';

const identitySchema = z.string().regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/, 'identity');

/** A session's keys. `identity` and `signingKey` are secret and rest protected; the other two go into every package. */
export const sessionKeysSchema = z.strictObject({
  /** Opens the returns. */
  identity: identitySchema,
  recipient: ageRecipientSchema,
  /** Ed25519 private key (the 32-byte seed, base64url); signs packages and receipts. */
  signingKey: bytes32Schema,
  /** Ed25519 public key, base64url. */
  secretaryKey: bytes32Schema,
});
export type SessionKeys = z.infer<typeof sessionKeysSchema>;

/** A member's keys for one seat. `identity` and `signingKey` are secret and rest protected. */
export const memberKeysSchema = z.strictObject({
  /** Opens the receipts. */
  identity: identitySchema,
  recipient: ageRecipientSchema,
  signingKey: bytes32Schema,
  memberKey: bytes32Schema,
});
export type MemberKeys = z.infer<typeof memberKeysSchema>;

const newAgeKey = async (): Promise<{ identity: string; recipient: string }> => {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
};

const newSigningKey = (): { secret: string; public: string } => {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  if (x === undefined || d === undefined) throw new Error('an Ed25519 key has both halves');
  return { secret: d, public: x };
};

/** Fresh keys for one session. */
export const newSessionKeys = async (): Promise<SessionKeys> => {
  const signing = newSigningKey();
  return { ...(await newAgeKey()), signingKey: signing.secret, secretaryKey: signing.public };
};

/** Fresh keys for one seat on one member's computer. */
export const newMemberKeys = async (): Promise<MemberKeys> => {
  const signing = newSigningKey();
  return { ...(await newAgeKey()), signingKey: signing.secret, memberKey: signing.public };
};

/** A fresh secret that binds a member's key to a seat; the same one goes into every re-issue. */
export const newSeatSecret = (): string => randomBytes(32).toString('base64url');

/** Ed25519 over the bytes as they are; 64 bytes. */
export const signBytes = (bytes: Uint8Array, signingKey: string, publicKey: string): Uint8Array =>
  sign(
    null,
    bytes,
    createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d: signingKey, x: publicKey }, format: 'jwk' }),
  );

/** False for a wrong signature and for a key that is none. */
export const signatureHolds = (bytes: Uint8Array, signature: Uint8Array, publicKey: string): boolean => {
  if (signature.length !== 64 || !bytes32Schema.safeParse(publicKey).success) return false;
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, bytes, key, signature);
  } catch {
    // Not every 32 bytes are a point of the curve.
    return false;
  }
};

type Seat = Pick<ReturnManifest, 'sessionId' | 'memberId' | 'memberKey'>;

/** Proof that whoever holds `memberKey` opened a package of this seat. */
export const seatProof = ({ sessionId, memberId, memberKey }: Seat, seatSecret: string): string =>
  createHmac('sha256', Buffer.from(seatSecret, 'base64url'))
    .update(canonicalText({ memberId, memberKey, sessionId }))
    .digest('base64url');

/** Was the return's proof made with this seat's secret? A seat may have had several; give each that still counts. */
export const seatProofHolds = (
  manifest: Seat & Pick<ReturnManifest, 'seatProof'>,
  seatSecrets: readonly string[],
): boolean =>
  seatSecrets.some((secret) => {
    const expected = Buffer.from(seatProof(manifest, secret));
    const given = Buffer.from(manifest.seatProof);
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
