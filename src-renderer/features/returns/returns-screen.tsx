import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { intakeMessages } from '#domain/text/messages/intake.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { useSession } from '../../client/session-document.ts';
import { HelpPanel } from '../../ui/aside.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { DivergedMembers } from '../merging/diverged-members.tsx';
import { MergeScreen } from '../merging/merge-screen.tsx';
import { beforeMeeting, Deadlines } from '../deadlines/deadlines.tsx';
import { VaultDialog } from '../packages/vault-dialog.tsx';
import { FolderSection } from './folder-section.tsx';
import { IntakeReport } from './intake-report.tsx';
import { LateReturns } from './late-returns.tsx';
import { onReturnsHanded, takeHandedReturns } from './handed-return.ts';
import { ReturnMatrix } from './return-matrix.tsx';
import classes from './returns.module.css';
import { useFolder } from './use-folder.ts';
import { useIntake } from './use-intake.ts';

/** Step 7: take the members' files, several at once or from a folder, and see who has returned what. */
export const ReturnsScreen = () => {
  const t = useMessages(collectingMessages);
  const ti = useMessages(intakeMessages);
  const names = useMessages(stepMessages);
  const { id: sessionId, readOnly } = useSession();
  const { state, failure, notice, taking, read, take, putAside, stop } = useIntake();
  const folder = useFolder();
  const [unlocking, setUnlocking] = useState(false);
  const [merging, setMerging] = useState<string | null>(null);

  // Files opened from the system wait for the screen of its session.
  useEffect(() => {
    const fetchHanded = () => {
      const handed = takeHandedReturns(sessionId);
      if (handed !== null) void read(handed);
    };
    fetchHanded();
    return onReturnsHanded(fetchHanded);
  }, [read, sessionId]);

  if (merging !== null) return <MergeScreen memberId={merging} onLeave={() => setMerging(null)} />;
  return (
    <Page title={names.returns} lead={t.returnsLead} width="full">
      <FileDrop
        accept={['hdphieu']}
        multiple
        label={t.chooseReturns}
        disabled={readOnly || state.phase === 'reading' || taking !== null}
        onFiles={(files) => void read(files)}
      />
      {state.phase === 'reading' && (
        <div className={classes.progress}>
          <p role="status">{ti.readingOf(state.done, state.total)}</p>
          <Progress value={(state.done / state.total) * 100} aria-label={ti.readingOf(state.done, state.total)} />
          <div>
            <Button variant="default" size="sm" onClick={stop}>
              {ti.cancel}
            </Button>
          </div>
        </div>
      )}
      {failure !== null && (
        <Notice tone="wrong" alert>
          {failure}
        </Notice>
      )}
      {notice !== null && <Notice>{notice}</Notice>}
      {state.phase === 'report' && (
        <IntakeReport
          lines={state.lines}
          taking={taking}
          onStop={stop}
          onTake={() => void take()}
          onPutAside={putAside}
          onReread={() => void read(state.files)}
          onTakeAndMerge={(memberId) => void take().then((taken) => taken && setMerging(memberId))}
        />
      )}
      <FolderSection
        intake={folder}
        onFiles={(files) => void read(files)}
        onUnlock={() => setUnlocking(true)}
        onTakeAndMerge={(memberId) => void folder.take().then((taken) => taken && setMerging(memberId))}
        busy={state.phase === 'reading' || taking !== null}
      />
      <DivergedMembers onMerge={setMerging} />
      <ReturnMatrix />
      <LateReturns />
      <VaultDialog
        asking={state.phase === 'locked' || unlocking ? 'unlock' : null}
        onClose={() => {
          setUnlocking(false);
          if (state.phase === 'locked') putAside();
        }}
        onOpened={() => {
          setUnlocking(false);
          folder.refresh();
          if (state.phase === 'locked') void read(state.files);
        }}
      />
      <Deadlines only={beforeMeeting} />
      <HelpPanel>
        <p>{t.returnsHelp1}</p>
        <p>{t.returnsHelp2}</p>
        <p>{t.returnsHelp3}</p>
      </HelpPanel>
    </Page>
  );
};
