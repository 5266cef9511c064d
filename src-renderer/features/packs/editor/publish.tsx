import { Button, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Problem } from '#domain/contract/base.ts';
import { latestOf } from '#domain/own-pack/state.ts';
import { diffPacks } from '#domain/regulation/diff-packs.ts';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { api, client } from '../../../client/client.ts';
import { useOwnPack } from '../../../client/own-pack-document.ts';
import { problemOf } from '../../../client/problem.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { dayText, todayHere } from '../../../ui/moments.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemText } from '../../../ui/problem-text.ts';
import { DifferencesTable } from '../differences-table.tsx';
import { useDraft } from './draft.tsx';
import { ProblemList } from './problem-list.tsx';
import { usePackReader } from '../../../ui/pack-reader.ts';

/** The button that makes the draft a version, and the dialog that asks who and why and shows in what it differs. */
export const PublishButton = () => {
  const t = useMessages(packEditorMessages);
  const ts = useMessages(shellMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { id, state, perform, readOnly } = useOwnPack();
  const { pack, problems } = useDraft();
  const [opened, setOpened] = useState(false);
  const [author, setAuthor] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { words } = usePackReader();
  const latest = latestOf(state);
  const older = latest ?? state.base;

  const publish = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { version } = await perform(() => client.packs.publish({ packId: id, author, reason }));
      await queries.invalidateQueries({ queryKey: api.packs.key() });
      announce(t.published(version));
      navigate(`/packs/${id}`);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  const close = () => setOpened(false);
  const cancel = (
    <Button variant="default" onClick={close}>
      {problems.length > 0 ? ts.close : ts.cancel}
    </Button>
  );
  return (
    <>
      <Button disabled={readOnly} onClick={() => setOpened(true)}>
        {t.publish}
      </Button>
      <Dialog
        opened={opened}
        onClose={close}
        size="large"
        title={t.publishTitle(pack.version)}
        footer={
          problems.length > 0 ? (
            cancel
          ) : (
            <DialogButtons
              confirm={
                <Button
                  loading={busy}
                  disabled={author.trim() === '' || reason.trim() === ''}
                  onClick={() => void publish()}
                >
                  {t.publishNow}
                </Button>
              }
              cancel={cancel}
            />
          )
        }
      >
        {problems.length > 0 ? (
          <Notice tone="wrong" title={t.publishFix}>
            <ProblemList problems={problems} onFollow={close} />
          </Notice>
        ) : (
          <>
            <p>{t.publishText}</p>
            <TextInput
              label={t.author}
              description={t.authorHint}
              maxLength={1_000}
              autoComplete="off"
              value={author}
              onChange={(event) => setAuthor(event.currentTarget.value)}
            />
            <Textarea
              label={t.reason}
              autosize
              minRows={2}
              maxLength={4_000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <p>{t.date(dayText(todayHere()))}</p>
            <h3>{latest === null ? t.differsFromBase(words(older.title)) : t.differsFromVersion(latest.version)}</h3>
            <DifferencesTable differences={diffPacks(older, pack)} older={older} newer={pack} />
          </>
        )}
        {problem !== null && (
          <Notice tone="wrong" alert>
            {say(problem)}
          </Notice>
        )}
      </Dialog>
    </>
  );
};
