import { randomBytes } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import type { HeldReturns } from '#domain/exchange/held-returns.ts';
import { judgeReturn } from '#domain/exchange/intake.ts';
import { chunksOf, chunksOfBytes, collectBytes, toWebStream } from '#main/exchange/byte-streams.ts';
import { openContainer } from '#main/exchange/container-reader.ts';
import { writeContainer } from '#main/exchange/container-writer.ts';
import { sha256Hex } from '#main/exchange/fingerprint.ts';
import { newMemberKeys, seatProofHolds } from '#main/exchange/keys.ts';
import { openPackage, sealPackage } from '#main/exchange/package-file.ts';
import { inProcessCipher, workerCipher } from '#main/exchange/passphrase-cipher.ts';
import { packageLimits } from '#main/exchange/reading-limits.ts';
import { openReturn } from '#main/exchange/return-file.ts';
import {
  dossierInput,
  fileOf,
  heldNothing,
  makeReturn,
  newSeat,
  packageInput,
  passphrase,
} from '../unit/exchange/samples.ts';

/** One measured job. `ratio` is its time over the raw library's for the same bytes; null where nothing raw does the same. */
export interface ExchangeMeasure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'MB/s' | 'ms' | 'ms each';
  readonly ratio: number | null;
}

const MB = 1_000_000;
const size = 20 * MB;
const rounds = 5;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Median milliseconds of a job, after one run to warm up. */
const timed = async (job: () => Promise<unknown>): Promise<number> => {
  await job();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await job();
    times.push(performance.now() - start);
  }
  return median(times);
};

const drain = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
  for await (const _chunk of chunks);
};

const workerUrl = new URL('../../src-main/exchange/passphrase-worker.ts', import.meta.url);
/** Cheap enough to leave the key derivation out of the MB/s; it is measured on its own. */
const quick = 2;

const measureSealing = async (): Promise<readonly ExchangeMeasure[]> => {
  const content = randomBytes(size);
  const seat = await newSeat();
  const input = packageInput(seat.session, seat.seatSecret, {
    dossiers: [dossierInput('hs-1', [fileOf('tep', 'To.pdf', content)])],
  });
  const rawEncrypt = async (): Promise<Uint8Array> => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(seat.session.recipient);
    return encrypter.encrypt(content);
  };
  const sealedRaw = await rawEncrypt();
  const rawDecrypt = async (): Promise<Uint8Array> => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(seat.session.identity);
    return decrypter.decrypt(sealedRaw);
  };
  const streamedDecrypt = async (): Promise<void> => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(seat.session.identity);
    await drain(chunksOf(await decrypter.decrypt(toWebStream(chunksOfBytes(sealedRaw)))));
  };
  const zip = (): AsyncIterable<Uint8Array> => writeContainer([{ path: 'tep', bytes: content }], new Date(0));
  const zipped = await collectBytes(zip());
  const seal = (worker: boolean) => async (): Promise<Uint8Array> => {
    const cipher = worker ? workerCipher(workerUrl, quick) : inProcessCipher(quick);
    return collectBytes((await sealPackage(input, passphrase, { cipher })).chunks);
  };
  const packed = await seal(false)();
  const open = (worker: boolean) => async (): Promise<void> => {
    const cipher = worker ? workerCipher(workerUrl, quick) : inProcessCipher(quick);
    const opened = await openPackage(packed, passphrase, { cipher });
    if (!opened.ok) throw new Error(opened.refusal.code);
    await opened.value.close();
  };
  const unzip = async (): Promise<void> => {
    const container = await openContainer(zipped, packageLimits);
    await drain(container.stream('tep'));
    container.close();
  };
  const encrypting = await timed(rawEncrypt);
  const decrypting = await timed(rawDecrypt);
  const speed = (name: string, milliseconds: number, raw: number | null): ExchangeMeasure => ({
    name,
    value: size / MB / (milliseconds / 1_000),
    unit: 'MB/s',
    ratio: raw === null ? null : milliseconds / raw,
  });
  return [
    speed('SHA-256, node:crypto', await timed(() => Promise.resolve(sha256Hex(content))), null),
    speed('age encrypt, raw', encrypting, encrypting),
    speed('age decrypt, raw', decrypting, decrypting),
    speed('age decrypt, streamed', await timed(streamedDecrypt), decrypting),
    speed('container written, yazl stored', await timed(() => drain(zip())), null),
    speed('container read and CRC checked', await timed(unzip), null),
    speed('package sealed', await timed(seal(false)), encrypting),
    speed('package sealed in a worker', await timed(seal(true)), encrypting),
    speed('package opened and checked', await timed(open(false)), decrypting),
    speed('package opened and checked in a worker', await timed(open(true)), decrypting),
  ];
};

const measurePassphrase = async (): Promise<ExchangeMeasure> => {
  const cipher = workerCipher(workerUrl);
  const start = performance.now();
  await drain(await cipher.encrypt(chunksOfBytes(Buffer.from('x')), passphrase));
  return { name: 'passphrase derived in a worker', value: performance.now() - start, unit: 'ms', ratio: null };
};

const measureImport = async (counts: readonly number[]): Promise<readonly ExchangeMeasure[]> => {
  const seat = await newSeat();
  const member = await newMemberKeys();
  const files: Uint8Array[] = [];
  for (let at = 0; at < Math.max(...counts); at += 1)
    files.push((await makeReturn({ ...seat, member }, { memberId: `tv-${at}`, returnId: `phieu-${at}` })).bytes);
  const measures: ExchangeMeasure[] = [];
  let first: number | null = null;
  for (const count of counts) {
    const seats = Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`tv-${at}`, { pinnedKey: null, revisions: [], withheld: [] }]),
    );
    const held: HeldReturns = heldNothing({ seats });
    const start = performance.now();
    for (const bytes of files.slice(0, count)) {
      const opened = await openReturn(bytes, seat.session.identity);
      const holds = opened.ok && seatProofHolds(opened.value.manifest, [seat.seatSecret]);
      const verdict = judgeReturn(opened, held, { seatProofHolds: holds, receivedAt: '2026-11-26T08:00:00Z' });
      if (verdict.outcome !== 'accepted') throw new Error(verdict.outcome);
    }
    const each = (performance.now() - start) / count;
    first ??= each;
    measures.push({ name: `import of ${count} returns`, value: each, unit: 'ms each', ratio: each / first });
  }
  return measures;
};

/** Sealing and opening beside the raw libraries, the dear passphrase, and how import grows from 10 to 1,000 returns. */
export const run = async (): Promise<readonly ExchangeMeasure[]> => [
  ...(await measureSealing()),
  await measurePassphrase(),
  ...(await measureImport([10, 100, 1_000])),
];
