import {
  agreementOf,
  agreementWords,
  anonymousScoresOf,
  leastDossiers,
  leastMembers,
  scoresOf,
} from '#domain/conclusion/agreement.ts';
import type { Conclusion } from '#domain/conclusion/step.ts';
import { isSecret } from '#domain/session/secret-ballot.ts';
import { seatsOf } from '#domain/session/state.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { resultMessages } from '#domain/text/messages/results.ts';
import { useSession } from '../../client/session-document.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './results.module.css';

/** How far the members agree: information only, in words, with the figures behind them; figures only where they can say something. */
export const Agreement = ({ conclusion }: { readonly conclusion: Conclusion }) => {
  const t = useMessages(resultMessages);
  const secret = useMessages(secretBallotMessages);
  const language = useLanguage();
  const { state } = useSession();
  if (conclusion.dossiers.every(({ mean }) => mean === null)) return null;
  if (isSecret(state)) {
    const scores = anonymousScoresOf(conclusion).filter((row) => row.length >= leastMembers);
    if (scores.length < leastDossiers)
      return (
        <Section title={t.agreementTitle} lead={secret.agreementSecret}>
          <p>{agreementWords(agreementOf([]), []).at(-1)?.[language]}.</p>
        </Section>
      );
    const { krippendorffAlpha } = agreementOf(scores);
    return (
      <Section title={t.agreementTitle} lead={secret.agreementSecret}>
        <dl className={classes.measures}>
          <div>
            <dt>{t.krippendorff}</dt>
            <dd>{krippendorffAlpha === null ? t.noFigure : formatDecimal(krippendorffAlpha.toFixed(2))}</dd>
          </div>
        </dl>
      </Section>
    );
  }
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
