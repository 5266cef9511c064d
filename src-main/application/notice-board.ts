import type { Problem } from '#domain/contract/base.ts';

/** Something that the store noticed without failing an operation. */
export type Posted = { readonly number: number; readonly at: string; readonly problem: Problem };

/** Keeps what a person should know of until it was read; each is told once. */
export interface NoticeBoard {
  post(problem: Problem): void;
  list(): readonly Posted[];
  /** Takes down everything up to that number. */
  dismiss(upTo: number): void;
}

/**
 * What is worth a person's attention; everything else the store notices is for the log alone. Damage is not here, as it stands on the
 * session's own screen for as long as it lasts.
 */
const worthTelling = new Set([
  'store.tornTailCut',
  'store.lineEndRestored',
  'store.indexRebuilt',
  'store.olderThanKnown',
  'store.notBackedUp',
  'store.backupNotMade',
]);
const most = 20;

export const createNoticeBoard = (clock: () => string): NoticeBoard => {
  let posted: readonly Posted[] = [];
  let last = 0;
  return {
    post: (problem) => {
      if (!worthTelling.has(problem.code)) return;
      const said = JSON.stringify(problem);
      if (posted.some((one) => JSON.stringify(one.problem) === said)) return;
      last += 1;
      posted = [...posted, { number: last, at: clock(), problem }].slice(-most);
    },
    list: () => posted,
    dismiss: (upTo) => {
      posted = posted.filter(({ number }) => number > upTo);
    },
  };
};
