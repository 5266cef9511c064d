import type { DocumentKind } from '#domain/journal/document-kind.ts';
import { applyOwnPack, emptyOwnPack } from './apply.ts';
import { ownPackEventSchema, type OwnPackEvent } from './events.ts';
import { ownPackHead, type OwnPackHead } from './head.ts';
import { ownPackInvariants } from './invariants.ts';
import { ownPackEventLabel } from './labels.ts';
import type { OwnPack } from './state.ts';

/** A version that was published may be in use, here or on paper. */
const lasting: ReadonlySet<OwnPackEvent['type']> = new Set<OwnPackEvent['type']>(['pack.copied', 'pack.published']);

/** Own regulation packs as the store keeps them. */
export const ownPackKind: DocumentKind<OwnPack, OwnPackEvent, OwnPackHead> = {
  name: 'pack',
  version: 1,
  stateVersion: 1,
  initial: () => emptyOwnPack,
  apply: applyOwnPack,
  eventSchema: ownPackEventSchema,
  migrations: [],
  invariants: ownPackInvariants,
  label: ownPackEventLabel,
  undoable: (event) => !lasting.has(event.type),
  headOf: ownPackHead,
};
