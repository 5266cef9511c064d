import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Signable } from '#domain/contract/signing.ts';
import type { Session } from '#domain/session/state.ts';
import { paperworkMessages } from '#domain/text/messages/paperwork.ts';
import { signedFilesMessages } from '#domain/text/messages/signed-files.ts';
import { api, client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PdfView } from '../../ui/pdf/pdf-view.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { ReadingPane } from '../../ui/reading-pane.tsx';
import classes from './documents.module.css';
import type { PageItem } from './pages-of.ts';
import type { ToSign } from './signed/sign-dialog.tsx';
import { PressProgress } from './press-progress.tsx';
import { usePress } from './use-press.ts';

/** What is signed of a page: the locked one where the minutes are locked, else the page as it stands; null for one that is not signed. */
const signableOf = ({ id, hasSignatureField, draft }: PageItem, { minutes }: Session): Signable | null => {
  if (!hasSignatureField) return null;
  const locked = minutes.state === 'locked' ? minutes.locked.find(({ name }) => name === `${id}.pdf`) : undefined;
  if (locked) return { kind: 'locked', sha256: locked.sha256 };
  return draft ? null : { kind: 'page', paperId: id };
};

/** One page as it prints, what it lacks, and the forms it can be saved in. */
export const PagePreview = ({
  page,
  onClose,
  onSign,
}: {
  readonly page: PageItem;
  readonly onClose: () => void;
  readonly onSign: (toSign: ToSign) => void;
}) => {
  const t = useMessages(paperworkMessages);
  const ts = useMessages(signedFilesMessages);
  const say = useProblemText();
  const { id: sessionId, state, standing, flush, readOnly } = useSession();
  const press = usePress();
  const input = { sessionId, paperIds: [page.id], format: 'pdf' as const };
  // The number of the last entry is part of the question, so a change asks anew; a page that was just seen is kept for a while.
  const { data, error, refetch } = useQuery({
    queryKey: [...api.documents.render.queryKey({ input }), standing.seq],
    queryFn: async ({ signal }) => {
      await flush();
      return client.documents.render(input, { signal });
    },
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const file = data?.files[0];
  const busy = press.working !== null;
  const source = signableOf(page, state);
  return (
    <ReadingPane title={page.title} label={t.preview(page.title)} closing={{ closeLabel: t.closePreview, onClose }}>
      <div className={classes.previewTools}>
        <Button
          size="sm"
          disabled={busy}
          leftSection={<IconPrinter aria-hidden size="1.125rem" stroke={1.75} />}
          onClick={() => void press.asOne([page], 'print')}
        >
          {t.print}
        </Button>
        <Button size="sm" variant="default" disabled={busy} onClick={() => void press.asOne([page], 'save')}>
          {t.savePdf}
        </Button>
        <Button size="sm" variant="default" disabled={busy} onClick={() => void press.asFiles([page], 'docx')}>
          {t.saveDocx}
        </Button>
        {page.hasTable && (
          <>
            <Button size="sm" variant="default" disabled={busy} onClick={() => void press.asFiles([page], 'xlsx')}>
              {t.saveXlsx}
            </Button>
            <Button size="sm" variant="default" disabled={busy} onClick={() => void press.asFiles([page], 'csv')}>
              {t.saveCsv}
            </Button>
          </>
        )}
        {source !== null && (
          <Button
            size="sm"
            variant="default"
            disabled={busy || readOnly}
            onClick={() => onSign({ source, title: page.title })}
          >
            {ts.sign}
          </Button>
        )}
      </div>
      <div className={classes.previewNotes}>
        <PressProgress press={press} />
        {page.lacks.length > 0 && (
          <details className={classes.pageLacks}>
            <summary>{t.pageLacks(page.lacks.length)}</summary>
            <ul className={classes.lacks}>
              {page.lacks.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </details>
        )}
        {error !== null && (
          <Notice tone="wrong" alert actions={<Button onClick={() => void refetch()}>{t.tryAgain}</Button>}>
            {say(problemOf(error))}
          </Notice>
        )}
        {file === undefined && error === null && <p role="status">{t.making}</p>}
      </div>
      {file !== undefined && <PdfView key={page.id} file={file} documentKey={`page:${sessionId}:${page.id}`} />}
    </ReadingPane>
  );
};
