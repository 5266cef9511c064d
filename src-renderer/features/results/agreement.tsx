import { agreementOf, agreementWords, leastDossiers, leastMembers, scoresOf } from '#domain/conclusion/agreement.ts';
import type { Conclusion } from '#domain/conclusion/step.ts';
import { seatsOf } from '#domain/session/state.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import { resultMessages } from '#domain/text/messages/results.ts';
import { useSession } from '../../client/session-document.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './results.module.css';

/** How far the members agree: information only, in words, with the figures behind them; figures only where they can say something. */
export const Agreement = ({ conclusion }: { readonly conclusion: Conclusion }) => {
  const t = useMessages(resultMessages);
  const language = useLanguage();
  const { state } = useSession();
  if (conclusion.dossiers.every(({ mean }) => mean === null)) return null;
  const members = seatsOf(state);
  const agreement = agreementOf(
    scoresOf(
      conclusion,
      members.map(({ id }) => id),
    ),
  );
  const [information, ...words] = agreementWords(
    agreement,
    members.map(({ name }) => name),
  );
  const enough = agreement.complete >= leastDossiers && agreement.k >= leastMembers;
  const figures = [
    { name: t.kendallW, value: agreement.kendallW },
    { name: t.iccSingle, value: agreement.icc2_1 },
    { name: t.iccAverage, value: agreement.icc2_k },
    { name: t.krippendorff, value: agreement.krippendorffAlpha },
  ];
  return (
    <Section title={t.agreementTitle} lead={information?.[language]}>
      {words.map((text) => (
        <p key={text.vi}>{text[language]}.</p>
      ))}
      {enough && (
        <dl className={classes.measures}>
          {figures.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value === null ? t.noFigure : formatDecimal(value.toFixed(2))}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
};
