import { applyWorkbook } from '#domain/workbook/apply.ts';
import type { MemberEvent } from '#domain/workbook/events.ts';
import type { Workbook } from '#domain/workbook/state.ts';
import { client } from './client.ts';
import { createDocumentContext } from './document-context.tsx';

const named = ({ workbook, standing }: Awaited<ReturnType<typeof client.workbooks.get>>) => ({
  state: workbook,
  standing,
});

/** The workbook open on the screen: `WorkbookDocument` around the screens, `useWorkbook` in them. */
export const { Provider: WorkbookDocument, useDocument: useWorkbook } = createDocumentContext<Workbook, MemberEvent>(
  'workbook',
  (workbookId) => ({
    get: () => client.workbooks.get({ workbookId }).then(named),
    record: (events, deedId) => client.workbooks.record({ workbookId, events: [...events], deedId }),
    undo: () => client.workbooks.undo({ workbookId }).then(named),
    redo: () => client.workbooks.redo({ workbookId }).then(named),
    apply: applyWorkbook,
  }),
);
