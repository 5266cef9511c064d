import { Button, Radio } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { councilKindSchema, type CouncilKind } from '#domain/regulation/pack.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { api } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import classes from './new-session-dialog.module.css';

/** Asks for the kind of council, which decides the rest, and opens the new session. */
export const NewSessionDialog = ({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) => {
  const t = useMessages(sessionMessages);
  const ts = useMessages(shellMessages);
  const say = useProblemText();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [kind, setKind] = useState<CouncilKind>('selection');
  const create = useMutation(
    api.sessions.create.mutationOptions({
      onSuccess: async ({ sessionId }) => {
        await queries.invalidateQueries({ queryKey: api.sessions.key() });
        onClose();
        navigate(`/sessions/${sessionId}/council`);
      },
    }),
  );
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t.newSessionTitle}
      footer={
        <DialogButtons
          confirm={
            <Button loading={create.isPending} onClick={() => create.mutate({ kind })}>
              {t.create}
            </Button>
          }
          cancel={
            <Button variant="default" onClick={onClose}>
              {ts.cancel}
            </Button>
          }
        />
      }
    >
      <p>{t.newSessionLead}</p>
      <Radio.Group label={t.kindOfCouncil} value={kind} onChange={(value) => setKind(councilKindSchema.parse(value))}>
        <div className={classes.kinds}>
          {councilKindSchema.options.map((option) => (
            <Radio key={option} value={option} label={t[option]} />
          ))}
        </div>
      </Radio.Group>
      {create.error !== null && (
        <Notice tone="wrong" alert>
          {say(problemOf(create.error))}
        </Notice>
      )}
    </Dialog>
  );
};
