import { isAbsolute } from 'node:path';
import { ProblemError } from '#domain/contract/problems.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { GrantedFolders } from '#main/application/ports.ts';
import type { Services } from '#main/application/services.ts';
import { openReturn } from '#main/exchange/return-file.ts';
import { lostSeats, type BallotBoxes } from '#main/services/ballot-box.ts';
import { givenFile, judgeAll, lineOf } from '#main/services/returns.ts';
import type { SessionKeyring } from '#main/services/session-keys.ts';
import type { Batches } from './batches.ts';
import { refuseUnlessFolder, type WatchedFolders } from './watched-folders.ts';

export type IntakeDeps = {
  readonly archive: HoidongArchive;
  readonly keyring: SessionKeyring;
  readonly boxes: BallotBoxes;
  readonly batches: Batches;
  readonly folders: GrantedFolders;
  readonly watched: WatchedFolders;
};

/** Sessions whose keys are tried together on one file; a file has one recipient, so few of them ever matter. */
const TRIED_TOGETHER = 25;

export const createIntakeService = ({
  archive,
  keyring,
  boxes,
  batches,
  folders,
  watched,
}: IntakeDeps): Services['intake'] => ({
  open: async ({ sessionId }) => {
    const document = await archive.sessions.open(sessionId);
    // A locked key store is told before a file is sent.
    await keyring.get(document);
    return { batchId: await batches.open(sessionId) };
  },

  add: async ({ sessionId, batchId, files }, options) => {
    for (const file of files) {
      options?.signal?.throwIfAborted();
      await batches.add(sessionId, batchId, givenFile(file), options?.signal);
    }
    return { count: batches.get(sessionId, batchId).arrivals.length };
  },

  report: async ({ sessionId, batchId }) => {
    const { arrivals } = batches.get(sessionId, batchId);
    const document = await archive.sessions.open(sessionId);
    const judged = judgeAll(document.state, arrivals, await lostSeats(document, boxes));
    return { upTo: arrivals.at(-1)?.number ?? 0, lines: judged.map(lineOf) };
  },

  drop: async ({ sessionId, batchId }) => {
    try {
      batches.get(sessionId, batchId);
    } catch {
      return {};
    }
    await batches.drop(batchId);
    return {};
  },

  nameFolder: async ({ path }) => {
    if (!folders.typed) throw new ProblemError('intake.notByPath');
    const named = path.trim().replace(/^(["'])(.*)\1$/u, '$2');
    if (!isAbsolute(named)) throw new ProblemError('intake.notAbsolute', { path: named });
    await refuseUnlessFolder(named);
    return folders.grant(named);
  },

  look: ({ sessionId, folderId, keeps }) => {
    const path = folders.pathOf(folderId);
    if (path === null) throw new ProblemError('intake.notByPath');
    return watched.begin(sessionId, path, keeps);
  },

  folder: ({ sessionId }) => watched.state(sessionId),
  putAside: async ({ sessionId, upTo }) => {
    await watched.putAside(sessionId, upTo);
    return {};
  },
  lookAgain: async ({ sessionId }) => {
    await watched.lookAgain(sessionId);
    return {};
  },
  letGo: async ({ sessionId }) => {
    await watched.letGo(sessionId);
    return {};
  },

  sessionOf: async ({ file }, options) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // The newest first: that is whose returns come in.
    const heads = await archive.sessions.list();
    for (let at = 0; at < heads.length; at += TRIED_TOGETHER) {
      options?.signal?.throwIfAborted();
      const identities: string[] = [];
      for (const { id } of heads.slice(at, at + TRIED_TOGETHER)) {
        const keys = await keyring.find(id).catch((error: unknown) => {
          // A session whose keys belong to another computer keeps no other from being found; a locked key store keeps them all.
          if (error instanceof ProblemError && error.code === 'session.keysElsewhere') return null;
          throw error;
        });
        if (keys) identities.push(keys.identity);
      }
      if (identities.length === 0) continue;
      const opened = await openReturn(bytes, identities);
      if (opened.ok) return { sessionId: opened.value.manifest.sessionId };
      if (opened.refusal.code !== 'notForThisKey') throw new ProblemError('intake.notAReturn', { fileName: file.name });
    }
    return { sessionId: null };
  },
});
