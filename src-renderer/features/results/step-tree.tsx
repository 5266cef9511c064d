import { IconCheck, IconHelp, IconNote, IconX } from '@tabler/icons-react';
import type { Outcome, Step } from '#domain/conclusion/step.ts';
import { whereOf } from '#domain/regulation/mark.ts';
import { packText } from '#domain/regulation/reading.ts';
import { resultMessages } from '#domain/text/messages/results.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Mark } from '../../ui/mark.tsx';
import classes from './step-tree.module.css';

const signs = {
  holds: IconCheck,
  fails: IconX,
  value: null,
  undetermined: IconHelp,
  recorded: IconNote,
} as const satisfies Record<Outcome['kind'], unknown>;

type Props = {
  readonly step: Step;
  /** Steps down to this depth stand open. */
  readonly openTo?: number;
  readonly depth?: number;
};

/** The reasoning, step by step: what the rule says, where it comes from and how surely, the figures put in, what came out. */
export const StepTree = ({ step, openTo = 1, depth = 0 }: Props) => {
  const t = useMessages(resultMessages);
  const language = useLanguage();
  const Sign = signs[step.outcome.kind];
  const words = {
    holds: t.stepHolds,
    fails: t.stepFails,
    value: null,
    undetermined: t.stepUndetermined,
    recorded: t.stepRecorded,
  };
  const word = words[step.outcome.kind];
  return (
    <details className={classes.step} open={depth < openTo} data-kind={step.outcome.kind}>
      <summary className={classes.summary}>
        <span className={classes.title}>{step.title[language]}</span>
        <span className={classes.outcome}>
          {Sign && <Sign aria-hidden size="1.125rem" stroke={2.25} className={classes.sign} />}
          {word !== null && <strong>{word}: </strong>}
          {step.outcome.text[language]}
        </span>
      </summary>
      <div className={classes.body}>
        {step.source && (
          <p className={classes.basis}>
            <Mark mark={step.source.mark} /> {whereOf(step.source, language)}
          </p>
        )}
        {step.source !== null && step.source.note !== null && (
          <p className={classes.basis}>{packText(step.source.note)[language]}</p>
        )}
        {step.figures.length > 0 && (
          <dl className={classes.figures}>
            {step.figures.map((figure) => (
              <div key={figure.key} className={classes.figure}>
                <dt>{figure.label[language]}</dt>
                <dd>{figure.shown[language]}</dd>
              </div>
            ))}
          </dl>
        )}
        {step.children.map((child) => (
          <StepTree key={child.id} step={child} openTo={openTo} depth={depth + 1} />
        ))}
      </div>
    </details>
  );
};
