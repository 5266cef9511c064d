import { Checkbox, Switch } from '@mantine/core';
import { packChoices, choiceAt } from '#domain/text/messages/pack-choices.ts';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { Choice, LongLine, TextArea, TextLine } from '../../../ui/fields.tsx';
import { useLanguage, useMessages } from '../../../ui/language.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { capital } from './capital.ts';
import { useField, type Path } from './draft.tsx';
import { usePackReader } from '../../../ui/pack-reader.ts';
import classes from './editor.module.css';

type At = {
  readonly path: Path;
  /** Another name than the field's own. */
  readonly label?: string;
};

/** Text at a place of the draft; with `optional` an empty field stands for none. */
export const TextAt = ({
  path,
  label,
  optional = false,
  kind = 'line',
}: At & { readonly optional?: boolean; readonly kind?: 'line' | 'long' | 'area' }) => {
  const field = useField(path);
  const { words } = usePackReader();
  const t = useMessages(packEditorMessages);
  const Field = { line: TextLine, long: LongLine, area: TextArea }[kind];
  const value = typeof field.value === 'string' ? field.value : '';
  // What is edited is the pack's own Vietnamese; on an English screen its reading stands beside it.
  const reading = words(value) === value ? null : t.reading(words(value));
  const described = [field.explanation, reading].flatMap((text) => text ?? []).join(' ');
  return (
    <Field
      label={label ?? field.label}
      description={described === '' ? undefined : described}
      error={field.error}
      value={value}
      onChange={(text: string) => field.set(optional && text === '' ? null : text, true)}
    />
  );
};

/** A number at a place of the draft: whole, or a decimal kept as text; with `optional` an empty field stands for none. */
export const NumberAt = ({
  path,
  label,
  optional = false,
  whole = false,
}: At & { readonly optional?: boolean; readonly whole?: boolean }) => {
  const t = useMessages(packEditorMessages);
  const field = useField(path);
  return (
    <NumberField
      label={label ?? field.label}
      description={field.explanation}
      error={field.error}
      wrong={whole ? t.wholeWrong : t.decimalWrong}
      whole={whole}
      value={typeof field.value === 'number' || typeof field.value === 'string' ? String(field.value) || null : null}
      onChange={(number) => {
        // A number that is needed and was cleared is missing in the draft too, and named among what must be put right.
        if (number === null) field.set(optional || whole ? null : '', true);
        else field.set(whole ? Number(number) : number, true);
      }}
    />
  );
};

export const DayAt = ({ path }: At) => {
  const field = useField(path);
  return (
    <DateField
      label={field.label}
      description={field.explanation}
      error={field.error}
      value={(field.value as string | null) ?? null}
      onChange={(day) => field.set(day, true)}
    />
  );
};

/** One of a few; `onChoose` where choosing changes more than the field itself. */
export const ChoiceAt = ({
  path,
  label,
  options,
  onChoose,
}: At & { readonly options: readonly string[]; readonly onChoose?: (value: string) => void }) => {
  const language = useLanguage();
  const field = useField(path);
  return (
    <Choice
      label={label ?? field.label}
      description={field.explanation}
      error={field.error}
      value={String(field.value)}
      options={options.map((value) => {
        const word = choiceAt(path, value);
        return { value, label: word === null ? value : capital(packChoices[language][word]) };
      })}
      onChange={onChoose ?? ((value) => field.set(value))}
    />
  );
};

export const SwitchAt = ({ path, label }: At) => {
  const field = useField(path);
  return (
    <Switch
      label={label ?? field.label}
      description={field.explanation}
      error={field.error}
      checked={field.value === true}
      disabled={field.readOnly}
      onChange={(event) => field.set(event.currentTarget.checked)}
    />
  );
};

/** "Ít nhất 2/3": how it compares, and the two numbers. */
export const FractionAt = ({ path }: At) => {
  const { error } = useField(path);
  return (
    <>
      <div className={classes.fraction}>
        <ChoiceAt path={[...path, 'comparison']} options={['atLeast', 'moreThan']} />
        <NumberAt path={[...path, 'num']} whole />
        <NumberAt path={[...path, 'den']} whole />
      </div>
      {error !== undefined && (
        <p className={classes.wrong} role="alert">
          {error}
        </p>
      )}
    </>
  );
};

/** Several of a few, each with its own box. */
export const SomeOfAt = ({ path, options }: At & { readonly options: readonly string[] }) => {
  const language = useLanguage();
  const field = useField(path);
  const chosen = Array.isArray(field.value) ? (field.value as readonly string[]) : [];
  return (
    <Checkbox.Group
      label={field.label}
      description={field.explanation}
      error={field.error}
      value={[...chosen]}
      onChange={(values) => field.set(options.filter((option) => values.includes(option)))}
    >
      <div className={classes.boxes}>
        {options.map((option) => {
          const word = choiceAt(path, option);
          return (
            <Checkbox
              key={option}
              value={option}
              label={word === null ? option : capital(packChoices[language][word])}
              disabled={field.readOnly}
            />
          );
        })}
      </div>
    </Checkbox.Group>
  );
};
