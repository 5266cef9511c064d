import { z } from 'zod';
import { ProblemError } from '#domain/contract/problems.ts';
import type { KeyProtection } from '#main/application/ports.ts';
import { memberKeysSchema, newMemberKeys, type MemberKeys } from '#main/exchange/keys.ts';
import type { DocumentFiles } from '#main/store/document-files.ts';

const FILE = 'member-keys.json';

const fileSchema = z.strictObject({
  format: z.literal('hoidong-member-keys'),
  version: z.literal(1),
  /** `os`: sealed by the operating system for this user. `file`: kept by the file's owner-only mode alone, as the dossiers are. */
  protection: z.enum(['os', 'file']),
  keys: z.base64(),
});

/**
 * A member's keys for one seat. They bind the returns of one computer together and open nothing that isn't on it already, so where the
 * operating system protects nothing no further passphrase is asked of the member.
 */
export interface SeatKeys {
  /** Fresh keys, kept nowhere yet. */
  prepare(): Promise<MemberKeys>;
  /** Keeps the keys beside the workbook; resolves when the disk has them. */
  keep(files: DocumentFiles, keys: MemberKeys): Promise<void>;
  /** Throws `workbook.keyGone` when they are not there or can't be opened. */
  read(files: DocumentFiles): Promise<MemberKeys>;
}

export const createSeatKeys = (protection: KeyProtection | null): SeatKeys => ({
  prepare: () => newMemberKeys(),

  keep: async (files, keys) => {
    const secret = Buffer.from(JSON.stringify(keys), 'utf8');
    const kept = protection ? Buffer.from(await protection.protect(secret)) : secret;
    const file: z.infer<typeof fileSchema> = {
      format: 'hoidong-member-keys',
      version: 1,
      protection: protection ? 'os' : 'file',
      keys: kept.toString('base64'),
    };
    await files.put(FILE, Buffer.from(`${JSON.stringify(file)}\n`, 'utf8'));
  },

  read: async (files) => {
    const bytes = await files.read(FILE);
    if (!bytes) throw new ProblemError('workbook.keyGone');
    try {
      const file = fileSchema.parse(JSON.parse(bytes.toString('utf8')));
      const kept = Buffer.from(file.keys, 'base64');
      if (file.protection === 'os' && !protection) throw new ProblemError('workbook.keyGone');
      const secret = file.protection === 'os' && protection ? Buffer.from(await protection.unprotect(kept)) : kept;
      return memberKeysSchema.parse(JSON.parse(secret.toString('utf8')));
    } catch {
      // Damaged, or sealed by another user or computer: for the member all the same, and the way out is the same.
      throw new ProblemError('workbook.keyGone');
    }
  },
});
