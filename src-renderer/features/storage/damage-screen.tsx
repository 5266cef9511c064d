import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { StoredDocument } from '#domain/contract/storage.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { api, client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { AppFrame } from '../../shell/app-frame.tsx';
import { useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { addressOf, useDocumentName } from './document-name.ts';
import classes from './storage.module.css';
import { useDeed } from './use-deed.ts';

type Damage = NonNullable<Awaited<ReturnType<typeof client.storage.damage>>>;

/** A document that takes no changes: what is there, what is lost, and the ways out. */
export const DamageScreen = ({ document }: { readonly document: StoredDocument }) => {
  const t = useMessages(storageMessages);
  const ts = useMessages(shellMessages);
  const say = useProblemText();
  const nameOf = useDocumentName();
  const { data, error } = useQuery(api.storage.damage.queryOptions({ input: document, staleTime: 0 }));
  // Once it is mended nothing is said of it any more; its name stays.
  const [done, setDone] = useState<{ readonly text: string; readonly name: string } | null>(null);
  const name = nameOf({ kind: document.kind, name: data?.name ?? done?.name ?? '' });
  const opening = (
    <Button component={Link} href={addressOf(document)}>
      {t.openIt(name)}
    </Button>
  );
  return (
    <AppFrame>
      <Page
        title={data === undefined ? ts.loading : data?.lost === null ? t.newerTitle : t.damageTitle}
        lead={data === undefined ? undefined : name}
      >
        <p>
          <Link href="/">{t.back}</Link>
        </p>
        {error !== null && (
          <Notice tone="wrong" alert>
            {say(problemOf(error))}
          </Notice>
        )}
        {done !== null && (
          <div role="status">
            <Notice actions={opening}>{done.text}</Notice>
          </div>
        )}
        {done === null && data === null && <Notice actions={opening}>{t.damageSound}</Notice>}
        {done === null && data !== null && data !== undefined && (
          <Facts damage={data} onDone={(text) => setDone({ text, name: data.name })} />
        )}
      </Page>
    </AppFrame>
  );
};

const Facts = ({ damage, onDone }: { readonly damage: Damage; readonly onDone: (text: string) => void }) => {
  const t = useMessages(storageMessages);
  const say = useProblemText();
  const { problem, seq, at, lost, backup } = damage;
  return (
    <>
      <Notice tone="attention">{say(problem)}</Notice>
      <dl className={classes.facts}>
        <dt>{t.whatIsThere}</dt>
        <dd>{at === null ? t.goodNothing : t.goodUpTo(seq, dayAndClockOf(at))}</dd>
        <dt>{t.whatIsLost}</dt>
        <dd>
          {lost === null
            ? t.lostNothing
            : `${t.lostEvents(lost.events)} ${
                lost.firstAt === null
                  ? t.lostUnknownTime
                  : t.lostFrom(dayAndClockOf(lost.firstAt), dayAndClockOf(lost.lastAt ?? lost.firstAt))
              }`}
        </dd>
        {lost !== null && (
          <>
            <dt>{t.newestGood}</dt>
            <dd>
              {backup === null
                ? t.noBackup
                : [
                    t.backupHas(dayAndClockOf(backup.made), backup.seq, dayAndClockOf(backup.at ?? '')),
                    backup.seq > seq
                      ? t.backupMore(backup.seq - seq)
                      : backup.seq < seq
                        ? t.backupFewer(seq - backup.seq)
                        : t.backupEqual,
                  ].join(' ')}
            </dd>
          </>
        )}
      </dl>
      {lost === null ? (
        <div className={classes.buttons}>
          <Button component={Link} href={addressOf(damage)}>
            {t.leaveDo}
          </Button>
        </div>
      ) : (
        <WaysOut damage={damage} onDone={onDone} />
      )}
    </>
  );
};

const WaysOut = ({ damage, onDone }: { readonly damage: Damage; readonly onDone: (text: string) => void }) => {
  const t = useMessages(storageMessages);
  const info = useQuery(api.app.info.queryOptions());
  const readOnly = (info.data?.readOnly ?? null) !== null;
  const deed = useDeed();
  const { kind, id, seq, backup } = damage;
  const restoreIsBetter = backup !== null && backup.seq > seq;

  const goOn = () =>
    void deed.run(async () => {
      const { kept } = await client.storage.continueFromGood({ kind, id });
      onDone(t.continueDone(kept ?? ''));
    });
  const restore = ({ place, name }: NonNullable<Damage['backup']>) =>
    void deed.run(async () => {
      const { restored } = await client.storage.restore({ place, name, document: { kind, id } });
      onDone(t.restoreGoodDone(restored[0]?.kept ?? ''));
    });

  // What is advised stands first.
  const goingOn = seq > 0 && (
    <Way title={t.continueTitle} text={t.continueText} suggested={!restoreIsBetter}>
      <Button variant={restoreIsBetter ? 'default' : 'filled'} loading={deed.busy} disabled={readOnly} onClick={goOn}>
        {t.continueDo}
      </Button>
    </Way>
  );
  const restoring = backup !== null && (
    <Way title={t.restoreGoodTitle} text={t.restoreGoodText} suggested={restoreIsBetter}>
      <Button
        variant={restoreIsBetter ? 'filled' : 'default'}
        loading={deed.busy}
        disabled={readOnly}
        onClick={() => restore(backup)}
      >
        {t.restoreGoodDo}
      </Button>
    </Way>
  );

  return (
    <Section title={t.choose} lead={t.chooseLead}>
      {deed.failure !== null && (
        <Notice tone="wrong" alert>
          {deed.failure}
        </Notice>
      )}
      <ul className={classes.ways}>
        {restoreIsBetter ? restoring : goingOn}
        {restoreIsBetter ? goingOn : restoring}
        {seq > 0 && (
          <Way title={t.leaveTitle} text={t.leaveText} suggested={false}>
            <Button variant="default" component={Link} href={addressOf(damage)}>
              {t.leaveDo}
            </Button>
          </Way>
        )}
      </ul>
    </Section>
  );
};

type WayProps = {
  readonly title: string;
  readonly text: string;
  readonly suggested: boolean;
  readonly children: ReactNode;
};

const Way = ({ title, text, suggested, children }: WayProps) => {
  const t = useMessages(storageMessages);
  return (
    <li className={classes.way}>
      <div>
        <h3>{title}</h3>
        <p>
          {suggested && <span className={classes.suggested}>{t.suggested}: </span>}
          {text}
        </p>
      </div>
      {children}
    </li>
  );
};
