import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Pack } from '#domain/regulation/pack.ts';
import type { Problem } from '#domain/contract/base.ts';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { api, client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { usePackReader } from '../../ui/pack-reader.ts';

/** "Sao chép để sửa": asks for a name, makes the copy and opens it. */
export const CopyButton = ({ pack }: { readonly pack: Pack }) => {
  const t = useMessages(packEditorMessages);
  const ts = useMessages(shellMessages);
  const say = useProblemText();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { words } = usePackReader();
  const [title, setTitle] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const copy = async (name: string) => {
    setBusy(true);
    try {
      const { packId } = await client.packs.copy({ packId: pack.id, version: pack.version, title: name });
      await queries.invalidateQueries({ queryKey: api.packs.key() });
      navigate(`/packs/${packId}/edit/general`);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  const close = () => setTitle(null);
  return (
    <>
      <Button
        size="sm"
        variant="default"
        aria-label={t.copyOf(words(pack.title))}
        onClick={() => setTitle(t.copyDefault(pack.title))}
      >
        {t.copy}
      </Button>
      <Dialog
        opened={title !== null}
        onClose={close}
        title={t.copyTitle}
        footer={
          <DialogButtons
            confirm={
              <Button loading={busy} disabled={title?.trim() === ''} onClick={() => void copy(title ?? '')}>
                {t.copyNow}
              </Button>
            }
            cancel={
              <Button variant="default" onClick={close}>
                {ts.cancel}
              </Button>
            }
          />
        }
      >
        <p>{t.copyText}</p>
        <Textarea
          label={t.copyName}
          autosize
          minRows={2}
          maxLength={1_000}
          value={title ?? ''}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {problem !== null && (
          <Notice tone="wrong" alert>
            {say(problem)}
          </Notice>
        )}
      </Dialog>
    </>
  );
};
