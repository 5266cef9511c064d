import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Standing, Problem } from '#domain/contract/base.ts';
import type { StoredDocument } from '#domain/contract/storage.ts';
import { DocumentClient, type DocumentPort, type SaveState } from './document-client.ts';
import { acquireDocument, releaseDocument } from './documents.ts';

/** What the frame shows of an open document whatever its kind: how it is saved, and what can be taken back. */
export type DocumentControls = {
  readonly about: StoredDocument;
  readonly standing: Standing;
  readonly save: SaveState;
  /** Why the last thing that was tried was not done; null when it was. */
  readonly refused: Problem | null;
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
  readonly retry: () => void;
  /** Reads the document afresh; what is unsaved stays on top of it. */
  readonly load: () => Promise<void>;
  readonly discard: () => Promise<void>;
};

/** An open document as a screen uses it. See {@link DocumentClient} for what each function promises. */
export type OpenDocument<State, Event> = DocumentControls & {
  readonly id: string;
  readonly state: State;
  /** Changes are not taken: locked, damaged or held elsewhere; the reason is `standing.readOnly`. */
  readonly readOnly: boolean;
  /** Does one thing to the document; `field` gathers typing. */
  readonly record: (events: Event | readonly Event[], field?: string) => void;
  readonly flush: () => Promise<boolean>;
  readonly perform: <Result>(operation: () => Promise<Result>) => Promise<Result>;
};

/** The controls of whatever document is open around here; null outside one. Used by the frame and by fields. */
export const DocumentControlsContext = createContext<DocumentControls | null>(null);

type ProviderProps = {
  readonly id: string;
  readonly children: ReactNode;
  /** Shown until the document is there. */
  readonly loading: ReactNode;
  /** Shown when it can't be opened. */
  readonly failed: (problem: Problem, again: () => void) => ReactNode;
};

export type DocumentContext<State, Event> = {
  readonly Provider: (props: ProviderProps) => ReactNode;
  readonly useDocument: () => OpenDocument<State, Event>;
};

/** A provider and a hook for one kind of journaled document; `kind` is its name in the registry of open documents. */
export const createDocumentContext = <State, Event extends object>(
  kind: StoredDocument['kind'],
  portOf: (id: string) => DocumentPort<State, Event>,
): DocumentContext<State, Event> => {
  const Context = createContext<OpenDocument<State, Event> | null>(null);

  const Opened = ({
    id,
    client,
    children,
    loading,
    failed,
  }: ProviderProps & { readonly client: DocumentClient<State, Event> }) => {
    const snapshot = useSyncExternalStore(client.subscribe, client.getSnapshot);
    const open = useMemo<OpenDocument<State, Event> | null>(
      () =>
        snapshot.phase !== 'open'
          ? null
          : {
              id,
              about: { kind, id },
              state: snapshot.state,
              standing: snapshot.standing,
              save: snapshot.save,
              refused: snapshot.refused,
              readOnly: snapshot.standing.readOnly !== null,
              record: (events, field) =>
                client.record(Array.isArray(events) ? (events as readonly Event[]) : [events as Event], field),
              undo: client.undo,
              redo: client.redo,
              retry: client.retry,
              load: client.load,
              discard: client.discard,
              flush: client.flush,
              perform: client.perform,
            },
      [id, client, snapshot],
    );
    if (snapshot.phase === 'failed') return failed(snapshot.problem, () => void client.load());
    if (open === null) return loading;
    return (
      <Context value={open}>
        <DocumentControlsContext value={open}>{children}</DocumentControlsContext>
      </Context>
    );
  };

  const Provider = (props: ProviderProps) => {
    const { id } = props;
    const [held, setHeld] = useState<{ readonly id: string; readonly client: DocumentClient<State, Event> } | null>(
      null,
    );
    useEffect(() => {
      const client = acquireDocument({ kind, id }, () => new DocumentClient(portOf(id)));
      setHeld({ id, client });
      void client.load();
      // The same address in a second tab is a second window on the document.
      const seenAgain = (): void => void (document.visibilityState === 'visible' && client.catchUp());
      document.addEventListener('visibilitychange', seenAgain);
      return () => {
        document.removeEventListener('visibilitychange', seenAgain);
        releaseDocument({ kind, id });
      };
    }, [id]);
    return held?.id === id ? <Opened {...props} client={held.client} /> : props.loading;
  };

  const useDocument = (): OpenDocument<State, Event> => {
    const open = useContext(Context);
    if (open === null) throw new Error(`no open ${kind} around here`);
    return open;
  };

  return { Provider, useDocument };
};
