import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

/** `plain`: good to know. `attention`: look at this. `wrong`: something failed or is refused. The sign differs too, not the colour alone. */
export type Tone = 'plain' | 'attention' | 'wrong';

type Props = {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons that do something about it. */
  readonly actions?: ReactNode;
  /** Said at once by screen readers; for what has just gone wrong. */
  readonly alert?: boolean;
  /** As wide as the window: the buttons stand beside the words where there is room, so that the work below keeps its place. */
  readonly wide?: boolean;
};

/** A sentence or two beside a line, where the matter is. */
export const Notice = ({ tone = 'plain', title, children, actions, alert = false, wide = false }: Props) => {
  const Icon = tone === 'plain' ? IconInfoCircle : IconAlertCircle;
  return (
    <div className={classes.notice} data-tone={tone} data-wide={wide} role={alert ? 'alert' : undefined}>
      <Icon className={classes.sign} aria-hidden stroke={1.75} />
      <div className={classes.body}>
        {title !== undefined && <p className={classes.title}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
    </div>
  );
};
