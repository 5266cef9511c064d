import type { Conclusion } from '#domain/conclusion/step.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import classes from './counting.module.css';

/** The four official counts of each dossier, with both denominators side by side. */
export const CountTable = ({ conclusion }: { readonly conclusion: Conclusion }) => {
  const t = useMessages(collectingMessages);
  return (
    <Section title={t.countTitle}>
      <div className={table.scroller}>
        <table className={`${table.table ?? ''} ${classes.counts ?? ''}`}>
          <thead>
            <tr>
              <th scope="col">{t.paperDossier}</th>
              <th scope="col" className={table.number}>
                {t.issued}
              </th>
              <th scope="col" className={table.number}>
                {t.returned}
              </th>
              <th scope="col" className={table.number}>
                {t.valid}
              </th>
              <th scope="col" className={table.number}>
                {t.invalid}
              </th>
              <th scope="col" className={table.number} title={t.setAsideHint}>
                {t.setAside}
              </th>
            </tr>
          </thead>
          <tbody>
            {conclusion.dossiers.map(({ id, title, denominators }, index) => (
              <tr key={id}>
                <th scope="row">
                  {t.dossierNumber(index + 1)}
                  <div className={classes.quiet}>{title}</div>
                  <div className={classes.quiet}>{t.denominators(denominators.present, denominators.total)}</div>
                </th>
                <td className={table.number}>{denominators.issued}</td>
                <td className={table.number}>{denominators.returned}</td>
                <td className={table.number}>{denominators.valid}</td>
                <td className={table.number}>{denominators.invalid}</td>
                <td className={table.number}>{denominators.setAside}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
};
