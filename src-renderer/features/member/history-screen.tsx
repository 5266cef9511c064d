import { useQuery } from '@tanstack/react-query';
import { memberMessages } from '#domain/text/messages/member.ts';
import { paperworkMessages } from '#domain/text/messages/paperwork.ts';
import { api } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useWorkbook } from '../../client/workbook-document.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { gather } from '../history/gather.ts';
import classes from './history.module.css';

/** Everything the member did, newest first, by name and time. */
export const HistoryScreen = () => {
  const t = useMessages(memberMessages);
  const tp = useMessages(paperworkMessages);
  const language = useLanguage();
  const say = useProblemText();
  const { id, standing } = useWorkbook();
  // The number of the last entry is part of the question, so a change asks anew.
  const { data, error } = useQuery({
    ...api.workbooks.history.queryOptions({ input: { workbookId: id } }),
    queryKey: [...api.workbooks.history.queryKey({ input: { workbookId: id } }), standing.seq],
  });
  return (
    <Page title={t.history}>
      {error && <Notice tone="wrong">{say(problemOf(error))}</Notice>}
      {data?.length === 0 && <p>{t.historyEmpty}</p>}
      {data !== undefined && data.length > 0 && (
        <ol className={classes.list}>
          {gather(data).map(({ entry: { seq, at, label }, count }) => (
            <li key={seq}>
              <time dateTime={at}>{dayAndClockOf(at)}</time>
              <span>
                {label[language]} {count > 1 && <small className={classes.times}>{tp.deedTimes(count)}</small>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
};
