import type { DocumentKind } from '#domain/journal/document-kind.ts';
import type { JournalEntry } from '#domain/journal/entry.ts';
import { beginning, replay, type Moment } from '#domain/journal/replay.ts';
import { parseLine } from './journal-scan.ts';

const checkpointEvery = 256;

/** The entries of a document and moments to start a replay from. Lines read at opening are parsed only when somebody asks for them. */
export class EntryLog<State, Event> {
  readonly #kind: DocumentKind<State, Event>;
  #early: Buffer = Buffer.alloc(0);
  #earlyStarts: readonly number[] = [];
  readonly #entries: (JournalEntry | undefined)[] = [];
  /** By ascending seq. */
  readonly #checkpoints: Moment<State>[];

  constructor(kind: DocumentKind<State, Event>) {
    this.#kind = kind;
    this.#checkpoints = [beginning(kind)];
  }

  /** Takes what a journal holds: its bytes, and where the line of each entry starts. */
  takeEarly(bytes: Buffer, starts: readonly number[]): void {
    this.#early = bytes;
    this.#earlyStarts = starts;
  }

  /** Takes a further entry that the disk has, and the moment after it. */
  add(entry: JournalEntry, moment: Moment<State>): void {
    this.#entries[entry.seq - 1] = entry;
    this.passed(moment);
  }

  /** The entry numbered `seq`; throws when there is none, or when its line is not an entry. */
  entry(seq: number): JournalEntry {
    const known = this.#entries[seq - 1];
    if (known !== undefined) return known;
    const start = this.#earlyStarts[seq - 1];
    if (start === undefined) throw new Error(`no entry ${seq}`);
    const end = this.#early.indexOf(0x0a, start);
    const entry = parseLine(this.#early.subarray(start, end === -1 ? this.#early.length : end));
    this.#entries[seq - 1] = entry;
    return entry;
  }

  /** A moment that was met on the way forwards: kept where the last one kept is long ago. */
  passed(moment: Moment<State>): void {
    const last = this.#checkpoints.at(-1);
    if (last !== undefined && moment.seq - last.seq >= checkpointEvery) this.#checkpoints.push(moment);
  }

  /** A moment that cost something to get: kept in any case. */
  keep(moment: Moment<State>): void {
    this.#checkpoints.push(moment);
  }

  /** The moment after entry `seq`, replayed from the nearest one that is kept. */
  momentAt(seq: number): Moment<State> {
    const place = this.#checkpoints.findLastIndex((checkpoint) => checkpoint.seq <= seq);
    let moment = this.#checkpoints[place] ?? beginning(this.#kind);
    const made: Moment<State>[] = [];
    while (moment.seq < seq) {
      moment = replay(this.#kind, [this.entry(moment.seq + 1)], moment);
      if (moment.seq % checkpointEvery === 0) made.push(moment);
    }
    this.#checkpoints.splice(place + 1, 0, ...made);
    return moment;
  }
}
