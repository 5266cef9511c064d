import { readFile } from 'node:fs/promises';
import { readCaseFile } from '#domain/conclusion/case-file.ts';
import { conclude } from '#domain/conclusion/conclude.ts';
import { readableConclusion } from '#domain/conclusion/readable.ts';
import { findWhatIf } from '#domain/conclusion/what-if.ts';
import { conclusionMessages } from '#domain/text/messages/conclusion.ts';
import { regulationMessages } from '#domain/text/messages/regulation.ts';
import { loadPacks } from '#main/services/pack-library.ts';
import { UsageError, type CommandIo } from '../command.ts';
import { readOptions } from '../options.ts';
import { refusedText, shippedPackFolder } from './packs.ts';

/**
 * `hoidong conclude CASE.json [--text] [--what-if] [--folder DIR]`: the conclusion of a case file with its tree of steps, as JSON or to
 * read. 1 where the file can't be read or is refused; the places and reasons go to standard error.
 */
export const run = async (args: readonly string[], { out, err, language }: CommandIo): Promise<number> => {
  const t = conclusionMessages[language];
  const { values, positionals } = readOptions(
    args,
    {
      text: { type: 'boolean' },
      'what-if': { type: 'boolean' },
      folder: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    1,
    language,
  );
  if (values.help === true) {
    out(t.cliCaseUsage());
    return 0;
  }
  const [file] = positionals;
  if (file === undefined) throw new UsageError(t.cliOneFile());
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    err(`${t.cliUnreadable(file)}\n`);
    return 1;
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    err(`${t.cliNotJson(file)}\n`);
    return 1;
  }
  const { packs, refused } = await loadPacks(values.folder ?? shippedPackFolder());
  if (refused.length > 0)
    err(
      `${[regulationMessages[language].packsRefused(refused.length), ...refused.map((pack) => refusedText(pack, language))].join('\n')}\n`,
    );
  const read = readCaseFile(data, packs);
  if (!read.ok) {
    err(`${t.cliRefused(file)}\n${refusedText({ fileName: file, problems: read.problems }, language)}\n`);
    return 1;
  }
  const conclusion = conclude(read.case);
  const whatIf = values['what-if'] === true ? findWhatIf(read.case) : null;
  out(
    values.text === true
      ? readableConclusion(conclusion, language, whatIf)
      : `${JSON.stringify(whatIf === null ? conclusion : { ...conclusion, whatIf }, null, 2)}\n`,
  );
  return 0;
};
