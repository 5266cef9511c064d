import { Loader, Progress } from '@mantine/core';
import { memberMessages } from '#domain/text/messages/member.ts';
import { useMessages } from '../../../ui/language.tsx';
import type { OpeningStep } from './use-opening.ts';
import classes from './opening.module.css';

type Props = { readonly step: OpeningStep | null; readonly stopping: boolean };

/**
 * How far the opening of a package is. The step is said aloud once, its share is for the eyes and for whoever asks; its place stays when
 * nothing goes on, so that the dialog does not jump.
 */
export const OpeningProgress = ({ step, stopping }: Props) => {
  const t = useMessages(memberMessages);
  const says: Readonly<Record<OpeningStep['phase'], string>> = {
    carrying: t.openingCarrying,
    deriving: t.openingDeriving,
    opening: t.openingUnsealing,
    checking: t.openingChecking,
    writing: t.openingWriting,
  };
  const said = step === null ? '' : stopping ? t.openingStopping : says[step.phase];
  const percent = step?.share === null || step === null ? null : Math.floor(step.share * 100);
  return (
    <div className={classes.progress}>
      <div className={classes.status}>
        {step !== null && percent === null && <Loader aria-hidden size="1.25rem" />}
        <span role="status">{said}</span>
        {percent !== null && (
          <span aria-hidden className={classes.percent}>
            {percent} %
          </span>
        )}
      </div>
      {percent !== null && <Progress value={percent} aria-label={said} />}
    </div>
  );
};
