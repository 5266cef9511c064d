import { z } from 'zod';
import { operation, problemSchema, standingSchema } from '#domain/contract/base.ts';
import { binaryFileSchema } from '#domain/contract/binary.ts';
import { intakeLineSchema } from '#domain/contract/sessions.ts';
import { idSchema, momentSchema } from '#domain/session/state.ts';

const sessionId = z.strictObject({ sessionId: idSchema });
const batch = sessionId.extend({ batchId: idSchema });

/** Why a file of a folder was not read yet. */
export const waitingFileSchema = z.strictObject({
  fileName: z.string(),
  /** `arriving`: its size or its time still changes. `cloud`: only a name stands there, the bytes are with a cloud service. `blocked`: it can't be read now. */
  why: z.enum(['arriving', 'cloud', 'blocked']),
});
export type WaitingFile = z.infer<typeof waitingFileSchema>;

/** A folder the program looks at for one session, as it stands. Nothing of it is recorded before `returns.apply`. */
export const lookedAtFolderSchema = z.strictObject({
  /** The folder as a person knows it; never sent back. */
  folder: z.string(),
  /** Looked at again and again until it is let go; else once, until every file in it has come to rest. */
  keeps: z.boolean(),
  /** Nothing more comes by itself: a folder looked at once was read to its end. */
  finished: z.boolean(),
  /** Why nothing can be read now; looking goes on and this passes when the cause does. */
  problem: problemSchema.nullable(),
  lookedAt: momentSchema.nullable(),
  /** While files are being read. */
  reading: z.strictObject({ done: z.int().min(0), total: z.int().min(1) }).nullable(),
  /** Files that are there and not read yet; the first twenty of `waitingCount`. */
  waiting: z.array(waitingFileSchema).max(20),
  waitingCount: z.int().min(0),
  /** Returns found in the folder that the session holds already. */
  held: z.int().min(0),
  /** Returns that were put aside; they are not offered again. */
  aside: z.int().min(0),
  /** Links in the folder, none of which is ever followed. */
  links: z.int().min(0),
  batchId: idSchema,
  /** The last arrival in `lines`; what comes later is not applied with them. */
  upTo: z.int().min(0),
  /** What is new. */
  lines: z.array(intakeLineSchema),
});
export type LookedAtFolder = z.infer<typeof lookedAtFolderSchema>;

/** Bringing returns in: piece by piece from the screen, from a folder, or one the system handed over. */
export const intakeContract = {
  /** An empty batch, to be filled with `add`, read with `report`, taken with `returns.apply` or let go with `drop`. */
  open: operation.input(sessionId).output(z.strictObject({ batchId: idSchema })),
  /** Reads some files into the batch. A cancelled call leaves what was read whole; nothing is recorded. */
  add: operation
    .input(batch.extend({ files: z.array(binaryFileSchema).min(1).max(200) }))
    .output(z.strictObject({ count: z.int().min(0) })),
  /** What every file of the batch is, judged together. */
  report: operation.input(batch).output(z.strictObject({ upTo: z.int().min(0), lines: z.array(intakeLineSchema) })),
  /** Forgets a batch. Nothing happens where there is none. */
  drop: operation.input(batch).output(z.strictObject({})),

  /** Only where `capabilities.folders` is `typed`: a folder by the path a person typed. Throws `intake.noSuchFolder`, `intake.notAbsolute`, `intake.notAFolder`. */
  nameFolder: operation
    .input(z.strictObject({ path: z.string().min(1).max(4_096) }))
    .output(z.strictObject({ folderId: idSchema, folder: z.string() })),
  /** Begins to look at a folder that a person named in this run of the program. What was looked at before for this session is let go. */
  look: operation.input(sessionId.extend({ folderId: idSchema, keeps: z.boolean() })).output(lookedAtFolderSchema),
  /** The folder looked at for this session; a folder kept from an earlier run is taken up again. Null when there is none. */
  folder: operation.input(sessionId).output(lookedAtFolderSchema.nullable()),
  /** Puts what is new aside: it is not offered again, here or in a later run, until `lookAgain`. */
  putAside: operation.input(sessionId.extend({ upTo: z.int().min(0) })).output(z.strictObject({})),
  /** Offers what was put aside once more. */
  lookAgain: operation.input(sessionId).output(z.strictObject({})),
  /** Looks no longer. */
  letGo: operation.input(sessionId).output(z.strictObject({})),

  /** The session a return file was sealed for; null when no session on this computer has the key. */
  sessionOf: operation
    .input(z.strictObject({ file: binaryFileSchema }))
    .output(z.strictObject({ sessionId: idSchema.nullable() })),
};

/** A session's keys on their way to a second secretary's computer. */
export const keysContract = {
  /** Seals the session's keys into a file. The passphrase is told here and never again. Logged. */
  export: operation
    .input(sessionId)
    .output(z.strictObject({ file: binaryFileSchema, passphrase: z.string(), standing: standingSchema })),
  /** A slip with that passphrase, as PDF. */
  slip: operation
    .input(sessionId.extend({ fileName: z.string().max(255), passphrase: z.string().max(200) }))
    .output(binaryFileSchema),
  /** Opens a key file and keeps its keys in this computer's vault. Logged. */
  import: operation
    .input(z.strictObject({ file: binaryFileSchema, passphrase: z.string().max(200) }))
    .output(z.strictObject({ sessionId: idSchema, outcome: z.enum(['taken', 'unchanged']) })),
  /**
   * The keys are lost for good: makes others. Throws `keys.stillHere` while the old ones open on this computer, `keys.noneYet`, the vault's
   * problems. Logged with its reason; not to be undone.
   */
  renew: operation
    .input(sessionId.extend({ reason: z.string().trim().min(1).max(1_000) }))
    .output(z.strictObject({ standing: standingSchema })),
  /** Can this computer open the session's returns? `elsewhere`: the keys that lie here belong to another computer's vault. */
  standing: operation
    .input(sessionId)
    .output(z.strictObject({ state: z.enum(['none', 'here', 'locked', 'lost', 'elsewhere']) })),
};

/** How far a long operation is that was given this id by the screen; null while it says nothing. */
export const jobProgressSchema = z.strictObject({
  /** `write`: putting files on the disk; the others as in src-main/exchange/progress.ts. */
  phase: z.enum(['deriving', 'sealing', 'opening', 'checking', 'writing']),
  done: z.number().min(0),
  total: z.number().min(0).nullable(),
});
export type JobProgress = z.infer<typeof jobProgressSchema>;

export const jobsContract = {
  progress: operation.input(z.strictObject({ jobId: idSchema })).output(jobProgressSchema.nullable()),
  /** Asks a job to stop. Its own answer says whether it did (`jobs.cancelled`) or was done before. */
  cancel: operation.input(z.strictObject({ jobId: idSchema })).output(z.strictObject({})),
};
