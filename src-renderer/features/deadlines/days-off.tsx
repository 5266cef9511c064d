import { Button, CloseButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { dayOffSchema, type DayOff } from '#domain/session/state.ts';
import { deadlineMessages } from '#domain/text/messages/deadlines.ts';
import { useSession } from '../../client/session-document.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextLine } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { dayText } from '../../ui/moments.ts';
import { Fields } from '../../ui/section.tsx';
import classes from './deadlines.module.css';

const blank = { name: '', from: null, to: null };
type Draft = { readonly name: string; readonly from: string | null; readonly to: string | null };

/** The days off that the secretary named, and where to name more: working days are counted without them. */
export const DaysOff = () => {
  const t = useMessages(deadlineMessages);
  const { state, record, readOnly } = useSession();
  const [draft, setDraft] = useState<Draft>(blank);
  const { daysOff } = state;
  const span = ({ from, to }: DayOff): string => (from === to ? dayText(from) : t.span(dayText(from), dayText(to)));
  const textOf = (one: DayOff): string => (one.name === '' ? span(one) : t.named(one.name, span(one)));
  const set = (next: readonly DayOff[]) => record({ type: 'daysOff.set', daysOff: [...next] });
  // One day has no last day of its own.
  const added = dayOffSchema.safeParse({ name: draft.name.trim(), from: draft.from, to: draft.to ?? draft.from });
  return (
    <details className={classes.daysOff}>
      <summary>
        {t.daysOff}: {daysOff.length === 0 ? t.daysOffNone : daysOff.map(textOf).join('; ')}
      </summary>
      <div className={classes.daysOffBody}>
        <p>{t.daysOffLead}</p>
        {daysOff.length > 0 && (
          <ul className={classes.daysOffList}>
            {daysOff.map((one, index) => (
              <li key={`${one.from} ${one.to} ${index}`}>
                <span>{textOf(one)}</span>
                <CloseButton
                  aria-label={t.removeDayOff(textOf(one))}
                  disabled={readOnly}
                  onClick={() => set(daysOff.toSpliced(index, 1))}
                />
              </li>
            ))}
          </ul>
        )}
        <Fields columns={3}>
          <TextLine label={t.dayOffName} value={draft.name} onChange={(name: string) => setDraft({ ...draft, name })} />
          <DateField label={t.dayOffFrom} value={draft.from} onChange={(from) => setDraft({ ...draft, from })} />
          <DateField
            label={t.dayOffTo}
            error={draft.from !== null && draft.to !== null && !added.success ? t.dayOffWrong : undefined}
            value={draft.to}
            onChange={(to) => setDraft({ ...draft, to })}
          />
        </Fields>
        <div>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus aria-hidden size="1.125rem" stroke={2} />}
            disabled={readOnly || !added.success || daysOff.length >= 40}
            onClick={() => {
              if (!added.success) return;
              set([...daysOff, added.data]);
              setDraft(blank);
            }}
          >
            {t.addDayOff}
          </Button>
        </div>
      </div>
    </details>
  );
};
