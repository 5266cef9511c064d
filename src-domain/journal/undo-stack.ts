import type { EntryBody } from './entry.ts';

/** Sequence numbers of the deeds that can be taken back and done again; the next one stands last in each list. */
export interface UndoStack {
  readonly undo: readonly number[];
  readonly redo: readonly number[];
}

/** Of a document without entries. */
export const emptyUndoStack: UndoStack = { undo: [], redo: [] };

function remove(list: number[], seq: number): void {
  const place = list.lastIndexOf(seq);
  if (place !== -1) list.splice(place, 1);
}

/**
 * The stack after further entries. A deed of a user takes the deeds that could be done again off the stack, as everywhere; they stay
 * in the journal. The entry that made the document, and one that `undoable` refuses, never enter.
 */
export function stackAfter(
  stack: UndoStack,
  entries: Iterable<EntryBody>,
  undoable: (entry: EntryBody) => boolean,
): UndoStack {
  const undo = [...stack.undo];
  let redo = [...stack.redo];
  for (const entry of entries) {
    switch (entry.type) {
      case 'event':
        redo = [];
        if (entry.seq !== 1 && undoable(entry)) undo.push(entry.seq);
        break;
      case 'undo':
        remove(undo, entry.data.target);
        redo.push(entry.data.target);
        break;
      case 'redo':
        remove(redo, entry.data.target);
        undo.push(entry.data.target);
        break;
    }
  }
  return { undo, redo };
}
