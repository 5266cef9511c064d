import { z } from 'zod';
import { ballotSchema } from '#domain/forms/ballot.ts';
import { keySchema } from '#domain/forms/form.ts';
import { EXCHANGE_FORMAT } from './envelope.ts';
import {
  ageRecipientSchema,
  bytes32Schema,
  entrySchema,
  exchangeIdSchema,
  momentSchema,
  sha256Schema,
  textSchema,
} from './fields.ts';

/** More revisions than anybody makes; a bound for the reader. */
export const MAX_ANCESTORS = 2_000;

/**
 * Manifest of a return (.hdphieu): who answers, to what, in which order. What was voted is in `ballots.json` alone and names nobody,
 * so the two can be stored apart.
 */
export const returnManifestSchema = z
  .strictObject({
    format: z.literal(EXCHANGE_FORMAT),
    version: z.literal(1),
    kind: z.literal('return'),
    sessionId: exchangeIdSchema,
    memberId: exchangeIdSchema,
    packageId: exchangeIdSchema,
    packageNumber: z.int().min(1).max(100_000),
    returnId: exchangeIdSchema,
    /** 1 for the member's first return to this seat, one more for each further. */
    revision: z.int().min(1).max(1_000_000),
    /** Digests of all earlier returns this one was written upon, oldest first; the last is the previous one. */
    ancestors: z.array(sha256Schema).max(MAX_ANCESTORS),
    createdAt: momentSchema,
    /** The installation it was made on: tells two computers of one member apart. */
    deviceId: exchangeIdSchema,
    /** The member's Ed25519 public key: signs this manifest. */
    memberKey: bytes32Schema,
    /** The member's own age recipient; the receipt is sealed to it. */
    memberRecipient: ageRecipientSchema,
    /** HMAC-SHA-256 with the seat's secret over the canonical `{memberId, memberKey, sessionId}`, base64url. */
    seatProof: bytes32Schema,
    packFingerprint: sha256Schema,
    formFingerprints: z.record(keySchema, sha256Schema),
    /** The dossiers judged and the version of each. */
    dossiers: z.array(z.strictObject({ id: exchangeIdSchema, fingerprint: sha256Schema })).max(1_000),
    /** Conflicts of interest the member declares with this return. */
    conflicts: z
      .array(z.strictObject({ dossierId: exchangeIdSchema, reason: textSchema, declaredAt: momentSchema }))
      .max(1_000),
    /** What the member tells the secretary; not part of a judgement. */
    remarks: textSchema,
    entries: z.array(entrySchema.extend({ path: z.literal('ballots.json') })).length(1),
  })
  .refine(({ dossiers }) => new Set(dossiers.map(({ id }) => id)).size === dossiers.length, {
    path: ['dossiers'],
    message: 'duplicate',
  })
  .refine(({ conflicts }) => new Set(conflicts.map(({ dossierId }) => dossierId)).size === conflicts.length, {
    path: ['conflicts'],
    message: 'duplicate',
  })
  .refine(({ ancestors }) => new Set(ancestors).size === ancestors.length, {
    path: ['ancestors'],
    message: 'duplicate',
  })
  .refine(
    ({ revision, ancestors }) => (revision === 1) === (ancestors.length === 0) && revision <= ancestors.length + 1,
    {
      path: ['revision'],
      message: 'chainDisagrees',
    },
  );
export type ReturnManifest = z.infer<typeof returnManifestSchema>;

/** Entry `ballots.json` of a return: what was voted, dossier by dossier, and no name. */
export const returnBallotsSchema = z.record(exchangeIdSchema, ballotSchema);
export type ReturnBallots = z.infer<typeof returnBallotsSchema>;
