import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconTrash } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import classes from './editable-list.module.css';

export type EditableItem = {
  readonly id: string;
  /** What stands on the line while it is closed; also the name of the open part. */
  readonly summary: ReactNode;
  readonly name: string;
  readonly body: ReactNode;
};

type Props = {
  readonly label: string;
  readonly items: readonly EditableItem[];
  /** The one item that is open for editing. */
  readonly opened: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly onMove: (id: string, to: number) => void;
  readonly onRemove: (id: string) => void;
  readonly names: {
    readonly moveUp: (name: string) => string;
    readonly moveDown: (name: string) => string;
    readonly remove: (name: string) => string;
  };
  readonly disabled: boolean;
};

/** An ordered list whose lines open for editing, one at a time; each line can be moved and removed. */
export const EditableList = ({ label, items, opened, onOpen, onMove, onRemove, names, disabled }: Props) => {
  const base = useId();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // A line that opens at the foot of the window comes into sight whole, if it fits.
    if (opened !== null) list.current?.querySelector('[data-open="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [opened]);
  return (
    <ol ref={list} className={classes.list} aria-label={label}>
      {items.map(({ id, summary, name, body }, index) => {
        const isOpen = id === opened;
        return (
          <li key={id} className={classes.item} data-open={isOpen}>
            <div className={classes.line}>
              <span className={classes.number} aria-hidden>
                {index + 1}
              </span>
              <button
                type="button"
                className={classes.summary}
                aria-expanded={isOpen}
                aria-controls={`${base}-${id}`}
                onClick={() => onOpen(isOpen ? null : id)}
              >
                <span className={classes.text}>{summary}</span>
                <IconChevronDown className={classes.chevron} aria-hidden size="1.25rem" stroke={1.75} />
              </button>
              <span className={classes.tools}>
                <ActionIcon
                  aria-label={names.moveUp(name)}
                  disabled={disabled || index === 0}
                  onClick={() => onMove(id, index - 1)}
                >
                  <IconArrowUp aria-hidden size="1.25rem" stroke={1.75} />
                </ActionIcon>
                <ActionIcon
                  aria-label={names.moveDown(name)}
                  disabled={disabled || index === items.length - 1}
                  onClick={() => onMove(id, index + 1)}
                >
                  <IconArrowDown aria-hidden size="1.25rem" stroke={1.75} />
                </ActionIcon>
                <ActionIcon aria-label={names.remove(name)} disabled={disabled} onClick={() => onRemove(id)}>
                  <IconTrash aria-hidden size="1.25rem" stroke={1.75} />
                </ActionIcon>
              </span>
            </div>
            <section id={`${base}-${id}`} className={classes.body} aria-label={name} hidden={!isOpen}>
              {isOpen && body}
            </section>
          </li>
        );
      })}
    </ol>
  );
};
