import { Button } from '@mantine/core';
import { isBoxShut } from '#domain/session/secret-ballot.ts';
import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { resultMessages } from '#domain/text/messages/results.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { useConclusion } from '../../client/use-conclusion.ts';
import { HelpPanel } from '../../ui/aside.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Agreement } from './agreement.tsx';
import { Flagged } from './flagged.tsx';
import { FollowUps } from './follow-ups.tsx';
import { RankingTable } from './ranking-table.tsx';
import { ScoreTables } from './score-tables.tsx';
import { StepTree } from './step-tree.tsx';
import { Ties } from './ties.tsx';
import classes from './results.module.css';
import { WhatIf } from './what-if.tsx';

/** The library that draws it is a sixth of the code that a session needs. */
const ScoreChart = lazyPart(async () => (await import('./score-chart.tsx')).ScoreChart, null);

/** Step 10: ranking, points, conclusion and every step of its reasoning; the council adopts it here. */
export const ResultsScreen = () => {
  const t = useMessages(resultMessages);
  const names = useMessages(stepMessages);
  const secret = useMessages(secretBallotMessages);
  const language = useLanguage();
  const { state, record, readOnly } = useSession();
  const conclusion = useConclusion();
  const closed = state.counting.closed !== null;
  const adoptedAt = state.conclusionAdoptedAt;

  return (
    <Page
      title={names.results}
      lead={t.lead}
      width="full"
      actions={
        adoptedAt === null ? (
          <Button size="lg" disabled={readOnly || !closed} onClick={() => record({ type: 'conclusion.adopted' })}>
            {t.adopt}
          </Button>
        ) : (
          <Button variant="default" disabled={readOnly} onClick={() => record({ type: 'conclusion.withdrawn' })}>
            {t.withdraw}
          </Button>
        )
      }
    >
      {adoptedAt !== null && <Notice title={t.adopted(dayAndClockOf(adoptedAt))} />}
      {conclusion === null ? (
        <Notice tone="attention">{t.needPack}</Notice>
      ) : isBoxShut(state) ? (
        <Notice tone="attention" title={secret.notYetTitle}>
          {secret.notYet}
        </Notice>
      ) : conclusion.dossiers.length === 0 ? (
        <EmptyState title={t.noDossiers} />
      ) : (
        <>
          {!closed && (
            <Notice tone="attention" title={t.provisional}>
              {t.provisionalText}
            </Notice>
          )}
          {!conclusion.quorum.met && (
            <Notice tone="attention" title={t.noQuorum}>
              {t.noQuorumText}
            </Notice>
          )}
          {conclusion.warnings.length > 0 && (
            <Notice tone="attention" title={t.warnings}>
              <ul className={classes.changes}>
                {conclusion.warnings.map((warning) => (
                  <li key={warning.vi}>{warning[language]}</li>
                ))}
              </ul>
            </Notice>
          )}
          <RankingTable conclusion={conclusion} />
          <Ties conclusion={conclusion} />
          <Flagged conclusion={conclusion} />
          <FollowUps conclusion={conclusion} />
          <ScoreChart conclusion={conclusion} />
          <ScoreTables conclusion={conclusion} />
          <Section title={t.stepsTitle} lead={t.stepsLead}>
            <StepTree step={conclusion.step} openTo={1} />
          </Section>
          <WhatIf />
          <Agreement conclusion={conclusion} />
        </>
      )}
      <HelpPanel>
        <p>{t.help1}</p>
        <p>{t.help2}</p>
        <p>{t.help3}</p>
      </HelpPanel>
    </Page>
  );
};
