import { useEffect, useRef, type ReactNode } from 'react';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { useMessages } from './language.tsx';
import classes from './page.module.css';

let firstPage = true;

type Props = {
  readonly title: string;
  /** One or two sentences below the title: what is done here. */
  readonly lead?: ReactNode;
  /** Buttons at the title's right. */
  readonly actions?: ReactNode;
  /** Running text and forms keep a readable width; tables may take all there is. */
  readonly width?: 'text' | 'full';
  readonly children: ReactNode;
};

/** One task: its title in the window and on the page, and what is done there. Moving to a page moves the focus to its title. */
export const Page = ({ title, lead, actions, width = 'text', children }: Props) => {
  const t = useMessages(shellMessages);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} - ${t.appName}`;
  }, [title, t]);
  useEffect(() => {
    // At the very start the focus stays where the browser puts it.
    if (!firstPage) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    firstPage = false;
  }, []);
  return (
    <div className={classes.page} data-width={width}>
      <div className={classes.head}>
        <div className={classes.titles}>
          <h1 ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </h1>
          {lead !== undefined && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
};
