import { createHash } from 'node:crypto';
import { inProcessCipher } from '#main/exchange/passphrase-cipher.ts';
import { sealPackage, type PackageFileInput, type Sealed } from '#main/exchange/package-file.ts';
import type { PackageManifest } from '#domain/exchange/package-manifest.ts';
import { dossierInput, newSeat, packageInput, passphrase } from '../unit/exchange/samples.ts';

/** An attachment of whole megabytes (of 2^20 bytes) that is never in memory as a whole. */
export const streamedFile = (id: string, megabytes: number): PackageFileInput => {
  const chunk = Buffer.alloc(65_536, id);
  const chunks = megabytes * 16;
  const hash = createHash('sha256');
  for (let at = 0; at < chunks; at += 1) hash.update(chunk);
  return {
    id,
    name: `${id}.pdf`,
    sha256: hash.digest('hex'),
    size: chunk.length * chunks,
    pages: null,
    open: async function* () {
      for (let at = 0; at < chunks; at += 1) {
        await Promise.resolve();
        yield chunk;
      }
    },
  };
};

/** A package of four dossiers with one large file each; locked with `passphrase`, cheaply: the dear derivation is measured elsewhere. */
export const makeLargePackage = async (megabytes: number): Promise<Sealed<PackageManifest>> => {
  const seat = await newSeat();
  const input = packageInput(seat.session, seat.seatSecret, {
    dossiers: Array.from({ length: 4 }, (_, at) =>
      dossierInput(`hs-${at}`, [streamedFile(`tep-${at}`, megabytes / 4)]),
    ),
  });
  return sealPackage(input, passphrase, { cipher: inProcessCipher(4) });
};
