import { useState, type DragEvent, type ReactNode } from 'react';
import classes from './drop-area.module.css';

type Props = {
  readonly onFile: (file: File) => void;
  /** Said while a file is held over the area. */
  readonly over: string;
  readonly children: ReactNode;
};

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Takes one dropped file of any kind: what it is, is said by whoever opens it. */
export const DropArea = ({ onFile, over, children }: Props) => {
  const [held, setHeld] = useState(false);
  return (
    <div
      className={classes.area}
      data-held={held}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setHeld(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setHeld(false)}
      onDrop={(event) => {
        event.preventDefault();
        setHeld(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      {children}
      {held && <p className={classes.over}>{over}</p>}
    </div>
  );
};
