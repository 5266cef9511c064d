import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Problem } from '#domain/contract/base.ts';
import type { PackEntry } from '#domain/contract/packs.ts';
import { sourcesIn } from '#domain/regulation/mark.ts';
import type { Pack } from '#domain/regulation/pack.ts';
import { markSchema } from '#domain/regulation/source.ts';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { packMessages } from '#domain/text/messages/packs.ts';
import { api, client } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { AppFrame } from '../../shell/app-frame.tsx';
import { useAnnounce } from '../../ui/announcer.tsx';
import { HelpPanel } from '../../ui/aside.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { dayText } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { CopyButton } from './copy-dialog.tsx';
import { CouncilPart, VocabularyPart } from './pack-details.tsx';
import { usePackReader } from '../../ui/pack-reader.ts';
import { ReadingNote } from '../../ui/reading-note.tsx';
import classes from './packs.module.css';

/** The library of regulation packs: own ones, and those that ship with the program, with dates, marks and every rule with its source. */
export const PacksScreen = () => {
  const t = useMessages(packMessages);
  const te = useMessages(packEditorMessages);
  const say = useProblemText();
  const { data, error } = useQuery(api.packs.list.queryOptions());
  const own = data?.filter(({ origin }) => origin === 'own') ?? [];
  const shipped = data?.filter(({ origin }) => origin === 'shipped') ?? [];
  return (
    <AppFrame>
      <Page title={t.title} lead={t.lead} width="full">
        <p>
          <Link href="/">{t.back}</Link>
        </p>
        <ReadingNote />
        {error !== null && (
          <Notice tone="wrong" alert>
            {say(problemOf(error))}
          </Notice>
        )}
        {data !== undefined && (
          <Section title={te.own} lead={own.length === 0 ? te.noOwn : te.ownText}>
            {own.length > 0 && (
              <ul className={classes.owns}>
                {own.map((entry) => (
                  <OwnEntry key={entry.id} entry={entry} />
                ))}
              </ul>
            )}
          </Section>
        )}
        {data !== undefined && (
          <Section title={te.shipped}>
            {shipped.length === 0 ? (
              <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
            ) : (
              <div className={classes.packs}>
                {shipped.map(({ id, pack }) => pack !== null && <ShippedEntry key={id} pack={pack} />)}
              </div>
            )}
          </Section>
        )}
      </Page>
      <HelpPanel>
        <p>{t.help1}</p>
        <p>{t.help2}</p>
      </HelpPanel>
    </AppFrame>
  );
};

const OwnEntry = ({ entry: { id, title, base, versions, editing, problem } }: { readonly entry: PackEntry }) => {
  const t = useMessages(packEditorMessages);
  const say = useProblemText();
  const { words } = usePackReader();
  const latest = versions.at(-1);
  const change = latest?.change ?? null;
  return (
    <li>
      <div className={classes.ownHead}>
        <h3>
          <Link href={`/packs/${id}`}>{title}</Link>
        </h3>
        <div className={classes.ownTools}>
          <Button component={Link} href={`/packs/${id}`} size="sm" variant="default" aria-label={t.openOf(title)}>
            {t.open}
          </Button>
          <RemoveButton id={id} title={title} />
        </div>
      </div>
      <p className={classes.facts}>
        {[
          latest === undefined
            ? t.noVersion
            : [
                t.versionLine(latest.version),
                change === null ? '' : t.versionBy(dayText(change.at.slice(0, 10)), change.author),
              ]
                .filter((text) => text !== '')
                .join(': '),
          editing ? t.draftState : '',
        ]
          .filter((text) => text !== '')
          .join(' · ')}
      </p>
      {base !== null && <p className={classes.facts}>{t.basedOn(words(base.title), base.version)}</p>}
      {problem !== null && problem.code !== 'store.openedReadOnly' && <Notice tone="wrong">{say(problem)}</Notice>}
    </li>
  );
};

/** Takes an own pack out of the library, after asking. */
const RemoveButton = ({ id, title }: { readonly id: string; readonly title: string }) => {
  const t = useMessages(packEditorMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const remove = async () => {
    setProblem(null);
    try {
      await client.packs.remove({ packId: id });
      announce(t.removed(title));
    } catch (error) {
      setProblem(problemOf(error));
    }
    await queries.invalidateQueries({ queryKey: api.packs.key() });
  };
  return (
    <>
      <Button size="sm" variant="default" aria-label={t.removeOf(title)} onClick={() => setAsking(true)}>
        {t.removePack}
      </Button>
      {problem !== null && (
        <Notice tone="wrong" alert>
          {say(problem)}
        </Notice>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t.removeTitle}
        confirmLabel={t.removeNow}
        danger
        onConfirm={() => void remove()}
      >
        <p>{t.removeText(title)}</p>
        <p>{t.removeKept}</p>
      </ConfirmDialog>
    </>
  );
};

const ShippedEntry = ({ pack }: { readonly pack: Pack }) => {
  const t = useMessages(packMessages);
  const { part, words } = usePackReader();
  const shown = part(pack);
  // What is folded is not built: a pack has some hundred rules.
  const [open, setOpen] = useState(false);
  const marks = sourcesIn(pack.councils).map(({ source }) => source.mark);
  const { appliesTo } = pack;
  return (
    <details className={classes.pack} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>
        <h3>
          {shown.title} <span className={classes.version}>{t.version(pack.version)}</span>
        </h3>
        <span className={classes.facts}>
          {[
            pack.draft ? t.draft : '',
            pack.template ? t.template : t[pack.regime],
            pack.template ? '' : t.approved(dayText(appliesTo.approvedFrom), dayText(appliesTo.approvedTo)),
            appliesTo.programmes.length === 0 ? '' : t.programmes(shown.appliesTo.programmes.join(', ')),
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
          <p>{shown.summary}</p>
          <div>
            <CopyButton pack={pack} />
          </div>
          {pack.documents.length > 0 && (
            <section className={classes.part}>
              <h3>{t.documents}</h3>
              <ul className={classes.documents}>
                {shown.documents.map(({ number, title, issuedOn, inForceFrom, inForceTo, source }) => (
                  <li key={number}>
                    <strong>{words(number)}</strong> {title}
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
          <VocabularyPart pack={pack} />
        </div>
      )}
    </details>
  );
};
