import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { chooseFiles, type Chosen } from '../client/files.ts';
import { useMessages } from './language.tsx';
import { Notice } from './notice.tsx';
import { useProblemText } from './problem-text.ts';
import classes from './file-drop.module.css';

type Props = {
  /** Name endings without the dot. Files of another kind are named and not handed on. */
  readonly accept: readonly string[];
  readonly multiple: boolean;
  /** Called with one file or more. */
  readonly onFiles: (files: readonly File[]) => void;
  /** On the button, e.g. "Đính kèm tệp PDF…"; says what is chosen. */
  readonly label?: string;
  readonly disabled?: boolean;
};

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Takes files by a dialog and by drag and drop. */
export const FileDrop = ({ accept, multiple, onFiles, label, disabled = false }: Props) => {
  const t = useMessages(shellMessages);
  const say = useProblemText();
  const [over, setOver] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);

  const take = ({ files, problem }: Chosen) => {
    const fits = (file: File) => accept.some((ending) => file.name.toLowerCase().endsWith(`.${ending}`));
    const taken = (multiple ? files : files.slice(0, 1)).filter(fits);
    const wanted = accept.map((ending) => `.${ending}`).join(', ');
    setRefusals([
      ...(problem === null ? [] : [say(problem)]),
      ...files.filter((file) => !fits(file)).map(({ name }) => t.wrongFileKind(name, wanted)),
    ]);
    if (taken.length > 0) onFiles(taken);
  };

  return (
    <div className={classes.outer}>
      <div
        className={classes.drop}
        data-over={over}
        onDragEnter={(event) => !disabled && hasFiles(event) && setOver(true)}
        onDragOver={(event) => {
          if (disabled || !hasFiles(event)) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
          setOver(true);
        }}
        onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (!disabled) take({ files: [...event.dataTransfer.files], problem: null });
        }}
      >
        <Button
          variant="default"
          disabled={disabled}
          leftSection={<IconFileUpload aria-hidden size="1.25rem" stroke={1.75} />}
          onClick={() => void chooseFiles(accept, multiple).then(take)}
        >
          {label ?? (multiple ? t.chooseFiles : t.chooseFile)}
        </Button>
        <span className={classes.hint}>{over ? t.dropNow : t.dropHere}</span>
      </div>
      {refusals.map((text) => (
        <Notice key={text} tone="wrong" alert>
          {text}
        </Notice>
      ))}
    </div>
  );
};
