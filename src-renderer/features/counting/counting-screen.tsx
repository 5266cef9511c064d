import { Button } from '@mantine/core';
import { useState } from 'react';
import { officialCounts } from '#domain/session/official-counts.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { useConclusion } from '../../client/use-conclusion.ts';
import { HelpPanel } from '../../ui/aside.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { UnsettledNotice } from '../merging/unsettled-notice.tsx';
import { Committee } from './committee.tsx';
import { isBoxShut, isSecret } from '#domain/session/secret-ballot.ts';
import { BallotBox } from '../secret-ballot/ballot-box.tsx';
import { SecretPapers } from '../secret-ballot/secret-papers.tsx';
import { CountTable } from './count-table.tsx';
import { PaperBallots } from './paper-ballots.tsx';
import { Validity } from './validity.tsx';

/** Step 9: committee, paper ballots, validity, the four official counts, and closing the count. */
export const CountingScreen = () => {
  const t = useMessages(collectingMessages);
  const names = useMessages(stepMessages);
  const { state, record, readOnly } = useSession();
  const conclusion = useConclusion();
  const [closing, setClosing] = useState(false);
  const [reopening, setReopening] = useState(false);
  const { closed, reopened } = state.counting;

  return (
    <Page title={names.counting} lead={t.countingLead} width="full">
      {closed && (
        <Notice
          title={t.closedAt(dayAndClockOf(closed.at))}
          actions={
            <Button variant="default" disabled={readOnly} onClick={() => setReopening(true)}>
              {t.reopen}
            </Button>
          }
        />
      )}
      {reopened.map(({ at, reason }) => (
        <Notice key={at}>{t.reopenedBefore(dayAndClockOf(at), reason)}</Notice>
      ))}
      <UnsettledNotice />
      <Committee />
      {conclusion === null ? (
        <Notice tone="attention">{t.needPack}</Notice>
      ) : isBoxShut(state) ? (
        <>
          <SecretPapers />
          <BallotBox />
        </>
      ) : (
        <>
          {isSecret(state) ? <BallotBox /> : <PaperBallots />}
          <Validity conclusion={conclusion} />
          <CountTable conclusion={conclusion} />
          {!closed && (
            <div>
              <Button
                size="lg"
                disabled={readOnly || conclusion.dossiers.length === 0}
                onClick={() => setClosing(true)}
              >
                {t.close}
              </Button>
            </div>
          )}
          <ConfirmDialog
            opened={closing}
            onClose={() => setClosing(false)}
            title={t.closeTitle}
            confirmLabel={t.close}
            onConfirm={() => record({ type: 'counting.closed', counts: officialCounts(conclusion) })}
          >
            <p>{t.closeText}</p>
          </ConfirmDialog>
        </>
      )}
      {reopening && (
        <ReasonDialog
          title={t.reopenTitle}
          reasonLabel={t.reopenReason}
          confirmLabel={t.reopenTitle}
          onClose={() => setReopening(false)}
          onConfirm={(reason) => record({ type: 'counting.reopened', reason })}
        >
          <p>{t.reopenText}</p>
        </ReasonDialog>
      )}
      <HelpPanel>
        <p>{t.countingHelp1}</p>
        <p>{t.countingHelp2}</p>
      </HelpPanel>
    </Page>
  );
};
