import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { parseDecimal, formatDecimal } from '#domain/text/decimals.ts';
import { useReadOnly } from './fields.tsx';

type Props = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  /** What is wrong with the number, in words. */
  readonly error?: ReactNode;
  /** Said when what is typed is no number. */
  readonly wrong: string;
  /**
   * Said when the field was left empty though the document can't be without a number and so goes on holding `kept`. Left out where it
   * can: the document then holds nothing.
   */
  readonly needed?: (kept: string) => string;
  /** Whole numbers only. */
  readonly whole?: boolean;
  /** A decimal with a dot; null while there is none. */
  readonly value: string | null;
  /** Null when the field was cleared. */
  readonly onChange: (value: string | null) => void;
};

/** What stands in the field without being the document's number; `over` is the number it stood over when the field was left. */
type Typed = { readonly text: string; readonly over?: string | null };

/**
 * A number typed with a decimal comma. What can't be read stays in the field and is said; a field that was cleared stays empty until a
 * number is given. Either gives way when the document's number changes otherwise, as by undoing.
 */
export const NumberField = ({ label, description, error, wrong, needed, whole = false, value, onChange }: Props) => {
  const readOnly = useReadOnly();
  const [held, setHeld] = useState<Typed | null>(null);
  const read = (text: string): string | null => {
    const number = parseDecimal(text);
    return number !== null && whole && number.includes('.') ? null : number;
  };
  const isLeft = held?.over !== undefined;
  const typed = held === null || (isLeft && held.over !== value) ? null : held.text;
  const isEmpty = typed?.trim() === '';
  const isUnreadable = typed !== null && !isEmpty && read(typed) === null;
  const isMissing = isEmpty && isLeft && value !== null && needed !== undefined;
  const shown = value === null ? '' : formatDecimal(value);
  return (
    <TextInput
      label={label}
      description={description}
      error={isUnreadable ? wrong : isMissing ? needed(shown) : error}
      inputMode={whole ? 'numeric' : 'decimal'}
      autoComplete="off"
      readOnly={readOnly}
      value={typed ?? shown}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setHeld({ text });
        const number = read(text);
        if (number !== null || text.trim() === '') onChange(number);
      }}
      onBlur={() => setHeld(typed !== null && (isUnreadable || isEmpty) ? { text: typed, over: value } : null)}
    />
  );
};
