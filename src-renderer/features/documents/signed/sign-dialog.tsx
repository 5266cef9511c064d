import { Button, Group, Loader, PasswordInput, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import type { Signable } from '#domain/contract/signing.ts';
import type { CertificateReport } from '#domain/documents/signature-report.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { signedFilesMessages } from '#domain/text/messages/signed-files.ts';
import { api, client } from '../../../client/client.ts';
import { problemOf } from '../../../client/problem.ts';
import { useSession } from '../../../client/session-document.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useProblemText } from '../../../ui/problem-text.ts';
import { CertificateFacts } from './certificate-facts.tsx';
import classes from './signed.module.css';

/** A page about to be signed. */
export type ToSign = { readonly source: Signable; readonly title: string };

type Opened = { readonly file: File; readonly passphrase: string; readonly report: CertificateReport };

/**
 * Signs one page: certificate file and passphrase, then whose it is, then field, reason and place. The passphrase lives in this dialog
 * only and is gone with it.
 */
export const SignDialog = ({ toSign, onClose }: { readonly toSign: ToSign; readonly onClose: () => void }) => {
  const t = useMessages(signedFilesMessages);
  const shell = useMessages(shellMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const { id: sessionId, perform, flush, standing } = useSession();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [busy, setBusy] = useState<'opening' | 'signing' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [chosenField, setChosenField] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [place, setPlace] = useState('');
  const passphraseField = useRef<HTMLInputElement>(null);
  // A file chosen asks for its passphrase next.
  useEffect(() => passphraseField.current?.focus(), [file]);
  const { source, title } = toSign;
  const fields = useQuery({
    queryKey: [...api.signing.fields.queryKey({ input: { sessionId, source } }), standing.seq],
    queryFn: async () => {
      await flush();
      return client.signing.fields({ sessionId, source });
    },
    retry: false,
    gcTime: 0,
  });
  const free = fields.data?.filter(({ signed }) => !signed) ?? [];
  const field = chosenField ?? free[0]?.name ?? null;

  const attempt = async (what: NonNullable<typeof busy>, deed: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setProblem(null);
    try {
      await deed();
    } catch (error) {
      setProblem(say(problemOf(error)));
      // A wrong passphrase is mended at once.
      passphraseField.current?.focus();
    } finally {
      setBusy(null);
    }
  };

  const identify = (event: SubmitEvent): void => {
    event.preventDefault();
    if (file === null) return;
    void attempt('opening', async () => {
      const report = await client.signing.identify({ certificate: file, passphrase });
      setOpened({ file, passphrase, report });
    });
  };

  const sign = (): void => {
    if (opened === null || field === null) return;
    void attempt('signing', async () => {
      const { file: signed } = await perform(() =>
        client.signing.sign({
          sessionId,
          source,
          certificate: opened.file,
          passphrase: opened.passphrase,
          field,
          reason,
          place,
        }),
      );
      announce(t.signed(signed.name));
      onClose();
    });
  };

  const chooseAnother = (): void => {
    setFile(null);
    setOpened(null);
    setProblem(null);
    setPassphrase('');
  };

  const labelOf = (name: string): string =>
    name === 'chu-tich' ? t.fieldChair : name === 'thu-ky' ? t.fieldSecretary : t.fieldOther(name);

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t.signTitle}
      footer={
        <DialogButtons
          confirm={
            <Button disabled={opened?.report.validity !== 'good' || field === null || busy !== null} onClick={sign}>
              {t.signNow}
            </Button>
          }
          cancel={
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
          }
        />
      }
    >
      <div className={classes.form}>
        <p>{t.signWhat(title)}</p>
        {fields.error !== null && (
          <Notice tone="wrong" alert>
            {say(problemOf(fields.error))}
          </Notice>
        )}
        {fields.data !== undefined && free.length === 0 && <Notice tone="attention">{t.noFields}</Notice>}
        {free.length > 0 && (
          <>
            <Radio.Group label={t.field} value={field ?? ''} onChange={setChosenField}>
              <Group gap="0.25rem 2rem" mt="0.25rem">
                {(fields.data ?? []).map(({ name, signed }) => (
                  <Radio
                    key={name}
                    value={name}
                    disabled={signed}
                    label={signed ? t.fieldTaken(labelOf(name)) : labelOf(name)}
                  />
                ))}
              </Group>
            </Radio.Group>
            {file === null ? (
              <>
                <FileDrop
                  accept={['p12', 'pfx']}
                  multiple={false}
                  label={t.chooseCertificate}
                  disabled={busy !== null}
                  onFiles={([given]) => setFile(given ?? null)}
                />
                <p className={classes.quiet}>{t.tokenHint}</p>
              </>
            ) : (
              <form className={classes.form} onSubmit={identify}>
                <div className={classes.given}>
                  <p>{t.chosenCertificate(file.name)}</p>
                  <Button variant="subtle" size="sm" disabled={busy !== null} onClick={chooseAnother}>
                    {t.anotherCertificate}
                  </Button>
                </div>
                <div className={classes.row}>
                  <PasswordInput
                    ref={passphraseField}
                    label={t.passphrase}
                    description={t.passphraseHelp}
                    autoComplete="off"
                    maxLength={1_000}
                    value={passphrase}
                    onChange={(event) => {
                      setPassphrase(event.currentTarget.value);
                      setOpened(null);
                    }}
                  />
                  <Button type="submit" variant={opened === null ? 'filled' : 'default'} disabled={busy !== null}>
                    {t.openCertificate}
                  </Button>
                </div>
              </form>
            )}
            {opened !== null && <CertificateFacts certificate={opened.report} />}
            {opened?.report.validity === 'good' && (
              <div className={classes.pair}>
                <TextInput
                  label={t.reason}
                  maxLength={500}
                  value={reason}
                  onChange={(event) => setReason(event.currentTarget.value)}
                />
                <TextInput
                  label={t.place}
                  maxLength={200}
                  value={place}
                  onChange={(event) => setPlace(event.currentTarget.value)}
                />
              </div>
            )}
          </>
        )}
        <div role="status" className={classes.status}>
          {busy !== null && (
            <>
              <Loader aria-hidden size="1.25rem" /> {busy === 'opening' ? t.opening : t.signing}
            </>
          )}
        </div>
        {problem !== null && (
          <Notice tone="wrong" alert>
            {problem}
          </Notice>
        )}
      </div>
    </Dialog>
  );
};
