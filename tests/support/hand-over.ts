import type { BinaryFile } from '#domain/contract/binary.ts';
import { PORTION_BYTES, type IncomingPurpose } from '#domain/contract/incoming.ts';

/** The operations, as the services have them and as a client does. */
type Incoming = {
  readonly begin: (file: {
    readonly name: string;
    readonly size: number;
    readonly purpose: IncomingPurpose;
  }) => Promise<{ readonly incomingId: string }>;
  readonly add: (portion: {
    readonly incomingId: string;
    readonly at: number;
    readonly portion: BinaryFile;
  }) => Promise<unknown>;
};

/** Hands a file over portion by portion, as the page does. */
export const handOverTo = async (
  incoming: Incoming,
  name: string,
  file: Blob,
  purpose: IncomingPurpose,
): Promise<{ readonly incomingId: string }> => {
  const { incomingId } = await incoming.begin({ name, size: file.size, purpose });
  for (let at = 0; at < file.size; at += PORTION_BYTES)
    await incoming.add({ incomingId, at, portion: new File([file.slice(at, at + PORTION_BYTES)], 'portion') });
  return { incomingId };
};
