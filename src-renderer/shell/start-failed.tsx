import { Button } from '@mantine/core';
import type { Problem } from '#domain/contract/base.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { useMessages } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { useProblemText } from '../ui/problem-text.ts';
import classes from './error-boundary.module.css';

/** The program could not read its data at start: why, and how to try again. */
export const StartFailed = ({ problem }: { readonly problem: Problem }) => {
  const t = useMessages(shellMessages);
  const say = useProblemText();
  return (
    <main className={classes.crash}>
      <h1>{t.startFailedTitle}</h1>
      <Notice tone="wrong" alert actions={<Button onClick={() => window.location.reload()}>{t.tryAgain}</Button>}>
        {say(problem)}
      </Notice>
    </main>
  );
};
