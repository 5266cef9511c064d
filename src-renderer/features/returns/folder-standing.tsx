import { Button, Progress } from '@mantine/core';
import type { LookedAtFolder } from '#domain/contract/intake.ts';
import { intakeMessages } from '#domain/text/messages/intake.ts';
import { useMessages } from '../../ui/language.tsx';
import { clockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import classes from './returns.module.css';
import type { FolderIntake } from './use-folder.ts';

type Props = { readonly folder: LookedAtFolder; readonly intake: FolderIntake; readonly onUnlock: () => void };

/** How the folder that is looked at stands: since when, what waits, what was read before. */
export const FolderStanding = ({ folder, intake, onUnlock }: Props) => {
  const t = useMessages(intakeMessages);
  const say = useProblemText();
  const { keeps, finished, problem, lookedAt, reading, waiting, waitingCount, held, aside, links, lines } = folder;
  const heading = keeps
    ? t.watching(folder.folder)
    : finished
      ? t.lookedThrough(folder.folder)
      : t.looking(folder.folder);
  const locked = problem?.code === 'vault.locked';
  const idle = problem === null && reading === null && lines.length === 0 && waitingCount === 0 && lookedAt !== null;
  const facts = [
    keeps && lookedAt !== null ? t.lastLook(clockOf(lookedAt)) : '',
    held > 0 && keeps ? t.heldAlready(held) : '',
    aside > 0 ? t.asideCount(aside) : '',
    links > 0 ? t.linksSkipped(links) : '',
  ].filter((text) => text !== '');
  return (
    <div className={classes.folder}>
      <div className={classes.folderHead}>
        <p className={classes.folderName}>{heading}</p>
        <div className={classes.buttons}>
          {aside > 0 && (
            <Button size="sm" variant="subtle" onClick={() => void intake.lookAgain()}>
              {t.lookAgain}
            </Button>
          )}
          <Button size="sm" variant="default" onClick={() => void intake.letGo()}>
            {keeps ? t.stopWatching : t.closeFolder}
          </Button>
        </div>
      </div>
      {facts.length > 0 && <p className={classes.quiet}>{facts.join(' ')}</p>}
      {reading !== null && (
        <div className={classes.progress}>
          <p role="status">{t.readingOf(reading.done, reading.total)}</p>
          <Progress
            value={(reading.done / reading.total) * 100}
            aria-label={t.readingOf(reading.done, reading.total)}
          />
        </div>
      )}
      {lookedAt === null && problem === null && reading === null && <p className={classes.quiet}>{t.firstLook}</p>}
      {problem !== null && (
        <Notice
          tone={locked ? 'attention' : 'wrong'}
          alert
          title={problem.code === 'intake.folderGone' ? t.goneTitle : locked ? t.lockedTitle : undefined}
          actions={locked ? <Button onClick={onUnlock}>{t.unlock}</Button> : undefined}
        >
          {say(problem)}
        </Notice>
      )}
      {idle && <p>{keeps ? t.nothingNew : finished ? t.nothingFound : null}</p>}
      {waitingCount > 0 && problem === null && (
        <div>
          <p className={classes.folderName}>{t.waitingTitle(waitingCount)}</p>
          <ul className={classes.waiting}>
            {waiting.map(({ fileName, why }, index) => (
              <li key={`${index}-${fileName}`}>
                <span className={classes.fileName}>{fileName}</span>: {t[why]}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
};
