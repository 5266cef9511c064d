import type { DocumentKind } from '#domain/journal/document-kind.ts';
import { applyWorkbook, emptyWorkbook } from '#domain/workbook/apply.ts';
import { anyWorkbookEventSchema, type WorkbookEvent } from '#domain/workbook/events.ts';
import { workbookHead, type WorkbookHead } from '#domain/workbook/head.ts';
import { workbookInvariants } from '#domain/workbook/invariants.ts';
import { workbookEventLabel } from '#domain/workbook/labels.ts';
import type { Workbook } from '#domain/workbook/state.ts';

/** What came from outside or has left the computer cannot be taken back. */
const lasting: ReadonlySet<WorkbookEvent['type']> = new Set<WorkbookEvent['type']>([
  'workbook.created',
  'package.opened',
  'return.made',
  'receipt.taken',
]);

/** Workbooks as the store keeps them. */
export const workbookKind: DocumentKind<Workbook, WorkbookEvent, WorkbookHead> = {
  name: 'workbook',
  version: 1,
  stateVersion: 1,
  initial: () => emptyWorkbook,
  apply: applyWorkbook,
  eventSchema: anyWorkbookEventSchema,
  migrations: [],
  invariants: workbookInvariants,
  label: workbookEventLabel,
  undoable: (event) => !lasting.has(event.type),
  headOf: workbookHead,
};
