import { stat } from 'node:fs/promises';
import type { LookedAtFolder } from '#domain/contract/intake.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import { lostSeats, type BallotBoxes } from '#main/services/ballot-box.ts';
import { judgeAll, lineOf, type Judged } from '#main/services/returns.ts';
import type { Batches } from './batches.ts';
import { createFolderLook, type FolderLook } from './folder-look.ts';
import type { RememberedFolders } from './remembered-folders.ts';

/** Milliseconds between two looks while somebody watches the screen, and while nobody has asked for a minute. */
const LOOKS = { asked: 2_000, alone: 10_000, alonesince: 60_000 } as const;
const WAITING_SHOWN = 20;

/** What the session holds already, in this very form or a later one. */
const isHeld = ({ verdict }: Judged): boolean => verdict.outcome === 'unchanged' || verdict.outcome === 'older';

type Watch = {
  readonly sessionId: string;
  readonly shown: string;
  readonly keeps: boolean;
  readonly batchId: string;
  readonly look: FolderLook;
  /** SHA-256 of arrivals let go because the session holds them. */
  readonly released: Set<string>;
  /** Members whose sealed files can't be opened any more, as the session was after entry `seq`. */
  lost: { readonly seq: number; readonly members: ReadonlySet<string> } | null;
  aside: Set<string>;
  askedAt: number;
  timer: NodeJS.Timeout | null;
  looking: Promise<void>;
  stopped: boolean;
};

/** The folders looked at, one for a session at most. Nothing is ever recorded in a session here. */
export interface WatchedFolders {
  /** Begins; what was looked at before for the session is let go. */
  begin(sessionId: string, path: string, keeps: boolean): Promise<LookedAtFolder>;
  /** How it stands; takes up what an earlier run of the program kept looking at. */
  state(sessionId: string): Promise<LookedAtFolder | null>;
  /** Looks now and waits for it; for tests and impatient people. */
  lookNow(sessionId: string): Promise<void>;
  putAside(sessionId: string, upTo: number): Promise<void>;
  lookAgain(sessionId: string): Promise<void>;
  letGo(sessionId: string): Promise<void>;
  close(): Promise<void>;
}

export type WatchedFoldersDeps = {
  readonly archive: HoidongArchive;
  readonly batches: Batches;
  readonly boxes: Pick<BallotBoxes, 'take'>;
  readonly remembered: RememberedFolders;
  readonly clock: () => Date;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
  /** Look by itself; false where a test says when. */
  readonly byItself?: boolean;
  readonly onFault: (fault: unknown) => void;
};

/** Throws `intake.noSuchFolder` or `intake.notAFolder`. */
export const refuseUnlessFolder = async (path: string): Promise<void> => {
  const facts = await stat(path).catch(() => null);
  if (facts === null) throw new ProblemError('intake.noSuchFolder', { path });
  if (!facts.isDirectory()) throw new ProblemError('intake.notAFolder', { path });
};

export const createWatchedFolders = ({
  archive,
  batches,
  boxes,
  remembered,
  clock,
  now = () => performance.now(),
  byItself = true,
  onFault,
}: WatchedFoldersDeps): WatchedFolders => {
  const watches = new Map<string, Watch>();
  const beginning = new Map<string, Promise<Watch | null>>();
  let closed = false;

  const judgedOf = async (watch: Watch): Promise<readonly Judged[]> => {
    const document = await archive.sessions.open(watch.sessionId);
    const { arrivals } = batches.get(watch.sessionId, watch.batchId);
    const judged = judgeAll(document.state, arrivals);
    if (!judged.some(isHeld)) return judged;
    // What the journal names may lie in a box whose key is gone: such a file is no longer held, and is offered to be taken anew.
    if (watch.lost?.seq !== document.seq) watch.lost = { seq: document.seq, members: await lostSeats(document, boxes) };
    return watch.lost.members.size === 0 ? judged : judgeAll(document.state, arrivals, watch.lost.members);
  };

  /** What the session holds needs no room any more; it is let go only where room is wanted, so that an undo offers it again. */
  const makeRoom = async (watch: Watch): Promise<void> => {
    if (watch.look.state().problem?.code !== 'intake.batchFull') return;
    const held = new Set((await judgedOf(watch)).filter(isHeld).map(({ arrival }) => arrival));
    for (const { sha256 } of held) watch.released.add(sha256);
    await batches.remove(watch.batchId, (arrival) => held.has(arrival));
  };

  const lookAndMakeRoom = async (watch: Watch): Promise<void> => {
    if (watch.stopped) return;
    await watch.look.look();
    await makeRoom(watch);
  };
  const lookOnce = (watch: Watch): Promise<void> => {
    watch.looking = watch.looking.then(() => lookAndMakeRoom(watch)).catch(onFault);
    return watch.looking;
  };

  const finished = ({ keeps, look }: Watch): boolean => !keeps && look.state().quiet && look.state().lookedAt !== null;

  const plan = (watch: Watch): void => {
    if (!byItself || watch.stopped || finished(watch)) return;
    const wait = now() - watch.askedAt > LOOKS.alonesince ? LOOKS.alone : LOOKS.asked;
    watch.timer = setTimeout(() => void lookOnce(watch).then(() => plan(watch)), wait);
    watch.timer.unref();
  };

  const stop = async (watch: Watch): Promise<void> => {
    watch.stopped = true;
    watch.look.stop();
    if (watch.timer !== null) clearTimeout(watch.timer);
    if (watches.get(watch.sessionId) === watch) watches.delete(watch.sessionId);
    await watch.looking;
    await batches.drop(watch.batchId);
  };

  const start = async (sessionId: string, path: string, keeps: boolean): Promise<Watch> => {
    const before = watches.get(sessionId);
    if (before) await stop(before);
    const batchId = await batches.open(sessionId, { kept: true });
    const arrivals = () => batches.get(sessionId, batchId).arrivals;
    const watch: Watch = {
      sessionId,
      shown: path,
      keeps,
      batchId,
      look: createFolderLook({
        folder: path,
        now,
        clock,
        add: (file) => batches.add(sessionId, batchId, file),
        remove: (number) => batches.remove(batchId, (arrival) => arrival.number === number),
        has: (sha256) =>
          watch.aside.has(sha256) ||
          watch.released.has(sha256) ||
          arrivals().some((arrival) => arrival.sha256 === sha256),
      }),
      released: new Set(),
      lost: null,
      aside: new Set((await remembered.get(sessionId)).aside),
      askedAt: now(),
      timer: null,
      looking: Promise.resolve(),
      stopped: false,
    };
    watches.set(sessionId, watch);
    if (byItself) void lookOnce(watch).then(() => plan(watch));
    return watch;
  };

  /** The watch of a session, taken up from an earlier run where there is one to take up. */
  const watchOf = async (sessionId: string): Promise<Watch | null> => {
    const running = watches.get(sessionId);
    if (running) return running;
    if (closed || archive.readOnly !== null) return null;
    const under = beginning.get(sessionId);
    if (under) return under;
    const taking = (async () => {
      const { folder } = await remembered.get(sessionId);
      return folder === null ? null : start(sessionId, folder, true);
    })();
    beginning.set(sessionId, taking);
    try {
      return await taking;
    } finally {
      beginning.delete(sessionId);
    }
  };

  const stateOf = async (watch: Watch): Promise<LookedAtFolder> => {
    watch.askedAt = now();
    const { problem, lookedAt, reading, waiting, links, read } = watch.look.state();
    const judged = await judgedOf(watch);
    // A folder looked at once is told whole; one looked at again and again tells what is new.
    const fresh = watch.keeps ? judged.filter((one) => !isHeld(one)) : judged;
    return {
      folder: watch.shown,
      keeps: watch.keeps,
      finished: finished(watch),
      problem: problem && { code: problem.code, details: { ...problem.details } },
      lookedAt,
      reading,
      waiting: waiting.slice(0, WAITING_SHOWN).map((file) => ({ ...file })),
      waitingCount: waiting.length,
      held: judged.filter(isHeld).length + watch.released.size,
      aside: [...read].filter((sha256) => watch.aside.has(sha256)).length,
      links,
      batchId: watch.batchId,
      upTo: Math.max(0, ...judged.map(({ arrival }) => arrival.number)),
      lines: fresh.map(lineOf),
    };
  };

  return {
    begin: async (sessionId, path, keeps) => {
      archive.refuseUnlessWritable();
      await refuseUnlessFolder(path);
      await archive.sessions.open(sessionId);
      await remembered.setFolder(sessionId, keeps ? path : null);
      return stateOf(await start(sessionId, path, keeps));
    },
    state: async (sessionId) => {
      const watch = await watchOf(sessionId);
      return watch && stateOf(watch);
    },
    lookNow: async (sessionId) => {
      const watch = await watchOf(sessionId);
      if (watch) await lookOnce(watch);
    },
    putAside: async (sessionId, upTo) => {
      const watch = watches.get(sessionId);
      if (!watch) return;
      const held = new Set((await judgedOf(watch)).filter(isHeld).map(({ arrival }) => arrival.number));
      const put = batches
        .get(sessionId, watch.batchId)
        .arrivals.filter(({ number }) => number <= upTo && !held.has(number));
      for (const { sha256 } of put) watch.aside.add(sha256);
      await batches.remove(watch.batchId, (arrival) => put.includes(arrival));
      await remembered.putAside(
        sessionId,
        put.map(({ sha256 }) => sha256),
      );
    },
    lookAgain: async (sessionId) => {
      const watch = watches.get(sessionId);
      await remembered.takeBack(sessionId);
      if (!watch) return;
      const hashes = watch.aside;
      watch.aside = new Set();
      watch.look.reread(hashes);
      void lookOnce(watch);
    },
    letGo: async (sessionId) => {
      const watch = watches.get(sessionId);
      await remembered.setFolder(sessionId, null);
      if (watch) await stop(watch);
    },
    close: async () => {
      closed = true;
      for (const watch of [...watches.values()]) await stop(watch);
    },
  };
};
