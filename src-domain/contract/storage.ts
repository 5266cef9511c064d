import { z } from 'zod';
import { operation, problemSchema } from '#domain/contract/base.ts';
import { binaryFileSchema } from '#domain/contract/binary.ts';
import { incomingFileSchema } from '#domain/contract/incoming.ts';
import { idSchema } from '#domain/session/state.ts';

/** `own`: in the data folder itself. `second`: the folder that a person named, on a stick or a network drive. */
export const backupPlaceSchema = z.enum(['own', 'second']);
export type BackupPlace = z.infer<typeof backupPlaceSchema>;

const documentSchema = z.strictObject({ kind: z.enum(['session', 'workbook', 'pack']), id: idSchema });
export type StoredDocument = z.infer<typeof documentSchema>;
/** As people know it: the council's name, for a workbook with the member's, the title of a regulation pack; empty where neither is known. */
const named = documentSchema.extend({ name: z.string() });

const backupSchema = z.strictObject({
  name: z.string(),
  made: z.string(),
  documents: z.int().min(0),
  /** Documents whose journal was damaged already when it was copied. */
  damaged: z.int().min(0),
});
export type Backup = z.infer<typeof backupSchema>;

const runSchema = z.strictObject({
  at: z.string(),
  /** Why no backup was made; null when one was. */
  failed: problemSchema.nullable(),
  documents: z.int().min(0),
  /** Documents that had changed since the backup before. */
  changed: z.int().min(0),
  /** Documents and attachments that could not be copied soundly. */
  problems: z.array(problemSchema),
});
export type BackupRun = z.infer<typeof runSchema>;

const checkSchema = z.strictObject({ at: z.string(), problems: z.array(problemSchema) });

export const backupFolderSchema = z.strictObject({
  place: backupPlaceSchema,
  /** For the person to read. */
  path: z.string(),
  /** Why the folder can't be used now (a stick that is not plugged in …); null when it can. */
  problem: problemSchema.nullable(),
  /** On the same disk as the data: no help should that disk break. */
  sameDisk: z.boolean(),
  /** Newest first; each was read back and verified when it was made. */
  backups: z.array(backupSchema),
  /** The last run since the program was started; null before the first. */
  lastRun: runSchema.nullable(),
  /** The last time every byte of every backup was read again since the program was started; null before the first. */
  checked: checkSchema.nullable(),
});
export type BackupFolderState = z.infer<typeof backupFolderSchema>;

const place = z.strictObject({ place: backupPlaceSchema });
const backup = place.extend({ name: z.string().max(120) });

export const importOutcomeSchema = z.enum(['added', 'same', 'older', 'newer', 'replaced', 'conflict']);
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

/**
 * What becomes of the keys: `none` (no vault there), `same`, `taken` (the vault came over; its passphrase opens it), `other` (this computer
 * has a vault of its own, so returns to packages from the other computer can't be opened here).
 */
export const keysOutcomeSchema = z.enum(['none', 'same', 'taken', 'other']);

/** Where the data stands, its backups, its way to another computer, and the way out of damage. */
export const storageContract = {
  backups: operation.output(
    z.strictObject({
      folders: z.array(backupFolderSchema),
      /** The host has a dialog for folders; else a person types the path. */
      folderDialog: z.boolean(),
    }),
  ),
  backUp: operation.input(place).output(runSchema),
  /** Reads every byte of every backup of a folder. */
  check: operation.input(place).output(checkSchema),
  /** Asks for the second folder in the host's own dialog. */
  chooseSecondFolder: operation.output(z.strictObject({ chosen: z.boolean() })),
  /** Names the second folder by its path; refused by hosts that have a dialog for it. */
  nameSecondFolder: operation.input(z.strictObject({ path: z.string().min(1).max(4_000) })).output(z.strictObject({})),
  /** Backups are no longer made there; those that are there stay. */
  forgetSecondFolder: operation.output(z.strictObject({})),
  /** What a backup holds, beside what is here now. */
  contents: operation.input(backup).output(
    z.strictObject({
      made: z.string(),
      documents: z.array(
        named.extend({
          seq: z.int().min(0),
          at: z.string().nullable(),
          /** False when the copy was damaged from the start: it is not restored. */
          good: z.boolean(),
          now: z.enum(['same', 'different', 'gone']),
        }),
      ),
      attachments: z.int().min(0),
    }),
  ),
  /** Puts one document back, or every one. What is here is kept first; `kept` says where. */
  restore: operation.input(backup.extend({ document: documentSchema.nullable() })).output(
    z.strictObject({
      restored: z.array(named.extend({ kept: z.string().nullable() })),
      unchanged: z.int().min(0),
      skipped: z.array(named.extend({ problem: problemSchema })),
      keys: keysOutcomeSchema,
    }),
  ),

  /** Writes the whole archive into one file: where the person chose to have it, or as a file to download. Null when cancelled. */
  export: operation.output(
    z
      .strictObject({
        place: z.string().nullable(),
        file: binaryFileSchema.nullable(),
        documents: z.int().min(0),
        attachments: z.int().min(0),
        damaged: z.array(named),
        /** `os`: the keys stay behind, as only this account of this computer can open them. */
        keys: z.enum(['none', 'passphrase', 'os']),
      })
      .nullable(),
  ),
  /**
   * Reads such a file and says what it holds, changing nothing; without a file that was handed over the host asks for one. Null when
   * cancelled.
   */
  previewImport: operation.input(z.strictObject({ file: incomingFileSchema.nullable() })).output(
    z
      .strictObject({
        batchId: idSchema,
        made: z.string(),
        lines: z.array(named.extend({ outcome: importOutcomeSchema })),
        attachments: z.int().min(0),
      })
      .nullable(),
  ),
  /** Takes over what was previewed. `takeTheirs`: where both sides parted ways the file's version stands, and what was here is kept. */
  import: operation.input(z.strictObject({ batchId: idSchema, takeTheirs: z.boolean() })).output(
    z.strictObject({
      lines: z.array(named.extend({ outcome: importOutcomeSchema, kept: z.string().nullable() })),
      keys: keysOutcomeSchema,
    }),
  ),

  /** Every document that takes no changes of itself, as far as it is known: damaged, of a newer program. */
  troubled: operation.output(z.array(named.extend({ problem: problemSchema }))),
  /** What is wrong with one document and the ways out; null for a sound one. */
  damage: operation.input(documentSchema).output(
    named
      .extend({
        problem: problemSchema,
        /** Number and time of the last change that can be read. */
        seq: z.int().min(0),
        at: z.string().nullable(),
        /** Null where nothing is lost. */
        lost: z
          .strictObject({ events: z.int().min(0), firstAt: z.string().nullable(), lastAt: z.string().nullable() })
          .nullable(),
        /** The newest backup with a sound copy. */
        backup: backup.extend({ made: z.string(), seq: z.int().min(0), at: z.string().nullable() }).nullable(),
      })
      .nullable(),
  ),
  /** Goes on from the last good change; the damaged folder is kept where `kept` says. */
  continueFromGood: operation.input(documentSchema).output(z.strictObject({ kept: z.string().nullable() })),
  /** Closes a document and reads it anew from the disk. */
  reopen: operation.input(documentSchema).output(z.strictObject({})),

  /** What the store noticed since the start and a person should know, each once: a cut tail, a new index, a backup that failed. */
  notices: operation.output(
    z.array(z.strictObject({ number: z.int().min(1), at: z.string(), problem: problemSchema })),
  ),
  dismissNotices: operation.input(z.strictObject({ upTo: z.int().min(1) })).output(z.strictObject({})),
  /**
   * The next time the page is loaded the data folder is opened for writing, although another computer left it open. Refused unless that
   * is why it is read-only.
   */
  takeOver: operation.output(z.strictObject({})),
};
