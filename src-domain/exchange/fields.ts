import { z } from 'zod';

/** Names a session, member, dossier, file or exchanged file; made by the program, never typed. */
export const exchangeIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'id');

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'sha256');

/** 32 bytes as base64url without padding: an Ed25519 public key, or a secret. */
export const bytes32Schema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'bytes32');

/** An age X25519 recipient, `age1…`. */
export const ageRecipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, 'ageRecipient');

/** A moment with its offset from UTC. */
export const momentSchema = z.iso.datetime({ offset: true });

/** A local time where the council meets, `YYYY-MM-DDTHH:mm`. */
export const localTimeSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'localTime');

/** One line as a person typed it. */
export const lineSchema = z.string().max(1_000);

/** Running text, in UTF-16 units; the same bound as a ballot's comment. */
export const textSchema = z.string().max(40_000);

/**
 * The name a dossier file is shown and saved under. It must be one plain name on every system the program runs on: no separator,
 * no control or text-direction character, no name Windows keeps for devices, no leading or trailing blank, no trailing dot.
 */
export const displayFileNameSchema = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u, 'fileName')
  .refine((name) => name.trim() === name && !name.endsWith('.'), 'fileName')
  .refine((name) => !isReservedName(name), 'fileName');

const reservedStem = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** Does Windows keep this name for a device? It does so whatever follows the first dot. */
export const isReservedName = (name: string): boolean => reservedStem.test((name.split('.')[0] ?? '').trimEnd());

/**
 * A name inside the container. The grammar leaves no room for an absolute or climbing path, an upper-case twin or a device name;
 * depth is at most two.
 */
export const entryPathSchema = z
  .string()
  .regex(
    /^(?:ballots\.json|forms\/[a-zA-Z][a-zA-Z0-9-]{0,63}\.json|files\/[0-9a-f]{64}(?:\.[a-z0-9]{1,8})?)$/,
    'entryPath',
  );

/** One entry of the container besides `manifest.json` and `manifest.sig`. */
export const entrySchema = z.strictObject({
  path: entryPathSchema,
  sha256: sha256Schema,
  /** Bytes, uncompressed. */
  size: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
});
export type Entry = z.infer<typeof entrySchema>;
