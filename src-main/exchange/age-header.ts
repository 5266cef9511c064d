import { Refused } from './refused.ts';

/** What an age header tells without any key. */
export type AgeLock = 'passphrase' | 'key';

const versionLine = 'age-encryption.org/v1\n';
/** Ours have one stanza and under 300 bytes; each further one would cost a key agreement. */
const maxHeader = 1_024;
/** The work factor this program writes and the greatest it accepts: 256 MiB and about a second. */
export const SCRYPT_WORK_FACTOR = 18;

/** Bytes of the start of a file that `readAgeLock` wants. */
export const AGE_HEADER_BYTES = maxHeader;

/**
 * Says how a file is locked, from its first bytes. Bounds the work a header can ask for before the library sees it.
 *
 * @throws Refused if it is no age file of the shape this program writes.
 */
export const readAgeLock = (start: Uint8Array): AgeLock => {
  const text = Buffer.from(start.subarray(0, maxHeader)).toString('latin1');
  if (!text.startsWith(versionLine)) throw new Refused({ code: 'notExchangeFile' });
  const end = text.indexOf('\n--- ');
  if (end === -1) throw new Refused({ code: 'damaged', where: 'header' });
  const stanzas = text
    .slice(versionLine.length, end)
    .split('\n')
    .filter((line) => line.startsWith('-> '));
  const [stanza] = stanzas;
  if (stanza === undefined || stanzas.length !== 1) throw new Refused({ code: 'damaged', where: 'header' });
  const [, type, , workFactor] = stanza.split(' ');
  if (type === 'X25519') return 'key';
  if (type !== 'scrypt' || workFactor === undefined || !/^[1-9]\d?$/.test(workFactor))
    throw new Refused({ code: 'damaged', where: 'header' });
  if (Number(workFactor) > SCRYPT_WORK_FACTOR)
    throw new Refused({ code: 'limit', limit: 'header', value: Number(workFactor), max: SCRYPT_WORK_FACTOR });
  return 'passphrase';
};
