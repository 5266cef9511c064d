import type { SessionEvent } from '#domain/session/events.ts';
import type { SessionHead } from '#domain/session/head.ts';
import { sessionKind } from '#domain/session/kind.ts';
import type { Session } from '#domain/session/state.ts';
import type { WorkbookEvent } from '#domain/workbook/events.ts';
import type { WorkbookHead } from '#domain/workbook/head.ts';
import { workbookKind } from '#domain/workbook/kind.ts';
import { ownPackKind } from '#domain/own-pack/kind.ts';
import type { Workbook } from '#domain/workbook/state.ts';
import { openArchive, type Archive } from '#main/store/document-store.ts';
import type { JournaledDocument } from '#main/store/journaled-document.ts';

/** The program's archive: sessions and workbooks of the present version. */
export type HoidongArchive = Archive<Session, SessionEvent, SessionHead, Workbook, WorkbookEvent, WorkbookHead>;
export type SessionDocument = JournaledDocument<Session, SessionEvent>;

export const documentKinds = { session: sessionKind, workbook: workbookKind, pack: ownPackKind } as const;

/** Opens the data folder with the kinds of documents this program knows. See `openArchive` for what it throws. */
export const openHoidongArchive = (
  dataDir: string,
  options: Omit<
    Parameters<typeof openArchive<Session, SessionEvent, SessionHead, Workbook, WorkbookEvent, WorkbookHead>>[1],
    'kinds'
  >,
): Promise<HoidongArchive> => openArchive(dataDir, { ...options, kinds: documentKinds });
