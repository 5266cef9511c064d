import type { Standing, Problem } from '#domain/contract/base.ts';
import { mayBeDone, mayPass, problemOf, UnsavedError } from './problem.ts';

/** What a document client asks of the back end and of the reducer, for one document. */
export type DocumentPort<State, Event> = {
  get(): Promise<{ readonly state: State; readonly standing: Standing }>;
  /**
   * Answers after the disk has the events; rejects when it has none of them, or when nobody answered. Called again with the same
   * `deedId` it does nothing twice.
   */
  record(events: readonly Event[], deedId: string): Promise<{ readonly standing: Standing }>;
  undo(): Promise<{ readonly state: State; readonly standing: Standing }>;
  redo(): Promise<{ readonly state: State; readonly standing: Standing }>;
  /** Why the event can't be recorded as things stand, by the rules the back end holds, too; null when it can. */
  refuse?(state: State, event: Event): Problem | null;
  /** The same pure reducer the back end uses. */
  apply(state: State, event: Event, meta: { readonly seq: number; readonly at: string; readonly actor: string }): State;
};

export type SaveState =
  /** The disk has everything on the screen since `at` (ISO 8601). */
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  /** What is on the screen is not on the disk; it stays there. `retrying`: it is tried again without anybody's doing. */
  | { readonly kind: 'failed'; readonly problem: Problem; readonly retrying: boolean };

export type DocumentSnapshot<State> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly problem: Problem }
  | {
      readonly phase: 'open';
      readonly state: State;
      readonly standing: Standing;
      readonly save: SaveState;
      /** Why the last thing that was tried was not done; null once something is. */
      readonly refused: Problem | null;
    };

/** One thing a person did; one line of the journal, one step of undo. `field` names what a further keystroke replaces. */
type Deed<Event> = {
  /** Tells the back end a deed that is sent again from another one. */
  readonly id: string;
  readonly events: readonly Event[];
  readonly field: string | null;
};

/** The longest that a keystroke waits before it is sent, in milliseconds. */
export const LONGEST_WAIT = 300;
const RETRY_EVERY = 3_000;
/** Typing in one field with shorter pauses than this, in milliseconds, is taken back in one go. */
const PAUSE = 1_500;

/** One entry that this window put into the journal, remembered so that a run of typing is one step of undo. */
type Step = { readonly field: string | null; readonly at: number };

const isOneRun = (earlier: Step | undefined, later: Step | undefined): boolean =>
  earlier !== undefined &&
  later !== undefined &&
  earlier.field !== null &&
  earlier.field === later.field &&
  later.at - earlier.at <= PAUSE;

/**
 * A journaled document as the screen holds it: what was done is applied at once and sent in order, one deed a request. Typing in one
 * field is gathered for at most {@link LONGEST_WAIT}. What can't be saved stays on the screen and in the queue: it is sent again by itself
 * where the cause may pass, else when `retry` is called or something more is done; `discard` drops the refused deed alone.
 */
export class DocumentClient<State, Event> {
  readonly #port: DocumentPort<State, Event>;
  readonly #listeners = new Set<() => void>();
  #snapshot: DocumentSnapshot<State> = { phase: 'loading' };
  #queue: readonly Deed<Event>[] = [];
  #inFlight: Deed<Event> | null = null;
  /** The deed that could not be saved when it was sent last. */
  #stuck: Deed<Event> | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** The disk may have entries of which this window knows nothing: the document is read afresh before it counts as saved. */
  #behind = false;
  /** Entries of this window that can be taken back and done again, the next one last; empty where others stand in between. */
  #done: Step[] = [];
  #undone: Step[] = [];
  /** Requests that change the document run one after another. */
  #tail: Promise<unknown> = Promise.resolve();

  constructor(port: DocumentPort<State, Event>) {
    this.#port = port;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): DocumentSnapshot<State> => this.#snapshot;

  /** Is there anything on the screen that the disk doesn't have? */
  get hasUnsaved(): boolean {
    return this.#inFlight !== null || this.#queue.length > 0;
  }

  /** Reads the document afresh; unsent deeds stay on top of it. Never rejects: a failure is in the snapshot. */
  readonly load = (): Promise<void> =>
    this.#exclusively(async () => {
      try {
        await this.#read();
      } catch (error) {
        // A document that is open stays open: what stands on the screen is worth more than a fresh copy of it.
        if (this.#snapshot.phase === 'open') this.#setTrouble(problemOf(error));
        else this.#publish({ phase: 'failed', problem: problemOf(error) });
      }
    });

  /**
   * Does something to the document. With `field`, the deed takes the place of an unsent one of the same field, as typing does; its
   * events must then overwrite that field and nothing else. A deed that can't be is not done and its problem stands in `refused`.
   * Ignored until the document is open.
   */
  readonly record = (events: readonly Event[], field: string | null = null): void => {
    const snapshot = this.#snapshot;
    if (snapshot.phase !== 'open' || events.length === 0) return;
    const refused = this.#refusal(snapshot.state, events);
    if (refused !== null) {
      this.#publish({ ...snapshot, refused });
      return;
    }
    const deed: Deed<Event> = { id: crypto.randomUUID(), events, field };
    const earlier = field === null ? -1 : this.#queue.findIndex((unsent) => unsent.field === field);
    // A deed without a field may depend on what came before it, so nothing is moved across one.
    const movable = earlier !== -1 && this.#queue.slice(earlier).every((unsent) => unsent.field !== null);
    if (movable && this.#queue[earlier] === this.#stuck) this.#stuck = deed;
    this.#queue = movable ? this.#queue.with(earlier, deed) : [...this.#queue, deed];
    // While saving fails the failure stays in sight; it goes when the disk has everything.
    const save: SaveState = snapshot.save.kind === 'failed' ? snapshot.save : { kind: 'saving' };
    this.#publish({ ...snapshot, state: this.#applyDeed(snapshot.state, deed), save, refused: null });
    if (field === null) void this.flush();
    else this.#sendWithin(LONGEST_WAIT);
  };

  /** Sends what is unsent now. True when the disk then has everything that was on the screen. */
  readonly flush = (): Promise<boolean> => {
    this.#stopTimer();
    return this.#exclusively(() => this.#sendAll());
  };

  /** Reads the document afresh where everything of this window is saved: another window may have changed it meanwhile. */
  readonly catchUp = async (): Promise<void> => {
    if (this.#snapshot.phase !== 'open' || this.#snapshot.save.kind !== 'saved') return;
    await this.load();
  };

  /** Tries again to save what could not be saved. */
  readonly retry = (): void => {
    this.#setSave({ kind: 'saving' });
    void this.flush();
  };

  /** Drops the deed that was refused, keeps every later one, and reads the document afresh. */
  readonly discard = async (): Promise<void> => {
    // After what is under way: that may be this very deed, tried again, and what is first in the queue by now is somebody's typing.
    await this.#exclusively(() => {
      this.#queue = this.#queue.filter((deed) => deed !== this.#stuck);
      this.#stuck = null;
      return Promise.resolve();
    });
    await this.load();
    await this.flush();
  };

  /**
   * Takes back the last deed; typing in one field without a pause is one deed. True when it was taken back; else the reason stands in
   * `refused`, or in `save` where saving failed before.
   */
  readonly undo = (): Promise<boolean> =>
    this.#reverse(async () => {
      const answer = await this.#port.undo();
      const step = this.#done.pop();
      if (step !== undefined) this.#undone.push(step);
      return { answer, more: isOneRun(this.#done.at(-1), step) };
    });

  /** Does again what was taken back last; answers as `undo` does. */
  readonly redo = (): Promise<boolean> =>
    this.#reverse(async () => {
      const answer = await this.#port.redo();
      const step = this.#undone.pop();
      if (step !== undefined) this.#done.push(step);
      return { answer, more: isOneRun(step, this.#undone.at(-1)) };
    });

  /**
   * Runs an operation that changes the document on the other side: everything is saved first, the document is read afresh after it.
   * Rejects with {@link UnsavedError} when saving fails, else with what the operation rejects with.
   */
  readonly perform = async <Result>(operation: () => Promise<Result>): Promise<Result> => {
    if (!(await this.flush())) throw new UnsavedError(this.#saveProblem());
    try {
      return await this.#exclusively(operation);
    } finally {
      await this.load();
    }
  };

  async #reverse(
    step: () => Promise<{
      readonly answer: { readonly state: State; readonly standing: Standing };
      readonly more: boolean;
    }>,
  ): Promise<boolean> {
    if (!(await this.flush())) return false;
    return this.#exclusively(async () => {
      try {
        for (let more = true; more;) {
          const taken = await step();
          ({ more } = taken);
          this.#adopt(taken.answer);
        }
        return true;
      } catch (error) {
        const problem = problemOf(error);
        if (mayBeDone(problem)) {
          // The document is read afresh before anything counts as saved.
          this.#behind = true;
          this.#keepTrying(problem);
        } else this.#setTrouble(problem);
        return false;
      }
    });
  }

  async #read(): Promise<void> {
    const answer = await this.#port.get();
    const known = this.#snapshot.phase === 'open' && !this.#behind ? this.#snapshot.standing.seq : null;
    this.#behind = false;
    // Entries that came from elsewhere stand between what this window did and what can be taken back.
    if (answer.standing.seq !== known) {
      this.#done = [];
      this.#undone = [];
    }
    this.#adopt(answer);
  }

  async #sendAll(): Promise<boolean> {
    try {
      do {
        await this.#sendQueued();
        if (this.#behind) await this.#read();
        // What was typed while the document was read goes, too.
      } while (this.#queue.length > 0);
    } catch (error) {
      this.#keepTrying(problemOf(error));
      return false;
    }
    if (this.#snapshot.phase === 'open') this.#setSave({ kind: 'saved', at: this.#snapshot.standing.savedAt });
    return true;
  }

  async #sendQueued(): Promise<void> {
    while (this.#queue.length > 0) {
      const deed = this.#queue[0];
      if (deed === undefined) break;
      this.#queue = this.#queue.slice(1);
      this.#inFlight = deed;
      try {
        const { standing } = await this.#port.record(deed.events, deed.id);
        this.#confirm(deed, standing);
      } catch (error) {
        this.#stuck = deed;
        this.#queue = [deed, ...this.#queue];
        throw error;
      } finally {
        this.#inFlight = null;
      }
    }
  }

  #confirm(deed: Deed<Event>, standing: Standing): void {
    const known = this.#snapshot.phase === 'open' ? this.#snapshot.standing.seq : 0;
    if (standing.seq !== known + 1) this.#behind = true;
    this.#stuck = null;
    this.#done.push({ field: deed.field, at: Date.now() });
    this.#undone = [];
    this.#setStanding(standing);
  }

  #adopt({ state, standing }: { readonly state: State; readonly standing: Standing }): void {
    const shown = this.#queue.reduce((before, deed) => this.#applyDeed(before, deed), state);
    const save: SaveState = this.hasUnsaved ? { kind: 'saving' } : { kind: 'saved', at: standing.savedAt };
    this.#publish({ phase: 'open', state: shown, standing, save, refused: null });
  }

  #applyDeed(state: State, { events }: Pick<Deed<Event>, 'events'>): State {
    const seq = this.#snapshot.phase === 'open' ? this.#snapshot.standing.seq + 1 : 1;
    const meta = { seq, at: new Date().toISOString(), actor: 'screen' };
    return events.reduce((before, event) => this.#port.apply(before, event, meta), state);
  }

  #refusal(state: State, events: readonly Event[]): Problem | null {
    let before = state;
    for (const event of events) {
      const problem = this.#port.refuse?.(before, event) ?? null;
      if (problem !== null) return problem;
      before = this.#applyDeed(before, { events: [event] });
    }
    return null;
  }

  #saveProblem(): Problem {
    const save = this.#snapshot.phase === 'open' ? this.#snapshot.save : null;
    return save?.kind === 'failed' ? save.problem : { code: 'app.fault', details: {} };
  }

  #setSave(save: SaveState): void {
    if (this.#snapshot.phase === 'open') this.#publish({ ...this.#snapshot, save });
  }

  /** What is unsent stays so, and is sent again by itself where the cause may pass. */
  #keepTrying(problem: Problem): void {
    const retrying = mayPass(problem);
    this.#setSave({ kind: 'failed', problem, retrying });
    if (retrying) this.#sendWithin(RETRY_EVERY);
  }

  /** Something could not be done. Where the disk has everything all the same, nothing is called unsaved. */
  #setTrouble(problem: Problem): void {
    if (this.#snapshot.phase !== 'open') return;
    if (this.hasUnsaved) this.#keepTrying(problem);
    else {
      const save: SaveState = { kind: 'saved', at: this.#snapshot.standing.savedAt };
      this.#publish({ ...this.#snapshot, save, refused: problem });
    }
  }

  #setStanding(standing: Standing): void {
    if (this.#snapshot.phase === 'open') this.#publish({ ...this.#snapshot, standing });
  }

  #publish(snapshot: DocumentSnapshot<State>): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }

  #sendWithin(milliseconds: number): void {
    this.#timer ??= setTimeout(() => void this.flush(), milliseconds);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #exclusively<Result>(job: () => Promise<Result>): Promise<Result> {
    const run = this.#tail.then(job, job);
    this.#tail = run.catch(() => undefined);
    return run;
  }
}
