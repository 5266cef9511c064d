import type { EntryBody } from './entry.ts';

/** Sequence numbers of the deeds that can be taken back and done again; the next one stands last in each list. */
export interface UndoStack {
  readonly undo: readonly number[];
  readonly redo: readonly number[];
}

/** Of a document without entries. */
export const emptyUndoStack: UndoStack = { undo: [], redo: [] };

/**
 * The stack after one more entry. A deed of a user takes the deeds that could be done again off the stack, as everywhere; they stay
 * in the journal. The entry that made the document, and one that `undoable` refuses, never enter.
 */
export function pushEntry(stack: UndoStack, entry: EntryBody, undoable: boolean): UndoStack {
  switch (entry.type) {
    case 'event':
      return entry.seq === 1 || !undoable
        ? { undo: stack.undo, redo: [] }
        : { undo: [...stack.undo, entry.seq], redo: [] };
    case 'undo':
      return {
        undo: stack.undo.filter((seq) => seq !== entry.data.target),
        redo: [...stack.redo, entry.data.target],
      };
    case 'redo':
      return {
        undo: [...stack.undo, entry.data.target],
        redo: stack.redo.filter((seq) => seq !== entry.data.target),
      };
  }
}
