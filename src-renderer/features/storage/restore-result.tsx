import { Link } from 'wouter';
import { storageMessages } from '#domain/text/messages/storage.ts';
import type { client } from '../../client/client.ts';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { addressOf, useDocumentName } from './document-name.ts';
import classes from './storage.module.css';

export type Restored = Awaited<ReturnType<typeof client.storage.restore>>;

/** What a restore did, document by document: what came back, where what was there went, what was left alone. */
export const RestoreResult = ({
  restored: { restored, unchanged, skipped, keys },
}: {
  readonly restored: Restored;
}) => {
  const t = useMessages(storageMessages);
  const say = useProblemText();
  const nameOf = useDocumentName();
  const [only] = restored;
  return (
    <div role="status">
      <Notice
        title={restored.length === 0 ? t.restoredNone : t.restoredTitle(restored.length)}
        actions={
          restored.length === 1 && only !== undefined ? (
            <Link href={addressOf(only)}>{t.openIt(nameOf(only))}</Link>
          ) : undefined
        }
      >
        {restored.length > 0 && (
          <ul className={classes.list}>
            {restored.map((one) => (
              <li key={`${one.kind} ${one.id}`}>
                {one.kept === null ? t.wasGone(nameOf(one)) : t.keptAt(nameOf(one), one.kept)}
              </li>
            ))}
          </ul>
        )}
        {unchanged > 0 && <p>{t.unchanged(unchanged)}</p>}
        {keys === 'taken' && <p>{t.keysTaken}</p>}
      </Notice>
      {skipped.length > 0 && (
        <Notice tone="attention" title={t.skippedTitle(skipped.length)}>
          <ul className={classes.list}>
            {skipped.map((one) => (
              <li key={`${one.kind} ${one.id}`}>
                {nameOf(one)}: {say(one.problem)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
};
