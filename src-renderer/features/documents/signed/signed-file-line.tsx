import { ActionIcon, Button } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconInfoCircle, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { SignedFile } from '#domain/session/state.ts';
import { signedFilesMessages } from '#domain/text/messages/signed-files.ts';
import { api } from '../../../client/client.ts';
import { problemOf } from '../../../client/problem.ts';
import { useSession } from '../../../client/session-document.ts';
import { useLanguage, useMessages } from '../../../ui/language.tsx';
import { dayAndClockOf } from '../../../ui/moments.ts';
import { fileSize } from '../../../ui/file-size.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemText } from '../../../ui/problem-text.ts';
import { CheckReport } from './check-report.tsx';
import { isTrustworthy, summaryOf } from './check-summary.ts';
import classes from './signed.module.css';

type Props = {
  readonly file: SignedFile;
  /** Which page it is of, in words. */
  readonly of: string;
  readonly titleOf: (sha256: string) => string;
  readonly onView: () => void;
  readonly onSave: () => void;
  readonly onSign: () => void;
  readonly onRemove: () => void;
};

/** One kept file: what it is, how its signatures stand, and what can be done with it. */
export const SignedFileLine = ({ file, of, titleOf, onView, onSave, onSign, onRemove }: Props) => {
  const t = useMessages(signedFilesMessages);
  const { readOnly } = useSession();
  const { name, kind, origin, size, addedAt, sha256 } = file;
  return (
    <li className={classes.file} aria-label={name}>
      <div>
        <div className={classes.name}>{name}</div>
        <div className={classes.what}>
          {kind === 'signed' ? t.kindSigned : t.kindScan}: {of} ({origin === 'here' ? t.originHere : t.originBrought}),{' '}
          {dayAndClockOf(addedAt)}, {fileSize(size)}
        </div>
      </div>
      <div className={classes.tools}>
        <Button size="sm" variant="subtle" aria-label={t.viewNamed(name)} onClick={onView}>
          {t.view}
        </Button>
        <Button size="sm" variant="subtle" aria-label={t.saveNamed(name)} onClick={onSave}>
          {t.save}
        </Button>
        {kind === 'signed' && (
          <Button size="sm" variant="subtle" disabled={readOnly} aria-label={t.signAgainNamed(name)} onClick={onSign}>
            {t.signAgain}
          </Button>
        )}
        <ActionIcon aria-label={t.remove(name)} disabled={readOnly} onClick={onRemove}>
          <IconTrash aria-hidden size="1.25rem" stroke={1.75} />
        </ActionIcon>
      </div>
      {kind === 'signed' && <State file={file} titleOf={titleOf} />}
      <span className={classes.hash}>SHA-256 {sha256}</span>
    </li>
  );
};

const State = ({ file, titleOf }: Pick<Props, 'file' | 'titleOf'>) => {
  const t = useMessages(signedFilesMessages);
  const language = useLanguage();
  const say = useProblemText();
  const { id: sessionId, state } = useSession();
  // Its bytes never change; what it is compared with does when pages are locked anew.
  const { data, error, refetch } = useQuery({
    ...api.signing.check.queryOptions({ input: { sessionId, fileId: file.id } }),
    queryKey: [...api.signing.check.queryKey({ input: { sessionId, fileId: file.id } }), state.minutes.lockedAt],
    staleTime: Infinity,
  });
  if (error !== null)
    return (
      <div className={classes.state}>
        <Notice tone="wrong" alert actions={<Button onClick={() => void refetch()}>{t.tryAgain}</Button>}>
          {say(problemOf(error))}
        </Notice>
      </div>
    );
  if (data?.check === undefined || data.check === null)
    return (
      <p role="status" className={classes.state}>
        {t.checking}
      </p>
    );
  const { check } = data;
  const tone = !check.intact ? 'wrong' : isTrustworthy(check) ? 'plain' : 'attention';
  const Sign = { wrong: IconAlertCircle, attention: IconInfoCircle, plain: IconCheck }[tone];
  return (
    <details className={classes.state} data-tone={tone}>
      <summary>
        <Sign aria-hidden size="1.125rem" stroke={1.75} /> {summaryOf(check, language)}
      </summary>
      <CheckReport check={check} titleOf={titleOf} />
    </details>
  );
};
