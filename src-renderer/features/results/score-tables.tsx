import type { BallotResult, Conclusion, DossierResult } from '#domain/conclusion/step.ts';
import { isSecret, voterName } from '#domain/session/secret-ballot.ts';
import { formatDecimal, formatRounded } from '#domain/text/decimals.ts';
import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { resultMessages } from '#domain/text/messages/results.ts';
import { useSession } from '../../client/session-document.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import classes from './results.module.css';

/** Member by criterion for each dossier, with totals and means: what the printed score sheet says too. */
export const ScoreTables = ({ conclusion }: { readonly conclusion: Conclusion }) => {
  const t = useMessages(resultMessages);
  const secret = useMessages(secretBallotMessages);
  const { state } = useSession();
  const hasPoints = conclusion.dossiers.some(({ mean }) => mean !== null);
  return (
    <Section
      title={hasPoints ? t.scoresTitle : t.ballotsTitle}
      lead={isSecret(state) ? secret.resultsSecret : hasPoints ? t.scoresLead : t.ballotsLead}
    >
      {conclusion.dossiers.map((dossier, index) => (
        <DossierScores key={dossier.id} dossier={dossier} number={index + 1} />
      ))}
    </Section>
  );
};

const DossierScores = ({ dossier, number }: { readonly dossier: DossierResult; readonly number: number }) => {
  const t = useMessages(resultMessages);
  const secret = useMessages(secretBallotMessages);
  const language = useLanguage();
  const { state } = useSession();
  const columns = dossier.criteria.filter(({ max }) => max !== null);
  const judged = dossier.ballots.some(({ judgementLabel }) => judgementLabel !== null);
  // Of an ordinary ballot nothing is said; the points speak.
  const remarks = (ballot: BallotResult): string =>
    [
      ballot.standing === 'judged' ? '' : t[ballot.standing],
      ballot.origin === 'paper' ? t.origin : '',
      ballot.flagged ? t.flagged : '',
      ballot.reason?.[language] ?? '',
    ]
      .filter((word) => word !== '')
      .join('. ');
  return (
    <div className={table.scroller}>
      <table className={`${table.table ?? ''} ${classes.scores ?? ''}`}>
        <caption>
          <strong>{t.dossierNumber(number)}</strong> {dossier.title}
        </caption>
        <thead>
          <tr>
            <th scope="col">{isSecret(state) ? secret.ballotColumn : t.member}</th>
            {columns.map(({ key, label, max }) => (
              <th scope="col" key={key} className={classes.criterion}>
                {label[language]}
                <div className={classes.quiet}>{t.outOf(formatDecimal(max ?? '0'))}</div>
              </th>
            ))}
            {columns.length > 0 && (
              <th scope="col" className={table.number}>
                {t.total}
              </th>
            )}
            {judged && <th scope="col">{t.judgement}</th>}
          </tr>
        </thead>
        <tbody>
          {dossier.ballots.map((ballot) => {
            // Where there are no points, what is said instead takes their room.
            const silent = columns.length > 0 && ballot.total === null && Object.keys(ballot.points).length === 0;
            return (
              <tr key={ballot.member}>
                <th scope="row">
                  <span className={classes.name}>{voterName(state, ballot.member, language)}</span>
                  {!silent && remarks(ballot) !== '' && <div className={classes.quiet}>{remarks(ballot)}</div>}
                </th>
                {silent ? (
                  <td colSpan={columns.length + 1} className={classes.quiet}>
                    {remarks(ballot)}
                  </td>
                ) : (
                  <>
                    {columns.map(({ key }) => (
                      <td key={key} className={table.number}>
                        {ballot.points[key] === undefined ? '' : formatDecimal(ballot.points[key])}
                      </td>
                    ))}
                    {columns.length > 0 && (
                      <td className={table.number}>
                        <strong>{ballot.total === null ? '' : formatDecimal(ballot.total)}</strong>
                      </td>
                    )}
                  </>
                )}
                {judged && <td>{ballot.judgementLabel?.[language]}</td>}
              </tr>
            );
          })}
          {dossier.mean && (
            <tr className={classes.meanRow}>
              <th scope="row">{t.meanRow}</th>
              {columns.map(({ key, mean }) => (
                <td key={key} className={table.number}>
                  {mean === null ? '' : formatRounded(mean.rounded)}
                </td>
              ))}
              <td className={table.number}>
                <strong>{formatRounded(dossier.mean.rounded)}</strong>
              </td>
              {judged && <td />}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
};
