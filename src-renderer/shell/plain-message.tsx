import { Button } from '@mantine/core';
import { shellMessages } from '#domain/text/messages/shell.ts';
import type { Problem } from '#domain/contract/base.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useMessages } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { useProblemText } from '../ui/problem-text.ts';
import { AppFrame } from './app-frame.tsx';

/** Holds the place while a document opens. Shown late, so that the usual quick opening doesn't flicker. */
export const Opening = () => {
  const t = useMessages(shellMessages);
  return (
    <AppFrame>
      <p className="late" role="status">
        {t.loading}
      </p>
    </AppFrame>
  );
};

/** A document or the program itself could not be opened: what happened, and a way on. */
export const CannotOpen = ({ problem, again }: { readonly problem: Problem; readonly again: () => void }) => {
  const t = useMessages(shellMessages);
  const say = useProblemText();
  return (
    <AppFrame>
      <Page title={t.cannotOpenTitle}>
        <EmptyState
          title={say(problem)}
          action={
            <>
              <Button onClick={again}>{t.tryAgain}</Button>
              <Button variant="default" component="a" href="#/">
                {t.startPage}
              </Button>
            </>
          }
        />
      </Page>
    </AppFrame>
  );
};

/** An address that leads nowhere within a document that is open, whose frame stands around it already. */
export const NotFoundHere = () => {
  const t = useMessages(shellMessages);
  return (
    <Page title={t.notFoundTitle}>
      <EmptyState
        title={t.notFoundText}
        action={
          <Button component="a" href="#/">
            {t.startPage}
          </Button>
        }
      />
    </Page>
  );
};

export const NotFound = () => (
  <AppFrame>
    <NotFoundHere />
  </AppFrame>
);
