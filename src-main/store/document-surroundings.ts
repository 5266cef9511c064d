import type { Problem } from '#domain/contract/base.ts';
import type { Label } from '#domain/journal/document-kind.ts';
import type { EntryBody } from '#domain/journal/entry.ts';
import type { RawWrite } from './durable-file.ts';
import type { StoreEnvironment } from './environment.ts';

/** Whether a document takes changes; where not, the reason and what it shows instead. */
export type DocumentStatus =
  | { readonly kind: 'ok' }
  | {
      readonly kind: 'readOnly';
      /** `store.damaged`, `store.entriesMissing`, `store.newer`, `store.locked`, … with the values of its text. */
      readonly problem: Problem;
    };

/** What the disk has taken: the number and time of the entry, and the state after it. */
export interface Saved<State> {
  readonly seq: number;
  readonly at: string;
  readonly state: State;
}

/** A deed with its name, as "Hoàn tác: …" and the history show it. */
export interface NamedDeed {
  readonly seq: number;
  readonly label: Label;
}

/** One line of a document's history. */
export interface LoggedDeed extends NamedDeed {
  readonly at: string;
  readonly actor: string;
  readonly type: EntryBody['type'];
}

/** What the archive lends to one of its documents. */
export interface DocumentSurroundings extends StoreEnvironment {
  /** Set when nothing may be written: why. */
  readonly readOnly: Problem | null;
  /** Called before the first entry after opening reaches the disk. */
  readonly beforeFirstAppend: () => Promise<void>;
  /** Called when the document is closed. */
  readonly afterClose: () => void;
  /** `fs.writeSync`, exchangeable so that tests can make it fail the ways disks do. */
  readonly rawWrite?: RawWrite | undefined;
}
