import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { chooseFiles, chooseLargeFiles, type Chosen, type Openable } from '../client/files.ts';
import { useMessages } from './language.tsx';
import { Notice } from './notice.tsx';
import { useProblemText } from './problem-text.ts';
import classes from './file-drop.module.css';

type Props = {
  /** Name endings without the dot. Files of another kind are named and not handed on. */
  readonly accept: readonly string[];
  readonly multiple: boolean;
  /** On the button, e.g. "Đính kèm tệp PDF…"; says what is chosen. */
  readonly label?: string;
  readonly disabled?: boolean;
} & (
  | {
      readonly large?: false;
      /** Called with one file or more. */
      readonly onFiles: (files: readonly File[]) => void;
    }
  | {
      /** The files may be large: they are handed over and not carried. */
      readonly large: true;
      readonly onFiles: (files: readonly Openable[]) => void;
    }
);

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Takes files by a dialog and by drag and drop. */
export const FileDrop = (props: Props) => {
  const { accept, multiple, label, disabled = false } = props;
  const t = useMessages(shellMessages);
  const say = useProblemText();
  const [over, setOver] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);

  const take = ({ files, problem }: Chosen<Openable>) => {
    const fits = (file: Openable) => accept.some((ending) => file.name.toLowerCase().endsWith(`.${ending}`));
    const taken = (multiple ? files : files.slice(0, 1)).filter(fits);
    const wanted = accept.map((ending) => `.${ending}`).join(', ');
    setRefusals([
      ...(problem === null ? [] : [say(problem)]),
      ...files.filter((file) => !fits(file)).map(({ name }) => t.wrongFileKind(name, wanted)),
    ]);
    if (taken.length === 0) return;
    if (props.large === true) props.onFiles(taken);
    else props.onFiles(taken.filter((file) => file instanceof File));
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
          onClick={() => void (props.large === true ? chooseLargeFiles : chooseFiles)(accept, multiple).then(take)}
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
