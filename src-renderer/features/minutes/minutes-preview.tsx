import { Button, Loader } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { minutesMessages } from '#domain/text/messages/minutes.ts';
import { printPdf } from '../../client/files.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { clockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { PdfView } from '../../ui/pdf/pdf-view.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { ReadingPane } from '../../ui/reading-pane.tsx';
import classes from './minutes.module.css';
import { useLivePaper } from './use-live-paper.ts';

/** The minutes beside their text, as they will print. */
export const MinutesPreview = () => {
  const t = useMessages(minutesMessages);
  const say = useProblemText();
  const { id } = useSession();
  const { file, at, busy, failure, again } = useLivePaper('minutes');
  const [printFailure, setPrintFailure] = useState<string | null>(null);

  const print = async (): Promise<void> => {
    if (file === null) return;
    const problem = await printPdf(file);
    setPrintFailure(problem === null ? null : say(problem));
  };

  return (
    <ReadingPane
      title={t.preview}
      head={
        <>
          <span className={classes.previewState}>
            {busy ? (
              <>
                <Loader aria-hidden size="1rem" color="var(--ink-soft)" /> {t.refreshing}
              </>
            ) : (
              at !== null && t.fresh(clockOf(at))
            )}
          </span>
          <Button
            variant="subtle"
            size="sm"
            disabled={file === null}
            leftSection={<IconPrinter aria-hidden size="1.125rem" stroke={1.75} />}
            onClick={() => void print()}
          >
            {t.print}
          </Button>
        </>
      }
    >
      {(failure !== null || printFailure !== null) && (
        <div className={classes.pad}>
          <Notice
            tone="wrong"
            alert
            actions={
              failure !== null && (
                <Button size="sm" variant="default" onClick={again}>
                  {t.again}
                </Button>
              )
            }
          >
            {failure === 'unsaved' ? t.unsaved : failure === null ? printFailure : say(failure)}
          </Notice>
        </div>
      )}
      {file !== null ? (
        <PdfView file={file} documentKey={`minutes:${id}`} />
      ) : (
        failure === null && (
          <p className={classes.pad} role="status">
            {t.preparing}
          </p>
        )
      )}
    </ReadingPane>
  );
};
