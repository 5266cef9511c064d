import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { packMessages } from '#domain/text/messages/packs.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { api } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { AppFrame } from '../../shell/app-frame.tsx';
import { FolderBanner } from '../../shell/folder-banner.tsx';
import { HelpPanel } from '../../ui/aside.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { useOpenSample } from '../start/use-open-sample.ts';
import { ArchiveFilters, noFilter } from './archive-filters.tsx';
import { byLastChange, searchesArchive } from './archive-view.ts';
import { HeadsTable } from './heads-table.tsx';
import { NewSessionDialog } from './new-session-dialog.tsx';
import { Troubled } from './troubled.tsx';
import { useSessions } from './use-sessions.ts';
import classes from './archive-screen.module.css';

/** All sessions of this computer, the last changed first. */
export const ArchiveScreen = () => {
  const t = useMessages(sessionMessages);
  const packTexts = useMessages(packMessages);
  const storageTexts = useMessages(storageMessages);
  const ts = useMessages(shellMessages);
  const say = useProblemText();
  const { sessions: all, reading, error, again } = useSessions();
  const troubled = useQuery(api.storage.troubled.queryOptions({ staleTime: 0 }));
  const info = useQuery(api.app.info.queryOptions());
  // Nothing is offered that the folder would refuse; the banner says why.
  const readOnly = (info.data?.readOnly ?? null) !== null;
  const sample = useOpenSample();
  const [query, setQuery] = useState(noFilter);
  const [creating, setCreating] = useState(false);

  // Made ready once for every keystroke that follows.
  const heads = useMemo(() => searchesArchive(byLastChange(all ?? [])), [all]);
  // Typing comes first: the list follows as soon as there is time.
  const wanted = useDeferredValue(query);
  const found = useMemo(() => heads.find(wanted), [heads, wanted]);
  const problems = useMemo(
    () =>
      new Map((troubled.data ?? []).flatMap(({ kind, id, problem }) => (kind === 'session' ? [[id, problem]] : []))),
    [troubled.data],
  );

  return (
    <AppFrame>
      <Page
        title={t.archiveTitle}
        lead={all === undefined || all.length === 0 ? undefined : readOnly ? t.archiveLeadReadOnly : t.archiveLead}
        width="full"
        actions={
          <Button
            leftSection={<IconPlus aria-hidden size="1.25rem" stroke={2} />}
            disabled={readOnly}
            onClick={() => setCreating(true)}
          >
            {t.newSession}
          </Button>
        }
      >
        {/* Above the list, which may be thousands of lines long. */}
        <p className={classes.links}>
          <Link href="/packs">{packTexts.title}</Link>
          <Link href="/storage">{storageTexts.link}</Link>
        </p>
        <FolderBanner />
        <Troubled documents={troubled.data ?? []} />
        {error !== null && (
          <Notice tone="wrong" alert actions={<Button onClick={again}>{ts.tryAgain}</Button>}>
            {say(problemOf(error))}
          </Notice>
        )}
        {sample.failure !== null && (
          <Notice tone="wrong" alert>
            {sample.failure}
          </Notice>
        )}
        {all?.length === 0 && (
          <EmptyState
            title={t.emptyTitle}
            action={
              <>
                <Button disabled={readOnly} onClick={() => setCreating(true)}>
                  {t.newSession}
                </Button>
                <Button variant="default" loading={sample.opening} disabled={readOnly} onClick={sample.open}>
                  {t.openSample}
                </Button>
              </>
            }
          >
            {t.emptyText}
          </EmptyState>
        )}
        {all !== undefined && all.length > 0 && (
          <div className={classes.archive}>
            <ArchiveFilters heads={heads} query={query} found={found.length} reading={reading} onChange={setQuery} />
            {found.length > 0 && <HeadsTable heads={found} problems={problems} readOnly={readOnly} />}
            <p>
              <Button variant="default" loading={sample.opening} disabled={readOnly} onClick={sample.open}>
                {t.openSample}
              </Button>
            </p>
          </div>
        )}
      </Page>
      <NewSessionDialog opened={creating} onClose={() => setCreating(false)} />
      <HelpPanel>
        <p>{t.archiveHelp1}</p>
        <p>{t.archiveHelp2}</p>
        {info.data !== undefined && <p className={classes.folder}>{t.archiveHelp3(info.data.dataFolder)}</p>}
      </HelpPanel>
    </AppFrame>
  );
};
