import { z } from 'zod';
import type { DocumentKind } from '#domain/journal/document-kind.ts';

/** A small kind of document for tests of the store: notes by name, their number, and the numbers of the checked ones. */
export interface Notes {
  readonly title: string;
  readonly notes: Readonly<Record<string, { readonly text: string; readonly by: string }>>;
  readonly count: number;
  readonly checked: readonly string[];
}

const name = z.string().min(1);
export const noteEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('titled'), title: z.string() }),
  z.strictObject({ type: z.literal('noted'), name, text: z.string() }),
  z.strictObject({ type: z.literal('dropped'), name }),
  z.strictObject({ type: z.literal('checked'), name }),
  /** Many notes at once, as an import brings them. */
  z.strictObject({ type: z.literal('imported'), notes: z.record(z.string(), z.string()) }),
  /** Can't be taken back. */
  z.strictObject({ type: z.literal('sent'), title: z.string() }),
]);
export type NoteEvent = z.infer<typeof noteEventSchema>;

export interface NoteHead {
  readonly title: string;
  readonly count: number;
}

function withNotes(state: Notes, added: Readonly<Record<string, string>>, by: string): Notes {
  const notes = { ...state.notes };
  for (const [key, text] of Object.entries(added)) notes[key] = { text, by };
  return { ...state, notes, count: Object.keys(notes).length };
}

export function applyNote(state: Notes, event: NoteEvent, by: string): Notes {
  switch (event.type) {
    case 'titled':
    case 'sent':
      return { ...state, title: event.title };
    case 'noted':
      return withNotes(state, { [event.name]: event.text }, by);
    case 'imported':
      return withNotes(state, event.notes, by);
    case 'dropped': {
      const notes = Object.fromEntries(Object.entries(state.notes).filter(([key]) => key !== event.name));
      return { ...state, notes, count: Object.keys(notes).length };
    }
    case 'checked':
      if (state.notes[event.name] === undefined) throw new Error(`no note ${event.name}`);
      return { ...state, checked: [...state.checked, event.name] };
  }
}

export const noteKind: DocumentKind<Notes, NoteEvent, NoteHead> = {
  name: 'session',
  version: 1,
  stateVersion: 1,
  initial: () => ({ title: '', notes: {}, count: 0, checked: [] }),
  apply: (state, event, meta) => applyNote(state, event, meta.actor),
  eventSchema: noteEventSchema,
  migrations: [],
  invariants: (state) => [
    ...(Object.keys(state.notes).length === state.count ? [] : ['the count is not the number of notes']),
    ...state.checked.filter((key) => state.notes[key] === undefined).map((key) => `checked without note: ${key}`),
  ],
  label: (event) => ({ vi: `ghi “${event.type}”`, en: `record “${event.type}”` }),
  undoable: (event) => event.type !== 'sent',
  headOf: (state) => ({ title: state.title, count: state.count }),
};

/** The same as the second kind that an archive holds. */
export const noteWorkbookKind: DocumentKind<Notes, NoteEvent, NoteHead> = { ...noteKind, name: 'workbook' };
