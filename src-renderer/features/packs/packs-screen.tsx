import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { sourcesIn, whereOf } from '#domain/regulation/mark.ts';
import type { CouncilRules, Pack } from '#domain/regulation/pack.ts';
import { markSchema, type Source } from '#domain/regulation/source.ts';
import { packMessages } from '#domain/text/messages/packs.ts';
import { api } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { AppFrame } from '../../shell/app-frame.tsx';
import { HelpPanel } from '../../ui/aside.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { dayText } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import table from '../../ui/table.module.css';
import classes from './packs.module.css';
import { rulesInWords } from './rules-in-words.ts';

/** The library of regulation packs: dates, marks, and every rule with its source. */
export const PacksScreen = () => {
  const t = useMessages(packMessages);
  const say = useProblemText();
  const { data, error } = useQuery(api.packs.list.queryOptions());
  return (
    <AppFrame>
      <Page title={t.title} lead={t.lead} width="full">
        <p>
          <Link href="/">{t.back}</Link>
        </p>
        {error !== null && (
          <Notice tone="wrong" alert>
            {say(problemOf(error))}
          </Notice>
        )}
        {data?.length === 0 && <EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
        {data !== undefined && data.length > 0 && (
          <div className={classes.packs}>
            {data.map(({ id, pack }) => pack !== null && <PackEntry key={id} pack={pack} />)}
          </div>
        )}
      </Page>
      <HelpPanel>
        <p>{t.help1}</p>
        <p>{t.help2}</p>
      </HelpPanel>
    </AppFrame>
  );
};

const PackEntry = ({ pack }: { readonly pack: Pack }) => {
  const t = useMessages(packMessages);
  // What is folded is not built: a pack has some hundred rules.
  const [open, setOpen] = useState(false);
  const marks = sourcesIn(pack.councils).map(({ source }) => source.mark);
  const { appliesTo } = pack;
  return (
    <details className={classes.pack} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>
        <h2>
          {pack.title} <span className={classes.version}>{t.version(pack.version)}</span>
        </h2>
        <span className={classes.facts}>
          {[
            pack.draft ? t.draft : '',
            pack.template ? t.template : t[pack.regime],
            pack.template ? '' : t.approved(dayText(appliesTo.approvedFrom), dayText(appliesTo.approvedTo)),
            appliesTo.programmes.length === 0 ? '' : t.programmes(appliesTo.programmes.join(', ')),
          ]
            .filter((text) => text !== '')
            .join(' · ')}
        </span>
        <span className={classes.marks}>
          {markSchema.options.map((mark) => {
            const count = marks.filter((found) => found === mark).length;
            return count > 0 && <Mark key={mark} mark={mark} count={count} />;
          })}
        </span>
      </summary>
      {open && (
        <div className={classes.body}>
          <p>{pack.summary}</p>
          {pack.documents.length > 0 && (
            <section className={classes.part}>
              <h3>{t.documents}</h3>
              <ul className={classes.documents}>
                {pack.documents.map(({ number, title, issuedOn, inForceFrom, inForceTo, source }) => (
                  <li key={number}>
                    <strong>{number}</strong> {title}
                    <div className={classes.under}>
                      {[
                        issuedOn === null ? '' : t.issued(dayText(issuedOn)),
                        t.inForce(dayText(inForceFrom), dayText(inForceTo)),
                      ]
                        .filter((text) => text !== '')
                        .map((text) => (
                          <span key={text}>{text}</span>
                        ))}
                      <Mark mark={source.mark} />
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {pack.councils.map((rules) => (
            <CouncilPart key={rules.kind} rules={rules} />
          ))}
        </div>
      )}
    </details>
  );
};

const CouncilPart = ({ rules }: { readonly rules: CouncilRules }) => {
  const t = useMessages(packMessages);
  const language = useLanguage();
  return (
    <section className={classes.part}>
      <h3>{t.rulesOf(rules.name)}</h3>
      <div className={table.scroller}>
        <table className={`${table.table ?? ''} ${classes.rules ?? ''}`}>
          <thead>
            <tr>
              <th scope="col">{t.columnRule}</th>
              <th scope="col">{t.columnSource}</th>
            </tr>
          </thead>
          {rulesInWords(rules, language).map(({ title, rules: lines }) => (
            <tbody key={title}>
              <tr>
                <th scope="rowgroup" colSpan={2} className={classes.groupHead}>
                  {title}
                </th>
              </tr>
              {lines.map(({ key, text, source }) => (
                <tr key={key}>
                  <td>{text}</td>
                  <td>
                    <SourceText source={source} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
};

const SourceText = ({ source }: { readonly source: Source }) => {
  const t = useMessages(packMessages);
  return (
    <>
      <Mark mark={source.mark} />
      <div>{whereOf(source) ?? t.noSource}</div>
      {source.note !== null && <div className={classes.version}>{source.note}</div>}
    </>
  );
};
