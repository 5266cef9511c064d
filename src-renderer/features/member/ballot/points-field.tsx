import { TextInput } from '@mantine/core';
import Big from 'big.js';
import { useEffect, useState, type KeyboardEvent } from 'react';
import type { Criterion, Decimal, Scale } from '#domain/forms/form.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import { memberMessages } from '#domain/text/messages/member.ts';
import { useReadOnly } from '../../../ui/fields.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { readPoints, type ReadPoints } from './read-points.ts';
import { draftOf, keepDraft } from './score-drafts.ts';
import classes from './ballot.module.css';

type Props = {
  readonly id: string;
  readonly criterion: Criterion & { readonly scale: Extract<Scale, { kind: 'points' }> };
  /** Names the field among all fields of all workbooks. */
  readonly place: string;
  /** What the field asks, for those who hear it. */
  readonly name: string;
  readonly points: Decimal | null;
  readonly onPoints: (points: Decimal | null) => void;
};

/**
 * Points typed as digits, stepped with the arrows. What can't stand is refused here with a sentence and stays to be mended; meanwhile
 * the criterion counts as not answered, so that nothing is sent that isn't in sight.
 */
export const PointsField = ({ id, criterion, place, name, points, onPoints }: Props) => {
  const t = useMessages(memberMessages);
  const readOnly = useReadOnly();
  const [draft, setDraft] = useState(() => draftOf(place));
  const { max, step, min } = criterion.scale;

  const write = (text: string | null): void => {
    setDraft(text);
    keepDraft(place, text);
  };
  const read = draft === null ? null : readPoints(criterion, draft);
  const meant = read?.kind === 'points' ? read.points : null;

  // Undo, or another window, has given the criterion other points than are being typed: these are the ones that count.
  useEffect(() => {
    if (points === null || points === meant) return;
    setDraft(null);
    keepDraft(place, null);
  }, [points, meant, place]);

  const onType = (text: string): void => {
    write(text);
    const typed = readPoints(criterion, text);
    const next = typed.kind === 'points' ? typed.points : null;
    if (next !== points) onPoints(next);
  };

  const onBlur = (): void => {
    if (read?.kind === 'points' || read?.kind === 'empty') write(null);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (readOnly || new Big(step).eq(0)) return;
    const from = new Big(points ?? '0');
    const moved = event.key === 'ArrowUp' ? from.plus(points === null ? '0' : step) : from.minus(step);
    const next = moved.gt(max) ? new Big(max) : moved.lt(0) ? new Big(0) : moved;
    onType(formatDecimal(next.toFixed()));
  };

  const sentence = (problem: ReadPoints): string | null => {
    switch (problem.kind) {
      case 'empty':
      case 'points':
        return null;
      case 'notANumber':
        return t.notANumber(draft ?? '');
      case 'aboveMax':
        return t.aboveMax(draft ?? '', problem.max);
      case 'offStep':
        return t.offStep(draft ?? '', problem.step);
    }
  };
  const error = read === null ? null : sentence(read);
  const below = min !== null && points !== null && new Big(points).lt(min);

  const note = [...(new Big(step).eq(1) ? [] : [t.stepOf(step)]), ...(min === null ? [] : [t.minPoints(min)])].join(
    ', ',
  );
  const noteId = `${id}-note`;
  return (
    <div className={classes.points}>
      <div className={classes.pointsLine}>
        <TextInput
          id={id}
          data-item
          aria-label={name}
          aria-describedby={error === null ? noteId : `${noteId} ${id}-wrong`}
          className={classes.pointsInput ?? ''}
          inputMode="decimal"
          autoComplete="off"
          readOnly={readOnly}
          value={draft ?? (points === null ? '' : formatDecimal(points))}
          error={error !== null}
          onChange={(event) => onType(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={onBlur}
          onKeyDown={onKeyDown}
        />
        <span id={noteId} className={classes.pointsNote}>
          <b aria-hidden>/ {formatDecimal(max)}</b> <span className="visually-hidden">{t.maxPoints(max)}</span>
          {note !== '' && <span>{note}</span>}
        </span>
      </div>
      {error !== null && (
        <p id={`${id}-wrong`} className={classes.wrong} role="alert">
          {error}
        </p>
      )}
      {below && <p className={classes.hint}>{t.belowMin(min)}</p>}
    </div>
  );
};
