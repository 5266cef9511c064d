import { useId, type ReactNode } from 'react';
import classes from './section.module.css';

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page under a hairline and a heading. */
export const Section = ({ title, lead, actions, children }: Props) => {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      {children}
    </section>
  );
};

/** Fields side by side where there is room: `columns` at most. */
export const Fields = ({ columns = 1, children }: { readonly columns?: 1 | 2 | 3; readonly children: ReactNode }) => (
  <div className={classes.fields} data-columns={columns}>
    {children}
  </div>
);
