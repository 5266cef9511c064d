import { NativeSelect, Textarea, TextInput, type TextareaProps, type TextInputProps } from '@mantine/core';
import { useContext, type ReactNode, type Ref } from 'react';
import { DocumentControlsContext } from '../client/document-context.tsx';

/** What every field bound to a document takes. The value is the document's own; `onChange` records what it becomes. */
type Bound = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  /** What is wrong with the value, in words. */
  readonly error?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Are changes taken by the document around here? */
export const useReadOnly = (): boolean => (useContext(DocumentControlsContext)?.standing.readOnly ?? null) !== null;

// Text pasted from a Mac comes decomposed; it is put together when the field is left, so that the caret never jumps.
const composeOnBlur = (value: string, onChange: (value: string) => void) => () => {
  const composed = value.normalize('NFC');
  if (composed !== value) onChange(composed);
};

type TextLineProps = Bound & Omit<TextInputProps, keyof Bound | 'defaultValue'>;

/** One line of text, saved as it is typed. */
export const TextLine = ({ value, onChange, ...rest }: TextLineProps) => (
  <TextInput
    maxLength={1_000}
    autoComplete="off"
    readOnly={useReadOnly()}
    {...rest}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    onBlur={composeOnBlur(value, onChange)}
  />
);

type TextAreaProps = Bound & Omit<TextareaProps, keyof Bound | 'defaultValue'>;

/** Running text, saved as it is typed; grows with what is in it. */
export const TextArea = ({ value, onChange, ...rest }: TextAreaProps) => (
  <Textarea
    maxLength={40_000}
    autosize
    minRows={3}
    maxRows={16}
    readOnly={useReadOnly()}
    {...rest}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    onBlur={composeOnBlur(value, onChange)}
  />
);

/**
 * One line of text that is usually long, such as a council's name: shown whole, over as many lines as it takes; line ends become blanks.
 */
export const LongLine = ({ value, onChange, ...rest }: TextAreaProps) => (
  <TextArea
    minRows={1}
    maxLength={1_000}
    {...rest}
    value={value}
    onChange={(text) => onChange(text.replace(/\s*\n\s*/gu, ' '))}
    onKeyDown={(event) => {
      if (event.key === 'Enter') event.preventDefault();
    }}
  />
);

type ChoiceProps<Value extends string> = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLSelectElement>;
};

/** One of a few, in the browser's own list. */
export const Choice = <Value extends string>({
  value,
  options,
  onChange,
  disabled = false,
  ...rest
}: ChoiceProps<Value>) => (
  <NativeSelect
    {...rest}
    disabled={useReadOnly() || disabled}
    value={value}
    data={[...options]}
    onChange={(event) => {
      const chosen = options.find((option) => option.value === event.currentTarget.value);
      if (chosen !== undefined) onChange(chosen.value);
    }}
  />
);
