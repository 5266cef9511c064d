import { tmpdir } from 'node:os';
import { armor } from 'age-encryption';
import { z } from 'zod';
import { canonicalText } from '#domain/exchange/canonical.ts';
import { EXCHANGE_FORMAT, EXCHANGE_VERSION } from '#domain/exchange/envelope.ts';
import { exchangeIdSchema, lineSchema, momentSchema } from '#domain/exchange/fields.ts';
import type { Reading } from '#domain/exchange/refusal.ts';
import { chunksOfBytes, collectBytes } from './byte-streams.ts';
import { sessionKeysSchema, type SessionKeys } from './keys.ts';
import { meantPassphrase } from './passphrase.ts';
import { inProcessCipher, type PassphraseCipher } from './passphrase-cipher.ts';
import type { LongJob } from './progress.ts';
import { receiptLimits } from './reading-limits.ts';
import { Refused, reading } from './refused.ts';
import { lockOf, unseal, type SealedSource } from './sealed-source.ts';
import { parseWith } from './signed-container.ts';
import { canonicalValue, parseJson } from './strict-json.ts';

/** Options of the functions below. */
export interface SecretOptions extends LongJob {
  readonly cipher?: PassphraseCipher;
}

const lock = async (
  text: string,
  passphrase: string,
  { cipher = inProcessCipher(), signal }: SecretOptions,
): Promise<Uint8Array> =>
  collectBytes(await cipher.encrypt(chunksOfBytes(Buffer.from(text)), meantPassphrase(passphrase), signal));

const unlock = async (source: SealedSource, passphrase: string, options: SecretOptions): Promise<Uint8Array> => {
  const { cipher = inProcessCipher(), signal } = options;
  if ((await lockOf(source, receiptLimits)) !== 'passphrase')
    throw new Refused({ code: 'wrongKind', expected: 'keys', found: 'return' });
  const { content } = await unseal(source, (sealed) => cipher.decrypt(sealed, meantPassphrase(passphrase), signal), {
    ...options,
    noKey: 'wrongPassphrase',
    workDir: tmpdir(),
    limits: receiptLimits,
  });
  if (!(content instanceof Uint8Array)) throw new Error('a secret fits into memory');
  return content;
};

/** A secret under a passphrase, as armoured text: where the operating system keeps no secrets for the program. */
export const protectSecret = async (secret: string, passphrase: string, options: SecretOptions = {}): Promise<string> =>
  armor.encode(await lock(secret, passphrase, options));

/** The secret again; `wrongPassphrase` and `damaged` are data. */
export const unprotectSecret = (
  armoured: string,
  passphrase: string,
  options: SecretOptions = {},
): Promise<Reading<string>> =>
  reading(async () => {
    let bytes: Uint8Array;
    try {
      bytes = armor.decode(armoured);
    } catch {
      throw new Refused({ code: 'damaged', where: 'armour' });
    }
    return new TextDecoder().decode(await unlock(bytes, passphrase, options));
  });

const keyExportSchema = z.strictObject({
  format: z.literal(EXCHANGE_FORMAT),
  version: z.literal(EXCHANGE_VERSION),
  kind: z.literal('keys'),
  sessionId: exchangeIdSchema,
  sessionTitle: lineSchema,
  exportedAt: momentSchema,
  keys: sessionKeysSchema,
});

/** A session's keys on their way to another computer of the secretary, or to a second secretary. */
export interface KeyExport {
  readonly sessionId: string;
  readonly sessionTitle: string;
  readonly exportedAt: string;
  readonly keys: SessionKeys;
}

/** The bytes of a key file (.hdkhoa). Whoever has it and the passphrase can open every return of the session and sign in its name. */
export const exportSessionKeys = (
  input: KeyExport,
  passphrase: string,
  options: SecretOptions = {},
): Promise<Uint8Array> =>
  lock(
    canonicalText({ ...input, format: EXCHANGE_FORMAT, version: EXCHANGE_VERSION, kind: 'keys' }),
    passphrase,
    options,
  );

/** Opens a key file. */
export const importSessionKeys = (
  source: SealedSource,
  passphrase: string,
  options: SecretOptions = {},
): Promise<Reading<KeyExport>> =>
  reading(async () => {
    const parsed = parseJson(await unlock(source, passphrase, options), 'keys', receiptLimits);
    const envelope = z
      .looseObject({ format: z.literal(EXCHANGE_FORMAT), version: z.int().min(1) })
      .safeParse(parsed.value);
    if (!envelope.success) throw new Refused({ code: 'notExchangeFile' });
    if (envelope.data.version > EXCHANGE_VERSION)
      throw new Refused({ code: 'newerFormat', version: envelope.data.version });
    const { sessionId, sessionTitle, exportedAt, keys } = parseWith(
      keyExportSchema,
      canonicalValue(parsed, 'keys'),
      'keys',
    );
    return { sessionId, sessionTitle, exportedAt, keys };
  });
