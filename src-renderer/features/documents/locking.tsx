import { Button, Loader, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { PaperKind } from '#domain/documents/model.ts';
import type { Session } from '#domain/session/state.ts';
import { paperNames } from '#domain/text/messages/documents.ts';
import { paperworkMessages } from '#domain/text/messages/paperwork.ts';
import { signedFilesMessages } from '#domain/text/messages/signed-files.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmDialog, Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { useDeliver } from '../../ui/use-deliver.ts';
import classes from './documents.module.css';
import { lacksTogether, type PageItem } from './pages-of.ts';
import type { ToSign } from './signed/sign-dialog.tsx';

/** Locking the minutes, the pages as they were locked, and corrections. */
export const Locking = ({
  pages,
  onSign,
}: {
  readonly pages: readonly PageItem[];
  readonly onSign: (toSign: ToSign) => void;
}) => {
  const t = useMessages(paperworkMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const { id: sessionId, state, readOnly, perform } = useSession();
  const [asking, setAsking] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { minutes } = state;
  const lacks = asking ? lacksTogether(pages.filter(({ inSet }) => inSet)) : [];

  const attempt = async (deed: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    try {
      await perform(deed);
      if (done !== undefined) announce(done);
      return true;
    } catch (error) {
      setFailure(say(problemOf(error)));
      return false;
    } finally {
      setBusy(false);
    }
  };

  return (
    <Section title={t.lockTitle} lead={t.lockLead}>
      {failure !== null && (
        <Notice tone="wrong" alert>
          {failure}
        </Notice>
      )}
      {minutes.state === 'locked' ? (
        <Notice
          title={t.lockedAt(dayAndClockOf(minutes.lockedAt ?? ''))}
          actions={
            <Button variant="default" disabled={readOnly || busy} onClick={() => setCorrecting(true)}>
              {t.correct}
            </Button>
          }
        />
      ) : (
        <>
          {minutes.state === 'draft' && <p>{t.lockNeedsAgreed}</p>}
          <div>
            <Button
              disabled={readOnly || busy || minutes.state !== 'agreed'}
              leftSection={<IconLock aria-hidden size="1.25rem" stroke={1.75} />}
              onClick={() => setAsking(true)}
            >
              {t.lock}
            </Button>
          </div>
        </>
      )}
      {busy && (
        <p className={classes.progress} role="status">
          <Loader aria-hidden size="1.25rem" color="var(--pen)" /> {t.locking}
        </p>
      )}
      {minutes.locked.length > 0 && <LockedPages minutes={minutes} pages={pages} onSign={onSign} />}
      {minutes.corrections.length > 0 && (
        <div className={classes.group}>
          <h3>{t.correctionsTitle}</h3>
          <ul className={classes.lacks}>
            {minutes.corrections.map(({ number, at, reason }) => (
              <li key={number}>{t.correction(number, dayAndClockOf(at), reason)}</li>
            ))}
          </ul>
        </div>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t.lockConfirmTitle}
        confirmLabel={t.lockConfirm}
        onConfirm={() => void attempt(() => client.documents.lock({ sessionId }), t.lockedNow)}
      >
        <p>{t.lockConfirmText}</p>
        {lacks.length > 0 && (
          <div>
            <p>
              <strong>{t.lockLacks}</strong>
            </p>
            <ul className={classes.lacks}>
              {lacks.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )}
      </ConfirmDialog>
      {correcting && (
        <CorrectDialog
          onClose={() => setCorrecting(false)}
          onCorrect={(reason) => attempt(() => client.documents.correct({ sessionId, reason }))}
        />
      )}
    </Section>
  );
};

const CorrectDialog = ({
  onClose,
  onCorrect,
}: {
  readonly onClose: () => void;
  readonly onCorrect: (reason: string) => Promise<boolean>;
}) => {
  const t = useMessages(paperworkMessages);
  const shell = useMessages(shellMessages);
  const [reason, setReason] = useState('');
  const correct = async (): Promise<void> => {
    // What was typed stays where it could not be recorded: the sentence about it stands behind the dialog's place.
    if (await onCorrect(reason.trim())) onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t.correctTitle}
      footer={
        <DialogButtons
          confirm={
            <Button disabled={reason.trim() === ''} onClick={() => void correct()}>
              {t.correctTitle}
            </Button>
          }
          cancel={
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
          }
        />
      }
    >
      <p>{t.correctText}</p>
      <TextInput
        label={t.correctReason}
        required
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
};

type LockedItem = {
  readonly name: string;
  readonly sha256: string;
  /** Null for a page that the session no longer has. */
  readonly kind: PaperKind | null;
  readonly title: string;
  readonly signable: boolean;
};

/** A kind with more pages than this is folded into one line. */
const SHOWN = 3;

const LockedPages = ({
  minutes: { state, locked },
  pages,
  onSign,
}: {
  readonly minutes: Session['minutes'];
  readonly pages: readonly PageItem[];
  readonly onSign: (toSign: ToSign) => void;
}) => {
  const t = useMessages(paperworkMessages);
  const ts = useMessages(signedFilesMessages);
  const say = useProblemText();
  const language = useLanguage();
  const { id: sessionId, readOnly } = useSession();
  const { deliver, failure } = useDeliver();
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (hashes: readonly string[]): Promise<void> => {
    setProblem(null);
    try {
      await deliver(await Promise.all(hashes.map((sha256) => client.documents.locked({ sessionId, sha256 }))));
    } catch (error) {
      setProblem(say(problemOf(error)));
    }
  };
  const items: readonly LockedItem[] = locked.map(({ name, sha256 }) => {
    const page = pages.find(({ id }) => `${id}.pdf` === name);
    return {
      name,
      sha256,
      kind: page?.kind ?? null,
      title: page?.title ?? name,
      signable: page?.hasSignatureField === true,
    };
  });
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const line = ({ name, sha256, title, signable }: LockedItem) => (
    <li key={name} className={classes.line}>
      <span className={classes.lockedName}>{title}</span>
      <Button size="sm" variant="subtle" aria-label={t.saveLocked(name)} onClick={() => void save([sha256])}>
        {t.save}
      </Button>
      {signable && (
        <Button
          size="sm"
          variant="subtle"
          disabled={readOnly}
          aria-label={ts.signNamed(title)}
          onClick={() => onSign({ source: { kind: 'locked', sha256 }, title })}
        >
          {ts.sign}
        </Button>
      )}
    </li>
  );
  return (
    <div className={classes.group}>
      <h3>{state === 'locked' ? t.lockedPages : t.lockedBefore}</h3>
      {state !== 'locked' && <p className={classes.plain}>{t.lockedBeforeText}</p>}
      {(problem ?? failure) !== null && (
        <Notice tone="wrong" alert>
          {problem ?? failure}
        </Notice>
      )}
      {kinds.map((kind) => {
        const list = items.filter((item) => item.kind === kind);
        return kind === null || list.length <= SHOWN ? (
          <ul key={kind ?? ''} className={classes.lines}>
            {list.map(line)}
          </ul>
        ) : (
          <details key={kind} className={classes.many}>
            <summary>{t.many(paperNames[language][kind], list.length)}</summary>
            <ul className={`${classes.lines ?? ''} ${classes.manyBody ?? ''}`}>{list.map(line)}</ul>
          </details>
        );
      })}
      <details className={classes.many}>
        <summary>{t.hashes}</summary>
        <dl className={classes.hashes}>
          {items.map(({ name, title, sha256 }) => (
            <div key={name}>
              <dt>{title}</dt>
              <dd className={classes.hash}>{sha256}</dd>
            </div>
          ))}
        </dl>
      </details>
      <div className={classes.saveAll}>
        <Button variant="default" onClick={() => void save(locked.map(({ sha256 }) => sha256))}>
          {t.saveAllLocked}
        </Button>
      </div>
    </div>
  );
};
