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

/** The buttons at a line's end. */
type Tool = 'up' | 'down' | 'remove';

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
  // Moving a line takes its buttons out of the page for a moment and removing takes them away; the focus is put back where the hand was.
  const pending = useRef<{ readonly index: number; readonly tool: Tool } | null>(null);
  const order = items.map(({ id }) => id).join(' ');
  useEffect(() => {
    const wanted = pending.current;
    pending.current = null;
    if (wanted === null) return;
    // A dialog that asked first keeps the focus from everything behind it until this turn is over.
    setTimeout(() => {
      const lines = [...(list.current?.children ?? [])];
      const line = lines[Math.min(wanted.index, lines.length - 1)];
      const enabled = (tool: string) => line?.querySelector<HTMLElement>(`[data-tool="${tool}"]:not(:disabled)`);
      (enabled(wanted.tool) ?? enabled('down') ?? enabled('up') ?? enabled('remove'))?.focus();
    });
  }, [order]);
  const move = (id: string, to: number, tool: Tool) => {
    pending.current = { index: to, tool };
    onMove(id, to);
  };
  const remove = (id: string, index: number) => {
    pending.current = { index, tool: 'remove' };
    onRemove(id);
  };

  return (
    <ol
      ref={list}
      className={classes.list}
      aria-label={label}
      onFocus={() => {
        // The focus has come back by itself: the question was answered with no.
        pending.current = null;
      }}
    >
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
                  data-tool="up"
                  onClick={() => move(id, index - 1, 'up')}
                >
                  <IconArrowUp aria-hidden size="1.25rem" stroke={1.75} />
                </ActionIcon>
                <ActionIcon
                  aria-label={names.moveDown(name)}
                  disabled={disabled || index === items.length - 1}
                  data-tool="down"
                  onClick={() => move(id, index + 1, 'down')}
                >
                  <IconArrowDown aria-hidden size="1.25rem" stroke={1.75} />
                </ActionIcon>
                <ActionIcon
                  aria-label={names.remove(name)}
                  disabled={disabled}
                  data-tool="remove"
                  onClick={() => remove(id, index)}
                >
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
