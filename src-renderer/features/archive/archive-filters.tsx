import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { HeadQuery, SearchableHeads } from '#domain/journal/find-heads.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import { useMessages } from '../../ui/language.tsx';
import classes from './archive-screen.module.css';
import { archiveFacets, type ArchiveFacet, type ListedHead } from './archive-view.ts';

export type ArchiveQuery = Required<HeadQuery<ArchiveFacet>>;
export const noFilter: ArchiveQuery = { text: '', facets: {} };

export const isFiltered = ({ text, facets }: ArchiveQuery): boolean =>
  text.trim() !== '' || Object.keys(facets).length > 0;

type Props = {
  readonly heads: SearchableHeads<ListedHead, ArchiveFacet>;
  readonly query: ArchiveQuery;
  readonly found: number;
  /** How far a list that is still being read has come; null once all of it is there. */
  readonly reading: { readonly read: number; readonly total: number } | null;
  readonly onChange: (query: ArchiveQuery) => void;
};

/** Search by any word, and a filter for year, kind, programme and stage, each with what there is. */
export const ArchiveFilters = ({ heads, query, found, reading, onChange }: Props) => {
  const t = useMessages(sessionMessages);
  const labels: Readonly<Record<ArchiveFacet, string>> = {
    year: t.filterYear,
    kind: t.filterKind,
    programme: t.filterProgramme,
    stage: t.filterStage,
  };
  // Kinds and stages are words of the program, years and programmes are what people wrote.
  const nameOf = (value: string): string => (t as Readonly<Record<string, unknown>>)[value] as string;
  const optionsOf = (facet: ArchiveFacet) => {
    const values = heads.valuesOf(facet);
    const shown = facet === 'year' ? values.toReversed() : values;
    return shown.map(({ value, count }) => ({
      value,
      label: `${facet === 'kind' || facet === 'stage' ? nameOf(value) : value} (${count})`,
    }));
  };
  const choose = (facet: ArchiveFacet, value: string): void => {
    const others = Object.fromEntries(Object.entries(query.facets).filter(([name]) => name !== facet));
    onChange({ ...query, facets: value === '' ? others : { ...others, [facet]: value } });
  };
  return (
    <>
      <search className={classes.filters}>
        <TextInput
          type="search"
          className={classes.query}
          label={t.search}
          description={t.searchHint}
          leftSection={<IconSearch aria-hidden size="1.25rem" stroke={1.75} />}
          value={query.text}
          onChange={(event) => onChange({ ...query, text: event.currentTarget.value })}
        />
        {archiveFacets.map((facet) => (
          <NativeSelect
            key={facet}
            label={labels[facet]}
            value={query.facets[facet] ?? ''}
            data={[{ value: '', label: t.all }, ...optionsOf(facet)]}
            onChange={(event) => choose(facet, event.currentTarget.value)}
          />
        ))}
      </search>
      {/* Read out once it holds. */}
      <p className={classes.count} role="status" aria-busy={reading !== null}>
        {reading === null ? t.found(found) : t.readingList(reading.read, reading.total)}
        {isFiltered(query) && (
          <Button variant="subtle" size="sm" onClick={() => onChange(noFilter)}>
            {t.clearSearch}
          </Button>
        )}
      </p>
    </>
  );
};
