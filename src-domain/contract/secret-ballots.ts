import { z } from 'zod';
import { operation, standingSchema } from '#domain/contract/base.ts';
import { ballotSchema } from '#domain/forms/ballot.ts';
import { idSchema } from '#domain/session/state.ts';

export const secretBallotsContract = {
  /** Seals one paper ballot, keyed in without a name, into the ballot box. */
  putPaper: operation
    .input(z.strictObject({ sessionId: idSchema, dossierId: idSchema, ballot: ballotSchema }))
    .output(z.strictObject({ standing: standingSchema })),
  /**
   * Opens the ballot box, once: every counted ballot is unsealed, parted from its member and shuffled, as one event; then the key of the
   * box is destroyed. Refused with `session.boxNotReady` while something must be put right first, `session.boxLost` where sealed files
   * can't be read on this computer.
   */
  open: operation.input(z.strictObject({ sessionId: idSchema })).output(z.strictObject({ standing: standingSchema })),
};
