import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { Aside } from './aside.tsx';
import { useMessages } from './language.tsx';
import classes from './reading-pane.module.css';

type Props = {
  readonly title: string;
  /** What the pane is called, where its title alone doesn't say it. */
  readonly label?: string;
  /** Beside the title. */
  readonly head?: ReactNode;
  /** Where the pane can be closed; `closeLabel` says what is closed. */
  readonly closing?: { readonly closeLabel: string; readonly onClose: () => void };
  readonly children: ReactNode;
};

/** A document in the right column of the frame: its title on top, and the rest of the height for what is read. */
export const ReadingPane = ({ title, label = title, head, closing, children }: Props) => {
  const t = useMessages(shellMessages);
  return (
    <Aside width="reading">
      <section className={classes.pane} aria-label={label}>
        <div className={classes.head}>
          <h2>{title}</h2>
          {head}
          {closing !== undefined && (
            <Button
              variant="subtle"
              size="sm"
              leftSection={<IconX aria-hidden size="1.125rem" stroke={1.75} />}
              aria-label={closing.closeLabel}
              onClick={closing.onClose}
            >
              {t.close}
            </Button>
          )}
        </div>
        {children}
      </section>
    </Aside>
  );
};
