import { foldAccents } from '#domain/text/accents.ts';

/** How the list of the archive looks at one kind of head. */
export interface HeadView<Head, Facet extends string> {
  /** Everything that the search goes through: names, numbers, titles. */
  readonly texts: (head: Head) => readonly string[];
  /** What the filters go by, such as year, kind, programme and state; null where a head has none. */
  readonly facets: (head: Head) => Readonly<Record<Facet, string | null>>;
}

/** What to look for: every word of `text` in any order, accents and case aside, and every facet that is named. */
export interface HeadQuery<Facet extends string> {
  readonly text?: string;
  readonly facets?: Readonly<Partial<Record<Facet, string>>>;
}

/** Heads made ready for many searches: folding accents is the slow part, so it is done once. */
export interface SearchableHeads<Head, Facet extends string> {
  /** The heads found, in the order given. */
  find(query: HeadQuery<Facet>): readonly Head[];
  /** The values of a facet among all heads, in order, each with how many heads have it. */
  valuesOf(facet: Facet): readonly { readonly value: string; readonly count: number }[];
}

/** Makes heads ready to be searched. */
export function searchable<Head, Facet extends string>(
  heads: readonly Head[],
  view: HeadView<Head, Facet>,
): SearchableHeads<Head, Facet> {
  const rows = heads.map((head) => ({
    head,
    // A line break can't be typed into a search, so words never match across two texts.
    text: view.texts(head).map(foldAccents).join('\n'),
    facets: view.facets(head),
  }));
  return {
    find: ({ text = '', facets = {} }) => {
      const words = foldAccents(text).split(' ');
      // Object.entries forgets which keys there can be.
      const wanted = Object.entries<unknown>(facets) as unknown as readonly (readonly [Facet, string])[];
      return rows
        .filter(
          (row) =>
            wanted.every(([facet, value]) => row.facets[facet] === value) &&
            words.every((word) => row.text.includes(word)),
        )
        .map(({ head }) => head);
    },
    valuesOf: (facet) => {
      const counts = new Map<string, number>();
      for (const { facets } of rows) {
        const value = facets[facet];
        if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => (a.value < b.value ? -1 : 1));
    },
  };
}
