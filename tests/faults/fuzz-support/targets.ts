import type { Reading } from '#domain/exchange/refusal.ts';
import { judgeReturn, type OpenedReturn } from '#domain/exchange/intake.ts';
import { canonicalText } from '#domain/exchange/canonical.ts';
import { chunksOfBytes, collectBytes } from '#main/exchange/byte-streams.ts';
import { openContainer } from '#main/exchange/container-reader.ts';
import { sealToKey } from '#main/exchange/key-seal.ts';
import { readUnsealedPackage } from '#main/exchange/package-file.ts';
import { packageLimits } from '#main/exchange/reading-limits.ts';
import { openReceipt, readUnsealedReceipt, sealReceipt } from '#main/exchange/receipt-file.ts';
import { openReturn, readUnsealedReturn } from '#main/exchange/return-file.ts';
import { Decrypter } from 'age-encryption';
import { heldNothing, makePackage, makeReturn, newSeat, passphrase } from '../../unit/exchange/samples.ts';

/** The parts of a valid file and the readers that are to refuse what becomes of it. */
export interface Target {
  readonly name: 'package' | 'return' | 'receipt';
  /** The container with its seal off. */
  readonly content: Uint8Array;
  readonly entries: ReadonlyMap<string, Uint8Array>;
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly signer: { readonly signingKey: string; readonly publicKey: string };
  /** Sealed to a key that costs little; absent for packages, whose seal costs a second by design. */
  readonly sealed: Uint8Array | null;
  readonly readContent: (bytes: Uint8Array) => Promise<Reading<unknown>>;
  readonly readSealed: (bytes: Uint8Array) => Promise<Reading<unknown>>;
}

const contentOf = async (sealed: Uint8Array, open: (decrypter: Decrypter) => void): Promise<Uint8Array> => {
  const decrypter = new Decrypter();
  open(decrypter);
  return decrypter.decrypt(sealed);
};

const entriesOf = async (content: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> => {
  const container = await openContainer(content, packageLimits);
  const entries = new Map<string, Uint8Array>();
  for (const name of container.entries.keys()) entries.set(name, await container.read(name));
  container.close();
  return entries;
};

const manifestIn = (entries: ReadonlyMap<string, Uint8Array>): Readonly<Record<string, unknown>> =>
  JSON.parse(Buffer.from(entries.get('manifest.json') ?? []).toString()) as Readonly<Record<string, unknown>>;

/** A return that was opened must also be judged without a fault, whatever it says. */
const judged = (arrival: Reading<OpenedReturn>): Reading<OpenedReturn> => {
  judgeReturn(arrival, heldNothing(), { seatProofHolds: true, receivedAt: '2026-11-26T08:00:00Z' });
  return arrival;
};

/** Small valid files of each kind, made afresh. */
export const makeTargets = async (): Promise<readonly Target[]> => {
  const seat = await newSeat();
  const [issued, returned] = [await makePackage(seat), await makeReturn(seat)];
  const receipt = await sealReceipt({
    sessionId: 'phien-1',
    receiptId: 'bn-1',
    createdAt: '2026-11-26T08:00:00+07:00',
    rehearsal: false,
    sessionTitle: 'Họp hội đồng',
    memberId: 'tv-1',
    returnId: 'phieu-1',
    revision: 1,
    returnDigest: returned.digest,
    takenAt: '2026-11-26T08:00:00+07:00',
    late: false,
    keys: seat.session,
    recipient: returned.manifest.memberRecipient,
  });
  const receiptBytes = await collectBytes(receipt.chunks);
  const session = { signingKey: seat.session.signingKey, publicKey: seat.session.secretaryKey };
  const member = { signingKey: seat.member.signingKey, publicKey: seat.member.memberKey };
  const contents = {
    package: await contentOf(issued.bytes, (decrypter) => decrypter.addPassphrase(passphrase)),
    return: await contentOf(returned.bytes, (decrypter) => decrypter.addIdentity(seat.session.identity)),
    receipt: await contentOf(receiptBytes, (decrypter) => decrypter.addIdentity(seat.member.identity)),
  };
  const target = async (
    name: Target['name'],
    rest: Pick<Target, 'signer' | 'sealed' | 'readContent' | 'readSealed'>,
  ): Promise<Target> => {
    const entries = await entriesOf(contents[name]);
    return { name, content: contents[name], entries, manifest: manifestIn(entries), ...rest };
  };
  const readReturn = async (bytes: Uint8Array) => judged(await openReturn(bytes, seat.session.identity));
  const throughSeal = async (content: Uint8Array) =>
    collectBytes(await sealToKey(chunksOfBytes(content), seat.session.recipient));
  return [
    await target('package', {
      signer: session,
      sealed: null,
      readContent: (bytes) => readUnsealedPackage(bytes),
      // A package resealed to a key is no package; the reader of returns has to say so.
      readSealed: async (bytes) => readReturn(await throughSeal(bytes)),
    }),
    await target('return', {
      signer: member,
      sealed: returned.bytes,
      readContent: async (bytes) => judged(await readUnsealedReturn(bytes)),
      readSealed: readReturn,
    }),
    await target('receipt', {
      signer: session,
      sealed: receiptBytes,
      readContent: (bytes) => readUnsealedReceipt(bytes),
      readSealed: (bytes) => openReceipt(bytes, seat.member.identity),
    }),
  ];
};

/** What a file says once read, as text: equal for two containers with the same content. */
export const saying = (reading: Reading<unknown>): string | null => (reading.ok ? canonicalText(reading.value) : null);
