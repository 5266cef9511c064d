import type { Standing } from '#domain/contract/base.ts';
import type { PackEntry, PackVersionRef } from '#domain/contract/packs.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { applyOwnPack } from '#domain/own-pack/apply.ts';
import type { OwnPackEvent } from '#domain/own-pack/events.ts';
import { refuseOwnPackEvent } from '#domain/own-pack/refuse.ts';
import { latestOf, titleOf, type OwnPack } from '#domain/own-pack/state.ts';
import { diffPacks } from '#domain/regulation/diff-packs.ts';
import { versionOf } from '#domain/regulation/edit-pack.ts';
import type { Pack } from '#domain/regulation/pack.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { Services } from '#main/application/services.ts';
import { createDeedsOnce } from '#main/services/deeds-once.ts';
import { loadPacks } from '#main/services/pack-library.ts';
import { standingOf } from '#main/services/standing.ts';
import type { JournaledDocument } from '#main/store/journaled-document.ts';

/** The regulation packs that ship with the program. */
export interface PackShelf {
  /** Newest regime first, drafts and templates last. */
  list(): Promise<readonly Pack[]>;
}

/** The packs that ship with the program, read once; one that is refused is told to `onRefused` and left out. */
export const createPackShelf = (folder: string, onRefused: (fileName: string) => void): PackShelf => {
  let reading: Promise<readonly Pack[]> | null = null;
  return {
    list: () =>
      (reading ??= loadPacks(folder).then(({ packs, refused }) => {
        for (const { fileName } of refused) onRefused(fileName);
        return packs;
      })),
  };
};

type OwnPackDocument = JournaledDocument<OwnPack, OwnPackEvent>;

/** Who the journal says did it: the secretary's program. */
const actor = 'secretary';

const shippedEntry = (pack: Pack): PackEntry => ({
  origin: 'shipped',
  id: pack.id,
  title: pack.title,
  pack,
  base: null,
  versions: [{ version: pack.version, change: pack.change }],
  editing: false,
  problem: null,
});

const ownEntry = (own: OwnPack, problem: PackEntry['problem']): PackEntry => ({
  origin: 'own',
  id: own.id,
  title: titleOf(own),
  pack: latestOf(own),
  base: { id: own.base.id, version: own.base.version, title: own.base.title },
  versions: own.published.map(({ version, change }) => ({ version, change })),
  editing: own.draft !== null,
  problem,
});

/** One of which not a single entry can be read: it is named, so that nobody looks for it in vain. */
const unreadableEntry = (id: string, problem: NonNullable<PackEntry['problem']>): PackEntry => ({
  origin: 'own',
  id,
  title: id,
  pack: null,
  base: null,
  versions: [],
  editing: false,
  problem,
});

/** Every own pack of an archive. A damaged one keeps no other from being listed, and is listed with what is wrong and what can be read. */
export const listOwnPacks = async (archive: HoidongArchive): Promise<readonly PackEntry[]> => {
  const entries: PackEntry[] = [];
  for (const { id, problem } of await archive.packs.list()) {
    try {
      const document = await archive.packs.open(id);
      entries.push(
        document.seq === 0
          ? unreadableEntry(id, problem ?? { code: 'store.damaged', details: { id } })
          : ownEntry(document.state, problem),
      );
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      entries.push(unreadableEntry(id, { code: error.code, details: { ...error.details } }));
    }
  }
  return entries;
};

export type PacksDeps = {
  readonly archive: HoidongArchive;
  readonly shelf: PackShelf;
  readonly clock: () => Date;
  readonly ids: () => string;
};

export const createPacksService = ({ archive, shelf, clock, ids }: PacksDeps): Services['packs'] => {
  const once = createDeedsOnce<{ readonly standing: Standing }>();
  const ownDocument = async (packId: string): Promise<OwnPackDocument> => {
    if (!(await archive.packs.has(packId))) throw new ProblemError('pack.notFound', { id: packId });
    return archive.packs.open(packId);
  };

  const versionNamed = async ({ packId, version }: PackVersionRef): Promise<Pack> => {
    const shipped = (await shelf.list()).find((pack) => pack.id === packId && pack.version === version);
    if (shipped) return shipped;
    const { state } = await ownDocument(packId);
    const found =
      version === 'base'
        ? state.base
        : version === 'draft'
          ? state.draft
          : state.published.find((pack) => pack.version === version);
    if (!found) throw new ProblemError('pack.notFound', { id: packId });
    return found;
  };

  const recordIn = async (document: OwnPackDocument, events: readonly OwnPackEvent[]): Promise<void> => {
    await document.append((state) => {
      let after = state;
      for (const event of events) {
        const refusal = refuseOwnPackEvent(after, event);
        if (refusal) throw new ProblemError(refusal.code, refusal.details);
        after = applyOwnPack(after, event, { seq: 0, at: clock().toISOString(), actor });
      }
      return events;
    }, actor);
  };

  const answer = (document: OwnPackDocument) => ({ ownPack: document.state, standing: standingOf(document) });

  return {
    list: async () => [...(await listOwnPacks(archive)), ...(await shelf.list()).map(shippedEntry)],

    get: versionNamed,

    copy: async ({ packId, version, title }) => {
      const base = await versionNamed({ packId, version });
      const id = `own-${ids()}`;
      await archive.packs.create(id, [{ type: 'pack.copied', id, base, title }], actor);
      return { packId: id };
    },

    open: async ({ packId }) => answer(await ownDocument(packId)),

    record: ({ packId, events, deedId }) =>
      once(deedId, async () => {
        const document = await ownDocument(packId);
        await recordIn(document, events);
        return { standing: standingOf(document) };
      }),

    undo: async ({ packId }) => {
      const document = await ownDocument(packId);
      await document.undo(actor);
      return answer(document);
    },

    redo: async ({ packId }) => {
      const document = await ownDocument(packId);
      await document.redo(actor);
      return answer(document);
    },

    publish: async ({ packId, author, reason }) => {
      if (author.trim() === '' || reason.trim() === '') throw new ProblemError('pack.needsReason');
      const document = await ownDocument(packId);
      await document.append(({ draft, base }) => {
        if (draft === null) throw new ProblemError('pack.noDraft');
        const version = versionOf(draft, base, { author, reason, at: clock().toISOString() });
        if (!version.ok) throw new ProblemError('pack.notReady', { count: version.problems.length });
        return [{ type: 'pack.published', pack: version.pack }];
      }, actor);
      return { version: document.state.published.length };
    },

    discard: async ({ packId }) => {
      const document = await ownDocument(packId);
      if (document.state.published.length === 0) {
        await archive.packs.remove(packId);
        return { removed: true };
      }
      await recordIn(document, [{ type: 'draft.discarded' }]);
      return { removed: false };
    },

    remove: async ({ packId }) => {
      if (!(await archive.packs.has(packId))) throw new ProblemError('pack.notFound', { id: packId });
      await archive.packs.remove(packId);
      return {};
    },

    differences: async ({ older, newer }) =>
      diffPacks(await versionNamed(older), await versionNamed(newer)).map(({ kind, place, path, before, after }) => ({
        kind,
        place,
        path: [...path],
        ...(before === undefined ? {} : { before: before as never }),
        ...(after === undefined ? {} : { after: after as never }),
      })),
  };
};
