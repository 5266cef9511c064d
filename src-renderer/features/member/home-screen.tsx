import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Problem } from '#domain/contract/base.ts';
import { memberMessages } from '#domain/text/messages/member.ts';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { api, client } from '../../client/client.ts';
import { chooseToOpen } from '../../client/files.ts';
import { problemOf } from '../../client/problem.ts';
import { AppFrame } from '../../shell/app-frame.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useMessages } from '../../ui/language.tsx';
import { dayText, timeText } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { workbookAddress } from './addresses.ts';
import { DropArea } from './opening/drop-area.tsx';
import { offerFile } from './opening/incoming-file.ts';
import classes from './home.module.css';

type Head = Awaited<ReturnType<typeof client.workbooks.list>>[number];

/** The member's first screen: open what the secretary sent, go on with what was opened. */
export const HomeScreen = () => {
  const t = useMessages(memberMessages);
  const storageTexts = useMessages(storageMessages);
  const say = useProblemText();
  const list = useQuery(api.workbooks.list.queryOptions());
  const [problem, setProblem] = useState<Problem | null>(null);
  const failed = problem ?? (list.error ? problemOf(list.error) : null);

  const choose = async (): Promise<void> => {
    const { files, problem: unread } = await chooseToOpen(['hdgoi', 'hdbiennhan']);
    setProblem(unread);
    if (files[0]) offerFile(files[0]);
  };

  return (
    <AppFrame>
      <Page title={t.homeTitle} lead={t.homeLead}>
        <DropArea onFile={offerFile} over={t.dropNow}>
          <Button
            size="lg"
            leftSection={<IconFileUpload aria-hidden size="1.375rem" stroke={1.75} />}
            onClick={() => void choose()}
          >
            {t.openFile}
          </Button>
          <span className={classes.hint}>{t.dropHint}</span>
        </DropArea>
        {failed !== null && (
          <Notice tone="wrong" alert>
            {say(failed)}
          </Notice>
        )}
        {list.data !== undefined && (
          <Section title={t.listHeading}>
            {list.data.length === 0 ? (
              <EmptyState title={t.homeEmptyTitle}>{t.homeEmptyText}</EmptyState>
            ) : (
              <ul className={classes.list}>
                {list.data.map((head) => (
                  <WorkbookLine key={head.id} head={head} onProblem={setProblem} />
                ))}
              </ul>
            )}
          </Section>
        )}
        <p>
          <Link href="/storage">{storageTexts.link}</Link>
        </p>
      </Page>
    </AppFrame>
  );
};

const WorkbookLine = ({ head, onProblem }: { readonly head: Head; readonly onProblem: (problem: Problem) => void }) => {
  const t = useMessages(memberMessages);
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { id, councilName, memberName, startsAt, deadline, rehearsal, complete, dossiers, revision, received } = head;
  const sent = revision === null ? t.notSent : received ? t.receivedRevision(revision) : t.sentRevision(revision);

  const remove = async (): Promise<void> => {
    try {
      await client.workbooks.remove({ workbookId: id });
    } catch (error) {
      onProblem(problemOf(error));
    }
    await queries.invalidateQueries({ queryKey: api.workbooks.list.key() });
  };

  return (
    <li className={classes.line}>
      <div className={classes.what}>
        <h3>
          <Link href={workbookAddress(id)}>{councilName}</Link>
          {rehearsal && <span className={classes.rehearsal}>{t.rehearsal}</span>}
        </h3>
        <p>{t.memberOf(memberName)}</p>
        <p className={classes.when}>
          {startsAt === null ? t.meetingUnknown : t.meetingAt(`${timeText(startsAt)}, ${dayText(startsAt)}`)}
          {deadline !== null && ` · ${t.deadlineAt(`${timeText(deadline)}, ${dayText(deadline)}`)}`}
        </p>
      </div>
      <div className={classes.state}>
        <p>{t.progressOf(complete, dossiers)}</p>
        <p className={classes.when}>{sent}</p>
      </div>
      <Button
        className={classes.remove ?? ''}
        variant="subtle"
        color="gray"
        onClick={() => setAsking(true)}
        aria-label={`${t.remove} ${councilName}`}
      >
        {t.remove}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t.removeTitle}
        confirmLabel={t.removeConfirm}
        danger
        onConfirm={() => void remove()}
      >
        <p>{t.removeText}</p>
      </ConfirmDialog>
    </li>
  );
};
