import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#domain/contract/problems.ts';
import { signingMessages } from '#domain/text/messages/signing.ts';
import { problemText } from '#domain/text/problems.ts';
import { signPdf } from '#main/documents/signing/sign.ts';
import { verifyPdf } from '#main/documents/signing/verify.ts';
import { UsageError, type CommandIo } from '../command.ts';
import { asksForHelp, readOptions } from '../options.ts';

/**
 * `hoidong sign F.pdf --p12 K.p12 --passphrase-file P [--field NAME] [--reason R] [--location L] [--out G.pdf]`: signs a page in a
 * signature field. The passphrase comes from the first line of a file, since arguments are seen by every process. Never writes over
 * a file; 0 when signed, 1 when not.
 */
export const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const texts = signingMessages[io.language];
  if (asksForHelp(args)) {
    io.out(`${texts.signUsage}\n`);
    return 0;
  }
  const { values, positionals } = readOptions(
    args,
    {
      p12: { type: 'string' },
      'passphrase-file': { type: 'string' },
      field: { type: 'string' },
      reason: { type: 'string' },
      location: { type: 'string' },
      out: { type: 'string' },
    },
    1,
    io.language,
  );
  const [path] = positionals;
  const passphraseFile = values['passphrase-file'];
  if (path === undefined || values.p12 === undefined || passphraseFile === undefined)
    throw new UsageError(texts.signUsage);
  const out = values.out ?? path.replace(/(?:\.pdf)?$/i, '-da-ky.pdf');
  let reading = path;
  const read = (file: string): Promise<Buffer> => {
    reading = file;
    return readFile(file);
  };
  let bytes: Buffer;
  let p12: Buffer;
  let passphrase: string;
  try {
    bytes = await read(path);
    p12 = await read(values.p12);
    passphrase = (await read(passphraseFile)).toString('utf8').split(/\r?\n/)[0] ?? '';
  } catch {
    io.err(`${texts.unreadable(reading)}\n`);
    return 1;
  }
  let signed: Uint8Array;
  try {
    const { field, reason, location } = values;
    signed = await signPdf(bytes, {
      p12,
      passphrase,
      at: new Date(),
      fontsDir: join(import.meta.dirname, '../../../assets/fonts'),
      ...(field === undefined ? {} : { field }),
      ...(reason === undefined ? {} : { reason }),
      ...(location === undefined ? {} : { location }),
    });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    io.err(`${problemText(error, io.language)}
`);
    return 1;
  }
  try {
    await writeFile(out, signed, { flag: 'wx' });
  } catch {
    io.err(`${texts.unwritable(out)}\n`);
    return 1;
  }
  io.out(`${texts.signed(out, verifyPdf(signed).signatures.at(-1)?.signer ?? '')}\n`);
  return 0;
};
