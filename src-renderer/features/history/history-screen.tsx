import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { findsWithoutAccents, foldAccents } from '#domain/text/accents.ts';
import { paperworkMessages } from '#domain/text/messages/paperwork.ts';
import { api, client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { HelpPanel } from '../../ui/aside.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { clockOf, dayText } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { FieldHistory } from './field-history.tsx';
import { fieldsOf } from './fields.ts';
import { gather } from './gather.ts';
import classes from './history.module.css';
import { ThenView } from './then-view.tsx';

/** How many deeds are shown at first, and how many more each time. */
const BATCH = 100;

/** The day a moment falls on in this computer's zone, `YYYY-MM-DD`. */
const dayOf = (moment: string): string => {
  const date = new Date(moment);
  return [
    date.getFullYear(),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
};

/** Everything that was done to the session, newest first; any two moments can be compared, and any one field followed. */
export const HistoryScreen = () => {
  const t = useMessages(paperworkMessages);
  const language = useLanguage();
  const say = useProblemText();
  const { id: sessionId, standing, state, flush } = useSession();
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(BATCH);
  const [chosen, setChosen] = useState<number | null>(null);
  const [against, setAgainst] = useState<number | null>(null);
  const [fieldKey, setFieldKey] = useState<string | null>(null);
  const fields = useMemo(() => fieldsOf(state, language), [state, language]);
  const fieldKeys = useMemo(() => new Set(fields.map(({ key }) => key)), [fields]);
  const field = fields.find(({ key }) => key === fieldKey);
  // The number of the last entry is part of the question, so a change asks anew.
  const { data, error } = useQuery({
    queryKey: [...api.sessions.history.queryKey({ input: { sessionId } }), standing.seq],
    queryFn: async ({ signal }) => {
      await flush();
      return client.sessions.history({ sessionId }, { signal });
    },
    placeholderData: keepPreviousData,
  });
  const entries = data ?? [];
  const wanted = foldAccents(query);
  const deeds = gather(entries);
  const found =
    wanted === '' ? deeds : deeds.filter(({ entry: { label } }) => foldAccents(label[language]).includes(wanted));
  const visible = found.slice(0, shown);
  const days = [...new Set(visible.map(({ entry: { at } }) => dayOf(at)))];
  const shownEntry = entries.find(({ seq }) => seq === chosen);
  const choose = (seq: number): void => {
    setChosen(seq);
    setAgainst(null);
    setFieldKey(null);
  };

  return (
    <Page title={t.historyTitle} lead={t.historyLead} width={shownEntry || field ? 'full' : 'text'}>
      {error !== null && (
        <Notice tone="wrong" alert>
          {say(problemOf(error))}
        </Notice>
      )}
      {data?.length === 0 && <EmptyState title={t.historyEmpty} />}
      {entries.length > 0 && (
        <search className={classes.search}>
          <Select
            label={t.fieldPicker}
            description={t.fieldPickerHint}
            placeholder={t.fieldPlaceholder}
            nothingFoundMessage={t.fieldNone}
            searchable
            clearable
            limit={200}
            value={field?.key ?? null}
            data={fields.map(({ key, place }) => ({ value: key, label: place }))}
            filter={({ options, search }) =>
              options.filter((option) => 'label' in option && findsWithoutAccents(option.label, search))
            }
            onChange={(key) => {
              setFieldKey(key);
              setChosen(null);
            }}
          />
          <TextInput
            type="search"
            label={t.search}
            leftSection={<IconSearch aria-hidden size="1.25rem" stroke={1.75} />}
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              setShown(BATCH);
            }}
          />
          <p className={classes.quiet} role="status">
            {t.found(found.length)}
          </p>
        </search>
      )}
      {days.map((day) => (
        <section key={day} className={classes.day}>
          <h2>{dayText(day)}</h2>
          <ol className={classes.list}>
            {visible
              .filter(({ entry: { at } }) => dayOf(at) === day)
              .map(({ entry: { seq, at, label }, count }) => (
                <li key={seq} data-chosen={seq === chosen || (chosen !== null && seq === against)}>
                  <time dateTime={at}>{clockOf(at)}</time>
                  <span className={classes.deed}>
                    {label[language]} {count > 1 && <span className={classes.quiet}>{t.deedTimes(count)}</span>}
                  </span>
                  <span className={classes.moves}>
                    {shownEntry !== undefined && seq !== chosen && (
                      <Button
                        variant="subtle"
                        size="compact-md"
                        aria-label={t.compareWithAt(`${dayText(day)} ${clockOf(at)}`)}
                        aria-pressed={seq === against}
                        onClick={() => setAgainst(seq)}
                      >
                        {t.compareWith}
                      </Button>
                    )}
                    <Button
                      variant="subtle"
                      size="compact-md"
                      aria-label={t.seeThenAt(`${dayText(day)} ${clockOf(at)}`)}
                      aria-pressed={seq === chosen}
                      onClick={() => choose(seq)}
                    >
                      {t.seeThen}
                    </Button>
                  </span>
                </li>
              ))}
          </ol>
        </section>
      ))}
      {found.length > shown && (
        <div>
          <Button variant="default" onClick={() => setShown((before) => before + BATCH)}>
            {t.showMore(Math.min(BATCH, found.length - shown))}
          </Button>
        </div>
      )}
      {field ? (
        <FieldHistory key={field.key} field={field} onClose={() => setFieldKey(null)} />
      ) : shownEntry ? (
        <ThenView
          entry={shownEntry}
          against={entries.find(({ seq }) => seq === against) ?? null}
          onNow={() => setAgainst(null)}
          fields={fieldKeys}
          onField={setFieldKey}
          onClose={() => setChosen(null)}
        />
      ) : (
        <HelpPanel>
          <p>{t.historyHelp1}</p>
          <p>{t.historyHelp2}</p>
        </HelpPanel>
      )}
    </Page>
  );
};
