import type { ImportOutcome, StoredDocument } from '#domain/contract/storage.ts';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { useMessages } from '../../ui/language.tsx';
import table from '../../ui/table.module.css';
import { useDocumentName } from './document-name.ts';
import classes from './storage.module.css';

type Line = StoredDocument & {
  readonly name: string;
  readonly outcome: ImportOutcome;
  readonly kept?: string | null;
};

/** One line a document of another computer: what will be done with it, or what was. */
export const ImportLines = ({ lines, isDone }: { readonly lines: readonly Line[]; readonly isDone: boolean }) => {
  const t = useMessages(storageMessages);
  const nameOf = useDocumentName();
  const texts: Readonly<Record<ImportOutcome, string>> = isDone
    ? {
        added: t.didAdded,
        same: t.didSame,
        older: t.didOlder,
        newer: t.didNewer,
        replaced: t.didReplaced,
        conflict: t.didConflict,
      }
    : {
        added: t.willAdded,
        same: t.willSame,
        older: t.willOlder,
        newer: t.willNewer,
        replaced: t.willReplaced,
        conflict: t.willConflict,
      };
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t.columnName}</th>
            <th scope="col">{isDone ? t.columnDone : t.columnOutcome}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.kind} ${line.id}`}>
              <th scope="row">
                {nameOf(line)}
                <span className={classes.under}>{t[line.kind]}</span>
              </th>
              <td>
                {texts[line.outcome]}
                {(line.kept ?? null) !== null && <span className={classes.under}>{t.keptShort(line.kept ?? '')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
