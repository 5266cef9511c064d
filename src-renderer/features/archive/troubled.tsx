import { Link } from 'wouter';
import type { Problem } from '#domain/contract/base.ts';
import type { StoredDocument } from '#domain/contract/storage.ts';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { damageAddressOf, useDocumentName } from '../storage/document-name.ts';
import classes from './archive-screen.module.css';

type Props = {
  readonly documents: readonly (StoredDocument & { readonly name: string; readonly problem: Problem })[];
};

/** Documents that take no changes of themselves, each with the way to its ways out; nothing where all are sound. */
export const Troubled = ({ documents }: Props) => {
  const t = useMessages(storageMessages);
  const nameOf = useDocumentName();
  if (documents.length === 0) return null;
  return (
    <Notice tone="attention" title={t.troubledTitle(documents.length)}>
      <p>{t.troubledText}</p>
      <ul className={classes.troubled}>
        {documents.map((document) => (
          <li key={`${document.kind} ${document.id}`}>
            <Link href={damageAddressOf(document)}>{nameOf(document)}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
};
