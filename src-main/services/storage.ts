import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '#domain/contract/base.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { StoredDocument } from '#domain/contract/storage.ts';
import type { OwnPackHead } from '#domain/own-pack/head.ts';
import type { SessionHead } from '#domain/session/head.ts';
import type { WorkbookHead } from '#domain/workbook/head.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { NoticeBoard } from '#main/application/notice-board.ts';
import type { PlaceDialogs } from '#main/application/ports.ts';
import type { Services } from '#main/application/services.ts';
import type { Incoming } from '#main/services/incoming.ts';
import type { BackupKeeper } from '#main/services/backup-keeper.ts';
import { stateName } from '#main/store/archive-index.ts';
import { damageOf } from '#main/store/damage.ts';
import { continueFromGood } from '#main/store/document-folder.ts';
import { makeSubfolder } from '#main/store/durable-file.ts';
import { documentKinds, stampOf } from '#main/store/layout.ts';
import type { SharedOutcome } from '#main/store/shared-files.ts';
import { exportArchive, importArchive, previewImport } from '#main/store/transfer.ts';

export type StorageDeps = {
  readonly archive: HoidongArchive;
  readonly keeper: BackupKeeper;
  readonly notices: NoticeBoard;
  readonly dialogs: PlaceDialogs | null;
  readonly incoming: Pick<Incoming, 'claim'>;
  readonly keys: () => Promise<'none' | 'passphrase' | 'os'>;
  /** Null unless the data folder is read-only because another computer left it open. */
  readonly takeOver: (() => void) | null;
  readonly clock: () => Date;
  readonly ids: () => string;
};

const nameOf = ({ kind }: Pick<StoredDocument, 'kind'>, head: unknown): string => {
  if (head === null || head === undefined) return '';
  // Heads are made by the kinds that this program opened its archive with.
  if (kind === 'session') return (head as SessionHead).name.trim();
  if (kind === 'pack') return (head as OwnPackHead).title.trim();
  const { councilName, memberName } = head as WorkbookHead;
  return [councilName, memberName].filter((part) => part.trim() !== '').join(' · ');
};

/** Every document by kind and id: how it stands and what people call it. */
type Heads = ReadonlyMap<string, { readonly state: string | null; readonly name: string }>;

/** A problem that names a document by its id, with the name that people know; as it is where there is none. */
const withName = ({ code, details }: Problem, heads: Heads): Problem => {
  const { id } = details;
  const name = documentKinds.map((kind) => heads.get(`${kind} ${String(id)}`)?.name ?? '').find((one) => one !== '');
  return { code, details: name === undefined ? details : { ...details, name } };
};

const vaultOutcomes = { added: 'taken', same: 'same', keptHere: 'other' } as const;
const keysOutcome = (shared: readonly SharedOutcome[]): 'none' | 'same' | 'taken' | 'other' => {
  const vault = shared.find(({ path }) => path === 'vault.json');
  return vault === undefined ? 'none' : vaultOutcomes[vault.outcome];
};

export const createStorageService = (deps: StorageDeps): Services['storage'] => {
  const { archive, keeper, notices, dialogs, incoming, clock, ids } = deps;
  /** The file that was previewed last, and whether it is a copy of ours. */
  let previewed: { readonly batchId: string; readonly path: string; readonly ours: boolean } | null = null;
  const names = new Map<string, string>();

  const headsOf = async (): Promise<Heads> => {
    await archive.sessions.list();
    await archive.workbooks.list();
    await archive.packs.list();
    return new Map(
      documentKinds.flatMap((kind) =>
        [...archive.index.of(kind)].map(
          // A damaged document is never as it is in a backup.
          ([id, { state, head, problem }]) =>
            [`${kind} ${id}`, { state: problem === null ? state : null, name: nameOf({ kind }, head) }] as const,
        ),
      ),
    );
  };
  const dropPreviewed = async (): Promise<void> => {
    if (previewed?.ours === true) await rm(previewed.path, { force: true });
    previewed = null;
  };
  const named = <Line extends StoredDocument>(
    lines: readonly Line[],
    heads: Heads,
  ): (Line & { readonly name: string })[] =>
    lines.map((line) => ({ ...line, name: heads.get(`${line.kind} ${line.id}`)?.name ?? names.get(line.id) ?? '' }));

  return {
    backups: async () => {
      const folders = await keeper.state();
      const isToName = folders.some(({ lastRun }) => (lastRun?.problems.length ?? 0) > 0);
      const heads: Heads = isToName ? await headsOf() : new Map();
      return {
        folders: folders.map((folder) => ({
          ...folder,
          lastRun: folder.lastRun && {
            ...folder.lastRun,
            problems: folder.lastRun.problems.map((one) => withName(one, heads)),
          },
        })),
        folderDialog: dialogs !== null,
      };
    },
    backUp: ({ place }) => keeper.run(place),
    check: ({ place }) => keeper.check(place),
    chooseSecondFolder: async () => {
      archive.refuseUnlessWritable();
      const chosen = (await dialogs?.chooseFolder()) ?? null;
      if (chosen !== null) await keeper.nameSecond(chosen);
      return { chosen: chosen !== null };
    },
    nameSecondFolder: async ({ path }) => {
      // Where there is a dialog, paths never come from the page.
      if (dialogs !== null) throw new ProblemError('store.folderByDialog');
      await keeper.nameSecond(path.trim());
      return {};
    },
    forgetSecondFolder: async () => {
      await keeper.forgetSecond();
      return {};
    },

    contents: async ({ place, name }) => {
      const folder = await keeper.folder(place);
      const { made, documents, attachments } = await folder.read(name);
      const heads = await headsOf();
      const lines = documents.map(async ({ kind, id, seq, at, hash, good }) => {
        const here = heads.get(`${kind} ${id}`);
        const shown = here?.name || nameOf({ kind }, await folder.headOf(name, kind, id));
        const now = here === undefined ? 'gone' : here.state === stateName(hash) ? 'same' : 'different';
        return { kind, id, name: shown, seq, at, good, now } as const;
      });
      return { made, documents: await Promise.all(lines), attachments: attachments.length };
    },
    restore: async ({ place, name, document }) => {
      const folder = await keeper.folder(place);
      const report = await (document === null
        ? folder.restoreAll(name)
        : folder.restoreDocument(name, document.kind, document.id));
      const heads = await headsOf();
      return {
        restored: named(report.restored, heads),
        unchanged: report.unchanged,
        skipped: named(report.skipped, heads),
        keys: keysOutcome(report.shared),
      };
    },

    export: async () => {
      const name = `HoiDong-${stampOf(clock().toISOString()).slice(0, 16)}.zip`;
      let path: string | null;
      if (dialogs === null) {
        archive.refuseUnlessWritable();
        await archive.refuseUnlessThere();
        await makeSubfolder(archive.layout.incoming);
        path = join(archive.layout.incoming, name);
      } else path = await dialogs.chooseNewFile(name);
      if (path === null) return null;
      const { documents, attachments, damaged } = await exportArchive(archive, path);
      const heads = await headsOf();
      return {
        place: dialogs === null ? null : path,
        file: dialogs === null ? new File([await openAsBlob(path)], name, { type: 'application/zip' }) : null,
        documents,
        attachments,
        damaged: named(damaged, heads),
        keys: await deps.keys(),
      };
    },
    previewImport: async ({ file }) => {
      archive.refuseUnlessWritable();
      await dropPreviewed();
      const batchId = ids();
      const chosen = file === null ? ((await dialogs?.chooseFile(['zip'])) ?? null) : incoming.claim(file.incomingId);
      if (chosen === null) return null;
      const { path, ours } = typeof chosen === 'string' ? { path: chosen, ours: false } : chosen;
      previewed = { batchId, path, ours };
      try {
        const { made, lines, attachments } = await previewImport(archive, path);
        const told = lines.map(({ kind, id, outcome, head }) => ({ kind, id, outcome, name: nameOf({ kind }, head) }));
        for (const { id, name } of told) names.set(id, name);
        return { batchId, made, lines: told, attachments };
      } catch (error) {
        await dropPreviewed();
        throw error;
      }
    },
    import: async ({ batchId, takeTheirs }) => {
      archive.refuseUnlessWritable();
      if (previewed?.batchId !== batchId) throw new ProblemError('store.importGone');
      const { lines, shared } = await importArchive(archive, previewed.path, { takeTheirs });
      await dropPreviewed();
      return { lines: named(lines, await headsOf()), keys: keysOutcome(shared) };
    },

    troubled: async () => {
      const sessions = (await archive.sessions.list()).map((one) => ({ kind: 'session' as const, ...one }));
      const workbooks = (await archive.workbooks.list()).map((one) => ({ kind: 'workbook' as const, ...one }));
      const packs = (await archive.packs.list()).map((one) => ({ kind: 'pack' as const, ...one }));
      return [...sessions, ...workbooks, ...packs].flatMap(({ kind, id, head, problem }) =>
        problem === null ? [] : [{ kind, id, name: nameOf({ kind }, head), problem }],
      );
    },
    damage: async ({ kind, id }) => {
      const damage = await damageOf(archive, kind, id);
      if (damage === null) return null;
      const { head, ...rest } = damage;
      const found = await Promise.all(
        (['own', 'second'] as const).map(async (place) => {
          // A folder that is not there now has nothing to offer now.
          const good = await keeper
            .folder(place)
            .then((folder) => folder.newestGood(kind, id))
            .catch(() => null);
          return good === null ? [] : [{ place, ...good }];
        }),
      );
      const backup = found.flat().sort((a, b) => b.seq - a.seq)[0] ?? null;
      return { kind, id, name: nameOf({ kind }, head), ...rest, backup };
    },
    continueFromGood: async ({ kind, id }) => ({ kept: await continueFromGood(archive, kind, id) }),
    reopen: async ({ kind, id }) => {
      const collection = archive.collections[kind];
      await collection.close(id);
      await collection.readIntoIndex(id);
      return {};
    },

    notices: async () => {
      const posted = notices.list();
      if (posted.length === 0) return [];
      const heads = await headsOf();
      return posted.map((one) => ({ ...one, problem: withName(one.problem, heads) }));
    },
    dismissNotices: ({ upTo }) => {
      notices.dismiss(upTo);
      return Promise.resolve({});
    },
    takeOver: () => {
      if (deps.takeOver === null) throw new ProblemError('store.cannotTakeOver');
      deps.takeOver();
      return Promise.resolve({});
    },
  };
};
