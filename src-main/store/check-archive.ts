import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '#domain/contract/base.ts';
import { sameJson } from '#domain/journal/plain-json.ts';
import { replay } from '#domain/journal/replay.ts';
import type { ArchiveIndex } from './archive-index.ts';
import { BackupFolder } from './backups.ts';
import { documentIds } from './document-folder.ts';
import type { DocumentCollection } from './document-collection.ts';
import type { Archive } from './document-store.ts';
import { openSealed } from './durable-json.ts';
import type { JournaledDocument } from './journaled-document.ts';
import { snapshotName } from './snapshot-keeper.ts';
import { isMissing, problemOf } from './problems.ts';
import { removeUnnamedAttachments } from './unnamed-attachments.ts';

/** What a new index puts right. */
export const indexCodes: ReadonlySet<string> = new Set(['store.indexWrong', 'store.indexDamaged']);

/** One thing that is not as it must be, and where. */
export interface Finding {
  /** `session <id>`, `attachment <hash>`, `index`, `backup <name>`, … */
  readonly where: string;
  readonly problem: Problem;
}

/** What a check looked at and found. */
export interface CheckReport {
  readonly documents: number;
  readonly entries: number;
  readonly attachments: number;
  readonly backups: number;
  readonly findings: readonly Finding[];
  /** Whether the index was made anew. */
  readonly indexFixed: boolean;
  /** Attachments that nothing had named for a week, and that were removed. */
  readonly unnamedRemoved: number;
}

/**
 * Reads everything there is and verifies it: every line of every journal, the state that it gives against its snapshot, its index entry
 * and the kind's invariants, every attachment and every backup. Changes nothing, unless `fixIndex` asks for a new index; then
 * attachments that nothing has named for long are removed as well, provided that everything else is sound.
 */
export async function checkArchive<S, SE, SH, W, WE, WH>(
  archive: Archive<S, SE, SH, W, WE, WH>,
  options: { readonly fixIndex?: boolean } = {},
): Promise<CheckReport> {
  const findings: Finding[] = [];
  const { index, unknown: unread } = await archive.readIndexFile();
  const unknown = new Set(unread.map(({ kind, id }) => `${kind} ${id}`));
  if (index.rejected === 'damaged') {
    findings.push({ where: 'index', problem: { code: 'store.indexDamaged', details: {} } });
  }
  const sessions = await checkCollection(index, archive.sessions, unknown, findings);
  const workbooks = await checkCollection(index, archive.workbooks, unknown, findings);
  const packs = await checkCollection(index, archive.packs, unknown, findings);

  const hashes = await archive.attachments.list();
  for (const hash of hashes) {
    try {
      await archive.attachments.verify(hash);
    } catch (error) {
      const { code, details } = problemOf(error, hash);
      findings.push({ where: `attachment ${hash}`, problem: { code, details } });
    }
  }
  const backups = new BackupFolder(archive);
  for (const problem of await backups.verify()) findings.push({ where: 'backups', problem });

  const isFixing = options.fixIndex === true && archive.readOnly === null;
  if (isFixing) await archive.rebuildIndex();
  const isSound = findings.every(({ problem }) => indexCodes.has(problem.code));
  const unnamedRemoved = isFixing && isSound ? await removeUnnamedAttachments(archive) : 0;
  return {
    documents: sessions.documents + workbooks.documents + packs.documents,
    entries: sessions.entries + workbooks.entries + packs.entries,
    attachments: hashes.length,
    backups: (await backups.list()).length,
    findings,
    indexFixed: isFixing,
    unnamedRemoved,
  };
}

async function checkCollection<State, Event, Head>(
  index: ArchiveIndex,
  collection: DocumentCollection<State, Event, Head>,
  unknown: ReadonlySet<string>,
  findings: Finding[],
): Promise<{ readonly documents: number; readonly entries: number }> {
  const ids = await documentIds(collection.folder);
  let entries = 0;
  for (const id of ids) {
    const where = `${collection.kind.name} ${id}`;
    const found = (code: string, details: Problem['details'] = {}): void => {
      findings.push({ where, problem: { code, details: { id, ...details } } });
    };
    try {
      const document = await collection.peek(id);
      if (document === null) {
        found('store.notFound');
        continue;
      }
      entries += document.seq;
      const { status } = document;
      if (status.kind === 'readOnly' && status.problem.code !== 'store.openedReadOnly') {
        findings.push({ where, problem: status.problem });
      }
      await checkDocument(collection, document, found);
      const record = index.of(collection.kind.name).get(id);
      if (
        !unknown.has(where) &&
        record !== undefined &&
        !sameJson(plain(record), plain(collection.recordOf(document)))
      ) {
        found('store.indexWrong');
      }
      await document.close();
    } catch (error) {
      const { code, details } = problemOf(error, id);
      found(code, details);
    }
  }
  return { documents: ids.length, entries };
}

async function checkDocument<State, Event, Head>(
  collection: DocumentCollection<State, Event, Head>,
  document: JournaledDocument<State, Event>,
  found: (code: string, details?: Problem['details']) => void,
): Promise<void> {
  const { kind } = collection;
  const replayed = replay(kind, document.entries());
  if (!sameJson(plain(replayed.state), plain(document.state))) found('store.snapshotWrong', { seq: document.seq });
  for (const reason of kind.invariants(replayed.state)) found('store.invariantBroken', { reason });
  try {
    const snapshot = await readFile(join(document.folder, snapshotName));
    if (openSealed(snapshot) === undefined) found('store.snapshotDamaged');
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** As it would be read from a file: what JSON has no word for is gone. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
