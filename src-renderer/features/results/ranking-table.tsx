import type { Conclusion, DossierResult } from '#domain/conclusion/step.ts';
import { formatDecimal, formatRounded } from '#domain/text/decimals.ts';
import { resultMessages } from '#domain/text/messages/results.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import classes from './results.module.css';
import { verdictText } from './verdict-text.ts';

// Ranked ones first in their order, the others after them as the session has them.
const byRank = (left: DossierResult, right: DossierResult): number =>
  (left.rank ?? Infinity) - (right.rank ?? Infinity);

/** Ranking with ties shown as ties, and what the council may recommend for each dossier. */
export const RankingTable = ({ conclusion }: { readonly conclusion: Conclusion }) => {
  const t = useMessages(resultMessages);
  const language = useLanguage();
  const numbers = new Map(conclusion.dossiers.map(({ id }, index) => [id, index + 1]));
  const hasPoints = conclusion.dossiers.some(({ mean }) => mean !== null);
  return (
    <Section title={t.rankingTitle}>
      <div className={table.scroller}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t.rank}</th>
              <th scope="col" className={classes.recommended}>
                {t.dossierAndVerdict}
              </th>
              {hasPoints && (
                <>
                  <th scope="col" className={table.number}>
                    {t.mean}
                  </th>
                  <th scope="col" className={table.number}>
                    {t.lowestHighest}
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {[...conclusion.dossiers].sort(byRank).map((dossier) => (
              <tr key={dossier.id}>
                <td className={classes.rank}>
                  {dossier.rank === null
                    ? t.unranked
                    : dossier.tiedWith.length > 0
                      ? t.tied(dossier.rank)
                      : dossier.rank}
                </td>
                <th scope="row">
                  {t.dossierNumber(numbers.get(dossier.id) ?? 0)}
                  <div className={classes.verdict}>
                    <strong>{dossier.grade?.label[language] ?? verdictText(t, dossier.verdict)}</strong>
                    <div>{dossier.statement[language]}</div>
                  </div>
                </th>
                {hasPoints && (
                  <>
                    <td className={table.number}>
                      <strong className={classes.mean}>
                        {dossier.mean === null ? '' : formatRounded(dossier.mean.rounded)}
                      </strong>
                    </td>
                    <td className={table.number}>
                      {dossier.lowest === null || dossier.highest === null
                        ? ''
                        : `${formatDecimal(dossier.lowest)} - ${formatDecimal(dossier.highest)}`}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.markLine}>
        {t.whyMark}: <Mark mark={conclusion.mark} />
      </p>
    </Section>
  );
};
