import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PackEntry } from '#domain/contract/packs.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { summaryOf, type PackSummary } from '#domain/regulation/pack-summary.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { commandMessages } from '#domain/text/messages/commands.ts';
import { regulationMessages } from '#domain/text/messages/regulation.ts';
import { problemText } from '#domain/text/problems.ts';
import { openHoidongArchive } from '#main/application/archive.ts';
import { sourceLayout } from '#main/hosting/program-layout.ts';
import { loadPacks, type RefusedPack } from '#main/services/pack-library.ts';
import { listOwnPacks } from '#main/services/packs.ts';
import type { CommandIo } from '../command.ts';
import { readOptions } from '../options.ts';
import { dataFolderOf } from '../with-application.ts';

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

/** An own pack as the list tells it: the newest version, and what of the pack is still being written or can't be read. */
type OwnSummary = Partial<PackSummary> & {
  readonly origin: 'own';
  readonly id: string;
  readonly title: string;
  readonly basedOn: string | null;
  readonly versions: readonly {
    readonly version: number;
    readonly author: string;
    readonly at: string;
    readonly reason: string;
  }[];
  readonly editing: boolean;
  readonly problem: string | null;
};

const ownSummary = (
  { id, title, pack, base, versions, editing, problem }: PackEntry,
  language: Language,
): OwnSummary => ({
  ...(pack === null ? {} : summaryOf(pack)),
  origin: 'own',
  id,
  title,
  basedOn: base === null ? null : `${base.id}@${base.version}`,
  versions: versions.flatMap(({ version, change }) => (change === null ? [] : [{ version, ...change }])),
  editing,
  problem: problem === null ? null : problemText(problem, language),
});

const ownReadable = (entry: PackEntry, language: Language): string => {
  const t = regulationMessages[language];
  const latest = entry.versions.at(-1)?.change;
  return [
    entry.pack === null ? `${entry.id}\n  ${entry.title}` : readable(summaryOf(entry.pack), language),
    ...(entry.base === null ? [] : [`  ${t.packsOwnFrom(`${entry.base.id}@${entry.base.version}`)}`]),
    ...(latest ? [`  ${t.packsOwnBy(latest.author, dayText(latest.at.slice(0, 10), ''), latest.reason)}`] : []),
    ...(entry.editing ? [`  ${t.packsOwnEditing()}`] : []),
  ].join('\n');
};

/** The own packs of a data folder; none where nobody named the folder and there is none. */
const ownPacksOf = async (data: string | undefined, { err, language }: CommandIo): Promise<readonly PackEntry[]> => {
  const dataDir = dataFolderOf(data);
  if (data === undefined && !existsSync(dataDir)) return [];
  const archive = await openHoidongArchive(dataDir, {
    clock: () => new Date().toISOString(),
    ids: () => randomUUID(),
    notice: (problem) => err(`${problemText(problem, language)}\n`),
    readOnly: true,
  });
  try {
    return await listOwnPacks(archive);
  } finally {
    await archive.close();
  }
};

/**
 * `hoidong packs [--text] [--data DIR | --folder DIR]`: the regulation packs with dates and marks, as JSON or to read: own ones of the
 * data folder, then those that ship with the program, or only those of a folder. 1 where a pack is refused or damaged; the others are
 * listed all the same.
 */
export const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const { out, err, language } = io;
  const t = regulationMessages[language];
  const { values } = readOptions(
    args,
    {
      text: { type: 'boolean' },
      folder: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    0,
    language,
  );
  if (values.help === true) {
    out(t.packsUsage() + commandMessages[language].dataOption);
    return 0;
  }
  let own: readonly PackEntry[] = [];
  let broken = false;
  try {
    if (values.folder === undefined) own = await ownPacksOf(values.data, io);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    broken = true;
    err(`${problemText({ code: error.code, details: { ...error.details } }, language)}\n`);
  }
  const { packs, refused } = await loadPacks(values.folder ?? shippedPackFolder());
  const texts = [
    ...own.map((entry) => ownReadable(entry, language)),
    ...packs.map((pack) => readable(summaryOf(pack), language)),
  ];
  out(
    values.text === true
      ? `${texts.join('\n\n')}\n`
      : `${JSON.stringify([...own.map((entry) => ownSummary(entry, language)), ...packs.map((pack) => ({ ...summaryOf(pack), origin: 'shipped' }))], null, 2)}\n`,
  );
  for (const { title, problem } of own) {
    if (problem === null || problem.code === 'store.openedReadOnly') continue;
    broken = true;
    err(`${title}: ${problemText(problem, language)}\n`);
  }
  if (refused.length > 0)
    err(`${[t.packsRefused(refused.length), ...refused.map((file) => refusedText(file, language))].join('\n')}\n`);
  return broken || refused.length > 0 ? 1 : 0;
};
