import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { readDraft } from '#domain/regulation/edit-pack.ts';
import type { Pack } from '#domain/regulation/pack.ts';
import { placeOf, type PlacedProblem } from '#domain/regulation/placed-problem.ts';
import { packFieldAt, packFieldMessages } from '#domain/text/messages/pack-fields.ts';
import { packWordAt, packWords } from '#domain/text/messages/pack-words.ts';
import { useOwnPack } from '../../../client/own-pack-document.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { capital } from './capital.ts';

export type Path = readonly (string | number)[];

type Draft = {
  readonly pack: Pack;
  readonly problems: readonly PlacedProblem[];
  readonly readOnly: boolean;
  /** Puts a value at a place; `typing` gathers keystrokes in one field. */
  readonly set: (path: Path, value: unknown, typing?: boolean) => void;
};

const DraftContext = createContext<Draft | null>(null);

/** The draft of the open own pack, and everything that must still be put right in it. */
export const DraftProvider = ({ pack, children }: { readonly pack: Pack; readonly children: ReactNode }) => {
  const { record, readOnly } = useOwnPack();
  const problems = useMemo(() => readDraft(pack).problems, [pack]);
  const draft = useMemo<Draft>(
    () => ({
      pack,
      problems,
      readOnly,
      set: (path, value, typing = false) =>
        record(
          // What the fields give is JSON; the schema of the operation checks it.
          { type: 'draft.changed', path: [...path], value: value as never },
          typing ? path.join('.') : undefined,
        ),
    }),
    [pack, problems, readOnly, record],
  );
  return <DraftContext value={draft}>{children}</DraftContext>;
};

export const useDraft = (): Draft => {
  const draft = useContext(DraftContext);
  if (draft === null) throw new Error('no draft around here');
  return draft;
};

/** The value a path leads to; undefined where there is none. */
export const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string | number, unknown>>)[key]
        : undefined,
    root,
  );

/** What a field at some path needs: its value, its name, its explanation where it has one of its own, and what is wrong with it. */
export const useField = (path: Path) => {
  const { pack, problems, set, readOnly } = useDraft();
  const language = useLanguage();
  const word = packWordAt(path);
  const explained = packFieldAt(path);
  const isItsOwn =
    explained !== null &&
    path
      .filter((key) => typeof key === 'string')
      .join('.')
      .endsWith(explained);
  const place = placeOf(path);
  const wrong = problems.filter((problem) => problem.place === place).map(({ reason }) => reason[language]);
  return {
    value: valueAt(pack, path),
    label: word === null ? String(path.at(-1)) : packWords[language][word],
    explanation: isItsOwn ? packFieldMessages[language][explained] : undefined,
    error: wrong.length === 0 ? undefined : `${capital(wrong.join('; '))}.`,
    set: (value: unknown, typing?: boolean) => set(path, value, typing),
    readOnly,
  };
};
