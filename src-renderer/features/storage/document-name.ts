import type { StoredDocument } from '#domain/contract/storage.ts';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { useMessages } from '../../ui/language.tsx';

/** What a stored document is called on the screen, with or without a name of its own. */
export const useDocumentName = (): ((document: Pick<StoredDocument, 'kind'> & { readonly name: string }) => string) => {
  const t = useMessages(storageMessages);
  return ({ kind, name }) => name.trim() || (kind === 'session' ? t.unnamedSession : t.unnamedWorkbook);
};

/** Where a stored document is opened. */
export const addressOf = ({ kind, id }: StoredDocument): string =>
  kind === 'session' ? `/sessions/${id}` : `/workbooks/${id}`;

/** Where it is said what is wrong with a document, and what can be done. */
export const damageAddressOf = ({ kind, id }: StoredDocument): string => `/damaged/${kind}/${id}`;
