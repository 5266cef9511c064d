import { useState } from 'react';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { TextArea, TextLine } from '../../../ui/fields.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { useField, type Path } from './draft.tsx';

/** A list of names, one a line; empty lines are left out when the field is left. */
export const LinesAt = ({ path }: { readonly path: Path }) => {
  const t = useMessages(packEditorMessages);
  const field = useField(path);
  const [typed, setTyped] = useState<string | null>(null);
  const lines = Array.isArray(field.value) ? (field.value as readonly string[]) : [];
  return (
    <div onBlur={() => setTyped(null)}>
      <TextArea
        label={field.label}
        description={[field.explanation, t.onePerLine].filter((text) => text !== undefined).join(' ')}
        error={field.error}
        minRows={2}
        value={typed ?? lines.join('\n')}
        onChange={(text: string) => {
          setTyped(text);
          field.set(
            text
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
            true,
          );
        }}
      />
    </div>
  );
};

/** A few whole numbers with commas between them; empty stands for none. */
export const NumbersAt = ({ path }: { readonly path: Path }) => {
  const t = useMessages(packEditorMessages);
  const field = useField(path);
  const [typed, setTyped] = useState<string | null>(null);
  const numbers = Array.isArray(field.value) ? (field.value as readonly number[]) : [];
  const isReadable = (text: string): boolean => /^\s*(\d{1,2}\s*([,;]\s*\d{1,2}\s*)*)?$/u.test(text);
  return (
    <div
      onBlur={() => {
        if (typed !== null && isReadable(typed)) setTyped(null);
      }}
    >
      <TextLine
        label={field.label}
        description={t.numbersHint}
        error={typed !== null && !isReadable(typed) ? t.numbersHint : field.error}
        value={typed ?? numbers.join(', ')}
        onChange={(text: string) => {
          setTyped(text);
          if (!isReadable(text)) return;
          const read = text.match(/\d+/gu)?.map(Number) ?? [];
          field.set(read.length === 0 ? null : read, true);
        }}
      />
    </div>
  );
};
