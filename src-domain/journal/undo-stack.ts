import type { EntryBody } from './entry.ts';

/** A list of sequence numbers with the next one on top; lists share what lies below, so a push costs the same however long it is. */
export interface Pile {
  readonly seq: number;
  readonly below: Pile | null;
}

/** The deeds that can be taken back and those that can be done again. */
export interface UndoStack {
  readonly undo: Pile | null;
  readonly redo: Pile | null;
}

/** Of a document without entries. */
export const emptyUndoStack: UndoStack = { undo: null, redo: null };

/** The pile of some sequence numbers, the last of them on top. */
export function pileOf(seqs: readonly number[]): Pile | null {
  return seqs.reduce<Pile | null>((below, seq) => ({ seq, below }), null);
}

/** The sequence numbers of a pile, the top one last. */
export function seqsOf(pile: Pile | null): readonly number[] {
  const seqs: number[] = [];
  for (let at = pile; at !== null; at = at.below) seqs.push(at.seq);
  return seqs.reverse();
}

/** Whether a sequence number is in a pile. */
export function holds(pile: Pile | null, seq: number): boolean {
  for (let at = pile; at !== null; at = at.below) if (at.seq === seq) return true;
  return false;
}

function without(pile: Pile | null, seq: number): Pile | null {
  const above: number[] = [];
  let at = pile;
  while (at !== null && at.seq !== seq) {
    above.push(at.seq);
    at = at.below;
  }
  if (at === null) return pile;
  return above.reduceRight<Pile | null>((below, one) => ({ seq: one, below }), at.below);
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
  let { undo, redo } = stack;
  for (const entry of entries) {
    switch (entry.type) {
      case 'event':
        redo = null;
        if (entry.seq !== 1 && undoable(entry)) undo = { seq: entry.seq, below: undo };
        break;
      case 'undo':
        undo = without(undo, entry.data.target);
        redo = { seq: entry.data.target, below: redo };
        break;
      case 'redo':
        redo = without(redo, entry.data.target);
        undo = { seq: entry.data.target, below: undo };
        break;
    }
  }
  return { undo, redo };
}
