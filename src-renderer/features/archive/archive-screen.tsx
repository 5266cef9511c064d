import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { councilKindSchema, type CouncilKind } from '#domain/regulation/pack.ts';
import { sessionStageSchema, type SessionHead, type SessionStage } from '#domain/session/head.ts';
import { findsWithoutAccents } from '#domain/text/accents.ts';
import { packMessages } from '#domain/text/messages/packs.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { api } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { AppFrame } from '../../shell/app-frame.tsx';
import { useAnnounce } from '../../ui/announcer.tsx';
import { HelpPanel } from '../../ui/aside.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useMessages } from '../../ui/language.tsx';
import { dayText } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import table from '../../ui/table.module.css';
import { useOpenSample } from '../start/use-open-sample.ts';
import { NewSessionDialog } from './new-session-dialog.tsx';
import classes from './archive-screen.module.css';

type Filter = { readonly query: string; readonly kind: CouncilKind | ''; readonly stage: SessionStage | '' };
const noFilter: Filter = { query: '', kind: '', stage: '' };

const matches = (head: SessionHead, { query, kind, stage }: Filter): boolean =>
  (kind === '' || head.kind === kind) &&
  (stage === '' || head.stage === stage) &&
  findsWithoutAccents(
    [head.name, head.programme, head.decisionNumber, dayText(head.day), head.searchable].join('\n'),
    query,
  );

/** All sessions of this computer, the last changed first. */
export const ArchiveScreen = () => {
  const t = useMessages(sessionMessages);
  const packTexts = useMessages(packMessages);
  const ts = useMessages(shellMessages);
  const say = useProblemText();
  const heads = useQuery(api.sessions.list.queryOptions({ staleTime: 0 }));
  const info = useQuery(api.app.info.queryOptions());
  const sample = useOpenSample();
  const [filter, setFilter] = useState(noFilter);
  const [creating, setCreating] = useState(false);

  const readOnly = info.data?.readOnly ?? null;
  const all = [...(heads.data ?? [])].sort((a, b) => b.changedAt.localeCompare(a.changedAt));
  const found = all.filter((head) => matches(head, filter));
  const filtered = filter.query.trim() !== '' || filter.kind !== '' || filter.stage !== '';

  return (
    <AppFrame>
      <Page
        title={t.archiveTitle}
        lead={all.length > 0 ? t.archiveLead : undefined}
        width="full"
        actions={
          <Button leftSection={<IconPlus aria-hidden size="1.25rem" stroke={2} />} onClick={() => setCreating(true)}>
            {t.newSession}
          </Button>
        }
      >
        {readOnly !== null && (
          <Notice tone="attention" title={ts.readOnly}>
            {say(readOnly)}
          </Notice>
        )}
        {heads.error !== null && (
          <Notice tone="wrong" alert actions={<Button onClick={() => void heads.refetch()}>{ts.tryAgain}</Button>}>
            {say(problemOf(heads.error))}
          </Notice>
        )}
        {sample.failure !== null && (
          <Notice tone="wrong" alert>
            {sample.failure}
          </Notice>
        )}
        {heads.data !== undefined && all.length === 0 && (
          <EmptyState
            title={t.emptyTitle}
            action={
              <>
                <Button onClick={() => setCreating(true)}>{t.newSession}</Button>
                <Button variant="default" loading={sample.opening} onClick={sample.open}>
                  {t.openSample}
                </Button>
              </>
            }
          >
            {t.emptyText}
          </EmptyState>
        )}
        {all.length > 0 && (
          <div className={classes.archive}>
            <search className={classes.filters}>
              <TextInput
                type="search"
                className={classes.query}
                label={t.search}
                description={t.searchHint}
                leftSection={<IconSearch aria-hidden size="1.25rem" stroke={1.75} />}
                value={filter.query}
                onChange={(event) => setFilter({ ...filter, query: event.currentTarget.value })}
              />
              <NativeSelect
                label={t.filterKind}
                value={filter.kind}
                data={[
                  { value: '', label: t.all },
                  ...councilKindSchema.options.map((kind) => ({ value: kind, label: t[kind] })),
                ]}
                onChange={(event) =>
                  setFilter({ ...filter, kind: councilKindSchema.safeParse(event.currentTarget.value).data ?? '' })
                }
              />
              <NativeSelect
                label={t.filterStage}
                value={filter.stage}
                data={[
                  { value: '', label: t.all },
                  ...sessionStageSchema.options.map((stage) => ({ value: stage, label: t[stage] })),
                ]}
                onChange={(event) =>
                  setFilter({ ...filter, stage: sessionStageSchema.safeParse(event.currentTarget.value).data ?? '' })
                }
              />
            </search>
            <p className={classes.count} role="status">
              {t.found(found.length)}
              {filtered && (
                <Button variant="subtle" size="sm" onClick={() => setFilter(noFilter)}>
                  {t.clearSearch}
                </Button>
              )}
            </p>
            {found.length > 0 && <Heads heads={found} />}
            <p>
              <Button variant="default" loading={sample.opening} onClick={sample.open}>
                {t.openSample}
              </Button>
            </p>
          </div>
        )}
        <p>
          <Link href="/packs">{packTexts.title}</Link>
        </p>
      </Page>
      <NewSessionDialog opened={creating} onClose={() => setCreating(false)} />
      <HelpPanel>
        <p>{t.archiveHelp1}</p>
        <p>{t.archiveHelp2}</p>
        {info.data !== undefined && <p className={classes.folder}>{t.archiveHelp3(info.data.dataFolder)}</p>}
      </HelpPanel>
    </AppFrame>
  );
};

const Heads = ({ heads }: { readonly heads: readonly SessionHead[] }) => {
  const t = useMessages(sessionMessages);
  const [leaving, setLeaving] = useState<SessionHead | null>(null);
  const say = useProblemText();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const remove = useMutation(
    api.sessions.remove.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: api.sessions.key() }),
    }),
  );
  const nameOf = ({ name }: SessionHead) => name.trim() || t.unnamed;
  return (
    <>
      {remove.error !== null && (
        <Notice tone="wrong" alert>
          {say(problemOf(remove.error))}
        </Notice>
      )}
      <div className={table.scroller}>
        <table className={table.table}>
          <caption className="visually-hidden">{t.archiveTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{t.columnName}</th>
              <th scope="col">{t.columnDay}</th>
              <th scope="col">{t.columnStage}</th>
              <th scope="col" className={table.number}>
                {t.columnDossiers}
              </th>
              <th scope="col" className={table.number}>
                {t.columnReturned}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t.columnActions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {heads.map((head) => (
              <tr key={head.id} className={table.row}>
                <th scope="row" className={classes.name}>
                  <Link href={`/sessions/${head.id}`}>{nameOf(head)}</Link>
                  <span className={classes.under}>
                    {[t[head.kind], head.decisionNumber, head.rehearsal ? t.rehearsal : '']
                      .filter((text) => text !== '')
                      .join(' · ')}
                  </span>
                </th>
                <td>{dayText(head.day) || t.noDay}</td>
                <td className={classes.stage}>{t[head.stage]}</td>
                <td className={table.number}>{head.dossiers}</td>
                <td className={table.number}>{t.returnedOf(head.returned, head.members)}</td>
                <td className={table.number}>
                  <ActionIcon aria-label={t.removeNamed(nameOf(head))} color="gray" onClick={() => setLeaving(head)}>
                    <IconTrash aria-hidden size="1.25rem" stroke={1.75} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ConfirmDialog
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t.removeTitle}
        confirmLabel={t.remove}
        danger
        onConfirm={() =>
          leaving !== null &&
          remove.mutate({ sessionId: leaving.id }, { onSuccess: () => announce(t.removed(nameOf(leaving))) })
        }
      >
        {leaving !== null && <p>{t.removeText(nameOf(leaving))}</p>}
      </ConfirmDialog>
    </>
  );
};
