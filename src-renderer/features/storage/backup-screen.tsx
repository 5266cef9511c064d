import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { BackupPlace, StoredDocument } from '#domain/contract/storage.ts';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { api, client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { AppFrame } from '../../shell/app-frame.tsx';
import { HelpPanel } from '../../ui/aside.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import table from '../../ui/table.module.css';
import { useDocumentName } from './document-name.ts';
import { RestoreResult, type Restored } from './restore-result.tsx';
import classes from './storage.module.css';
import { useDeed } from './use-deed.ts';

type Props = { readonly place: BackupPlace; readonly name: string };
type Wanted =
  { readonly kind: 'all' } | { readonly kind: 'one'; readonly document: StoredDocument & { readonly name: string } };

/** What one backup holds, beside what is here now; one document or all of them can be put back. */
export const BackupScreen = ({ place, name }: Props) => {
  const t = useMessages(storageMessages);
  const say = useProblemText();
  const nameOf = useDocumentName();
  const { data, error } = useQuery(api.storage.contents.queryOptions({ input: { place, name }, staleTime: 0 }));
  const info = useQuery(api.app.info.queryOptions());
  const readOnly = info.data?.readOnly ?? null;
  const deed = useDeed();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [restored, setRestored] = useState<Restored | null>(null);
  const when = data === undefined ? '' : dayAndClockOf(data.made);

  const restore = (what: Wanted) =>
    void deed.run(async () => {
      setRestored(null);
      const document = what.kind === 'all' ? null : { kind: what.document.kind, id: what.document.id };
      setRestored(await client.storage.restore({ place, name, document }));
    });

  // What was changed last is wanted first.
  const documents = (data?.documents ?? []).toSorted(
    (a, b) => (b.at ?? '').localeCompare(a.at ?? '') || nameOf(a).localeCompare(nameOf(b), 'vi', { numeric: true }),
  );
  const now = { same: t.nowSame, different: t.nowDifferent, gone: t.nowGone };
  return (
    <AppFrame>
      <Page
        title={data === undefined ? t.title : t.backupTitle(when)}
        lead={t.backupLead}
        width="full"
        actions={
          data !== undefined && (
            <Button
              variant="default"
              loading={deed.busy}
              disabled={readOnly !== null}
              onClick={() => setWanted({ kind: 'all' })}
            >
              {t.restoreAll}
            </Button>
          )
        }
      >
        <p>
          <Link href="/storage">{t.toBackups}</Link>
        </p>
        {readOnly !== null && <Notice tone="attention">{say(readOnly)}</Notice>}
        {error !== null && (
          <Notice tone="wrong" alert>
            {say(problemOf(error))}
          </Notice>
        )}
        {deed.busy && (
          <p className={classes.quiet} role="status">
            {t.restoring}
          </p>
        )}
        {deed.failure !== null && (
          <Notice tone="wrong" alert>
            {deed.failure}
          </Notice>
        )}
        {restored !== null && <RestoreResult restored={restored} />}
        {data !== undefined && (
          <div className={table.scroller}>
            <table className={table.table}>
              <caption className="visually-hidden">{t.backupTitle(when)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.columnName}</th>
                  <th scope="col">{t.columnLast}</th>
                  <th scope="col">{t.columnNow}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t.restore}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {documents.map((document) => (
                  <tr key={`${document.kind} ${document.id}`} className={table.row}>
                    <th scope="row">
                      {nameOf(document)}
                      <span className={classes.under}>{t[document.kind]}</span>
                    </th>
                    <td>{document.at === null ? '' : t.changeNumber(document.seq, dayAndClockOf(document.at))}</td>
                    <td>{document.good ? now[document.now] : t.copyDamaged}</td>
                    <td className={table.number}>
                      {document.good && document.now !== 'same' && (
                        <Button
                          size="sm"
                          variant="default"
                          disabled={readOnly !== null || deed.busy}
                          aria-label={t.restoreNamed(nameOf(document))}
                          onClick={() => setWanted({ kind: 'one', document })}
                        >
                          {t.restore}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Page>
      <ConfirmDialog
        opened={wanted !== null}
        onClose={() => setWanted(null)}
        title={wanted?.kind === 'one' ? t.restoreTitle(nameOf(wanted.document)) : t.restoreAllTitle}
        confirmLabel={t.restore}
        onConfirm={() => wanted !== null && restore(wanted)}
      >
        <p>{wanted?.kind === 'one' ? t.restoreText(when) : t.restoreAllText(when)}</p>
      </ConfirmDialog>
      <HelpPanel>
        <p>{t.help2}</p>
      </HelpPanel>
    </AppFrame>
  );
};
