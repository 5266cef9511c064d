import { link, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#domain/contract/problems.ts';
import type { Attachments } from './attachments.ts';
import { hashOf, sha256 } from './digest.ts';
import { replaceFile, replaceFileByCopy } from './durable-file.ts';
import { errnoOf, isMissing, withProblems } from './problems.ts';

/** Files of backups, each kept once under the SHA-256 of its bytes and read back after it is written. */
export class BackupObjects {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Whether all of these are there with their length; their bytes are not read. */
  async hasAll(files: readonly { readonly sha256: string; readonly size: number }[]): Promise<boolean> {
    try {
      for (const { sha256: hash, size } of files) {
        if ((await stat(join(this.folder, hash))).size !== size) return false;
      }
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  /** Keeps some bytes and reads them back; resolves with how many had to be written. */
  async keep(hash: string, bytes: Buffer): Promise<number> {
    const path = join(this.folder, hash);
    const whole = await readFile(path).then(
      (there) => there.equals(bytes),
      () => false,
    );
    if (whole) return 0;
    await replaceFile(path, bytes);
    if (!(await readFile(path)).equals(bytes))
      throw new ProblemError('store.backupFileDamaged', { name: '', sha256: hash });
    return bytes.length;
  }

  /** Keeps an attachment of an archive, unless it is kept and `isTrusted`; resolves with how many bytes had to be written. */
  async keepAttachment(attachments: Attachments, hash: string, isTrusted: boolean): Promise<number> {
    const kept = join(this.folder, hash);
    const isThere = await stat(kept).then(
      () => true,
      (error: unknown) => {
        if (isMissing(error)) return false;
        throw error;
      },
    );
    if (isThere && (isTrusted || (await isWhole(kept, hash)))) return 0;
    const size = await attachments.verify(hash);
    // What is there and not whole may be the archive's own bytes by a second name, as they were: it makes room.
    if (isThere) await rm(kept);
    try {
      // Attachments never change, so on one disk a second name is as good as a copy and takes no room.
      await link(attachments.path(hash), kept);
      return 0;
    } catch (error) {
      const errno = errnoOf(error) ?? '';
      if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK', 'ENOSYS', 'EACCES', 'EINVAL'].includes(errno)) throw error;
    }
    await replaceFileByCopy(kept, attachments.path(hash));
    if ((await hashOf(kept)) !== hash) throw new ProblemError('store.backupFileDamaged', { name: '', sha256: hash });
    return size;
  }

  /** The bytes. Throws `store.backupFileDamaged` when they are not what was kept, and what the disk answers otherwise. */
  async read(hash: string): Promise<Buffer> {
    const bytes = await withProblems(this.folder, () => readFile(join(this.folder, hash)));
    if (sha256(bytes) !== hash) throw new ProblemError('store.backupFileDamaged', { name: '', sha256: hash });
    return bytes;
  }

  /** Removes everything that is not named. */
  async removeAllBut(used: ReadonlySet<string>): Promise<void> {
    for (const hash of await readdir(this.folder)) {
      if (!used.has(hash)) await rm(join(this.folder, hash), { force: true });
    }
  }
}

async function isWhole(path: string, hash: string): Promise<boolean> {
  try {
    return (await hashOf(path)) === hash;
  } catch {
    // It can't be read, which is as bad.
    return false;
  }
}
