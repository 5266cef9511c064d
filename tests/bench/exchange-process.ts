// A fresh process that makes or opens one large package, ours or with the age library alone, and says how long it took and the most memory it
// had: node tests/bench/exchange-process.ts seal|open|age-seal|age-open FILE MEGABYTES
import { createReadStream, createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Decrypter, Encrypter } from 'age-encryption';
import { chunksOf, toWebStream } from '#main/exchange/byte-streams.ts';
import { openPackage, sealPackage } from '#main/exchange/package-file.ts';
import { inProcessCipher } from '#main/exchange/passphrase-cipher.ts';
import { streamedFile } from '../support/large-package.ts';
import { dossierInput, newSeat, packageInput, passphrase } from '../unit/exchange/samples.ts';

const [way, path = '', megabytes = ''] = process.argv.slice(2);
/** Cheap: the dear derivation is measured on its own. */
const workFactor = 2;
const files = Array.from({ length: 4 }, (_, at) => streamedFile(`tep-${at}`, Number(megabytes) / 4));
const seat = await newSeat();
const input = packageInput(seat.session, seat.seatSecret, {
  dossiers: files.map((file, at) => dossierInput(`hs-${at}`, [file])),
});

async function* everyFile(): AsyncGenerator<Uint8Array> {
  for (const file of files) yield* file.open();
}

const ways: Readonly<Record<string, () => Promise<void>>> = {
  seal: async () => {
    const { chunks } = await sealPackage(input, passphrase, { cipher: inProcessCipher(workFactor) });
    await pipeline(chunks, createWriteStream(path));
  },
  open: async () => {
    const opened = await openPackage({ path }, passphrase, { cipher: inProcessCipher(), workDir: dirname(path) });
    if (!opened.ok) throw new Error(opened.refusal.code);
    await opened.value.close();
  },
  'age-seal': async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(workFactor);
    await pipeline(chunksOf(await encrypter.encrypt(toWebStream(everyFile()))), createWriteStream(path));
  },
  'age-open': async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const sealed = createReadStream(path, { highWaterMark: 65_536 }) as AsyncIterable<Uint8Array>;
    for await (const _chunk of chunksOf(await decrypter.decrypt(toWebStream(sealed))));
  },
};

const work = ways[way ?? ''];
if (!work) throw new Error('seal, open, age-seal or age-open');
// Looked at again and again: the system's own greatest value begins, in a child, with what its parent had.
let peak = 0;
const look = (): void => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
const looking = setInterval(look, 10);
const began = performance.now();
await work();
const took = performance.now() - began;
clearInterval(looking);
look();
console.log(JSON.stringify({ took, peak }));
