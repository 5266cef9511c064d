import { Loader } from '@mantine/core';
import { useState } from 'react';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { HelpPanel } from '../../ui/aside.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { DivergedMembers } from '../merging/diverged-members.tsx';
import { MergeScreen } from '../merging/merge-screen.tsx';
import { VaultDialog } from '../packages/vault-dialog.tsx';
import { IntakeReport } from './intake-report.tsx';
import { LateReturns } from './late-returns.tsx';
import { ReturnMatrix } from './return-matrix.tsx';
import classes from './returns.module.css';
import { useIntake } from './use-intake.ts';

/** Step 7: take the members' files, several at once, and see who has returned what. */
export const ReturnsScreen = () => {
  const t = useMessages(collectingMessages);
  const names = useMessages(stepMessages);
  const { readOnly } = useSession();
  const [merging, setMerging] = useState<string | null>(null);
  const { state, failure, read, take, putAside } = useIntake();

  if (merging !== null) return <MergeScreen memberId={merging} onLeave={() => setMerging(null)} />;
  return (
    <Page title={names.returns} lead={t.returnsLead} width="full">
      <FileDrop
        accept={['hdphieu']}
        multiple
        label={t.chooseReturns}
        disabled={readOnly || state.phase === 'reading'}
        onFiles={(files) => void read(files)}
      />
      {state.phase === 'reading' && (
        <p className={classes.reading} role="status">
          <Loader size="sm" aria-hidden /> {t.reading(state.count)}
        </p>
      )}
      {failure !== null && (
        <Notice tone="wrong" alert>
          {failure}
        </Notice>
      )}
      {state.phase === 'report' && (
        <IntakeReport
          lines={state.lines}
          onTake={() => void take(state.batchId)}
          onPutAside={putAside}
          onReread={() => void read(state.files)}
          onTakeAndMerge={(memberId) => void take(state.batchId).then((taken) => taken && setMerging(memberId))}
        />
      )}
      <DivergedMembers onMerge={setMerging} />
      <ReturnMatrix />
      <LateReturns />
      <VaultDialog
        asking={state.phase === 'locked' ? 'unlock' : null}
        onClose={putAside}
        onOpened={() => {
          if (state.phase === 'locked') void read(state.files);
        }}
      />
      <HelpPanel>
        <p>{t.returnsHelp1}</p>
        <p>{t.returnsHelp2}</p>
        <p>{t.returnsHelp3}</p>
      </HelpPanel>
    </Page>
  );
};
