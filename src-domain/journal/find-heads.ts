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

interface Row<Head, Facet extends string> {
  readonly head: Head;
  readonly text: string;
  readonly facets: Readonly<Record<Facet, string | null>>;
}

/**
 * Makes heads ready to be searched, by one view. What was made ready of a head is remembered as long as somebody holds the head: coming back
 * to a list of thousands of which one has changed costs that one.
 */
export function searchesBy<Head extends object, Facet extends string>(
  view: HeadView<Head, Facet>,
): (heads: readonly Head[]) => SearchableHeads<Head, Facet> {
  const ready = new WeakMap<Head, Row<Head, Facet>>();
  const rowOf = (head: Head): Row<Head, Facet> => {
    const known = ready.get(head);
    if (known !== undefined) return known;
    // A line break can't be typed into a search, so words never match across two texts.
    const row = { head, text: view.texts(head).map(foldAccents).join('\n'), facets: view.facets(head) };
    ready.set(head, row);
    return row;
  };
  return (heads) => searchable(heads.map(rowOf));
}

function searchable<Head, Facet extends string>(rows: readonly Row<Head, Facet>[]): SearchableHeads<Head, Facet> {
  const values = new Map<Facet, readonly { readonly value: string; readonly count: number }[]>();
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
      const known = values.get(facet);
      if (known !== undefined) return known;
      const counts = new Map<string, number>();
      for (const { facets } of rows) {
        const value = facets[facet];
        if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const counted = [...counts].map(([value, count]) => ({ value, count }));
      values.set(
        facet,
        counted.sort((a, b) => (a.value < b.value ? -1 : 1)),
      );
      return counted;
    },
  };
}
