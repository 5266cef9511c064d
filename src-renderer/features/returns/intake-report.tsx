import { Button } from '@mantine/core';
import type { IntakeLine } from '#domain/contract/sessions.ts';
import type { IntakeOutcome } from '#domain/exchange/intake.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { exchangeMessages } from '#domain/text/messages/exchange.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import { foundText } from './found-text.ts';
import classes from './returns.module.css';

type Props = { readonly lines: readonly IntakeLine[]; readonly onTake: () => void; readonly onPutAside: () => void };

/** One line a file: what it is, what happened, what to do. Nothing is recorded until the button. */
export const IntakeReport = ({ lines, onTake, onPutAside }: Props) => {
  const t = useMessages(collectingMessages);
  const texts = useMessages(exchangeMessages);
  const { state, readOnly } = useSession();
  const count = lines.filter(({ applies }) => applies).length;
  return (
    <Section
      title={t.reportTitle}
      lead={t.reportLead}
      actions={
        <>
          <Button onClick={onTake} disabled={count === 0 || readOnly}>
            {count === 0 ? t.nothingToTake : t.take(count)}
          </Button>
          <Button variant="default" onClick={onPutAside}>
            {t.putAside}
          </Button>
        </>
      }
    >
      <div className={table.scroller}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t.columnFile}</th>
              <th scope="col">{t.columnFrom}</th>
              <th scope="col">{t.columnFound}</th>
              <th scope="col">{t.columnTodo}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => {
              const found = foundText(texts, line.code as IntakeOutcome, line.details);
              return (
                <tr key={`${index}-${line.fileName}`}>
                  <th scope="row" className={classes.fileName}>
                    {line.fileName}
                  </th>
                  <td>
                    {line.memberId === null ? '' : (state.members[line.memberId]?.name ?? '')}
                    {line.revision !== null && <div className={classes.quiet}>{t.revision(line.revision)}</div>}
                  </td>
                  <td>
                    <strong data-applies={line.applies} className={classes.verdict}>
                      {found.title}
                    </strong>
                    <div>{found.what}</div>
                    {line.details['late'] === true && <div>{texts.late}</div>}
                  </td>
                  <td>{found.todo}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
};
