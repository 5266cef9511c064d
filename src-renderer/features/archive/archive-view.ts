import { searchesBy, type HeadView } from '#domain/journal/find-heads.ts';
import type { SessionHead } from '#domain/session/head.ts';
import { dayText } from '../../ui/moments.ts';

/** A session as the list shows it. */
export type ListedHead = SessionHead & { readonly changedAt: string };

export const archiveFacets = ['year', 'kind', 'programme', 'stage'] as const;
export type ArchiveFacet = (typeof archiveFacets)[number];

/** How the archive is searched and filtered. The year is the meeting's, and before one is set that of the session's beginning. */
const archiveView: HeadView<ListedHead, ArchiveFacet> = {
  texts: ({ name, programme, decisionNumber, day, searchable }) => [
    name,
    programme,
    decisionNumber,
    dayText(day),
    searchable,
  ],
  facets: ({ day, createdAt, kind, programme, stage }) => ({
    year: (day ?? createdAt).slice(0, 4),
    kind,
    programme: programme.trim() === '' ? null : programme.trim(),
    stage,
  }),
};

/** Makes the archive ready to be searched; what has not changed since the last time is not made ready anew. */
export const searchesArchive = searchesBy(archiveView);

/** Newest change first. Moments are all written alike, so their order is that of their characters. */
export const byLastChange = (heads: readonly ListedHead[]): readonly ListedHead[] =>
  [...heads].sort((a, b) => (a.changedAt === b.changedAt ? 0 : a.changedAt < b.changedAt ? 1 : -1));
