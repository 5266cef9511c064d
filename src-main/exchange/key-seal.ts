import { tmpdir } from 'node:os';
import { Decrypter, Encrypter } from 'age-encryption';
import { chunksOf, toWebStream } from './byte-streams.ts';
import type { LongJob } from './progress.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { Refused } from './refused.ts';
import { lockOf, unseal, type SealedSource } from './sealed-source.ts';

/** Seals chunks to one age recipient. */
export const sealToKey = async (
  chunks: AsyncIterable<Uint8Array>,
  recipient: string,
  signal?: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return chunksOf(await encrypter.encrypt(toWebStream(chunks)), signal);
};

/**
 * Opens what was sealed to one of these identities, in memory: only for kinds whose limits are small.
 *
 * @throws Refused
 */
export const unsealWithKeys = async (
  source: SealedSource,
  identities: readonly string[],
  kind: 'return' | 'receipt',
  limits: ReadingLimits,
  job: LongJob,
): Promise<Uint8Array> => {
  if ((await lockOf(source, limits)) === 'passphrase')
    throw new Refused({ code: 'wrongKind', expected: kind, found: 'package' });
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const unsealed = await unseal(
    source,
    async (sealed) => chunksOf(await decrypter.decrypt(toWebStream(sealed)), job.signal),
    { ...job, noKey: 'notForThisKey', workDir: tmpdir(), limits },
  );
  try {
    if (!(unsealed.content instanceof Uint8Array))
      throw new Refused({ code: 'limit', limit: 'sealedSize', value: limits.sealedSize, max: limits.sealedSize });
    return unsealed.content;
  } finally {
    await unsealed.discard();
  }
};
