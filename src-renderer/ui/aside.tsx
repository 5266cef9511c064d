import { useLayoutEffect, type ReactNode } from 'react';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { inSlot, useFrameSlots, type AsideWidth } from './frame-slots.tsx';
import { useMessages } from './language.tsx';
import classes from './aside.module.css';

/**
 * The right column of the frame. `help`: a narrow column of text, folded away behind a button where room is short. `reading`: half the
 * room, for the dossier being judged.
 */
export const Aside = ({ width, children }: { readonly width: AsideWidth; readonly children: ReactNode }) => {
  const { aside, claimAside } = useFrameSlots();
  useLayoutEffect(() => claimAside(width), [claimAside, width]);
  return inSlot(aside, children);
};

/** Help for the task in the middle: a title and a few short paragraphs. */
export const HelpPanel = ({ title, children }: { readonly title?: string; readonly children: ReactNode }) => {
  const t = useMessages(shellMessages);
  return (
    <Aside width="help">
      <section className={classes.help}>
        <h2 className={classes.title}>{title ?? t.help}</h2>
        {children}
      </section>
    </Aside>
  );
};
