import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import { readerMessages } from '#domain/text/messages/reader.ts';
import { useMessages } from '../language.tsx';
import classes from './pdf-reader.module.css';
import type { Find } from './use-find.ts';

type Props = {
  readonly find: Find;
  readonly pages: number;
  readonly field: Ref<HTMLInputElement>;
  readonly onClose: () => void;
};

/** The row in which a text is searched: what, how many places, to the next and back. */
export const FindBar = ({ find, pages, field, onClose }: Props) => {
  const t = useMessages(readerMessages);
  const { query, places, at, reading, noText, search, move } = find;
  const place = at === null ? undefined : places[at];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      move(event.shiftKey ? -1 : 1);
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  const state =
    query.trim() === ''
      ? ''
      : place !== undefined && at !== null
        ? t.foundAt(at + 1, places.length)
        : reading !== null
          ? t.finding(reading, pages)
          : noText
            ? t.noText
            : t.foundNone;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter and Escape of the field inside
    <div role="search" className={classes.find} onKeyDown={onKeyDown}>
      <TextInput
        ref={field}
        className={classes.findField}
        size="sm"
        aria-label={t.findLabel}
        placeholder={t.findHint}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={query}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <span className={classes.findState} aria-hidden>
        {state}
      </span>
      <span className="visually-hidden" role="status">
        {place !== undefined && at !== null ? t.foundAtSaid(at + 1, places.length, place.page) : state}
      </span>
      <ActionIcon aria-label={t.findPrevious} disabled={places.length === 0} onClick={() => move(-1)}>
        <IconChevronUp aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t.findNext} disabled={places.length === 0} onClick={() => move(1)}>
        <IconChevronDown aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t.findClose} onClick={onClose}>
        <IconX aria-hidden />
      </ActionIcon>
    </div>
  );
};
