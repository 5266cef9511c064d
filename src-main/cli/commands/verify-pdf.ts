import { readFile } from 'node:fs/promises';
import type { SignatureReport } from '#domain/documents/signature-report.ts';
import { signingMessages } from '#domain/text/messages/signing.ts';
import { verifyPdf } from '#main/documents/signing/verify.ts';
import { UsageError, type CommandIo } from '../command.ts';
import { readOptions } from '../options.ts';

/** Text from outside goes to a terminal: nothing in it may move the cursor or hide a line. */
const printable = (line: string): string => line.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');

function linesOf(signature: SignatureReport, number: number, io: CommandIo): readonly string[] {
  const texts = signingMessages[io.language];
  return [
    texts.signature(number, signature.signer, signature.claimedAt ?? texts.unknownTime),
    ...signature.faults.map((fault) => `  ${texts[`fault.${fault}`]}`),
    ...(signature.selfSigned ? [texts.selfSigned] : signature.issuer === '' ? [] : [texts.issuer(signature.issuer)]),
    ...(signature.coversWholeFile ? [] : [texts.partial]),
  ];
}

/** `hoidong verify F.pdf [--json]`: who signed a page and whether it is as it was signed. 0 when every signature holds, else 1. */
export const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const texts = signingMessages[io.language];
  const { values, positionals } = readOptions(args, { json: { type: 'boolean' } }, 1, io.language);
  const [path] = positionals;
  if (path === undefined) throw new UsageError(texts.verifyUsage);
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    io.err(`${texts.unreadable(path)}\n`);
    return 1;
  }
  const verification = verifyPdf(bytes);
  if (values.json === true) {
    io.out(`${JSON.stringify(verification)}\n`);
  } else if (verification.signatures.length === 0) {
    io.out(`${texts.unsigned}\n`);
  } else {
    const lines = verification.signatures.flatMap((signature, index) => linesOf(signature, index + 1, io));
    io.out(`${[...lines, verification.intact ? texts.intact : texts.notIntact].map(printable).join('\n')}\n`);
  }
  return verification.intact ? 0 : 1;
};
