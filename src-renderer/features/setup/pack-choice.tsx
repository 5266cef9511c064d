import { hasBallots as ballotsExist } from '#domain/session/secret-ballot.ts';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { refuseSessionEvent } from '#domain/session/refuse.ts';
import { sourcesIn } from '#domain/regulation/mark.ts';
import { rulesFor, type CouncilRules, type Pack } from '#domain/regulation/pack.ts';
import { proposePack } from '#domain/regulation/propose.ts';
import { markSchema } from '#domain/regulation/source.ts';
import type { Text } from '#domain/text/bilingual.ts';
import { packChangeMessages } from '#domain/text/messages/pack-change.ts';
import { setupMessages } from '#domain/text/messages/setup.ts';
import { api } from '../../client/client.ts';
import { problemOf } from '../../client/problem.ts';
import { useSession } from '../../client/session-document.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { dayText } from '../../ui/moments.ts';
import { useProblemText } from '../../ui/problem-text.ts';
import { PackChangeDialog } from './pack-change-dialog.tsx';
import { usePackReader } from '../../ui/pack-reader.ts';
import classes from './pack-choice.module.css';

const sameVersion = (a: Pack | null, b: Pack): boolean => a?.id === b.id && a.version === b.version;

/** The packs that fit stand first; each says what it rests on and how surely. Nothing is chosen without the secretary. */
export const PackChoice = () => {
  const t = useMessages(setupMessages);
  const say = useProblemText();
  const tc = useMessages(packChangeMessages);
  const { id, state, record } = useSession();
  const packs = useQuery(api.packs.list.queryOptions());
  const [asking, setAsking] = useState<Pack | null>(null);
  const hasBallots = ballotsExist(state);

  const { kind, taskApprovedOn: approvedOn, programme } = state.council;
  const proposal = proposePack(
    (packs.data ?? []).flatMap(({ pack }) => pack ?? []),
    { kind, approvedOn, programme },
  );
  const chosen = state.pack;
  const fitOf = (pack: Pack): Fit => {
    if (proposal.pack !== null && sameVersion(pack, proposal.pack)) return 'proposed';
    if (rulesFor(pack, kind) === undefined) return 'notForKind';
    if (pack.draft || pack.template) return 'draft';
    return proposal.fitting.some((other) => sameVersion(pack, other)) ? 'fits' : 'notForTask';
  };
  const proposed = proposal.pack !== null && !sameVersion(chosen, proposal.pack) ? proposal.pack : null;
  const isOwnFit = (pack: Pack): boolean => pack.change !== null && fitOf(pack) === 'fits';
  const rest = proposal.others.filter((pack) => !sameVersion(chosen, pack));
  const own = rest.filter(isOwnFit);
  const others = rest.filter((pack) => !isOwnFit(pack));
  // Whatever is said against one pack is said against every one: asked before one is chosen, not after its dialog was filled in.
  const refusal =
    chosen === null ? null : refuseSessionEvent(state, { type: 'pack.chosen', pack: chosen, reason: tc.reason });
  const choose = (pack: Pack) => {
    if (hasBallots && chosen !== null) setAsking(pack);
    else record({ type: 'pack.chosen', pack, reason: '' });
  };
  const choosing = (pack: Pack) => (refusal === null ? () => choose(pack) : undefined);

  return (
    <div className={classes.packs}>
      {packs.error !== null && (
        <Notice tone="wrong" alert>
          {say(problemOf(packs.error))}
        </Notice>
      )}
      {chosen === null ? (
        <p className={classes.none}>{t.packNone}</p>
      ) : (
        <PackCard pack={chosen} fit={fitOf(chosen)} inUse />
      )}
      {refusal !== null && (
        <Notice tone="attention" title={tc.shut}>
          {say(refusal)}{' '}
          {refusal.code === 'session.countClosed' && <Link href={`/sessions/${id}/counting`}>{tc.toCounting}</Link>}
        </Notice>
      )}
      {packs.data !== undefined && proposal.pack === null && <Notice tone="attention">{t.noPackFits}</Notice>}
      {proposed !== null && (
        <PackCard pack={proposed} fit="proposed" reasons={proposal.reasons} onChoose={choosing(proposed)} />
      )}
      {own.map((pack) => (
        <PackCard key={pack.id} pack={pack} fit="fits" onChoose={choosing(pack)} />
      ))}
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>{t.packOther}</summary>
          <div className={classes.packs}>
            {others.map((pack) => (
              <PackCard key={`${pack.id}@${pack.version}`} pack={pack} fit={fitOf(pack)} onChoose={choosing(pack)} />
            ))}
          </div>
        </details>
      )}
      <PackChangeDialog
        pack={asking}
        onClose={() => setAsking(null)}
        onConfirm={(pack, reason) => record({ type: 'pack.chosen', pack, reason })}
      />
    </div>
  );
};

/** Why a pack is or isn't put forward for this council. */
type Fit = 'proposed' | 'fits' | 'notForKind' | 'notForTask' | 'draft';

type CardProps = {
  readonly pack: Pack;
  readonly fit: Fit;
  readonly inUse?: boolean;
  /** Why it is put forward. */
  readonly reasons?: readonly Text[];
  readonly onChoose?: (() => void) | undefined;
};

const sizeText = ({ composition: { size } }: CouncilRules): string =>
  size.allowed !== null
    ? size.allowed.join(', ')
    : size.min === size.max
      ? String(size.min)
      : `${size.min}–${size.max}`;

const PackCard = ({ pack, fit, inUse = false, reasons = [], onChoose }: CardProps) => {
  const t = useMessages(setupMessages);
  const language = useLanguage();
  const { state } = useSession();
  const read = usePackReader();
  const shown = read.part(pack);
  const rules = rulesFor(shown, state.council.kind);
  const sources = sourcesIn(rules ?? pack).map(({ source }) => source.mark);
  const remark = {
    proposed: null,
    fits: null,
    notForKind: t.packNotForKind,
    notForTask: t.packNotForTask,
    draft: pack.template ? t.packTemplate : t.packDraft,
  }[fit];
  return (
    <article className={classes.card} data-in-use={inUse} aria-label={shown.title}>
      <div className={classes.head}>
        <h3>
          {shown.title} <span className={classes.version}>{t.packVersion(pack.version)}</span>
        </h3>
        {inUse && (
          <span className={classes.inUse}>
            <IconCheck aria-hidden size="1.125rem" stroke={2.25} /> {t.packInUse}
          </span>
        )}
        {onChoose !== undefined && (
          <Button
            size="sm"
            variant={fit === 'proposed' ? 'filled' : 'default'}
            aria-label={`${t.packUse}: ${shown.title}`}
            onClick={onChoose}
          >
            {t.packUse}
          </Button>
        )}
      </div>
      {fit === 'proposed' && !inUse && (
        <p className={classes.why}>
          <strong>{t.packProposed}:</strong> {reasons.map((reason) => reason[language]).join('; ')}.
        </p>
      )}
      {remark !== null && <p className={classes.remark}>{remark}.</p>}
      {pack.change !== null && (
        <p className={classes.remark}>
          {t.packOwn(dayText(pack.change.at.slice(0, 10)), pack.change.author, pack.change.reason)}
        </p>
      )}
      <p className={classes.summary}>{shown.summary}</p>
      {rules !== undefined && (
        <dl className={classes.facts}>
          <div>
            <dt>{t.packMembers}</dt>
            <dd>{sizeText(rules)}</dd>
          </div>
          <div>
            <dt>{t.packForms}</dt>
            <dd>{rules.forms.map(({ code, title }) => code ?? title).join('; ')}</dd>
          </div>
          <div>
            <dt>{t.packDocuments}</dt>
            <dd>{shown.documents.map(({ number }) => read.words(number)).join('; ')}</dd>
          </div>
        </dl>
      )}
      <p className={classes.marks}>
        {markSchema.options.map((mark) => {
          const count = sources.filter((found) => found === mark).length;
          return count > 0 && <Mark key={mark} mark={mark} count={count} />;
        })}
      </p>
    </article>
  );
};
