import type { HistoryEntry, Standing } from '#domain/contract/base.ts';
import type { JournaledDocument } from '#main/store/journaled-document.ts';

/** How a document stands on the disk, as every answer about it tells. */
export const standingOf = <State, Event>(document: JournaledDocument<State, Event>): Standing => ({
  seq: document.seq,
  savedAt: document.changedAt ?? '',
  undo: document.undoable?.label ?? null,
  redo: document.redoable?.label ?? null,
  readOnly: document.status.kind === 'readOnly' ? document.status.problem : null,
});

/** Every deed of a document, newest first. */
export const historyOf = <State, Event>(document: JournaledDocument<State, Event>): HistoryEntry[] =>
  document
    .log()
    .map(({ seq, at, actor, label, type }) => ({ seq, at, actor, label, kind: type }))
    .reverse();
