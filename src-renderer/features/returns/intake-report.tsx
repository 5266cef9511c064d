import { Button } from '@mantine/core';
import type { IntakeLine } from '#domain/contract/sessions.ts';
import type { IntakeOutcome } from '#domain/exchange/intake.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { exchangeMessages } from '#domain/text/messages/exchange.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import { foundText } from './found-text.ts';
import { LineDeeds } from './line-deeds.tsx';
import classes from './returns.module.css';

type Props = {
  readonly lines: readonly IntakeLine[];
  readonly onTake: () => void;
  readonly onPutAside: () => void;
  /** Reads the same files again, after something was decided that changes what they are. */
  readonly onReread: () => void;
  /** Takes what can be taken and goes on to merging the two returns of this member. */
  readonly onTakeAndMerge: (memberId: string) => void;
};

/** One line a file: what it is, what happened, what to do. Nothing is recorded until the button. */
export const IntakeReport = ({ lines, onTake, onPutAside, onReread, onTakeAndMerge }: Props) => {
  const t = useMessages(collectingMessages);
  const texts = useMessages(exchangeMessages);
  const secret = useMessages(secretBallotMessages);
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
              <th scope="col">{t.columnFound}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => {
              const plain = foundText(texts, line.code as IntakeOutcome, line.details);
              // Two returns of a secret vote are not laid side by side.
              const found =
                line.code === 'diverged' && line.details['secret'] === true
                  ? { ...plain, what: secret.divergedWhat, todo: secret.divergedTodo }
                  : plain;
              return (
                <tr key={`${index}-${line.fileName}`}>
                  <th scope="row" className={classes.fileName}>
                    {line.memberId === null ? line.fileName : (state.members[line.memberId]?.name ?? line.fileName)}
                    <div className={classes.quiet}>
                      {[
                        line.memberId === null ? '' : line.fileName,
                        line.revision === null ? '' : t.revision(line.revision),
                      ]
                        .filter((text) => text !== '')
                        .join(', ')}
                    </div>
                  </th>
                  <td>
                    <strong data-applies={line.applies} className={classes.verdict}>
                      {found.title}
                    </strong>
                    <div>{found.what}</div>
                    {line.details['late'] === true && <div>{texts.late}</div>}
                    {/* What can be taken is taken by the button above; of the others it is said what to do. */}
                    {(!line.applies || line.code === 'diverged') && <div className={classes.todo}>{found.todo}</div>}
                    <LineDeeds line={line} onReread={onReread} onTakeAndMerge={onTakeAndMerge} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
};
