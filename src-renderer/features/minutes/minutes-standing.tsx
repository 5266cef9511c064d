import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { preflight } from '#domain/documents/preflight.ts';
import { minutesMessages } from '#domain/text/messages/minutes.ts';
import { useSession } from '../../client/session-document.ts';
import { useConclusion } from '../../client/use-conclusion.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import classes from './minutes.module.css';

/** Draft, agreed or locked, what that means, and the way on. */
export const MinutesStanding = () => {
  const t = useMessages(minutesMessages);
  const language = useLanguage();
  const { id, state, record, readOnly } = useSession();
  const conclusion = useConclusion();
  const [asking, setAsking] = useState(false);
  const standing = state.minutes.state;
  const correction = state.minutes.corrections.at(-1);
  // That the minutes are a draft is what agreeing mends; it is no lack of what is agreed.
  const lacks = asking
    ? preflight('minutes', { session: state, conclusion }, language).filter(({ code }) => code !== 'lackAgreed')
    : [];
  const texts = { draft: t.draftText, agreed: t.agreedText, locked: t.lockedText };
  return (
    <div className={classes.standing} data-state={standing} role="group" aria-label={t.stateLabel}>
      <div className={classes.stateText}>
        <span className={classes.stateWord}>{t[standing]}</span>
        <span className={classes.quiet}>{texts[standing]}</span>
        {standing !== 'locked' && correction && (
          <span className={classes.quiet}>{t.correctionNow(correction.number, correction.reason)}</span>
        )}
      </div>
      {standing === 'draft' && (
        <Button disabled={readOnly} onClick={() => setAsking(true)}>
          {t.agree}
        </Button>
      )}
      {standing === 'agreed' && (
        <Button variant="default" disabled={readOnly} onClick={() => record({ type: 'minutes.redrafted' })}>
          {t.redraft}
        </Button>
      )}
      {standing === 'locked' && (
        <Button variant="default" component={Link} href={`/sessions/${id}/documents`}>
          {t.toPapers}
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t.agreeTitle}
        confirmLabel={t.agreeConfirm}
        onConfirm={() => record({ type: 'minutes.agreed' })}
      >
        <p>{t.agreeText}</p>
        {lacks.length > 0 && (
          <div>
            <p>
              <strong>{t.agreeLacks}</strong>
            </p>
            <ul className={classes.lacks}>
              {lacks.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )}
      </ConfirmDialog>
    </div>
  );
};
