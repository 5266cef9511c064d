import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { isSecret } from '#domain/session/secret-ballot.ts';
import { touchedByPack } from '#domain/session/touched-by-pack.ts';
import { rulesFor, type Pack } from '#domain/regulation/pack.ts';
import type { TouchedBallot } from '#domain/regulation/pack-change.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import { packChangeMessages } from '#domain/text/messages/pack-change.ts';
import { choiceAt, packChoices } from '#domain/text/messages/pack-choices.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { useSession } from '../../client/session-document.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePackReader } from '../../ui/pack-reader.ts';
import table from '../../ui/table.module.css';
import classes from './pack-choice.module.css';

type Props = {
  /** The pack that was asked for; null while none is. */
  readonly pack: Pack | null;
  readonly onClose: () => void;
  readonly onConfirm: (pack: Pack, reason: string) => void;
};

/** The guarded step of changing the pack of a session that has ballots: says which it touches and how, and asks for the reason. */
export const PackChangeDialog = ({ pack, onClose, onConfirm }: Props) => {
  const t = useMessages(packChangeMessages);
  const ts = useMessages(shellMessages);
  const { words } = usePackReader();
  const { state } = useSession();
  const [reason, setReason] = useState('');
  const close = () => {
    setReason('');
    onClose();
  };
  return (
    <Dialog
      opened={pack !== null}
      onClose={close}
      title={t.title}
      size="large"
      footer={
        <DialogButtons
          confirm={
            <Button
              disabled={reason.trim() === ''}
              onClick={() => {
                if (pack !== null) onConfirm(pack, reason.trim());
                close();
              }}
            >
              {t.confirm}
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
      {pack !== null && state.pack !== null && (
        <>
          <div>
            <p>{t.from(words(state.pack.title), state.pack.version)}</p>
            <p>{t.to(words(pack.title), pack.version)}</p>
          </div>
          <Touched pack={pack} />
          {isSecret(state) && <Notice>{t.secret}</Notice>}
          <Textarea
            label={t.reason}
            description={t.reasonHint}
            autosize
            minRows={2}
            maxLength={4_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      )}
    </Dialog>
  );
};

const weight: Readonly<Record<TouchedBallot['effect'], number>> = {
  formGone: 3,
  newProblems: 2,
  otherTotal: 1,
  formChanged: 0,
};

const Touched = ({ pack }: { readonly pack: Pack }) => {
  const t = useMessages(packChangeMessages);
  const language = useLanguage();
  const { part } = usePackReader();
  const { state } = useSession();
  // What needs a decision stands first.
  const touched = touchedByPack(state, pack).toSorted((a, b) => weight[b.effect] - weight[a.effect]);
  const invalid = touched.filter(({ effect }) => effect === 'newProblems' || effect === 'formGone').length;
  const labels = new Map(
    (rulesFor(part(pack), state.council.kind)?.forms ?? [])
      .flatMap((form) => form.groups.flatMap(({ criteria }) => criteria))
      .map(({ id, label }) => [id, label]),
  );
  const effectText = ({ effect, problems, totalBefore, totalAfter }: TouchedBallot): string => {
    switch (effect) {
      case 'formGone':
        return t.formGone;
      case 'otherTotal':
        return t.otherTotal(formatDecimal(totalBefore ?? '0'), formatDecimal(totalAfter ?? '0'));
      case 'formChanged':
        return t.formChanged;
      case 'newProblems': {
        const said = problems.map(({ key, code }) => {
          const word = choiceAt(['reason'], code);
          const problem = word === null ? t.unknown : packChoices[language][word];
          const [criterion = ''] = (key ?? '').split(':');
          const label = labels.get(criterion);
          return label === undefined ? problem : t.problemAt(label, problem);
        });
        return t.newProblems([...new Set(said)].join('; '));
      }
    }
  };
  if (touched.length === 0) return <Notice>{t.untouched}</Notice>;
  return (
    <>
      <Notice tone="attention">
        {t.touched(touched.length)} {invalid > 0 && t.invalid(invalid)}
      </Notice>
      {/* Of its own height, so that what is asked below stays in sight; the keyboard scrolls it, so it takes the focus. */}
      <div
        className={classes.touched}
        role="region"
        aria-label={t.touchedList}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
      >
        <table className={table.table} aria-label={t.touchedList}>
          <thead>
            <tr>
              <th scope="col">{t.member}</th>
              <th scope="col">{t.dossier}</th>
              <th scope="col">{t.effect}</th>
            </tr>
          </thead>
          <tbody>
            {touched.map((one) => {
              const dossier = state.dossiers[one.dossier];
              return (
                <tr key={`${one.member} ${one.dossier}`}>
                  <th scope="row">{state.members[one.member]?.name}</th>
                  <td>{[dossier?.code, dossier?.title].find((text) => (text ?? '').trim() !== '')}</td>
                  <td>{effectText(one)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
};
