import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { api } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { AppFrame } from '../../shell/app-frame.tsx';
import { FolderBanner } from '../../shell/folder-banner.tsx';
import { HelpPanel } from '../../ui/aside.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { BackupPlaceView } from './backup-place.tsx';
import { Moving } from './moving.tsx';
import { SecondFolderNaming } from './second-folder.tsx';

/** Backups and the way to another computer. */
export const StorageScreen = () => {
  const t = useMessages(storageMessages);
  const say = useProblemText();
  // A stick may be plugged in or pulled out at any time.
  const { data, error } = useQuery(api.storage.backups.queryOptions({ staleTime: 0, refetchInterval: 10_000 }));
  const info = useQuery(api.app.info.queryOptions());
  const readOnly = (info.data?.readOnly ?? null) !== null;
  const own = data?.folders.find(({ place }) => place === 'own');
  const second = data?.folders.find(({ place }) => place === 'second');
  return (
    <AppFrame>
      <Page title={t.title} lead={t.lead}>
        <p>
          <Link href="/">{t.back}</Link>
        </p>
        <FolderBanner />
        {error !== null && (
          <Notice tone="wrong" alert>
            {say(problemOf(error))}
          </Notice>
        )}
        {data === undefined && error === null && (
          <p className="late" role="status">
            {t.reading}
          </p>
        )}
        {own !== undefined && (
          <Section title={t.own} lead={t.ownLead}>
            <BackupPlaceView folder={own} readOnly={readOnly} />
          </Section>
        )}
        {data !== undefined && (
          <Section title={t.second} lead={t.secondLead}>
            {second !== undefined && <BackupPlaceView folder={second} readOnly={readOnly} />}
            <SecondFolderNaming path={second?.path ?? null} byDialog={data.folderDialog} readOnly={readOnly} />
          </Section>
        )}
        <Moving readOnly={readOnly} />
      </Page>
      <HelpPanel>
        <p>{t.help1}</p>
        <p>{t.help2}</p>
        <p>{t.help3}</p>
      </HelpPanel>
    </AppFrame>
  );
};
