import { latestOf, titleOf, type OwnPack } from './state.ts';

/** What a list shows of an own pack without opening it. */
export type OwnPackHead = {
  readonly id: string;
  readonly title: string;
  /** The newest version; 0 before the first. */
  readonly version: number;
  readonly isDraft: boolean;
};

export const ownPackHead = (own: OwnPack): OwnPackHead => ({
  id: own.id,
  title: titleOf(own),
  version: latestOf(own)?.version ?? 0,
  isDraft: own.draft !== null,
});
