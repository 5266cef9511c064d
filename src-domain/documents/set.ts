import type { Ballot } from '#domain/forms/ballot.ts';
import {
  currentReturn,
  dossiersOf,
  isRecused,
  seatsOf,
  type Dossier,
  type Member,
  type Session,
} from '#domain/session/state.ts';
import { ballotTitle } from '#domain/conclusion/secret-ballot.ts';
import { currentSealed, isSecret, openedBallots } from '#domain/session/secret-ballot.ts';
import { openMerge, signedReturn } from '#domain/session/diverged.ts';
import { buildBallot } from './build/ballot.ts';
import { formOf, takesPart } from './build/council.ts';
import { buildCountRecord } from './build/count-record.ts';
import type { PaperInput } from './build/input.ts';
import { buildAgenda, buildAttendanceList, buildDecisionAnnex, buildInvitation } from './build/meeting-papers.ts';
import { buildMinutes } from './build/minutes.ts';
import { buildDissent, buildRecommendation, buildReview } from './build/opinions.ts';
import { buildReasoningAppendix } from './build/reasoning-appendix.ts';
import { buildScoreSheet } from './build/score-sheet.ts';
import { buildReceiptSlip } from './build/slips.ts';
import type { Paper, PaperKind } from './model.ts';

export type { PaperInput } from './build/input.ts';

/** When in the work a page is wanted. */
export type PaperGroup = 'before' | 'meeting' | 'result' | 'ballots' | 'blank';

/** A page that can be printed of a session as it stands. */
export interface PaperEntry {
  /** Names the page within its session, also in file names; stable while members and dossiers keep their ids. */
  readonly id: string;
  readonly kind: PaperKind;
  readonly group: PaperGroup;
  /** Belongs to the set that is signed and kept after the meeting. */
  readonly inSet: boolean;
  readonly build: () => Paper;
}

/** The ballot that counts of a member for a dossier: paper before file; undefined where there is none. */
export function countedBallot(session: Session, memberId: string, dossierId: string): Ballot | undefined {
  if (isRecused(session, memberId, dossierId)) return undefined;
  return session.paperBallots[memberId]?.[dossierId] ?? currentReturn(session, memberId)?.ballots[dossierId];
}

/** The ballots out of the box of a secret vote, each under its number. */
function forOpenedBox({ session }: PaperInput, dossier: Dossier): PaperEntry[] {
  return openedBallots(session, dossier.id).flatMap(({ id, ballot }): PaperEntry[] => {
    const anonymous = { id, title: ballotTitle(id) ?? id };
    const make = (): Paper | null => buildBallot(session, { dossier, member: null, ballot, anonymous });
    const first = make();
    return first
      ? [{ id: first.id, kind: first.kind, group: 'ballots', inSet: true, build: () => make() ?? first }]
      : [];
  });
}

function forDossier(input: PaperInput, dossier: Dossier): PaperEntry[] {
  const { session } = input;
  if (!formOf(session, dossier)) return [];
  const entries: PaperEntry[] = [];
  const ballot = (member: Member | null, filled: Ballot | null): void => {
    const make = (): Paper | null => buildBallot(session, { dossier, member, ballot: filled });
    const first = make();
    if (!first) return;
    entries.push({
      id: first.id,
      kind: first.kind,
      group: filled ? 'ballots' : 'blank',
      // What an absent member wrote is kept with the returns, not among the counted ballots.
      inSet: filled !== null && (member === null || takesPart(session, member.id)),
      build: () => make() ?? first,
    });
  };
  const review = (member: Member | null, filled: Ballot | null): void => {
    const first = buildReview(session, dossier, member, filled);
    entries.push({
      id: filled ? first.id : `${first.id}-trang`,
      kind: first.kind,
      group: filled ? 'ballots' : 'blank',
      inSet: false,
      build: () => (filled ? first : { ...first, id: `${first.id}-trang` }),
    });
  };
  // A merge nobody has confirmed yet: for the member to read and sign, never among the counted ballots.
  const toConfirm = (member: Member, waiting: Ballot): void => {
    const make = (): Paper | null => {
      const page = buildBallot(session, { dossier, member, ballot: waiting });
      return page && { ...page, id: `${page.id}-ban-gop`, title: `${page.title}, bản gộp chờ xác nhận` };
    };
    const first = make();
    if (first)
      entries.push({ id: first.id, kind: first.kind, group: 'ballots', inSet: false, build: () => make() ?? first });
  };
  ballot(null, null);
  review(null, null);
  // A ballot of a secret vote carries no name: neither the form to write on nor what came out of the box.
  if (isSecret(session)) return [...entries, ...forOpenedBox(input, dossier)];
  for (const member of seatsOf(session)) {
    if (isRecused(session, member.id, dossier.id)) continue;
    ballot(member, null);
    const filled = countedBallot(session, member.id, dossier.id);
    if (filled) {
      ballot(member, filled);
      review(member, filled);
    } else if (member.office === 'reviewer') review(member, null);
    const waiting = openMerge(session, member.id)?.ballots[dossier.id];
    if (waiting) toConfirm(member, waiting);
  }
  return entries;
}

/**
 * Every page of a session, in the order of the work: before the meeting, in it, results, filled ballots, forms to write on.
 * Passphrase slips are not among them, since a passphrase is shown once and kept nowhere.
 */
export function papersOf(input: PaperInput): readonly PaperEntry[] {
  const { session } = input;
  const entry = (paper: () => Paper, group: PaperGroup, inSet: boolean): PaperEntry => {
    const built = paper();
    return { id: built.id, kind: built.kind, group, inSet, build: paper };
  };
  const perDossier = dossiersOf(session).flatMap((dossier) => forDossier(input, dossier));
  const dissents = session.minutes.statements.filter((statement) => statement.kind === 'dissent');
  return [
    entry(() => buildDecisionAnnex(session), 'before', false),
    entry(() => buildInvitation(session), 'before', false),
    ...seatsOf(session).map((member) => entry(() => buildInvitation(session, member), 'before', false)),
    entry(() => buildAgenda(session), 'before', false),
    entry(() => buildAttendanceList(session), 'meeting', true),
    entry(() => buildMinutes(input), 'result', true),
    entry(() => buildScoreSheet(input), 'result', true),
    entry(() => buildCountRecord(input), 'result', true),
    entry(() => buildReasoningAppendix(input), 'result', true),
    entry(() => buildRecommendation(input), 'result', true),
    ...dissents.map((statement) => entry(() => buildDissent(session, statement), 'result', true)),
    ...perDossier.filter(({ group }) => group === 'ballots'),
    ...seatsOf(session).flatMap((member) => {
      // A receipt is for what the member sent; a merge is the secretary's.
      const counted = currentReturn(session, member.id);
      const held = counted?.merge ? signedReturn(session, member.id) : (counted ?? currentSealed(session, member.id));
      return held ? [entry(() => buildReceiptSlip(session, member, held), 'ballots', false)] : [];
    }),
    ...perDossier.filter(({ group }) => group === 'blank'),
  ];
}

/** The page with this id; null where the session has none. */
export function buildPaper(input: PaperInput, id: string): Paper | null {
  return (
    papersOf(input)
      .find((entry) => entry.id === id)
      ?.build() ?? null
  );
}

/** The pages that are signed and kept: attendance, minutes, scores, count, reasoning, recommendation, dissents, filled ballots. */
export function setOf(input: PaperInput): readonly Paper[] {
  return papersOf(input)
    .filter(({ inSet }) => inSet)
    .map(({ build }) => build());
}
