import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

type Props = {
  /** What will stand here. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The first step. */
  readonly action?: ReactNode;
};

/** An empty place that says what will stand there and offers the first step. */
export const EmptyState = ({ title, children, action }: Props) => (
  <div className={classes.empty}>
    <p className={classes.title}>{title}</p>
    {children !== undefined && <div className={classes.text}>{children}</div>}
    {action !== undefined && <div className={classes.action}>{action}</div>}
  </div>
);
