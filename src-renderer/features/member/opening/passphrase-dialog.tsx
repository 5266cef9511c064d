import { Button, Loader, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Problem } from '#domain/contract/base.ts';
import { memberMessages } from '#domain/text/messages/member.ts';
import { api, client } from '../../../client/client.ts';
import { problemOf } from '../../../client/problem.ts';
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemText } from '../../../ui/problem-text.ts';
import { inGroups } from './passphrase-groups.ts';
import classes from './opening.module.css';

type Opened = Awaited<ReturnType<typeof client.workbooks.openPackage>>;
type Props = { readonly file: File; readonly onClose: () => void; readonly onOpened: (opened: Opened) => void };

/** Asks for the passphrase of a package and opens it. A wrong one says so and stays in the field to be compared with the slip. */
export const PassphraseDialog = ({ file, onClose, onOpened }: Props) => {
  const t = useMessages(memberMessages);
  const say = useProblemText();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [empty, setEmpty] = useState(false);
  const [opening, setOpening] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const cancel = useRef<AbortController | null>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => () => cancel.current?.abort(), []);
  useEffect(() => {
    // After a wrong passphrase the field is ready to be mended at once.
    if (!opening) field.current?.focus();
  }, [opening]);

  const open = async (trustNewKey: boolean): Promise<void> => {
    setEmpty(typed.trim() === '');
    if (typed.trim() === '') return;
    const controller = new AbortController();
    cancel.current = controller;
    setOpening(true);
    setProblem(null);
    try {
      const opened = await client.workbooks.openPackage(
        { file, passphrase: typed, ...(trustNewKey ? { trustNewKey } : {}) },
        { signal: controller.signal },
      );
      await queries.invalidateQueries({ queryKey: api.workbooks.list.key() });
      onOpened(opened);
    } catch (error) {
      if (!controller.signal.aborted) setProblem(problemOf(error));
      setOpening(false);
    }
  };

  const close = (): void => {
    cancel.current?.abort();
    onClose();
  };

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void open(false);
  };

  return (
    <Dialog opened onClose={close} title={t.passphraseTitle}>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.file}>{t.passphraseFile(file.name)}</p>
        <TextInput
          ref={field}
          className={classes.passphrase}
          label={t.passphraseLabel}
          description={t.passphraseHelp}
          error={empty && typed.trim() === '' ? t.passphraseEmpty : undefined}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={200}
          readOnly={opening}
          value={typed}
          onChange={(event) => {
            const { value, selectionEnd } = event.currentTarget;
            // Dashes are put in only while the end is being written; elsewhere they would move the caret away.
            setTyped(selectionEnd === value.length && value.length > typed.length ? inGroups(value) : value);
          }}
        />
        <div role="status" className={classes.status}>
          {opening && (
            <>
              <Loader aria-hidden size="1.25rem" /> {t.passphraseOpening}
            </>
          )}
        </div>
        {problem !== null && (
          <Notice
            tone="wrong"
            alert
            actions={
              problem.code === 'workbook.otherSecretary' ? (
                <Button variant="default" onClick={() => void open(true)}>
                  {t.trustNewKey}
                </Button>
              ) : undefined
            }
          >
            {say(problem)}
          </Notice>
        )}
        <div className={classes.buttons}>
          <DialogButtons
            confirm={
              <Button type="submit" disabled={opening}>
                {t.passphraseOpen}
              </Button>
            }
            cancel={
              <Button variant="default" onClick={close}>
                {t.cancel}
              </Button>
            }
          />
        </div>
      </form>
    </Dialog>
  );
};
