import type { PackDifference } from '#domain/regulation/diff-packs.ts';
import { differencesInWords } from '#domain/regulation/differences-in-words.ts';
import type { Pack } from '#domain/regulation/pack.ts';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import table from '../../ui/table.module.css';
import classes from './editor/editor.module.css';

type Props = {
  readonly differences: readonly Pick<PackDifference, 'path'>[];
  readonly older: Pack;
  readonly newer: Pack;
};

/** In what two packs differ, in plain words. */
export const DifferencesTable = ({ differences, older, newer }: Props) => {
  const t = useMessages(packEditorMessages);
  const lines = differencesInWords(differences, older, newer, useLanguage());
  if (lines.length === 0) return <p>{t.noDifferences}</p>;
  const said = (text: string | null) => (text === null ? <span className={classes.nothing}>{t.nothing}</span> : text);
  return (
    <div className={table.scroller}>
      <table className={`${table.table ?? ''} ${classes.differences ?? ''}`}>
        <caption>{t.differenceCount(lines.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.columnWhere}</th>
            <th scope="col">{t.columnBefore}</th>
            <th scope="col">{t.columnAfter}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, where, before, after }) => (
            <tr key={key}>
              <th scope="row">{where}</th>
              <td>{said(before)}</td>
              <td>{said(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
