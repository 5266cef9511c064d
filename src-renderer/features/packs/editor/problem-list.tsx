import { Link } from 'wouter';
import type { Pack } from '#domain/regulation/pack.ts';
import { pathOf, type PlacedProblem } from '#domain/regulation/placed-problem.ts';
import { packWordAt, packWords } from '#domain/text/messages/pack-words.ts';
import { useOwnPack } from '../../../client/own-pack-document.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { useDraft, valueAt } from './draft.tsx';
import classes from './editor.module.css';
import { problemsIn, sectionsOf } from './sections.ts';

const nameAt = (pack: Pack, path: readonly (string | number)[]): string | null => {
  const value = valueAt(pack, path);
  if (typeof value !== 'object' || value === null) return null;
  const { label, title, text, number } = value as Readonly<Record<string, unknown>>;
  const name = [label, title, text, number].find((one) => typeof one === 'string');
  return typeof name === 'string' && name !== '' ? name : null;
};

/** What must still be put right: where, in words, and why. With `onFollow` each leads to its part. */
export const ProblemList = ({
  problems,
  onFollow,
}: {
  readonly problems: readonly PlacedProblem[];
  readonly onFollow?: () => void;
}) => {
  const language = useLanguage();
  const { pack } = useDraft();
  const { id } = useOwnPack();
  const sections = sectionsOf(pack);
  const where = (place: string): string => {
    const path = pathOf(place);
    const parts = path.flatMap((key, index): readonly (string | null)[] => {
      const upTo = path.slice(0, index + 1);
      if (typeof key === 'number') return path[index - 1] === 'councils' ? [] : [nameAt(pack, upTo)];
      if (['councils', 'conclusion', 'groups', 'forms'].includes(key) && index < path.length - 1) return [];
      const word = packWordAt(upTo);
      return [word === null ? null : packWords[language][word]];
    });
    return parts.filter((part) => part !== null).join(' › ');
  };
  return (
    <ul className={classes.problems}>
      {problems.map((problem, index) => {
        const said = `${where(problem.place)}: ${problem.reason[language]}`;
        const section = sections.find((one) => problemsIn(one, [problem]).length > 0);
        return (
          <li key={`${problem.place} ${problem.code} ${index}`}>
            {onFollow === undefined || section === undefined ? (
              said
            ) : (
              <Link href={`/packs/${id}/edit/${section.place}`} onClick={onFollow}>
                {said}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
};
