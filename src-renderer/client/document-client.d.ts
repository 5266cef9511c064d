import type { Standing, Problem } from '#domain/contract/base.ts';
/** What a document client asks of the back end and of the reducer, for one document. */
export type DocumentPort<State, Event> = {
  get(): Promise<{
    readonly state: State;
    readonly standing: Standing;
  }>;
  /** Answers after the disk has the events; rejects when it has none of them. */
  record(events: readonly Event[]): Promise<{
    readonly standing: Standing;
  }>;
  undo(): Promise<{
    readonly state: State;
    readonly standing: Standing;
  }>;
  redo(): Promise<{
    readonly state: State;
    readonly standing: Standing;
  }>;
  /** Why the event can't be recorded as things stand, by the rules the back end holds, too; null when it can. */
  refuse?(state: State, event: Event): Problem | null;
  /** The same pure reducer the back end uses. */
  apply(
    state: State,
    event: Event,
    meta: {
      readonly seq: number;
      readonly at: string;
      readonly actor: string;
    },
  ): State;
};
export type SaveState =
  /** The disk has everything on the screen since `at` (ISO 8601). */
  | {
      readonly kind: 'saved';
      readonly at: string;
    }
  | {
      readonly kind: 'saving';
    }
  /** What is on the screen is not on the disk; it stays there. `retrying`: it is tried again without anybody's doing. */
  | {
      readonly kind: 'failed';
      readonly problem: Problem;
      readonly retrying: boolean;
    };
export type DocumentSnapshot<State> =
  | {
      readonly phase: 'loading';
    }
  | {
      readonly phase: 'failed';
      readonly problem: Problem;
    }
  | {
      readonly phase: 'open';
      readonly state: State;
      readonly standing: Standing;
      readonly save: SaveState;
      /** Why the last thing that was tried was not done; null once something is. */
      readonly refused: Problem | null;
    };
/** The longest that a keystroke waits before it is sent, in milliseconds. */
export declare const LONGEST_WAIT = 300;
/**
 * A journaled document as the screen holds it: what was done is applied at once and sent in order, one deed a request. Typing in one
 * field is gathered for at most {@link LONGEST_WAIT}. What can't be saved stays on the screen and in the queue: it is sent again by itself
 * where the cause may pass, else when `retry` is called or something more is done; `discard` drops the refused deed alone.
 */
export declare class DocumentClient<State, Event> {
  #private;
  constructor(port: DocumentPort<State, Event>);
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => DocumentSnapshot<State>;
  /** Is there anything on the screen that the disk doesn't have? */
  get hasUnsaved(): boolean;
  /** Reads the document afresh; unsent deeds stay on top of it. Never rejects: a failure is in the snapshot. */
  readonly load: () => Promise<void>;
  /**
   * Does something to the document. With `field`, the deed takes the place of an unsent one of the same field, as typing does; its
   * events must then overwrite that field and nothing else. A deed that can't be is not done and its problem stands in `refused`.
   * Ignored until the document is open.
   */
  readonly record: (events: readonly Event[], field?: string | null) => void;
  /** Sends what is unsent now. True when the disk then has everything that was on the screen. */
  readonly flush: () => Promise<boolean>;
  /** Tries again to save what could not be saved. */
  readonly retry: () => void;
  /** Drops the deed that was refused, keeps every later one, and reads the document afresh. */
  readonly discard: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /**
   * Runs an operation that changes the document on the other side: everything is saved first, the document is read afresh after it.
   * Rejects with {@link UnsavedError} when saving fails, else with what the operation rejects with.
   */
  readonly perform: <Result>(operation: () => Promise<Result>) => Promise<Result>;
}
