import { IconCheck, IconHelp, IconX } from '@tabler/icons-react';
import { compositionStep } from '#domain/conclusion/quorum.ts';
import type { Outcome, Step } from '#domain/conclusion/step.ts';
import { rulesFor } from '#domain/regulation/pack.ts';
import { toCase } from '#domain/session/to-case.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { useSession } from '../../client/session-document.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './composition.module.css';

const signOf = (kind: Outcome['kind']) => (kind === 'holds' ? IconCheck : kind === 'fails' ? IconX : IconHelp);

/** Does the council have the members its rules name? Condition by condition, each with how surely it is known. It warns and decides nothing. */
export const Composition = () => {
  const t = useMessages(setupMessages);
  const language = useLanguage();
  const { state } = useSession();
  const input = toCase(state);
  const rules = state.pack === null ? undefined : rulesFor(state.pack, state.council.kind);
  if (input === null || rules === undefined)
    return (
      <Section title={t.composition}>
        <p>{t.compositionNoPack}</p>
      </Section>
    );
  const { step } = compositionStep(input, rules);
  const met = step.children.filter(({ outcome }) => outcome.kind === 'holds');
  const unmet = step.children.filter(({ outcome }) => outcome.kind !== 'holds');
  return (
    <Section title={t.composition} lead={`${step.outcome.text[language]}.`}>
      {unmet.length > 0 && <Conditions conditions={unmet} />}
      {met.length > 0 && (
        <details>
          <summary className={classes.more}>{t.compositionMet(met.length)}</summary>
          <Conditions conditions={met} />
        </details>
      )}
    </Section>
  );
};

const Conditions = ({ conditions }: { readonly conditions: readonly Step[] }) => {
  const language = useLanguage();
  return (
    <ul className={classes.conditions}>
      {conditions.map((condition) => {
        const Sign = signOf(condition.outcome.kind);
        const [figure] = condition.figures;
        return (
          <li key={condition.id} className={classes.condition} data-kind={condition.outcome.kind}>
            <Sign aria-hidden className={classes.sign} size="1.25rem" stroke={2} />
            <span className={classes.text}>
              <span>
                {condition.title[language]}
                <span className={classes.outcome}>
                  {' – '}
                  {condition.outcome.text[language]}
                  {figure !== undefined && ` (${figure.label[language]}: ${figure.shown[language]})`}
                </span>
              </span>
              {condition.source !== null && <Mark mark={condition.source.mark} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
};
