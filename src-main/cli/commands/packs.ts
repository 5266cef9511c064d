import { join } from 'node:path';
import { summaryOf, type PackSummary } from '#domain/regulation/pack-summary.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { regulationMessages } from '#domain/text/messages/regulation.ts';
import { sourceLayout } from '#main/hosting/program-layout.ts';
import { loadPacks, type RefusedPack } from '#main/services/pack-library.ts';
import type { CommandIo } from '../command.ts';
import { readOptions } from '../options.ts';

/** Where the packs that ship with the program are. */
export const shippedPackFolder = (): string => join(sourceLayout().assetsDir, 'regulations');

/** A refused pack file for a person: its name, then every place and reason. */
export const refusedText = ({ fileName, problems }: RefusedPack, language: Language): string =>
  [
    `${fileName}:`,
    ...problems.map(({ place, reason }) => `  ${place === '' ? '' : `${place}: `}${reason[language]}`),
  ].join('\n');

const dayText = (day: string | null, open: string): string => day?.split('-').reverse().join('/') ?? open;

const readable = (pack: PackSummary, language: Language): string => {
  const t = regulationMessages[language];
  const flags = [...(pack.draft ? [t.draftPack()] : []), ...(pack.template ? [t.templatePack()] : [])];
  const { seen, secondary, unverified } = pack.marks;
  return [
    `${pack.id}@${pack.version}${flags.length === 0 ? '' : ` (${flags.join(', ')})`}`,
    `  ${pack.title}`,
    `  ${t.packsFrom(dayText(pack.approvedFrom, t.packsOpenStart()), dayText(pack.approvedTo, t.packsOpenEnd()))}`,
    `  ${t.packsKinds(pack.councils.join(', '))}`,
    `  ${t.packsMarksLabel(t.packsMarks(seen, secondary, unverified))}`,
  ].join('\n');
};

/**
 * `hoidong packs [--text] [--folder DIR]`: the regulation packs with dates and marks, as JSON or to read. 1 where a pack file is
 * refused; the usable ones are listed all the same.
 */
export const run = async (args: readonly string[], { out, err, language }: CommandIo): Promise<number> => {
  const t = regulationMessages[language];
  const { values } = readOptions(
    args,
    { text: { type: 'boolean' }, folder: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    0,
    language,
  );
  if (values.help === true) {
    out(t.packsUsage());
    return 0;
  }
  const { packs, refused } = await loadPacks(values.folder ?? shippedPackFolder());
  const summaries = packs.map(summaryOf);
  out(
    values.text === true
      ? `${summaries.map((summary) => readable(summary, language)).join('\n\n')}\n`
      : `${JSON.stringify(summaries, null, 2)}\n`,
  );
  if (refused.length === 0) return 0;
  err(`${[t.packsRefused(refused.length), ...refused.map((file) => refusedText(file, language))].join('\n')}\n`);
  return 1;
};
