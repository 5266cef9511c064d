import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import type { StoredDocument } from '#domain/contract/storage.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { onUnsavedChange, unsavedDocuments } from '../client/documents.ts';
import { addressOf } from '../features/storage/document-name.ts';
import { useMessages } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { useProblemText } from '../ui/problem-text.ts';
import classes from './save-status.module.css';

type Props = {
  /** The document on this screen, which says so itself. */
  readonly here?: StoredDocument | undefined;
};

/** What was typed on a screen that has been left and could not be saved yet: nobody must close the program without knowing. */
export const UnsavedElsewhere = ({ here }: Props) => {
  const t = useMessages(shellMessages);
  const say = useProblemText();
  const all = useSyncExternalStore(onUnsavedChange, unsavedDocuments);
  const elsewhere = all.filter(({ about }) => about.kind !== here?.kind || about.id !== here.id);
  const labels = { session: t.unsavedSession, workbook: t.unsavedWorkbook, pack: t.unsavedPack };
  const [first] = elsewhere;
  if (first === undefined) return null;
  return (
    <div className={classes.trouble} data-trouble>
      <Notice
        tone="wrong"
        alert
        wide
        title={t.unsavedElsewhere}
        actions={elsewhere.map(({ about }) => (
          <Button key={about.id} component={Link} size="sm" variant="default" href={addressOf(about)}>
            {labels[about.kind]}
          </Button>
        ))}
      >
        {say(first.problem)} {t.unsavedElsewhereKept}
      </Notice>
    </div>
  );
};
