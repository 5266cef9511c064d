import { Radio } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { canJoin, joinTexts } from '#domain/exchange/merge.ts';
import type { MergePick } from '#domain/exchange/merge-record.ts';
import { mergingMessages } from '#domain/text/messages/merging.ts';
import { useMessages } from '../../ui/language.tsx';
import table from '../../ui/table.module.css';
import classes from './merging.module.css';
import type { MergeRow } from './merge-rows.ts';

export type Choose = MergePick['choose'];
export type Choices = Readonly<Record<string, Choose>>;

/** The points of one dossier on each side, as far as it has any; `result` is null while something is open. */
export type Totals = {
  readonly base: string;
  readonly left: string;
  readonly right: string;
  readonly result: string | null;
};

type Props = {
  /** Names the table to screen readers. */
  readonly caption: string;
  readonly rows: readonly MergeRow[];
  readonly totals: Totals | null;
  /** Is there an earlier return to show? */
  readonly withBase: boolean;
  readonly choices: Choices;
  readonly onChoose: (key: string, choose: Choose) => void;
};

/** Old, left and right of everything that differs, and what becomes of it. */
export const MergeTable = ({ caption, rows, totals, withBase, choices, onChoose }: Props) => {
  const t = useMessages(mergingMessages);
  return (
    <div className={table.scroller}>
      <table className={`${table.table ?? ''} ${classes.compared ?? ''}`} aria-label={caption}>
        <thead>
          <tr>
            {withBase && <th scope="col">{t.base}</th>}
            <th scope="col">{t.left}</th>
            <th scope="col">{t.right}</th>
            <th scope="col">{t.result}</th>
          </tr>
        </thead>
        {rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            withBase={withBase}
            chosen={choices[row.key]}
            onChoose={(choose) => onChoose(row.key, choose)}
          />
        ))}
        {totals && (
          <tbody className={classes.totals}>
            <tr>
              <th scope="rowgroup" colSpan={withBase ? 4 : 3}>
                {t.total}
              </th>
            </tr>
            <tr>
              {withBase && <td>{totals.base}</td>}
              <td>{totals.left}</td>
              <td>{totals.right}</td>
              <td>{totals.result ?? '…'}</td>
            </tr>
          </tbody>
        )}
      </table>
    </div>
  );
};

type RowProps = {
  readonly row: MergeRow;
  readonly withBase: boolean;
  readonly chosen: Choose | undefined;
  readonly onChoose: (choose: Choose) => void;
};

const resultText = ({ place, show }: MergeRow, chosen: Choose | undefined): string | null => {
  const { left, right, settled } = place;
  if (settled !== 'conflict') return show(settled === 'right' ? right : left);
  if (chosen === undefined) return null;
  return chosen === 'both' ? joinTexts(show(left), show(right)) : show(place[chosen]);
};

const Row = ({ row, withBase, chosen, onChoose }: RowProps) => {
  const t = useMessages(mergingMessages);
  const { place, label, show } = row;
  const conflict = place.settled === 'conflict';
  const words: Readonly<Record<Choose, string>> = { left: t.takeLeft, right: t.takeRight, both: t.takeBoth };
  const radio = (choose: Choose) => (
    <Radio
      name={row.key}
      label={words[choose]}
      aria-label={t.choiceFor(words[choose], label)}
      checked={chosen === choose}
      onChange={() => onChoose(choose)}
    />
  );
  const settled = {
    same: t.settledSame,
    left: t.settledLeft,
    right: t.settledRight,
    conflict: chosen === undefined ? t.settledOpen : t.chosen,
  }[place.settled];
  const result = resultText(row, chosen);
  const open = conflict && chosen === undefined;
  return (
    <tbody data-open={open}>
      <tr>
        <th scope="rowgroup" colSpan={withBase ? 4 : 3}>
          {label}
        </th>
      </tr>
      <tr>
        {withBase && (
          <td>
            <p className={classes.text}>{show(place.base)}</p>
          </td>
        )}
        <td data-taken={place.settled === 'left' || chosen === 'left' || chosen === 'both'}>
          <p className={classes.text}>{show(place.left)}</p>
          {conflict && radio('left')}
        </td>
        <td data-taken={place.settled === 'right' || chosen === 'right' || chosen === 'both'}>
          <p className={classes.text}>{show(place.right)}</p>
          {conflict && radio('right')}
        </td>
        <td>
          {result !== null && <p className={classes.text}>{result}</p>}
          <p className={classes.settled} data-open={open}>
            {open ? <IconAlertTriangle aria-hidden stroke={2} /> : <IconCheck aria-hidden stroke={2} />}
            {settled}
          </p>
          {conflict && canJoin(place) && radio('both')}
        </td>
      </tr>
    </tbody>
  );
};
