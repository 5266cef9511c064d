import type { Language } from '#domain/text/catalogue.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import { choiceAt, packChoices } from '#domain/text/messages/pack-choices.ts';
import { packDifferenceMessages } from '#domain/text/messages/pack-differences.ts';
import { packWordAt, packWords } from '#domain/text/messages/pack-words.ts';
import type { PackDifference } from './diff-packs.ts';
import { itemName } from './item-name.ts';
import { basisOf } from './mark.ts';
import type { Pack } from './pack.ts';
import { readIn } from './reading.ts';
import type { Source } from './source.ts';

/** One difference as a person reads it; null where there was or is nothing. */
export type WordedDifference = {
  readonly key: string;
  readonly where: string;
  readonly before: string | null;
  readonly after: string | null;
};

type Path = readonly string[];
type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parts that mean something only as a whole: a change anywhere within is told as one. */
const wholes: ReadonlySet<string> = new Set(['fraction', 'source']);

/** The value a path of names leads to; in a list the names are those of its items. */
const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value.find((item) => itemName(item) === key);
    return isRecord(value) ? value[key] : undefined;
  }, root);

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 87).trimEnd()}…` : text);

/** Says differences between two packs in plain words, in the order given; what is one thing to a reader is told once. */
export const differencesInWords = (
  differences: readonly Pick<PackDifference, 'path'>[],
  before: Pack,
  after: Pack,
  language: Language,
): readonly WordedDifference[] => {
  const older = readIn(before, language);
  const newer = readIn(after, language);
  const t = packDifferenceMessages[language];
  const word = (path: Path): string | null => {
    const key = packWordAt(path);
    return key === null ? null : packWords[language][key];
  };
  const choice = (path: Path, value: string): string | null => {
    const key = choiceAt(path, value);
    return key === null ? null : packChoices[language][key];
  };

  /** Of packs for one council its name needn't be said again and again. */
  const only = older.councils.length === 1 && newer.councils.length === 1;

  const itemWord = (item: unknown, fields: Path): string => {
    if (!isRecord(item)) return '';
    for (const key of ['label', 'title', 'text', 'name', 'number'])
      if (typeof item[key] === 'string') return shortened(item[key]);
    for (const key of ['office', 'output', 'reason', 'kind'])
      if (typeof item[key] === 'string') return choice([...fields, key], item[key]) ?? item[key];
    return '';
  };

  /** The names of the parts a path leads through, without those of lists' items. */
  const walked = (path: Path): { readonly crumbs: readonly string[]; readonly fields: Path } => {
    const crumbs: string[] = [];
    const fields: string[] = [];
    path.forEach((key, index) => {
      const above = path.slice(0, index);
      const list = [newer, older].some((pack) => Array.isArray(valueAt(pack, above)));
      if (list) {
        const item = valueAt(newer, [...above, key]) ?? valueAt(older, [...above, key]);
        if (!only || fields.length > 1) crumbs.push(itemWord(item, fields));
      } else {
        fields.push(key);
        // The council's name stands for the list of councils, and a criterion's for its place in the form.
        if (!['councils', 'groups', 'criteria', 'forms'].includes(key) || index === path.length - 1)
          crumbs.push(word(fields) ?? key);
      }
    });
    return { crumbs: crumbs.filter((crumb) => crumb !== ''), fields };
  };

  const textOf = (value: unknown, fields: Path, depth = 0): string | null => {
    if (value === undefined || value === null) return null;
    const key = fields.at(-1) ?? '';
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') {
      const chosen = choice(fields, value);
      if (chosen !== null) return chosen;
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value.split('-').reverse().join('/');
      return /^\d{1,6}(\.\d{1,6})?$/.test(value) ? formatDecimal(value) : value;
    }
    if (Array.isArray(value)) {
      const parts = value.map((item: unknown) => textOf(item, fields, depth + 1) ?? '');
      return parts.length === 0 ? null : parts.join('; ');
    }
    if (!isRecord(value)) return null;
    if (key === 'fraction') return t.share(String(value['comparison']), Number(value['num']), Number(value['den']));
    if (key === 'source') return basisOf(value as unknown as Source)[language];
    const named = itemWord(value, fields);
    if (named !== '' && depth > 0) return named;
    const parts = Object.entries(value)
      .filter(([part]) => !['id', 'source', 'format'].includes(part))
      .flatMap(([part, inner]) => {
        const said = textOf(inner, [...fields, part], depth + 1);
        return said === null ? [] : [`${word([...fields, part]) ?? part}: ${said}`];
      });
    return parts.join('; ');
  };

  const told = new Map<string, Path>();
  /** Another way of judging has other fields: the two are told as wholes. */
  const judgedOtherwise = (path: Path): boolean =>
    valueAt(older, [...path, 'kind']) !== valueAt(newer, [...path, 'kind']);
  for (const { path } of differences) {
    const cut = path.findIndex(
      (key, index) => wholes.has(key) || (key === 'scale' && judgedOtherwise(path.slice(0, index + 1))),
    );
    const whole = cut === -1 ? path : path.slice(0, cut + 1);
    told.set(whole.join('\n'), whole);
  }
  return [...told].flatMap(([key, path]): WordedDifference[] => {
    const { crumbs, fields } = walked(path);
    // A list whose items only changed places is told by their names.
    const [before, after] = [older, newer].map((pack) => textOf(valueAt(pack, path), fields));
    return before === after ? [] : [{ key, where: crumbs.join(' › '), before: before ?? null, after: after ?? null }];
  });
};
