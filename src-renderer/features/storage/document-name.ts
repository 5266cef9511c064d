import type { StoredDocument } from '#domain/contract/storage.ts';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { useMessages } from '../../ui/language.tsx';

/** What a stored document is called on the screen, with or without a name of its own. */
export const useDocumentName = (): ((document: Pick<StoredDocument, 'kind'> & { readonly name: string }) => string) => {
  const t = useMessages(storageMessages);
  const unnamed = { session: t.unnamedSession, workbook: t.unnamedWorkbook, pack: t.unnamedPack };
  return ({ kind, name }) => name.trim() || unnamed[kind];
};

/** Where a stored document is opened. */
export const addressOf = ({ kind, id }: StoredDocument): string =>
  ({ session: `/sessions/${id}`, workbook: `/workbooks/${id}`, pack: `/packs/${id}` })[kind];

/** Where it is said what is wrong with a document, and what can be done. */
export const damageAddressOf = ({ kind, id }: StoredDocument): string => `/damaged/${kind}/${id}`;
