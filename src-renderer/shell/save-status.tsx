import { ActionIcon, Button, Loader, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconCheck, IconAlertCircle, IconLock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { client } from '../client/client.ts';
import type { DocumentControls } from '../client/document-context.tsx';
import { useAnnounce } from '../ui/announcer.tsx';
import { useLanguage, useMessages } from '../ui/language.tsx';
import { clockOf, dayAndClockOf } from '../ui/moments.ts';
import { Notice } from '../ui/notice.tsx';
import { useProblemText } from '../ui/problem-text.ts';
import { FolderActions } from './folder-banner.tsx';
import classes from './save-status.module.css';

type Props = { readonly document: DocumentControls };

/** "Đã lưu 10:32:05": always in sight, never read out by itself while somebody types. */
export const SaveStatus = ({ document: { save, standing } }: Props) => {
  const t = useMessages(shellMessages);
  if (standing.readOnly !== null)
    return (
      <span className={classes.status}>
        <IconLock aria-hidden size="1.125rem" stroke={1.75} /> {t.readOnly}
      </span>
    );
  switch (save.kind) {
    case 'saved':
      return (
        <span className={classes.status}>
          <IconCheck aria-hidden size="1.125rem" stroke={2} />
          <time dateTime={save.at}>{t.saved(clockOf(save.at))}</time>
        </span>
      );
    case 'saving':
      return (
        <span className={classes.status}>
          <Loader aria-hidden size="1rem" color="var(--ink-soft)" /> {t.saving}
        </span>
      );
    case 'failed':
      return (
        <span className={classes.status} data-wrong>
          <IconAlertCircle aria-hidden size="1.125rem" stroke={2} /> {t.notSaved}
        </span>
      );
  }
};

const takesTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)));

/** Buttons, and Ctrl+Z and Ctrl+Y wherever no text is being typed (there they belong to the text). */
export const UndoButtons = ({ document: { standing, undo, redo } }: Props) => {
  const t = useMessages(shellMessages);
  const language = useLanguage();
  const announce = useAnnounce();
  const { readOnly } = standing;
  const undoLabel = readOnly === null ? (standing.undo?.[language] ?? null) : null;
  const redoLabel = readOnly === null ? (standing.redo?.[language] ?? null) : null;

  const takeBack = async () => {
    if (undoLabel === null) return;
    if (await undo()) announce(t.undone(undoLabel));
  };
  const doAgain = async () => {
    if (redoLabel === null) return;
    if (await redo()) announce(t.redone(redoLabel));
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || takesTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      void (key === 'y' || event.shiftKey ? doAgain() : takeBack());
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  const undoName = undoLabel === null ? t.nothingToUndo : t.undoWhat(undoLabel);
  const redoName = redoLabel === null ? t.nothingToRedo : t.redoWhat(redoLabel);
  return (
    <div className={classes.undo}>
      <Tooltip label={`${undoName} (Ctrl+Z)`}>
        <ActionIcon
          aria-label={undoName}
          aria-disabled={undoLabel === null}
          className={classes.step}
          onClick={() => void takeBack()}
        >
          <IconArrowBackUp aria-hidden size="1.375rem" stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${redoName} (Ctrl+Y)`}>
        <ActionIcon
          aria-label={redoName}
          aria-disabled={redoLabel === null}
          className={classes.step}
          onClick={() => void doAgain()}
        >
          <IconArrowForwardUp aria-hidden size="1.375rem" stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
};

/** A document of its own cause takes no changes; the ways out stand on a screen of their own. */
const hasWaysOut = new Set(['store.damaged', 'store.entriesMissing', 'store.notUnderstood']);

/** Why the document can't be changed at all, and what can be done; stands there from its opening on. */
export const ReadOnlyBanner = ({ document }: Props) => {
  const t = useMessages(shellMessages);
  const ts = useMessages(storageMessages);
  const say = useProblemText();
  const { about, load } = document;
  const { readOnly } = document.standing;
  if (readOnly === null) return null;
  const reopen = async (): Promise<void> => {
    try {
      await client.storage.reopen(about);
    } finally {
      // What could not be done shows in the document's own standing.
      await load();
      document.retry();
    }
  };
  return (
    <div className={classes.readOnly}>
      <Notice
        tone="attention"
        wide
        title={t.readOnly}
        actions={
          hasWaysOut.has(readOnly.code) ? (
            <Button component={Link} size="sm" variant="default" href={`/damaged/${about.kind}/${about.id}`}>
              {ts.waysOut}
            </Button>
          ) : readOnly.code === 'store.changedOutside' ? (
            <Button size="sm" variant="default" onClick={() => void reopen()}>
              {ts.reopen}
            </Button>
          ) : readOnly.code === 'store.newer' ? undefined : (
            <FolderActions problem={readOnly} />
          )
        }
      >
        {say(readOnly)}
      </Notice>
    </div>
  );
};

/** How far the clock may be behind the last save before it is worth a word, in milliseconds. */
const CLOCK_SLACK = 60_000;

/** Says when the computer's clock was set back: nothing is lost, but minutes would bear a wrong time. */
export const ClockBanner = ({ document: { standing } }: Props) => {
  const t = useMessages(storageMessages);
  const [openedAt] = useState(() => Date.now());
  const savedAt = Date.parse(standing.savedAt);
  // While it is behind, the journal repeats the last time it knew: the moment of opening is what to compare with.
  if (Number.isNaN(savedAt) || Date.now() - savedAt > -CLOCK_SLACK || openedAt - savedAt > -CLOCK_SLACK) return null;
  return (
    <div className={classes.readOnly}>
      <Notice tone="attention" wide title={t.clockBack}>
        {t.clockBackText(dayAndClockOf(standing.savedAt), dayAndClockOf(new Date(openedAt).toISOString()))}
      </Notice>
    </div>
  );
};

/** What has just kept the document from being saved or changed: at the foot of the window, so that nothing moves under the hand. */
export const TroubleBanner = ({ document: { save, standing, refused, retry, discard } }: Props) => {
  const t = useMessages(shellMessages);
  const say = useProblemText();
  if (save.kind !== 'failed' && refused === null) return null;
  return (
    <div className={classes.trouble} data-trouble>
      {refused !== null && (
        <Notice tone="wrong" alert>
          {say(refused)}
        </Notice>
      )}
      {save.kind === 'failed' && (
        <Notice
          tone="wrong"
          alert
          wide
          title={t.notSaved}
          actions={
            <>
              <Button size="sm" onClick={retry}>
                {t.retry}
              </Button>
              {!save.retrying && (
                <Button size="sm" variant="default" onClick={() => void discard()}>
                  {t.discard}
                </Button>
              )}
            </>
          }
        >
          {say(save.problem)} {t.notSavedKept(dayAndClockOf(standing.savedAt))} {save.retrying && t.retryingByItself}
        </Notice>
      )}
    </div>
  );
};
