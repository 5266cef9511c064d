import { z } from 'zod';

/** A state kept beside its journal so that opening need not replay everything. It is a cache: the journal alone is the truth. */
export const snapshotSchema = z.object({
  format: z.literal(1),
  kind: z.string(),
  id: z.string(),
  version: z.int(),
  stateVersion: z.int(),
  seq: z.int().min(1),
  at: z.string(),
  /** `hash` of entry `seq`: binds the state to one journal. */
  hash: z.string(),
  undo: z.array(z.int()).readonly(),
  redo: z.array(z.int()).readonly(),
  state: z.unknown(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
