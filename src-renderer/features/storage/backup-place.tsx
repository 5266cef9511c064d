import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { BackupFolderState } from '#domain/contract/storage.ts';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { client } from '../../client/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import table from '../../ui/table.module.css';
import classes from './storage.module.css';
import { useDeed } from './use-deed.ts';

type Props = { readonly folder: BackupFolderState; readonly readOnly: boolean };

const BATCH = 8;

/** One folder of backups: where it is, how it stands, what is in it. */
export const BackupPlaceView = ({ folder, readOnly }: Props) => {
  const t = useMessages(storageMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const making = useDeed();
  const checking = useDeed();
  const { place, path, problem, sameDisk, backups, lastRun, checked } = folder;
  const [newest] = backups;
  const failed = problem === null ? (lastRun?.failed ?? null) : null;
  return (
    <>
      <dl className={classes.facts}>
        <dt>{t.where}</dt>
        <dd>{path}</dd>
        {problem === null && (
          <>
            <dt>{t.newest}</dt>
            <dd>{newest === undefined ? t.none : t.newestIs(dayAndClockOf(newest.made), newest.documents)}</dd>
          </>
        )}
      </dl>
      {problem !== null && (
        <Notice tone="attention" title={t.notThere}>
          {say(problem)}
        </Notice>
      )}
      {problem === null && sameDisk && place === 'second' && (
        <Notice tone="attention" title={t.sameDiskTitle}>
          {t.sameDisk}
        </Notice>
      )}
      {failed !== null && lastRun !== null && making.failure === null && (
        <Notice tone="wrong" title={t.lastFailed(dayAndClockOf(lastRun.at))}>
          {say(failed)}
        </Notice>
      )}
      {lastRun !== null && lastRun.problems.length > 0 && (
        <Notice tone="attention" title={t.lastProblems(dayAndClockOf(lastRun.at), lastRun.problems.length)}>
          <ul className={classes.list}>
            {lastRun.problems.map((one, index) => (
              <li key={index}>{say(one)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {(making.failure ?? checking.failure) !== null && (
        <Notice tone="wrong" alert>
          {making.failure ?? checking.failure}
        </Notice>
      )}
      <div className={classes.buttons}>
        <Button
          variant={place === 'own' ? 'filled' : 'default'}
          loading={making.busy}
          disabled={readOnly || checking.busy || problem !== null}
          onClick={() =>
            void making.run(async () => {
              const { changed } = await client.storage.backUp({ place });
              announce(t.done(changed));
            })
          }
        >
          {place === 'own' ? t.backUp : t.backUpThere}
        </Button>
        {backups.length > 0 && (
          <Button
            variant="default"
            loading={checking.busy}
            disabled={making.busy}
            onClick={() =>
              void checking.run(async () => {
                await client.storage.check({ place });
              })
            }
          >
            {t.check}
          </Button>
        )}
      </div>
      {checking.busy && (
        <p className={classes.quiet} role="status">
          {t.checking}
        </p>
      )}
      {checked !== null &&
        !checking.busy &&
        (checked.problems.length === 0 ? (
          <Notice>{t.checkedSound(dayAndClockOf(checked.at))}</Notice>
        ) : (
          <Notice tone="wrong" title={t.checkedBad(dayAndClockOf(checked.at), checked.problems.length)}>
            <ul className={classes.list}>
              {[...new Set(checked.problems.map(say))].map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Notice>
        ))}
      {backups.length > 0 && <Backups folder={folder} />}
    </>
  );
};

const Backups = ({ folder: { place, backups } }: { readonly folder: BackupFolderState }) => {
  const t = useMessages(storageMessages);
  const [shown, setShown] = useState(BATCH);
  return (
    <>
      <div className={table.scroller}>
        <table className={table.table}>
          <caption className="visually-hidden">{t.tableOf(place === 'own' ? t.own : t.second)}</caption>
          <thead>
            <tr>
              <th scope="col">{t.columnMade}</th>
              <th scope="col" className={table.number}>
                {t.columnHolds}
              </th>
              <th scope="col">{t.columnState}</th>
              <th scope="col">
                <span className="visually-hidden">{t.columnDo}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {backups.slice(0, shown).map(({ name, made, documents, damaged }) => (
              <tr key={name} className={table.row}>
                <th scope="row">{dayAndClockOf(made)}</th>
                <td className={table.number}>{documents}</td>
                <td>{damaged === 0 ? t.stateGood : t.stateDamaged(damaged)}</td>
                <td className={table.number}>
                  <Link href={`/storage/${place}/${name}`} aria-label={t.openOf(dayAndClockOf(made))}>
                    {t.open}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {backups.length > shown && (
        <div>
          <Button variant="default" onClick={() => setShown((before) => before + BATCH)}>
            {t.more(Math.min(BATCH, backups.length - shown))}
          </Button>
        </div>
      )}
    </>
  );
};
