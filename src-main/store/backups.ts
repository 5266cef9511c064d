import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '#domain/contract/base.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { backupsToKeep } from '#domain/journal/backup-rotation.ts';
import type { AnyArchive } from './any-archive.ts';
import type { DocumentName } from './archive-index.ts';
import { sha256 } from './digest.ts';
import { BackupObjects } from './backup-objects.ts';
import {
  setSchema,
  type BackedUp,
  type BackupReport,
  type BackupSet,
  type BackupSummary,
  type GoodBackup,
  type RestoreReport,
} from './backup-set.ts';
import { documentIds, installDocument, readDocumentFolder, signatureOf, type FolderFile } from './document-folder.ts';
import { makeFolder, makeSubfolder, replaceFile, syncFolder } from './durable-file.ts';
import { openSealed, sealedText } from './durable-json.ts';
import { journalName } from './journal-file.ts';
import { documentKinds, stampOf, type KindName } from './layout.ts';
import { isMissing, problemOf, withProblems } from './problems.ts';
import { installSharedFiles, readSharedFiles } from './shared-files.ts';

/** What the disk says of a file that no trying again brings back. */
const hopeless = new Set(['store.backupFileDamaged', 'store.folderGone', 'store.diskFault']);

/** Newest first; those that the clock says are still to come, made before it was set back, after all others. */
function newestFirst<Named extends { readonly set: BackupSet }>(sets: readonly Named[], now: string): readonly Named[] {
  const at = ({ set }: Named): readonly [boolean, string] => [set.made <= now, set.made];
  return [...sets].sort((a, b) => {
    const [isPast, made] = at(a);
    const [isOtherPast, otherMade] = at(b);
    if (isPast !== isOtherPast) return isPast ? -1 : 1;
    return made === otherMade ? 0 : made < otherMade ? 1 : -1;
  });
}

/** Backups of an archive in one folder: its own, or a second one that the user named (a stick, a network drive). */
export class BackupFolder {
  readonly folder: string;
  readonly #archive: AnyArchive;
  readonly #objects: BackupObjects;
  #work: Promise<unknown> = Promise.resolve();
  /** What the last reading of every byte found damaged: the next backup copies it anew where the archive still has it. */
  readonly #damaged = new Set<string>();
  /** The backup that was made last by this program. */
  #last: string | null = null;

  constructor(archive: AnyArchive, folder: string = archive.layout.backups) {
    this.#archive = archive;
    this.folder = folder;
    this.#objects = new BackupObjects(join(folder, 'objects'));
  }

  /**
   * Makes a backup: copies what changed since the last, reads back and verifies every byte that it wrote, and only then writes the
   * backup's list; then removes backups that their age has made needless. Runs one after another.
   */
  run(): Promise<BackupReport> {
    return this.#oneAtATime((goOn) => this.#run(goOn));
  }

  /** All backups that can be read, newest first. */
  async list(): Promise<readonly BackupSummary[]> {
    const found: BackupSummary[] = [];
    for (const name of await this.#names()) {
      const set = await this.#read(name);
      if (set === null) continue;
      const damaged = set.documents.filter(({ good }) => !good).length;
      found.push({ name, made: set.made, documents: set.documents.length, damaged });
    }
    return found;
  }

  /** What a backup holds. Throws `store.backupDamaged` or `store.backupMissing`. */
  async read(name: string): Promise<BackupSet> {
    const set = (await this.#names()).includes(name) ? await this.#read(name) : undefined;
    if (set === undefined) throw new ProblemError('store.backupMissing', { name });
    if (set === null) throw new ProblemError('store.backupDamaged', { name });
    return set;
  }

  /** The newest backup with a sound copy of a document, every byte of which still is as it was; null when there is none. */
  async newestGood(kind: KindName, id: string): Promise<GoodBackup | null> {
    const sets: { readonly name: string; readonly set: BackupSet }[] = [];
    for (const name of await this.#names()) {
      const set = await this.#read(name);
      if (set !== null) sets.push({ name, set });
    }
    for (const { name, set } of newestFirst(sets, this.#archive.environment.clock())) {
      const document = set.documents.find((one) => one.kind === kind && one.id === id);
      if (document?.good !== true) continue;
      const files = await Promise.all(document.files.map((file) => this.#objects.read(file.sha256).catch(() => null)));
      if (files.includes(null)) continue;
      return { name, made: set.made, seq: document.seq, at: document.at };
    }
    return null;
  }

  /** What lists show of a document in a backup; null where its copy can't be read. */
  async headOf(name: string, kind: KindName, id: string): Promise<unknown> {
    const document = (await this.read(name)).documents.find((one) => one.kind === kind && one.id === id);
    const journal = document?.files.find(({ path }) => path === journalName);
    const bytes = journal === undefined ? null : await this.#objects.read(journal.sha256).catch(() => null);
    return bytes === null ? null : this.#archive.collections[kind].headOfJournal(id, bytes);
  }

  /** Puts one document back as it was. What stands there now is kept (`RestoreReport.kept` says where). */
  restoreDocument(name: string, kind: KindName, id: string): Promise<RestoreReport> {
    return this.#oneAtATime(async (goOn) => {
      this.#archive.refuseUnlessWritable();
      const set = await this.read(name);
      const document = set.documents.find((one) => one.kind === kind && one.id === id);
      if (document === undefined) throw new ProblemError('store.notInBackup', { name, id });
      if (!document.good) throw new ProblemError('store.backupOfDamaged', { name, id });
      const report = await this.#restore(name, set, [document], [], goOn);
      const [skipped] = report.skipped;
      if (skipped !== undefined) throw new ProblemError(skipped.problem.code, skipped.problem.details);
      return report;
    });
  }

  /**
   * Puts every document of a backup back as it was; documents made since stay. What is replaced is kept. A document of which the backup
   * has no sound copy is left as it is and named.
   */
  restoreAll(name: string): Promise<RestoreReport> {
    return this.#oneAtATime(async (goOn) => {
      this.#archive.refuseUnlessWritable();
      const set = await this.read(name);
      return this.#restore(name, set, set.documents, set.shared, goOn);
    });
  }

  /** Reads every byte of every backup; tells what is missing or not as it was. */
  async verify(): Promise<readonly Problem[]> {
    const problems: Problem[] = [];
    const seen = new Map<string, boolean>();
    for (const name of await this.#names()) {
      const set = await this.#read(name);
      if (set === null) {
        problems.push({ code: 'store.backupDamaged', details: { name } });
        continue;
      }
      const wanted = filesOf(set);
      for (const { sha256: hash } of wanted) {
        if (!seen.has(hash)) {
          const isWhole = await this.#objects.read(hash).then(
            () => true,
            () => false,
          );
          if (!isWhole) this.#damaged.add(hash);
          seen.set(hash, isWhole);
        }
        if (seen.get(hash) === false)
          problems.push({ code: 'store.backupFileDamaged', details: { name, sha256: hash } });
      }
    }
    return problems;
  }

  async #run(goOn: () => void): Promise<BackupReport> {
    return this.#whileNoneLeaves(async () => {
      const { collections, environment, attachments } = this.#archive;
      await this.#archive.refuseUnlessThere();
      // Another folder than the archive's own may be a new one, as deep as the person named it.
      await (this.folder === this.#archive.layout.backups ? makeSubfolder : makeFolder)(this.folder);
      for (const folder of [this.#setsFolder, this.#objects.folder]) await makeSubfolder(folder);
      const before = await this.#newest();
      const problems: Problem[] = [];
      const documents: BackedUp[] = [];
      const unread: DocumentName[] = [];
      let changed = 0;
      let bytes = 0;
      for (const kind of documentKinds) {
        const known = new Map(before?.documents.filter((one) => one.kind === kind).map((one) => [one.id, one]));
        for (const id of await documentIds(collections[kind].folder)) {
          goOn();
          try {
            const folder = collections[kind].folderOf(id);
            const signature = await signatureOf(folder);
            const old = known.get(id);
            if (old?.signature === signature && (await this.#hasAll(old.files))) {
              documents.push(old);
              if (!old.good) problems.push(damageOf(old));
              continue;
            }
            changed += 1;
            const read = await readDocumentFolder(folder, kind, id);
            const files: BackedUp['files'] = [];
            for (const file of read.files) {
              const hash = sha256(file.bytes);
              bytes += await this.#objects.keep(hash, file.bytes);
              this.#damaged.delete(hash);
              files.push({ path: file.path, sha256: hash, size: file.bytes.length });
            }
            const { seq, at, hash, good } = read;
            const copied: BackedUp = { kind, id, seq, at, hash, good, signature, files };
            documents.push(copied);
            if (!good) problems.push(damageOf(copied));
          } catch (error) {
            // A document removed a moment ago is no problem; one that can't be read must not keep the others out.
            const problem = problemOf(error, id);
            if (problem.code === 'store.diskFull' || !(await collections[kind].has(id).catch(() => true))) {
              if (problem.code === 'store.diskFull') throw problem;
              continue;
            }
            unread.push({ kind, id });
            problems.push({ code: 'store.notBackedUp', details: { id, because: problem.code } });
          }
        }
      }
      const listed: { sha256: string; size: number }[] = [];
      for (const hash of await attachments.list()) {
        goOn();
        const path = attachments.path(hash);
        const { size } = await stat(path);
        try {
          bytes += await this.#objects.keepAttachment(attachments, hash, !this.#damaged.has(hash));
          this.#damaged.delete(hash);
          listed.push({ sha256: hash, size });
        } catch (error) {
          const problem = problemOf(error, path);
          if (problem.code === 'store.diskFull') throw problem;
          problems.push({ code: problem.code, details: problem.details });
        }
      }
      const shared: BackupSet['shared'] = [];
      for (const file of await readSharedFiles(this.#archive.layout.root)) {
        const hash = sha256(file.bytes);
        bytes += await this.#objects.keep(hash, file.bytes);
        shared.push({ path: file.path, sha256: hash, size: file.bytes.length });
      }
      // Pulled out in the middle, it would leave a list of what had been read until then.
      await this.#archive.refuseUnlessThere();
      const made = environment.clock();
      const name = await this.#freeName(made);
      await syncFolder(this.#objects.folder);
      const text = Buffer.from(
        sealedText({ format: 1, made, documents, attachments: listed, shared } satisfies BackupSet),
      );
      await replaceFile(this.#setPath(name), text);
      if (!(await readFile(this.#setPath(name))).equals(text)) throw new ProblemError('store.backupDamaged', { name });
      this.#last = name;
      await this.#rotate(made, [...documents.filter(({ good }) => !good), ...unread]);
      const firstOfDay = before?.made.slice(0, 10) !== made.slice(0, 10);
      return { name, documents: documents.length, changed, attachments: listed.length, bytes, problems, firstOfDay };
    });
  }

  async #restore(
    name: string,
    set: BackupSet,
    documents: readonly BackedUp[],
    sharedFiles: BackupSet['shared'],
    goOn: () => void,
  ): Promise<RestoreReport> {
    return this.#whileNoneLeaves(async () => {
      const { attachments, collections } = this.#archive;
      const there = new Set(await attachments.list());
      for (const { sha256: hash } of set.attachments) {
        if (there.has(hash)) continue;
        goOn();
        const bytes = await this.#objects.read(hash).catch((error: unknown) => problemOf(error, this.folder));
        if (Buffer.isBuffer(bytes)) await attachments.put(bytes);
        else if (hopeless.has(bytes.code)) {
          // One dossier that is lost here, too, is no reason to leave every session lost.
          this.#archive.environment.notice?.({ code: 'store.backupFileDamaged', details: { ...bytes.details, name } });
        } else throw bytes;
      }
      const restored: RestoreReport['restored'][number][] = [];
      const skipped: RestoreReport['skipped'][number][] = [];
      let unchanged = 0;
      for (const { kind, id, files, good } of documents) {
        goOn();
        const leave = (code: string, details: Problem['details']) =>
          skipped.push({ kind, id, problem: { code, details } });
        if (!good) {
          leave('store.backupOfDamaged', { name, id });
          continue;
        }
        try {
          // Everything is read and verified before anything that is there is touched.
          const wanted = await this.#filesOf(files);
          if (await isAlready(collections[kind].folderOf(id), kind, id, wanted)) unchanged += 1;
          else restored.push({ kind, id, kept: await installDocument(this.#archive, kind, id, wanted) });
        } catch (error) {
          const { code, details } = problemOf(error, id);
          if (code !== 'store.backupFileDamaged') throw error;
          leave(code, { ...details, name });
        }
      }
      const shared = await installSharedFiles(this.#archive, await this.#filesOf(sharedFiles));
      await this.#archive.writeIndex();
      return { restored, unchanged, skipped, shared };
    });
  }

  #filesOf(files: readonly { readonly path: string; readonly sha256: string }[]): Promise<FolderFile[]> {
    return Promise.all(files.map(async (file) => ({ path: file.path, bytes: await this.#objects.read(file.sha256) })));
  }

  /** Removes backups by age, but never the last sound copy of one of the `troubled` documents, which could not be copied soundly now. */
  async #rotate(now: string, troubled: readonly DocumentName[]): Promise<void> {
    const sets: { readonly name: string; readonly set: BackupSet }[] = [];
    let areAllRead = true;
    for (const name of await this.#names()) {
      const set = await this.#read(name);
      if (set === null) areAllRead = false;
      else sets.push({ name, set });
    }
    const kept = backupsToKeep(
      sets.map(({ set }) => set.made),
      now,
    );
    const needed = new Set(sets.filter(({ set }) => kept.has(set.made)).map(({ name }) => name));
    for (const { kind, id } of troubled) {
      const last = newestFirst(sets, now).find(({ set }) =>
        set.documents.some((one) => one.kind === kind && one.id === id && one.good),
      );
      if (last !== undefined) needed.add(last.name);
    }
    const needless = sets.filter(({ name }) => !needed.has(name));
    if (needless.length === 0) return;
    for (const { name } of needless) await rm(this.#setPath(name), { force: true });
    await syncFolder(this.#setsFolder);
    // One that can't be read may be wanted by somebody who can: it is left alone, and so are all files, as nobody knows which are its own.
    if (!areAllRead) return;
    const used = new Set(
      sets
        .filter(({ name }) => needed.has(name))
        .flatMap(({ set }) => filesOf(set))
        .map(({ sha256: hash }) => hash),
    );
    await this.#objects.removeAllBut(used);
  }

  #whileNoneLeaves<Result>(work: () => Promise<Result>): Promise<Result> {
    return withProblems(this.folder, () => this.#archive.attachments.whileNoneLeaves(work));
  }

  get #setsFolder(): string {
    return join(this.folder, 'sets');
  }

  #setPath(name: string): string {
    return join(this.#setsFolder, `${name}.json`);
  }

  async #freeName(made: string): Promise<string> {
    const taken = await this.#names();
    const wanted = stampOf(made);
    let free = wanted;
    for (let count = 2; taken.includes(free); count += 1) free = `${wanted}-${count}`;
    return free;
  }

  /** Names of all backups, newest first. */
  async #names(): Promise<readonly string[]> {
    try {
      const names = await withProblems(this.#setsFolder, () => readdir(this.#setsFolder));
      return names
        .filter((name) => /^\d[\dTZ-]+\.json$/.test(name))
        .map((name) => name.slice(0, -'.json'.length))
        .sort()
        .reverse();
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'store.folderGone') return [];
      throw error;
    }
  }

  /** A backup's list; null where it is damaged, can't be read, or was removed a moment ago. */
  async #read(name: string): Promise<BackupSet | null> {
    const bytes = await readFile(this.#setPath(name)).catch(() => null);
    const parsed = setSchema.safeParse(bytes === null ? undefined : openSealed(bytes));
    return parsed.success ? parsed.data : null;
  }

  /** The backup that was written last, whatever the clock said: what changed since is told by it. */
  async #newest(): Promise<BackupSet | null> {
    for (const name of this.#last === null ? await this.#names() : [this.#last, ...(await this.#names())]) {
      const set = await this.#read(name);
      if (set !== null) return set;
    }
    return null;
  }

  async #hasAll(files: BackedUp['files']): Promise<boolean> {
    return !files.some((file) => this.#damaged.has(file.sha256)) && this.#objects.hasAll(files);
  }

  #oneAtATime<Result>(work: (goOn: () => void) => Promise<Result>): Promise<Result> {
    const result = this.#work.then(() => this.#archive.whileOpen(work));
    this.#work = result.catch(() => undefined);
    return result;
  }
}

function filesOf(set: BackupSet): readonly { readonly sha256: string }[] {
  return [...set.documents.flatMap(({ files }) => files), ...set.attachments, ...set.shared];
}

function damageOf({ id, seq, at }: BackedUp): Problem {
  return { code: 'store.damaged', details: { id, seq, at } };
}

async function isAlready(
  folder: string,
  kind: KindName,
  id: string,
  wanted: readonly { readonly path: string; readonly bytes: Buffer }[],
): Promise<boolean> {
  try {
    const now = await readDocumentFolder(folder, kind, id);
    return (
      now.good &&
      now.files.length === wanted.length &&
      now.files.every((file) => wanted.find(({ path }) => path === file.path)?.bytes.equals(file.bytes) === true)
    );
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
