import { ActionIcon, Button, SegmentedControl, Splitter } from '@mantine/core';
import { IconArrowDown, IconArrowLeft, IconArrowRight, IconKeyboard } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { checkBallot, formTotalMax } from '#domain/forms/points.ts';
import { memberMessages } from '#domain/text/messages/member.ts';
import { shellMessages } from '#domain/text/messages/shell.ts';
import { checkWorkbook, placeAnchor, type DossierCheck } from '#domain/workbook/check.ts';
import type { MemberEvent } from '#domain/workbook/events.ts';
import { withinForm } from '#domain/workbook/outgoing.ts';
import { useWorkbook } from '../../client/workbook-document.ts';
import { useReadOnly } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { checkAddress, dossierAddress, workbookAddress } from './addresses.ts';
import { BallotForm } from './ballot/ballot-form.tsx';
import { focusAnchor, focusItem, focusNextOf } from './ballot/focus.ts';
import { DossierReader } from './reader/dossier-reader.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useRoomInRem } from './use-room.ts';
import { usePackReader } from '../../ui/pack-reader.ts';
import { ReadingNote } from '../../ui/reading-note.tsx';
import classes from './dossier.module.css';

type Props = {
  readonly check: DossierCheck;
  /** The field to go to; null for the top. */
  readonly anchor: string | null;
  /** The list of dossiers stands beside this screen. */
  readonly listed: boolean;
};

/** Room for a ballot and a page side by side; with less they take turns. */
const ROOM_FOR_TWO = 66;

/** One dossier: its documents beside its ballot, the total always in sight, all of it by keyboard. */
export const DossierScreen = ({ check, anchor, listed }: Props) => {
  const t = useMessages(memberMessages);
  const { id, state } = useWorkbook();
  const [, navigate] = useLocation();
  const root = useRef<HTMLDivElement>(null);
  const ballotPane = useRef<HTMLDivElement>(null);
  const readerPane = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<'score' | 'read'>('score');
  const [help, setHelp] = useState(false);
  const room = useRoomInRem();
  const together = room >= ROOM_FOR_TWO;

  const all = checkWorkbook(state).dossiers;
  const previous = all[check.number - 2];
  const next = all[check.number];
  const nextAddress = next ? dossierAddress(id, next.dossier.id) : checkAddress(id);

  const toMissing = (): void => {
    setShown('score');
    const moved = focusNextOf(check.gaps.map(({ place }) => placeAnchor(place)));
    if (!moved) document.getElementById('onward')?.focus();
  };

  const switchPane = (): void => {
    const reading = readerPane.current?.contains(document.activeElement) ?? false;
    setShown(reading ? 'score' : 'read');
    const pane = reading ? ballotPane.current : readerPane.current;
    // A pane that was hidden can take the focus only once it is shown.
    requestAnimationFrame(() => {
      const target = reading
        ? (pane?.querySelector<HTMLElement>('[data-last-focus]') ?? pane?.querySelector<HTMLElement>('[data-item]'))
        : (pane?.querySelector<HTMLElement>('[data-pane]') ?? pane);
      target?.focus();
    });
  };

  useKeys({
    F1: () => setHelp(true),
    F2: toMissing,
    F6: switchPane,
    F9: () => navigate(checkAddress(id)),
    'Alt+PageDown': () => navigate(nextAddress),
    'Alt+PageUp': () => navigate(previous ? dossierAddress(id, previous.dossier.id) : workbookAddress(id)),
    '?': () => setHelp(true),
  });

  // Where ballot and documents take turns, searching in the documents brings them to the front.
  useEffect(() => {
    if (together) return;
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'f') return;
      if (document.querySelector('dialog[open]') === null) setShown('read');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [together]);

  useEffect(() => {
    if (anchor === null) {
      ballotPane.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
      return;
    }
    focusAnchor(anchor);
  }, [anchor]);

  useFillWindow(root);

  const ballot = (
    <div className={classes.ballotPane} ref={ballotPane} hidden={!together && shown !== 'score'}>
      <div className={classes.scroll} onKeyDown={onFormKey} onFocus={rememberFocus} role="presentation">
        <DossierHead check={check} count={all.length} previous={previous} next={next} listed={listed} />
        <ChangedNotice check={check} />
        <Ballot check={check} />
      </div>
      <TotalBar
        check={check}
        nextAddress={nextAddress}
        last={next === undefined}
        onMissing={toMissing}
        onHelp={() => setHelp(true)}
      />
    </div>
  );
  const reader = (
    <div className={classes.readerPane} ref={readerPane} tabIndex={-1} hidden={!together && shown !== 'read'}>
      <DossierReader workbookId={id} dossier={check.dossier} />
    </div>
  );

  return (
    <div ref={root} className={classes.screen}>
      {!together && (
        <SegmentedControl
          className={classes.tabs ?? ''}
          fullWidth
          aria-label={t.keyPane}
          value={shown}
          onChange={(value) => setShown(value === 'read' ? 'read' : 'score')}
          data={[
            { value: 'score', label: t.scoreTab },
            { value: 'read', label: t.readTab },
          ]}
        />
      )}
      {together ? (
        <Splitter
          className={classes.panes ?? ''}
          attributes={{ handle: { 'aria-label': t.resize } }}
          lineSize={1}
          handleColor="var(--hairline)"
        >
          <Splitter.Pane defaultSize={46} min={30}>
            {ballot}
          </Splitter.Pane>
          <Splitter.Pane defaultSize={54} min={25}>
            {reader}
          </Splitter.Pane>
        </Splitter>
      ) : (
        <div className={classes.turns}>
          {ballot}
          {reader}
        </div>
      )}
      <ShortcutsDialog opened={help} onClose={() => setHelp(false)} />
    </div>
  );
};

type HeadProps = {
  readonly check: DossierCheck;
  readonly count: number;
  readonly previous: DossierCheck | undefined;
  readonly next: DossierCheck | undefined;
  readonly listed: boolean;
};

const DossierHead = ({ check: { dossier, number, form }, count, previous, next, listed }: HeadProps) => {
  const t = useMessages(memberMessages);
  const shell = useMessages(shellMessages);
  const read = usePackReader();
  const { id } = useWorkbook();
  useEffect(() => {
    document.title = `${t.dossierNumber(number)} - ${shell.appName}`;
  }, [t, shell, number]);
  return (
    <header className={classes.head}>
      <nav className={classes.places} aria-label={t.dossiersHeading}>
        {!listed && <Link href={workbookAddress(id)}>{t.overview}</Link>}
        <span className={classes.steps}>
          {previous && (
            <ActionIcon component={Link} href={dossierAddress(id, previous.dossier.id)} aria-label={t.previousDossier}>
              <IconArrowLeft aria-hidden stroke={1.75} />
            </ActionIcon>
          )}
          <span className="figures">
            {number}/{count}
          </span>
          {next && (
            <ActionIcon component={Link} href={dossierAddress(id, next.dossier.id)} aria-label={t.nextDossier}>
              <IconArrowRight aria-hidden stroke={1.75} />
            </ActionIcon>
          )}
        </span>
      </nav>
      <h1 className={classes.title} tabIndex={-1}>
        {t.dossierTitle(number, dossier.title)}
      </h1>
      <p className={classes.soft}>
        {[dossier.code, dossier.hostOrganisation, dossier.principal].filter((part) => part.trim() !== '').join(' · ')}
      </p>
      <h2 className={classes.formTitle}>
        {read.words(form.title)}{' '}
        {form.code !== null && <span className={classes.soft}>({t.formCode(read.code(form.code))})</span>}
      </h2>
      <ReadingNote className={classes.soft} />
    </header>
  );
};

const ChangedNotice = ({ check: { dossier, gaps } }: { readonly check: DossierCheck }) => {
  const t = useMessages(memberMessages);
  const { record } = useWorkbook();
  const readOnly = useReadOnly();
  if (!gaps.some(({ kind }) => kind === 'changeNotSeen')) return null;
  return (
    <Notice
      tone="attention"
      title={t.changedTitle}
      actions={
        <Button
          id={placeAnchor({ kind: 'change' })}
          disabled={readOnly}
          onClick={() => record({ type: 'change.seen', dossierId: dossier.id })}
        >
          {t.changedConfirm}
        </Button>
      }
    >
      {t.changedText}
    </Notice>
  );
};

type AsideProps = {
  readonly title?: string;
  readonly children: ReactNode;
  readonly back: string;
  readonly event: MemberEvent;
};

/** Stands in the place of a ballot that is not filled in, with the way back. Takes the focus that the vanished form has lost. */
const InsteadOfBallot = ({ title, children, back, event }: AsideProps) => {
  const { record } = useWorkbook();
  const readOnly = useReadOnly();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  return (
    <Notice
      tone="attention"
      {...(title === undefined ? {} : { title })}
      actions={
        <Button ref={button} variant="default" disabled={readOnly} onClick={() => record(event)}>
          {back}
        </Button>
      }
    >
      {children}
    </Notice>
  );
};

const Ballot = ({ check }: { readonly check: DossierCheck }) => {
  const t = useMessages(memberMessages);
  const { state } = useWorkbook();
  const dossierId = check.dossier.id;
  const conflict = state.conflicts[dossierId];
  if (conflict !== undefined)
    return (
      <InsteadOfBallot
        title={t.stateConflict}
        back={t.conflictWithdraw}
        event={{ type: 'conflict.withdrawn', dossierId }}
      >
        <p>{t.conflictNotice}</p>
        <p className={classes.reason}>{conflict.reason}</p>
      </InsteadOfBallot>
    );
  if (check.ballot.abstained)
    return (
      <InsteadOfBallot
        title={t.summaryAbstained}
        back={t.abstainUndo}
        event={{ type: 'abstained.set', dossierId, abstained: false }}
      >
        {t.abstainedNotice}
      </InsteadOfBallot>
    );
  return <BallotForm check={check} />;
};

type BarProps = {
  readonly check: DossierCheck;
  readonly nextAddress: string;
  readonly last: boolean;
  readonly onMissing: () => void;
  readonly onHelp: () => void;
};

/** The total, what is still open, and the way on: never scrolled away. */
const TotalBar = ({ check, nextAddress, last, onMissing, onHelp }: BarProps) => {
  const t = useMessages(memberMessages);
  const { dossier, form, ballot, gaps, answered, questions, state } = check;
  const { runningTotal } = checkBallot(form, dossier.products, withinForm(form, dossier.products, ballot));
  const max = formTotalMax(form);
  const judged = state !== 'conflict' && !ballot.abstained;
  return (
    <div className={classes.bar}>
      {judged && (
        <div className={classes.totals}>
          {runningTotal !== null && max !== null && (
            <p className={classes.total}>
              <span>{t.total}</span> <output>{t.totalOf(runningTotal, max)}</output>
            </p>
          )}
          <p className={classes.soft}>
            {answered < questions
              ? t.answeredOf(answered, questions)
              : gaps.length > 0
                ? t.stateWithGaps(gaps.length)
                : t.allAnswered}
          </p>
        </div>
      )}
      <div className={classes.barButtons}>
        <ActionIcon size="xl" aria-label={t.shortcuts} title={`${t.shortcuts} (F1)`} onClick={onHelp}>
          <IconKeyboard aria-hidden stroke={1.75} />
        </ActionIcon>
        {gaps.length > 0 ? (
          <Button
            variant="default"
            title="F2"
            rightSection={<IconArrowDown aria-hidden size="1.25rem" stroke={1.75} />}
            onClick={onMissing}
          >
            {t.nextUnanswered}
          </Button>
        ) : (
          <Button
            id="onward"
            component={Link}
            href={nextAddress}
            rightSection={<IconArrowRight aria-hidden size="1.25rem" stroke={1.75} />}
          >
            {last ? t.toCheck : t.nextDossier}
          </Button>
        )}
      </div>
    </div>
  );
};

/** Enter goes on to the next item, with Shift back; in a text it makes a line, so there it takes Ctrl. */
const onFormKey = (event: KeyboardEvent): void => {
  if (event.key !== 'Enter' || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
  const { target } = event;
  const inText = target instanceof HTMLTextAreaElement;
  const inItem = target instanceof HTMLInputElement && (target.type === 'text' || target.type === 'radio');
  if (!inItem && !(inText && event.ctrlKey)) return;
  event.preventDefault();
  focusItem(event.currentTarget as HTMLElement, event.shiftKey ? -1 : 1);
};

const rememberFocus = (event: {
  readonly currentTarget: EventTarget & HTMLElement;
  readonly target: EventTarget;
}): void => {
  for (const old of event.currentTarget.querySelectorAll('[data-last-focus]')) old.removeAttribute('data-last-focus');
  if (event.target instanceof HTMLElement) event.target.dataset.lastFocus = '';
};

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');

/** Keys of the whole screen; a plain sign such as "?" is a letter while a text is being written. */
const useKeys = (deeds: Readonly<Record<string, () => void>>): void => {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (document.querySelector('dialog[open]') !== null) return;
      const name = `${event.altKey ? 'Alt+' : ''}${event.key}`;
      const deed = deeds[name];
      if (!deed || event.ctrlKey || event.metaKey || (event.key.length === 1 && writes(event.target))) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
};

/** Gives the element the height from where it begins to the window's foot, so that its panes scroll and the page does not. */
const useFillWindow = (root: { readonly current: HTMLElement | null }): void => {
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    window.scrollTo(0, 0);
    const fit = (): void => {
      const top = element.getBoundingClientRect().top + window.scrollY;
      element.style.setProperty('--fill', `${Math.max(320, window.innerHeight - top)}px`);
      // What is announced stands above the total, not over it.
      document.documentElement.style.setProperty('--foot-room', '6rem');
    };
    fit();
    // The header above grows with the text size and with banners.
    const observer = new ResizeObserver(fit);
    observer.observe(document.body);
    const header = document.querySelector('header');
    if (header) observer.observe(header);
    window.addEventListener('resize', fit);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', fit);
      document.documentElement.style.removeProperty('--foot-room');
    };
  }, [root]);
};
