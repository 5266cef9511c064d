import { Button, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Case } from '#domain/conclusion/case.ts';
import { findWhatIf, type WhatIfReport } from '#domain/conclusion/what-if.ts';
import { isSecret } from '#domain/session/secret-ballot.ts';
import { toCase } from '#domain/session/to-case.ts';
import type { Session } from '#domain/session/state.ts';
import { secretBallotMessages } from '#domain/text/messages/secret-ballot.ts';
import { resultMessages } from '#domain/text/messages/results.ts';
import { useSession } from '../../client/session-document.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './results.module.css';

type Found = { readonly of: Session; readonly report: WhatIfReport };

/** The smallest changes that would turn the conclusion. Worked out when asked for, since every possible change is tried. */
export const WhatIf = () => {
  const t = useMessages(resultMessages);
  const secret = useMessages(secretBallotMessages);
  const language = useLanguage();
  const { state } = useSession();
  const [asked, setAsked] = useState<Session | null>(null);
  const [found, setFound] = useState<Found | null>(null);

  useEffect(() => {
    if (asked === null) return;
    const theCase = toCase(asked);
    if (theCase === null) return;
    // Titles are long and come up several times in a sentence: the numbers of the table above stand for them.
    const numbered: Case = {
      ...theCase,
      dossiers: theCase.dossiers.map((dossier, index) => ({ ...dossier, title: t.dossierNumber(index + 1) })),
    };
    // The screen first says that it is at work.
    const timer = setTimeout(() => setFound({ of: asked, report: findWhatIf(numbered) }), 50);
    return () => clearTimeout(timer);
  }, [asked, t]);

  // What was found out holds for the ballots it was found with.
  const report = found?.of === state ? found.report : null;
  const busy = asked === state && report === null;
  const changes =
    report === null ? [] : [report.criterion, report.ballot, ...report.absences].filter((one) => one !== null);
  return (
    <Section title={t.whatIfTitle} lead={isSecret(state) ? `${t.whatIfLead} ${secret.whatIfSecret}` : t.whatIfLead}>
      {report === null && (
        <div className={classes.buttons}>
          <Button variant="default" disabled={busy} onClick={() => setAsked(state)}>
            {t.whatIfFind}
          </Button>
          {busy && (
            <p className={classes.busy} role="status">
              <Loader aria-hidden size="1.25rem" color="var(--pen)" /> {t.whatIfFinding}
            </p>
          )}
        </div>
      )}
      {report !== null && changes.length === 0 && <p>{t.whatIfNothing}</p>}
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map(({ text }) => (
            <li key={text.vi}>{text[language]}.</li>
          ))}
        </ul>
      )}
    </Section>
  );
};
