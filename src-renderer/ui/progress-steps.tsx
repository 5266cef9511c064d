import { IconCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { useMessages } from './language.tsx';
import classes from './progress-steps.module.css';

export type ProgressStep = {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly state: 'done' | 'open' | 'idle';
  /** What it still lacks, in words; the first is shown, the others are counted. */
  readonly lacks: readonly string[];
};

type Props = {
  readonly label: string;
  readonly steps: readonly ProgressStep[];
  readonly current: string | null;
  readonly next: string | null;
};

/** Where one is, what is done and what each step still lacks. A step is never locked: the list only says. */
export const ProgressSteps = ({ label, steps, current, next }: Props) => {
  const t = useMessages(shellMessages);
  const states = { done: t.stepDone, open: t.stepOpen, idle: t.stepIdle };
  return (
    <nav aria-label={label}>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li key={step.id}>
            <Link
              href={step.href}
              className={classes.step}
              aria-current={step.id === current ? 'step' : undefined}
              data-state={step.state}
              data-next={step.id === next}
            >
              <span className={classes.sign} aria-hidden>
                {step.state === 'done' ? <IconCheck size="1rem" stroke={2.5} /> : index + 1}
              </span>
              <span className={classes.text}>
                <span className={classes.label}>{step.label}</span>
                <span className="visually-hidden">, {states[step.state]}</span>
                {step.lacks.length > 0 && (
                  <span className={classes.lack}>
                    {step.lacks[0]}
                    {step.lacks.length > 1 && ` ${t.moreLacks(step.lacks.length - 1)}`}
                  </span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
};
