import { Button } from '@mantine/core';
import { Link, Redirect } from 'wouter';
import { IconArrowRight } from '@tabler/icons-react';
import { nextStep, stepsOf, type Lack, type SessionStep } from '#domain/session/steps.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { SessionDocument, useSession } from '../client/session-document.ts';
import { useMessages } from '../ui/language.tsx';
import { ProgressSteps } from '../ui/progress-steps.tsx';
import { AppFrame } from './app-frame.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { CannotOpen, NotFound, Opening } from './plain-message.tsx';
import { sessionExtras, sessionScreens, type SessionExtra } from './session-screens.ts';
import classes from './session-shell.module.css';

type Props = {
  readonly sessionId: string;
  /** The part of the address after the session; null goes on where the session stands. */
  readonly place: string | null;
};

/** A session: its steps on the left, the screen of one of them in the middle. */
export const SessionShell = ({ sessionId, place }: Props) => (
  <SessionDocument
    id={sessionId}
    loading={<Opening />}
    failed={(problem, again) => <CannotOpen problem={problem} again={again} />}
  >
    <Inside place={place} />
  </SessionDocument>
);

const isStep = (place: string): place is SessionStep => Object.hasOwn(sessionScreens, place);
const isExtra = (place: string): place is SessionExtra => Object.hasOwn(sessionExtras, place);

/** A lack in words; its code names its text. */
const useLackText = (): ((lack: Lack) => string) => {
  const t = useMessages(stepMessages);
  return ({ code, count }) => {
    const message = (t as Readonly<Record<string, string | ((count: number) => string)>>)[code];
    return typeof message === 'function' ? message(count) : (message ?? code);
  };
};

const Inside = ({ place }: { readonly place: string | null }) => {
  const t = useMessages(shellMessages);
  const ts = useMessages(sessionMessages);
  const names = useMessages(stepMessages);
  const session = useSession();
  const lackText = useLackText();

  const shown = stepsOf(session.state).filter(({ step }) => isStep(step));
  const href = (name: string) => `/sessions/${session.id}/${name}`;
  const next = nextStep(session.state);

  if (place === null) return <Redirect to={href(isStep(next) ? next : (shown[0]?.step ?? 'council'))} replace />;
  const Screen = isStep(place) ? sessionScreens[place] : isExtra(place) ? sessionExtras[place] : undefined;
  if (Screen === undefined) return <NotFound />;

  const at = shown.findIndex(({ step }) => step === place);
  const after = at === -1 ? undefined : shown[at + 1]?.step;
  const extras = Object.keys(sessionExtras).filter(isExtra);
  return (
    <AppFrame
      heading={session.state.council.name.trim() || ts.unnamed}
      document={session}
      steps={
        <div className={classes.column}>
          {session.state.rehearsal && <p className={classes.rehearsal}>{ts.rehearsal}</p>}
          <ProgressSteps
            label={t.steps}
            current={place}
            next={next}
            steps={shown.map(({ step, state, lacks }) => ({
              id: step,
              label: names[step],
              href: href(step),
              state,
              lacks: lacks.map(lackText),
            }))}
          />
          <nav aria-label={t.elsewhere}>
            <ul className={classes.extras}>
              {extras.map((extra) => (
                <li key={extra}>
                  <Link href={href(extra)} aria-current={extra === place ? 'page' : undefined}>
                    {ts[extra]}
                  </Link>
                </li>
              ))}
              <li>
                <Link href="/">{t.archive}</Link>
              </li>
            </ul>
          </nav>
        </div>
      }
    >
      <ErrorBoundary resetOn={place}>
        <Screen key={place} />
        {after !== undefined && (
          <div className={classes.onward}>
            <Button
              variant={shown[at]?.state === 'done' ? 'filled' : 'default'}
              component={Link}
              href={href(after)}
              size="lg"
              rightSection={<IconArrowRight aria-hidden size="1.25rem" stroke={1.75} />}
            >
              {t.next(names[after])}
            </Button>
          </div>
        )}
      </ErrorBoundary>
    </AppFrame>
  );
};
