import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import type { IntakeLine } from '#domain/contract/sessions.ts';
import type { IntakeOutcome } from '#domain/exchange/intake.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { exchangeMessages } from '#domain/text/messages/exchange.ts';
import { intakeMessages } from '#domain/text/messages/intake.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import { foundText } from './found-text.ts';
import { LineDeeds } from './line-deeds.tsx';
import classes from './returns.module.css';
import type { Taking } from './use-taking.ts';

/** What is held already is no fault of anybody. */
const nothingToDo: ReadonlySet<string> = new Set<IntakeOutcome>(['unchanged', 'older']);

/** Lines shown at first: enough for every council there is, and few enough for a page to stand at once. */
const SHOWN = 100;

type Props = {
  readonly title?: string;
  readonly lead?: string;
  readonly lines: readonly IntakeLine[];
  /** While what can be taken is being recorded. */
  readonly taking: Taking['progress'];
  readonly onStop: () => void;
  readonly onTake: () => void;
  readonly onPutAside: () => void;
  /** Reads the same files again, after something was decided that changes what they are. */
  readonly onReread: () => void;
  /** Takes what can be taken and goes on to merging the two returns of this member. */
  readonly onTakeAndMerge: (memberId: string) => void;
};

/** One line a file: what it is, what happened, what to do. Nothing is recorded until the button. */
export const IntakeReport = ({
  title,
  lead,
  lines,
  taking,
  onStop,
  onTake,
  onPutAside,
  onReread,
  onTakeAndMerge,
}: Props) => {
  const t = useMessages(collectingMessages);
  const ti = useMessages(intakeMessages);
  const texts = useMessages(exchangeMessages);
  const secret = useMessages(secretBallotMessages);
  const { state, readOnly } = useSession();
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, SHOWN);
  const count = lines.filter(({ applies }) => applies).length;
  return (
    <Section
      title={title ?? t.reportTitle}
      lead={lead ?? t.reportLead}
      actions={
        <>
          <Button onClick={onTake} disabled={count === 0 || readOnly || taking !== null}>
            {count === 0 ? t.nothingToTake : t.take(count)}
          </Button>
          <Button variant="default" disabled={taking !== null} onClick={onPutAside}>
            {t.putAside}
          </Button>
        </>
      }
    >
      {taking !== null && (
        <div className={classes.progress}>
          <p role="status">{taking.total === 0 ? ti.taking : ti.takingOf(taking.done, taking.total)}</p>
          <Progress
            value={taking.total === 0 ? 0 : (taking.done / taking.total) * 100}
            aria-label={taking.total === 0 ? ti.taking : ti.takingOf(taking.done, taking.total)}
          />
          <div>
            <Button variant="default" size="sm" onClick={onStop}>
              {ti.cancel}
            </Button>
          </div>
        </div>
      )}
      {lines.length > 1 && <p className={classes.quiet}>{ti.summary(count, lines.length - count)}</p>}
      <div className={table.scroller}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t.columnFile}</th>
              <th scope="col">{t.columnFound}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line, index) => {
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
                    <strong data-wrong={!line.applies && !nothingToDo.has(line.code)} className={classes.verdict}>
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
      {shown.length < lines.length && (
        <p className={classes.quiet}>
          {ti.shownOf(shown.length, lines.length)}{' '}
          <Button size="sm" variant="subtle" onClick={() => setAll(true)}>
            {ti.showAll}
          </Button>
        </p>
      )}
    </Section>
  );
};
