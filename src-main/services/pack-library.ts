import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readPackText } from '#domain/regulation/check-pack.ts';
import type { Pack } from '#domain/regulation/pack.ts';
import type { PlacedProblem } from '#domain/regulation/placed-problem.ts';
import { bilingual } from '#domain/text/bilingual.ts';
import { regulationMessages } from '#domain/text/messages/regulation.ts';

const both = bilingual(regulationMessages);

/** A pack file that was refused, with every place and reason. */
export type RefusedPack = { readonly fileName: string; readonly problems: readonly PlacedProblem[] };

export type PackLibrary = {
  /** Usable packs: the newest regime first, then drafts and templates; within these by title. */
  readonly packs: readonly Pack[];
  readonly refused: readonly RefusedPack[];
};

const regimeOrder: Readonly<Record<Pack['regime'], number>> = { since2025: 0, before2025: 1, any: 2 };
const orderOf = (pack: Pack): number => (pack.template ? 20 : 0) + (pack.draft ? 10 : 0) + regimeOrder[pack.regime];
const byOrder = (left: Pack, right: Pack): number =>
  orderOf(left) - orderOf(right) ||
  (left.id < right.id ? -1 : left.id > right.id ? 1 : 0) ||
  left.version - right.version;

/**
 * Reads every `*.json` in a folder as a regulation pack. A file that can't be used doesn't stop the others: it is refused with its
 * places and reasons. A folder that can't be read is refused as a whole under its own name.
 */
export const loadPacks = async (folder: string): Promise<PackLibrary> => {
  let names: readonly string[];
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch {
    return { packs: [], refused: [{ fileName: folder, problems: [unreadable(folder)] }] };
  }
  const packs: Pack[] = [];
  const refused: RefusedPack[] = [];
  for (const fileName of names) {
    const problems = await readFile(join(folder, fileName), 'utf8').then(
      (text): readonly PlacedProblem[] => {
        const read = readPackText(text);
        if (!read.ok) return read.problems;
        const { id, version } = read.pack;
        if (packs.some((pack) => pack.id === id && pack.version === version))
          return [{ place: 'id', code: 'doublePack', reason: both((t) => t.doublePack(`${id} ${version}`)) }];
        packs.push(read.pack);
        return [];
      },
      () => [unreadable(fileName)],
    );
    if (problems.length > 0) refused.push({ fileName, problems });
  }
  return { packs: packs.sort(byOrder), refused };
};

const unreadable = (name: string): PlacedProblem => ({
  place: '',
  code: 'unreadable',
  reason: both((t) => t.unreadable(name)),
});
