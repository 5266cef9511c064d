import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { memberMessages } from '#domain/text/messages/member.ts';
import type { Openable } from '../../../client/files.ts';
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemText } from '../../../ui/problem-text.ts';
import { OpeningProgress } from './opening-progress.tsx';
import { inGroups } from './passphrase-groups.ts';
import { useOpening, type Opened } from './use-opening.ts';
import classes from './opening.module.css';

type Props = {
  readonly file: Openable;
  readonly onClose: () => void;
  readonly onOpened: (opened: Opened) => void;
};

/** Asks for the passphrase of a package and opens it. A wrong one says so and stays in the field to be compared with the slip. */
export const PassphraseDialog = ({ file, onClose, onOpened }: Props) => {
  const t = useMessages(memberMessages);
  const say = useProblemText();
  const [typed, setTyped] = useState('');
  const [empty, setEmpty] = useState(false);
  const { step, stopping, stopped, problem, open, stop, leave } = useOpening(file, onOpened);
  const opening = step !== null;
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // After a wrong passphrase the field is ready to be mended at once.
    if (!opening) field.current?.focus();
  }, [opening]);

  const start = (trustNewKey: boolean): void => {
    setEmpty(typed.trim() === '');
    if (typed.trim() !== '') void open(typed, trustNewKey);
  };

  const close = (): void => {
    leave();
    onClose();
  };

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!opening) start(false);
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
        <OpeningProgress step={step} stopping={stopping} />
        {stopped && <Notice>{t.openingStopped}</Notice>}
        {problem !== null && (
          <Notice
            tone="wrong"
            alert
            actions={
              problem.code === 'workbook.otherSecretary' ? (
                <Button variant="default" onClick={() => start(true)}>
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
              <Button variant="default" onClick={opening ? stop : close}>
                {opening ? t.openingStop : t.cancel}
              </Button>
            }
          />
        </div>
      </form>
    </Dialog>
  );
};
