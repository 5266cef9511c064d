import { Button } from '@mantine/core';
import { IconFolder, IconFolderSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { nameKind } from '#domain/exchange/return-names.ts';
import { intakeMessages } from '#domain/text/messages/intake.ts';
import { api } from '../../client/client.ts';
import { chooseFolderFiles } from '../../client/files.ts';
import { bridge } from '../../client/host.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { FolderPathDialog } from './folder-path-dialog.tsx';
import { FolderStanding } from './folder-standing.tsx';
import { IntakeReport } from './intake-report.tsx';
import classes from './returns.module.css';
import type { FolderIntake } from './use-folder.ts';

type Props = {
  readonly intake: FolderIntake;
  /** Reads files that the browser's own folder dialog gave. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly onUnlock: () => void;
  /** Takes what is new and goes on to merging the two returns of this member. */
  readonly onTakeAndMerge: (memberId: string) => void;
  readonly busy: boolean;
};

/** A folder read once or watched: what is new in it, and nothing recorded before the button. */
export const FolderSection = ({ intake, onFiles, onUnlock, onTakeAndMerge, busy }: Props) => {
  const t = useMessages(intakeMessages);
  const { readOnly } = useSession();
  const info = useQuery(api.app.info.queryOptions());
  const typed = info.data?.capabilities.folders === 'typed';
  const [typing, setTyping] = useState(false);
  const [empty, setEmpty] = useState<string | null>(null);
  const { folder, failure, notice, taking } = intake;

  const chosen = async (keeps: boolean) => {
    const named = await bridge?.chooseFolder();
    if (named) await intake.look(named.folderId, keeps);
  };
  const readOnce = async () => {
    setEmpty(null);
    if (bridge !== undefined) return chosen(false);
    const files = await chooseFolderFiles();
    const returns = files.filter(({ name }) => nameKind(name) === 'return');
    if (returns.length > 0) onFiles(returns);
    else if (files.length > 0) setEmpty(t.noReturnsInFolder(files[0]?.webkitRelativePath.split('/')[0] ?? ''));
  };

  return (
    <>
      <Section title={t.folderTitle} lead={t.folderLead}>
        <div className={classes.buttons}>
          <Button
            variant="default"
            disabled={readOnly || busy}
            leftSection={<IconFolder aria-hidden size="1.25rem" stroke={1.75} />}
            onClick={() => void readOnce()}
          >
            {t.wholeFolder}
          </Button>
          <Button
            variant="default"
            disabled={readOnly || busy}
            leftSection={<IconFolderSearch aria-hidden size="1.25rem" stroke={1.75} />}
            onClick={() => (typed ? setTyping(true) : void chosen(true))}
          >
            {t.watchFolder}
          </Button>
        </div>
        <p className={classes.quiet}>
          {t.watchHint} {typed && t.browserAsks}
        </p>
        {[failure, empty].map(
          (text) =>
            text !== null && (
              <Notice key={text} tone="wrong" alert>
                {text}
              </Notice>
            ),
        )}
        {folder !== null && <FolderStanding folder={folder} intake={intake} onUnlock={onUnlock} />}
      </Section>
      {notice !== null && <Notice>{notice}</Notice>}
      {folder !== null && folder.lines.length > 0 && (
        <IntakeReport
          title={t.newTitle(folder.lines.length)}
          lead={t.newLead}
          lines={folder.lines}
          taking={taking}
          onStop={intake.stop}
          onTake={() => void intake.take()}
          onPutAside={() => void intake.putAside()}
          onReread={intake.refresh}
          onTakeAndMerge={onTakeAndMerge}
        />
      )}
      <FolderPathDialog
        opened={typing}
        onClose={() => setTyping(false)}
        onNamed={(folderId) => {
          setTyping(false);
          void intake.look(folderId, true);
        }}
      />
    </>
  );
};
