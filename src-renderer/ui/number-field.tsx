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
  /** Whole numbers only. */
  readonly whole?: boolean;
  /** A decimal with a dot; null while there is none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

/** A number typed with a decimal comma; what can't be read stays in the field and is said. */
export const NumberField = ({ label, description, error, wrong, whole = false, value, onChange }: Props) => {
  const readOnly = useReadOnly();
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): string | null => {
    const number = parseDecimal(text);
    return number !== null && whole && number.includes('.') ? null : number;
  };
  const unreadable = typed !== null && typed.trim() !== '' && read(typed) === null;
  return (
    <TextInput
      label={label}
      description={description}
      error={unreadable ? wrong : error}
      inputMode={whole ? 'numeric' : 'decimal'}
      autoComplete="off"
      readOnly={readOnly}
      value={typed ?? (value === null ? '' : formatDecimal(value))}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const number = read(text);
        if (number !== null || text.trim() === '') onChange(number);
      }}
      onBlur={() => {
        if (!unreadable) setTyped(null);
      }}
    />
  );
};
