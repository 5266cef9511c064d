import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCircle,
  IconFileText,
  IconLock,
  IconMinus,
  IconSquare,
} from '@tabler/icons-react';
import { useState } from 'react';
import { returnStanding, type ReturnStanding } from '#domain/session/return-standing.ts';
import { isBoxShut, isSecret, lastTaken } from '#domain/session/secret-ballot.ts';
import { signedReturn } from '#domain/session/diverged.ts';
import { dossiersOf, seatsOf, type Member } from '#domain/session/state.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import table from '../../ui/table.module.css';
import { useDeliver } from '../../ui/use-deliver.ts';
import { DropReturnDialog } from '../secret-ballot/drop-return-dialog.tsx';
import { MergeFlag } from '../merging/merge-flag.tsx';
import classes from './returns.module.css';

const signs = {
  sealed: IconLock,
  complete: IconCheck,
  paper: IconFileText,
  partial: IconAlertTriangle,
  abstained: IconSquare,
  missing: IconCircle,
  recused: IconMinus,
} as const satisfies Record<ReturnStanding, unknown>;

/** Member by dossier: who has returned what, at a glance; a sign and a word for each, never a colour alone. */
export const ReturnMatrix = () => {
  const t = useMessages(collectingMessages);
  const ts = useMessages(sessionMessages);
  const tb = useMessages(secretBallotMessages);
  const [dropping, setDropping] = useState<string | null>(null);
  const say = useProblemText();
  const { id: sessionId, state, readOnly } = useSession();
  const { deliver, failure } = useDeliver();
  const [problem, setProblem] = useState<string | null>(null);
  const seats = seatsOf(state);
  const dossiers = dossiersOf(state);
  const words: Readonly<Record<ReturnStanding, string>> = {
    sealed: tb.cellSealed,
    complete: t.cellComplete,
    partial: t.cellPartial,
    abstained: t.cellAbstained,
    paper: t.cellPaper,
    missing: t.cellMissing,
    recused: t.cellRecused,
  };

  const receipt = async (member: Member): Promise<void> => {
    setProblem(null);
    try {
      await deliver([await client.returns.receipt({ sessionId, memberId: member.id })]);
    } catch (error) {
      setProblem(say(problemOf(error)));
    }
  };

  if (seats.length === 0 || dossiers.length === 0) return <EmptyState title={t.matrixEmpty} />;
  return (
    <Section title={t.matrixTitle} lead={isSecret(state) ? tb.returnsLead : undefined}>
      {(problem ?? failure) !== null && (
        <Notice tone="wrong" alert>
          {problem ?? failure}
        </Notice>
      )}
      <div className={table.scroller}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t.columnMember}</th>
              {dossiers.map((dossier, index) => (
                <th scope="col" key={dossier.id} title={`${dossier.code} ${dossier.title}`.trim()}>
                  {t.dossierNumber(index + 1)}
                </th>
              ))}
              <th scope="col">{t.columnReceived}</th>
            </tr>
          </thead>
          <tbody>
            {seats.map((member) => {
              // What came from the member; a merge of two such is the secretary's and is flagged below.
              const last = signedReturn(state, member.id) ?? lastTaken(state, member.id);
              const name = member.name.trim() || ts.namelessMember;
              return (
                <tr key={member.id} className={table.row}>
                  <th scope="row">
                    <span className={classes.when}>{name}</span>
                    <div className={classes.quiet}>{ts[member.office]}</div>
                  </th>
                  {dossiers.map((dossier) => {
                    const standing = returnStanding(state, member.id, dossier);
                    const Sign = signs[standing];
                    return (
                      <td key={dossier.id}>
                        <span className={classes.cell} data-standing={standing}>
                          <Sign aria-hidden size="1.125rem" stroke={2} />
                          {words[standing]}
                        </span>
                      </td>
                    );
                  })}
                  <td>
                    {last === undefined ? (
                      <span className={classes.quiet}>{state.packages[member.id] ? t.notReturned : t.noPackage}</span>
                    ) : (
                      <div className={classes.received}>
                        <span className={classes.when}>
                          {dayAndClockOf(last.importedAt)}
                          {last.late && <strong className={classes.late}>{t.late}</strong>}
                        </span>
                        <span className={`${classes.quiet ?? ''} ${classes.when ?? ''}`}>
                          {t.revision(last.revision)}, {t.code} {last.code}
                        </span>
                        <MergeFlag memberId={member.id} />
                        <Button
                          variant="subtle"
                          size="compact-md"
                          px={0}
                          aria-label={t.receiptFor(name)}
                          onClick={() => void receipt(member)}
                        >
                          {t.receipt}
                        </Button>
                        {isBoxShut(state) && (
                          <Button
                            variant="subtle"
                            size="compact-md"
                            px={0}
                            disabled={readOnly}
                            aria-label={tb.dropFor(name)}
                            onClick={() => setDropping(member.id)}
                          >
                            {tb.drop}
                          </Button>
                        )}
                      </div>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {dropping !== null && <DropReturnDialog memberId={dropping} onClose={() => setDropping(null)} />}
    </Section>
  );
};
