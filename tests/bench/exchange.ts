import { randomBytes } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import { chunksOf, chunksOfBytes, collectBytes, toWebStream } from '#main/exchange/byte-streams.ts';
import { openContainer } from '#main/exchange/container-reader.ts';
import { writeContainer } from '#main/exchange/container-writer.ts';
import { sha256Hex } from '#main/exchange/fingerprint.ts';
import { openPackage, sealPackage } from '#main/exchange/package-file.ts';
import { inProcessCipher, workerCipher } from '#main/exchange/passphrase-cipher.ts';
import { packageLimits } from '#main/exchange/reading-limits.ts';
import { dossierInput, fileOf, newSeat, packageInput, passphrase } from '../unit/exchange/samples.ts';
import { median, type Bench, type Measurement } from './bench.ts';
import { measureImportGrowth, measureLargePackage } from './exchange-volume.ts';

const MB = 1_000_000;
const size = 20 * MB;
const rounds = 5;

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

const measureSealing = async (): Promise<readonly Measurement[]> => {
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
  /** Speed, and how many times as long as the raw library takes for the same bytes. */
  const speed = (what: string, milliseconds: number, raw: number | null): readonly Measurement[] => [
    { what, median: size / MB / (milliseconds / 1_000), unit: 'MB/s', repeats: rounds },
    ...(raw === null
      ? []
      : [{ what: `${what} / age raw`, median: milliseconds / raw, unit: 'times', repeats: rounds } as const]),
  ];
  return [
    ...speed('SHA-256, node:crypto', await timed(() => Promise.resolve(sha256Hex(content))), null),
    ...speed('age encrypt, raw', encrypting, null),
    ...speed('age decrypt, raw', decrypting, null),
    ...speed('age decrypt, streamed', await timed(streamedDecrypt), decrypting),
    ...speed('container written, yazl stored', await timed(() => drain(zip())), null),
    ...speed('container read and CRC checked', await timed(unzip), null),
    ...speed('package sealed', await timed(seal(false)), encrypting),
    ...speed('package sealed in a worker', await timed(seal(true)), encrypting),
    ...speed('package opened and checked', await timed(open(false)), decrypting),
    ...speed('package opened and checked in a worker', await timed(open(true)), decrypting),
  ];
};

const measurePassphrase = async (): Promise<Measurement> => {
  const cipher = workerCipher(workerUrl);
  const start = performance.now();
  await drain(await cipher.encrypt(chunksOfBytes(Buffer.from('x')), passphrase));
  return { what: 'passphrase derived in a worker', median: performance.now() - start, unit: 'ms', repeats: 1 };
};

/** Sealing and opening beside the raw libraries, small and large, the dear passphrase, and how import grows from 10 to 1,000 returns. */
export const bench: Bench = {
  name: 'Exchanged files: sealing, opening, import',
  run: async () => [
    ...(await measureSealing()),
    await measurePassphrase(),
    ...(await measureLargePackage()),
    ...(await measureImportGrowth()),
  ],
};
