import type { HistoryEntry } from '#domain/contract/base.ts';

/** Several deeds of one name, one right after another, as one line: typing makes many. `entry` is the last of them. */
export type Gathered = { readonly entry: HistoryEntry; readonly count: number };

/** How far apart two deeds of one name may be to be told as one, in milliseconds. */
const APART = 60_000;

/** Gathers a history that stands newest first. */
export const gather = (entries: readonly HistoryEntry[]): readonly Gathered[] => {
  const gathered: { readonly entry: HistoryEntry; count: number; oldest: string }[] = [];
  for (const entry of entries) {
    const last = gathered.at(-1);
    const follows =
      last?.entry.kind === 'event' &&
      entry.kind === 'event' &&
      last.entry.label.vi === entry.label.vi &&
      Date.parse(last.oldest) - Date.parse(entry.at) <= APART;
    if (follows) {
      last.count += 1;
      last.oldest = entry.at;
    } else gathered.push({ entry, count: 1, oldest: entry.at });
  }
  return gathered;
};
