import { ProblemError } from '#domain/contract/problems.ts';
import type { DocumentKind, Label } from '#domain/journal/document-kind.ts';
import { applyPatches, conflictsWith, diff, invert, type Patch } from '#domain/journal/patch.ts';
import type { Path } from '#domain/journal/plain-json.ts';
import type { FieldChange } from '#domain/journal/replay.ts';

/** What must be known to take a deed back or to do it again. */
export interface AroundDeed<State> {
  /** As the document is now. */
  readonly state: State;
  /** As it was before and after the deed. */
  readonly before: State;
  readonly after: State;
  /** The deed's name; asked for only to be told. */
  readonly label: () => Label | undefined;
  /** Every change of a place; asked for only to be told. */
  readonly history: (path: Path) => readonly FieldChange[];
}

/**
 * The changes that take the deed numbered `target` back, or do it again. Throws `store.undoConflict` when something later changed the same
 * places, `store.undoBreaks` when later deeds build on it.
 */
export function reversalOf<State, Event>(
  kind: DocumentKind<State, Event>,
  type: 'undo' | 'redo',
  target: number,
  { state, before, after, label, history }: AroundDeed<State>,
): readonly Patch[] {
  const deed = diff(before, after);
  const patches = type === 'undo' ? invert(deed) : deed;
  const named = (): { readonly seq: number; readonly vi: string; readonly en: string; readonly redo: boolean } => ({
    seq: target,
    vi: label()?.vi ?? '',
    en: label()?.en ?? '',
    redo: type === 'redo',
  });
  const [conflict] = conflictsWith(state, patches);
  if (conflict !== undefined) {
    const later = history(conflict.path).findLast((change) => change.seq > target);
    throw new ProblemError('store.undoConflict', {
      ...named(),
      path: conflict.path.join('/'),
      laterSeq: later?.seq ?? null,
      laterVi: later?.label.vi ?? '',
      laterEn: later?.label.en ?? '',
    });
  }
  const next = applyPatches(state, patches) as State;
  const already = new Set(kind.invariants(state));
  const broken = kind.invariants(next).find((one) => !already.has(one));
  if (broken !== undefined) throw new ProblemError('store.undoBreaks', { ...named(), reason: broken });
  return patches;
}
