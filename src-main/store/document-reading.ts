import type { Problem } from '#domain/contract/base.ts';
import { readEvent, type DocumentKind } from '#domain/journal/document-kind.ts';
import type { EntryBody, JournalEntry } from '#domain/journal/entry.ts';
import { beginning, step, type Moment } from '#domain/journal/replay.ts';
import { emptyUndoStack, pileOf, stackAfter } from '#domain/journal/undo-stack.ts';
import type { EntryLog } from './entry-log.ts';
import type { JournalFile } from './journal-file.ts';
import { genesisHash, scanJournal, type JournalScan } from './journal-scan.ts';
import type { Snapshot } from './snapshot.ts';
import type { SnapshotKeeper, Tip } from './snapshot-keeper.ts';

/** A document as its folder has it. */
export interface ReadDocument<State> {
  readonly bytes: Buffer;
  readonly scan: JournalScan;
  /** After the last entry that can be read and understood. */
  readonly tip: Tip<State>;
  /** Why it takes no changes; null for a sound one. */
  readonly problem: Problem | null;
}

/**
 * Reads and verifies a document: every byte of its journal, and of its snapshot what the journal confirms. Nothing is written. Throws
 * `store.notFound` where there is no journal.
 */
export async function readDocument<State, Event>(
  id: string,
  kind: DocumentKind<State, Event>,
  file: JournalFile,
  snapshots: SnapshotKeeper<State, Event>,
  log: EntryLog<State, Event>,
): Promise<ReadDocument<State>> {
  // The snapshot first: beside a program that is writing, one read after the journal could know more than the journal did.
  const snapshot = await snapshots.read();
  const bytes = await file.read();
  const scan = scanJournal(bytes, kind.name, id);
  const firstNewer = scan.facts.findIndex((line) => line.version > kind.version);
  const known = firstNewer === -1 ? scan.facts.length : firstNewer;
  log.takeEarly(bytes, scan.starts.slice(0, known));
  file.trustUpTo(scan.goodLength);

  const isOurs = snapshot !== null && scan.facts[snapshot.seq - 1]?.hash === snapshot.hash && snapshot.seq <= known;
  if (isOurs) snapshots.knows(snapshot.seq, scan.starts[snapshot.seq] ?? scan.goodLength);
  const { tip, notUnderstood } = replayed(id, kind, log, isOurs ? snapshot : null, scan, known);

  const details = { id, seq: tip.seq, at: tip.at };
  const because = (code: string, more: Problem['details']): Problem => ({ code, details: { ...details, ...more } });
  const problem = ((): Problem | null => {
    if (notUnderstood !== null) return because('store.notUnderstood', { cause: notUnderstood });
    if (firstNewer !== -1) {
      return because('store.newer', { version: scan.facts[firstNewer]?.version ?? 0, known: kind.version });
    }
    if (scan.ending.kind === 'damaged') return because('store.damaged', { offset: scan.goodLength });
    // A snapshot is written after the journal: one that knows more proves that acknowledged entries are gone.
    if (snapshot !== null && snapshot.seq > scan.facts.length) {
      return because('store.entriesMissing', { missing: snapshot.seq - scan.facts.length });
    }
    return scan.facts.length === 0 ? because('store.damaged', { offset: 0 }) : null;
  })();
  return { bytes, scan, tip, problem };
}

function replayed<State, Event>(
  id: string,
  kind: DocumentKind<State, Event>,
  log: EntryLog<State, Event>,
  snapshot: Snapshot | null,
  scan: JournalScan,
  known: number,
): { readonly tip: Tip<State>; readonly notUnderstood: string | null } {
  let moment: Moment<State> = beginning(kind);
  let stack = emptyUndoStack;
  if (snapshot !== null) {
    // The hash of the snapshot's bytes and of the journal's line agree, so this is the state that `apply` once gave.
    moment = { seq: snapshot.seq, at: snapshot.at, state: snapshot.state as State };
    stack = { undo: pileOf(snapshot.undo), redo: pileOf(snapshot.redo) };
    log.keep(moment);
  }
  const entries: JournalEntry[] = [];
  let notUnderstood: string | null = null;
  while (moment.seq < known) {
    try {
      const entry = log.entry(moment.seq + 1);
      moment = { seq: entry.seq, at: entry.at, state: step(kind, moment.state, entry) };
      entries.push(entry);
    } catch (error) {
      // Rightly hashed and yet not to be understood: written by something else, or by a program with a fault.
      notUnderstood = error instanceof Error ? error.message.slice(0, 500) : '';
      break;
    }
    log.passed(moment);
  }
  const hash = scan.facts[moment.seq - 1]?.hash ?? genesisHash(kind.name, id);
  const after = stackAfter(stack, entries, (entry) => isUndoable(kind, entry));
  return { tip: { ...moment, hash, stack: after }, notUnderstood };
}

/** Of an entry that was validated when it was made or replayed. */
function isUndoable<State, Event>(kind: DocumentKind<State, Event>, entry: EntryBody): boolean {
  const { undoable } = kind;
  if (undoable === undefined || entry.type !== 'event') return true;
  return entry.data.events.flatMap((event) => readEvent(kind, entry.v, event)).every((event) => undoable(event));
}
