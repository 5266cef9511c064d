import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { useSession } from '../../client/session-document.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { EditableList, type EditableItem } from '../../ui/editable-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useMessages } from '../../ui/language.tsx';
import classes from './setup.module.css';

type EnteredItem = Omit<EditableItem, 'body'> & {
  /** What is filled in on the open line; `close` shuts it. */
  readonly body: (close: () => void) => ReactNode;
  /** Something hangs on this line that goes with it, so removing it is asked about; a bare line just goes, since that can be undone. */
  readonly isAskedAbout: boolean;
};

type Props = {
  readonly label: string;
  readonly items: readonly EnteredItem[];
  readonly empty: { readonly title: string; readonly text: string };
  readonly words: {
    readonly add: string;
    readonly moveUp: (name: string) => string;
    readonly moveDown: (name: string) => string;
    readonly remove: (name: string) => string;
    readonly removeTitle: string;
    readonly removeText: (name: string) => string;
  };
  /** Records a new line under this id. */
  readonly onAdd: (id: string) => void;
  readonly onMove: (id: string, to: number) => void;
  readonly onRemove: (id: string) => void;
};

/** A list the secretary enters line by line: a new line opens at once, one line is open at a time, what matters is asked about before it goes. */
export const EnteredList = ({ label, items, empty, words, onAdd, onMove, onRemove }: Props) => {
  const t = useMessages(setupMessages);
  const announce = useAnnounce();
  const { readOnly } = useSession();
  const [opened, setOpened] = useState<string | null>(null);
  const [removing, setRemoving] = useState<string | null>(null);
  const itemOf = (id: string) => items.find((item) => item.id === id);

  const add = () => {
    const id = crypto.randomUUID();
    onAdd(id);
    setOpened(id);
  };
  const remove = (id: string) => {
    onRemove(id);
    announce(t.removed(itemOf(id)?.name ?? ''));
  };

  const addButton = (
    <Button leftSection={<IconPlus aria-hidden size="1.25rem" stroke={2} />} disabled={readOnly} onClick={add}>
      {words.add}
    </Button>
  );
  return (
    <>
      {items.length === 0 ? (
        <EmptyState title={empty.title} action={addButton}>
          {empty.text}
        </EmptyState>
      ) : (
        <div className={classes.list}>
          <EditableList
            label={label}
            opened={opened}
            onOpen={setOpened}
            disabled={readOnly}
            onMove={onMove}
            onRemove={(id) => (itemOf(id)?.isAskedAbout === true ? setRemoving(id) : remove(id))}
            names={words}
            items={items.map(({ id, name, summary, body }) => ({
              id,
              name,
              summary,
              body: body(() => setOpened(null)),
            }))}
          />
          <div>{addButton}</div>
        </div>
      )}
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={words.removeTitle}
        confirmLabel={t.remove}
        danger
        onConfirm={() => removing !== null && remove(removing)}
      >
        {removing !== null && <p>{words.removeText(itemOf(removing)?.name ?? '')}</p>}
      </ConfirmDialog>
    </>
  );
};
