import { Button, Loader } from '@mantine/core';
import { paperworkMessages } from '#domain/text/messages/paperwork.ts';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './documents.module.css';
import type { Press } from './use-press.ts';

/** What is being made, with a way to stop it; what failed; what was stopped. */
export const PressProgress = ({ press: { working, failure, notice, stop } }: { readonly press: Press }) => {
  const t = useMessages(paperworkMessages);
  return (
    <>
      {working !== null && (
        <div className={classes.progress}>
          <Loader aria-hidden size="1.25rem" color="var(--pen)" />
          <p role="status">
            {working.count !== null
              ? t.working(working.title, working.at, working.count)
              : working.title === ''
                ? t.workingOne
                : t.workingPage(working.title)}
          </p>
          <Button variant="default" size="sm" onClick={stop}>
            {t.stop}
          </Button>
        </div>
      )}
      {failure !== null && (
        <Notice tone="wrong" alert>
          {failure}
        </Notice>
      )}
      {notice !== null && <Notice>{notice}</Notice>}
    </>
  );
};
