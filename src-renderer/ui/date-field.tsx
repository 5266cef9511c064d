import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { useReadOnly } from './fields.tsx';
import { useMessages } from './language.tsx';
import { dayText, timeText } from './moments.ts';
import { readDay, readTime } from './read-day-and-time.ts';
import classes from './date-field.module.css';

type TypedProps = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  /** The value as it is shown; empty where there is none. */
  readonly shown: string;
  readonly placeholder: string;
  readonly wrong: string;
  /** Null: what is typed so far is no value. */
  readonly read: (typed: string) => string | null;
  readonly show: (value: string) => string;
  readonly onValue: (value: string | null) => void;
  readonly className?: string | undefined;
};

/** A field that keeps what is being typed until it can be read, so that nothing half typed is ever lost or changed under the hand. */
const TypedField = ({
  label,
  description,
  error,
  shown,
  placeholder,
  wrong,
  read,
  show,
  onValue,
  className,
}: TypedProps) => {
  const readOnly = useReadOnly();
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(true);
  const unreadable = typed !== null && typed.trim() !== '' && read(typed) === null;
  return (
    <TextInput
      classNames={{ wrapper: className ?? '' }}
      label={label}
      description={description}
      error={unreadable && left ? wrong : error}
      placeholder={placeholder}
      autoComplete="off"
      inputMode="numeric"
      readOnly={readOnly}
      value={typed ?? shown}
      onFocus={() => setLeft(false)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const value = text.trim() === '' ? null : read(text);
        if (value === null ? text.trim() === '' : show(value) !== shown) onValue(value);
      }}
      onBlur={() => {
        setLeft(true);
        if (!unreadable) setTyped(null);
      }}
    />
  );
};

type DateFieldProps = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  /** `YYYY-MM-DD`. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

/** A day, typed as dd/MM/yyyy. */
export const DateField = ({ value, onChange, ...rest }: DateFieldProps) => {
  const t = useMessages(shellMessages);
  return (
    <TypedField
      {...rest}
      className={classes.day}
      shown={dayText(value)}
      placeholder={t.dateHint}
      wrong={t.dateWrong}
      read={readDay}
      show={dayText}
      onValue={onChange}
    />
  );
};

type TimeFieldProps = Omit<DateFieldProps, 'value'> & {
  /** `HH:mm`. */
  readonly value: string | null;
};

/** A time of day, typed as HH:mm. */
export const TimeField = ({ value, onChange, ...rest }: TimeFieldProps) => {
  const t = useMessages(shellMessages);
  return (
    <TypedField
      {...rest}
      className={classes.time}
      shown={value ?? ''}
      placeholder={t.timeHint}
      wrong={t.timeWrong}
      read={readTime}
      show={(text) => text}
      onValue={onChange}
    />
  );
};

type DateTimeFieldProps = {
  /** What the two fields are about; names the group. */
  readonly label: string;
  readonly description?: ReactNode;
  /** `YYYY-MM-DDTHH:mm`. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** `HH:mm` that is put in, in plain sight, as soon as the day stands. */
  readonly usualTime: string;
  /** Day that is put in when a time is typed first; else the time waits for a day. */
  readonly usualDay?: string | null;
};

/** A day and a time of day, as one value. */
export const DateTimeField = ({
  label,
  description,
  value,
  onChange,
  usualTime,
  usualDay = null,
}: DateTimeFieldProps) => {
  const t = useMessages(shellMessages);
  const day = value?.slice(0, 10) ?? null;
  const time = value === null ? null : timeText(value);
  const [lonelyTime, setLonelyTime] = useState(false);
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{label}</legend>
      {description !== undefined && <p className={classes.description}>{description}</p>}
      <div className={classes.pair}>
        <DateField
          label={<Named what={t.dateOf(label)} short={t.day} />}
          value={day}
          onChange={(changed) => {
            setLonelyTime(false);
            onChange(changed === null ? null : `${changed}T${time ?? usualTime}`);
          }}
        />
        <TimeField
          label={<Named what={t.timeOf(label)} short={t.time} />}
          value={time}
          error={lonelyTime ? t.dateFirst : undefined}
          onChange={(changed) => {
            const onDay = day ?? usualDay;
            if (changed !== null && onDay !== null) onChange(`${onDay}T${changed}`);
            setLonelyTime(changed !== null && onDay === null);
          }}
        />
      </div>
    </fieldset>
  );
};

/** The short name stands on the screen; the full one is what assistive technology reads. */
const Named = ({ what, short }: { readonly what: string; readonly short: string }) => (
  <>
    <span aria-hidden>{short}</span>
    <span className="visually-hidden">{what}</span>
  </>
);
