import { readFile } from 'node:fs/promises';
import { agreementOf, agreementWords } from '#domain/conclusion/agreement.ts';
import { readScoreTable } from '#domain/conclusion/score-table.ts';
import { conclusionMessages } from '#domain/text/messages/conclusion.ts';
import { UsageError, type CommandIo } from '../command.ts';
import { readOptions } from '../options.ts';

/**
 * `hoidong agreement FILE.csv [--text]`: agreement among members from rows of dossiers and columns of members, as one JSON object or in
 * words. 1 where the file can't be read or isn't a table of numbers.
 */
export const run = async (args: readonly string[], { out, err, language }: CommandIo): Promise<number> => {
  const t = conclusionMessages[language];
  const { values, positionals } = readOptions(
    args,
    { text: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    1,
    language,
  );
  if (values.help === true) {
    out(t.cliAgreementUsage());
    return 0;
  }
  const [file] = positionals;
  if (file === undefined) throw new UsageError(t.cliOneFile());
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    err(`${t.cliUnreadable(file)}\n`);
    return 1;
  }
  const table = readScoreTable(text);
  if (!table.ok) {
    err(`${t.cliRefused(file)} ${table.reason[language]}\n`);
    return 1;
  }
  const agreement = agreementOf(table.scores);
  const { kendallW, icc2_1, icc2_k, krippendorffAlpha, n, k } = agreement;
  out(
    values.text === true
      ? `${agreementWords(agreement, table.members)
          .map((words) => words[language])
          .join('\n')}\n`
      : `${JSON.stringify({ kendallW, icc2_1, icc2_k, krippendorffAlpha, n, k })}\n`,
  );
  return 0;
};
