import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { refusalText } from '#domain/exchange/intake-text.ts';
import { exchangeMessages } from '#domain/text/messages/exchange.ts';
import { inspectFile, type InspectedFile, type Inspection } from '#main/exchange/inspect.ts';
import { UsageError, type CommandIo } from './command.ts';
import { readOptions } from './options.ts';

const describe = (file: InspectedFile, io: CommandIo): readonly string[] => {
  const texts = exchangeMessages[io.language];
  const { sessionId, sessionTitle, memberId, memberName, number, dossiers, code, signer } = file;
  return [
    texts['inspect.kind'](texts[`kind.${file.kind}`], file.version),
    sessionTitle === null ? texts['inspect.sessionId'](sessionId) : texts['inspect.session'](sessionId, sessionTitle),
    ...(memberId === null
      ? []
      : [memberName === null ? texts['inspect.memberId'](memberId) : texts['inspect.seat'](memberName, memberId)]),
    ...(number === null ? [] : [texts[file.kind === 'package' ? 'inspect.number' : 'inspect.revision'](number)]),
    texts['inspect.made'](file.madeAt),
    ...(dossiers === null ? [] : [texts['inspect.dossiers'](dossiers)]),
    ...(code === null ? [] : [texts['inspect.code'](code)]),
    ...(signer === null ? [] : [texts['inspect.signer'](signer)]),
    ...file.entries.map(({ path, size }) => texts['inspect.entry'](path, String(size))),
    ...(file.kind === 'keys' ? [] : [texts['inspect.verified']]),
  ];
};

/** Text from outside goes to a terminal: nothing in it may move the cursor or hide a line. */
const printable = (line: string): string => line.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');

const describeInspection = ({ size, lock, opened }: Inspection, io: CommandIo): readonly string[] => {
  const texts = exchangeMessages[io.language];
  const refusal = !lock.ok ? lock.refusal : opened?.ok === false ? opened.refusal : null;
  return [
    texts['inspect.size'](String(size)),
    ...(lock.ok && !opened?.ok
      ? [texts[lock.value === 'passphrase' ? 'inspect.sealedPassphrase' : 'inspect.sealedKey']]
      : []),
    ...(opened?.ok ? describe(opened.value, io) : []),
    ...(refusal ? [`${texts['inspect.refused']} ${refusalText(refusal, io.language)}`] : []),
  ];
};

const identitiesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('AGE-SECRET-KEY-1'));

/**
 * What `inspect` and `verify` have in common: reads the arguments, inspects, prints. Null, with the reason printed, where a file could not be read.
 */
export const inspectFromCommandLine = async (
  args: readonly string[],
  io: CommandIo,
  usage: 'usage.inspect' | 'usage.verify',
): Promise<Inspection | null> => {
  const texts = exchangeMessages[io.language];
  const { values, positionals } = readOptions(
    args,
    { 'passphrase-file': { type: 'string' }, 'identity-file': { type: 'string' }, json: { type: 'boolean' } },
    1,
    io.language,
  );
  const [path] = positionals;
  if (path === undefined) throw new UsageError(texts[usage]);
  let reading = path;
  try {
    const passphraseFile = values['passphrase-file'];
    const identityFile = values['identity-file'];
    reading = passphraseFile ?? path;
    const passphrase =
      passphraseFile === undefined ? undefined : (await readFile(passphraseFile, 'utf8')).split('\n')[0];
    reading = identityFile ?? path;
    const identities = identityFile === undefined ? undefined : identitiesIn(await readFile(identityFile, 'utf8'));
    reading = path;
    const inspection = await inspectFile(
      { path },
      { ...(passphrase === undefined ? {} : { passphrase }), ...(identities === undefined ? {} : { identities }) },
    );
    if (values.json) io.out(`${JSON.stringify({ file: basename(path), ...inspection }, null, 2)}\n`);
    else for (const line of describeInspection(inspection, io)) io.out(`${printable(line)}\n`);
    return inspection;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error))
      throw error;
    io.err(`${texts.unreadable(basename(reading), error.code)}\n`);
    return null;
  }
};
