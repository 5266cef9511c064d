import type { Language } from '#domain/text/catalogue.ts';
import { anonymousBallot, ballotNumber, ballotTitle } from '#domain/conclusion/secret-ballot.ts';
import { attends } from '#domain/conclusion/tally.ts';
import type { Ballot } from '#domain/forms/ballot.ts';
import { rulesFor } from '#domain/regulation/pack.ts';
import {
  dossiersOf,
  isRecused,
  seatsOf,
  type HeldReturn,
  type Member,
  type SealedReturn,
  type Session,
} from '#domain/session/state.ts';

/*
 * A secret vote (bỏ phiếu kín), from the first file to the paper:
 *
 * 1. While the box is shut every return lies in it sealed twice: to the session's key as the member made it, and to the key of the box. The
 *    journal says that a seat returned, when, which revision, and on which dossiers. A further revision takes the place of the one before.
 *    Paper ballots are keyed in without a name and sealed the same way; who voted on paper is ticked apart from that.
 * 2. Opening is one event. The ballots of the members who attend and are not recused are unsealed, put into one plain form (order of keys,
 *    composed letters), and for each dossier on its own brought into an order drawn by lot. The event holds who is among the voters of a
 *    dossier, in the order of the members, and the ballots, in the drawn one. Nothing else of a file comes along: no time, no name, no size.
 *    Since each dossier is drawn anew, nothing tells either which ballots of several dossiers are one member's.
 * 3. Then the key of the box is destroyed. It never was part of a backup or an export, so every copy of the sealed files that these hold
 *    is unreadable from there on, to the secretary too. The files are padded: their sizes say nothing about what was written.
 *
 * What stays known of a seat must not let anybody find its ballot. The digest of a return (and the short code made of it) covers the hash
 * of what was voted, so with all the other facts of the manifest at hand one could try ballot after ballot. The random `returnId` is
 * therefore not kept. A receipt says no more than what is kept, so it can be made before the opening and after it.
 *
 * What it can't do is said to the people, in messages/secret-ballot.ts.
 */

/** Is the vote secret: as chosen, else as the pack says? */
export const isSecret = ({ secretBallot, pack, council }: Session): boolean =>
  secretBallot.choice ?? (pack && rulesFor(pack, council.kind)?.secretBallot?.secret) ?? false;

/** Is it a secret vote whose box is still shut? */
export const isBoxShut = (session: Session): boolean => isSecret(session) && session.secretBallot.opened === null;

/** The revision of a member's return that counts in a secret vote: the last one taken. Passed over are late ones the chair turned down. */
export const currentSealed = (session: Session, memberId: string): SealedReturn | undefined =>
  session.secretBallot.returns[memberId]?.findLast(
    (held) => !(held.late && session.lateRulings[memberId]?.valid === false),
  );

/** What is known of a return of either kind of vote. */
export type TakenReturn = Pick<HeldReturn, 'revision' | 'digest' | 'importedAt' | 'late' | 'code' | 'memberRecipient'>;

/** The last return taken from a member, whether it counts or not. */
export const lastTaken = (session: Session, memberId: string): TakenReturn | undefined =>
  session.returns[memberId]?.at(-1) ?? session.secretBallot.returns[memberId]?.at(-1);

/** Did a file or a paper ballot come from this member? */
export const hasVoted = (session: Session, memberId: string): boolean =>
  lastTaken(session, memberId) !== undefined ||
  session.paperBallots[memberId] !== undefined ||
  session.secretBallot.paperVoters[memberId] !== undefined;

/** Are there ballots of any kind, counted or not? */
export const hasBallots = ({ returns, paperBallots, secretBallot }: Session): boolean =>
  [returns, paperBallots, secretBallot.returns, secretBallot.paperVoters, secretBallot.papers].some(
    (table) => Object.keys(table).length > 0,
  ) || secretBallot.opened !== null;

export type Voter = { readonly memberId: string; readonly from: 'file' | 'paper' };

/** Who voted on a dossier in secret: those whose ballots count, in the order of the members, and those set aside because absent. */
export const votersOf = (
  session: Session,
  dossierId: string,
): { readonly counted: readonly Voter[]; readonly setAside: readonly string[] } => {
  const rules = session.pack && rulesFor(session.pack, session.council.kind);
  const attendance = Object.fromEntries(
    Object.entries(session.attendance).map(([memberId, { status }]) => [memberId, status]),
  );
  const voters = seatsOf(session).flatMap(({ id: memberId }): Voter[] => {
    if (isRecused(session, memberId, dossierId)) return [];
    if (session.secretBallot.paperVoters[memberId]?.[dossierId]) return [{ memberId, from: 'paper' }];
    return currentSealed(session, memberId)?.dossiers.includes(dossierId) ? [{ memberId, from: 'file' }] : [];
  });
  const counts = ({ memberId }: Voter): boolean =>
    rules !== undefined && rules !== null && attends({ attendance }, rules, memberId);
  return {
    counted: voters.filter(counts),
    setAside: voters.filter((voter) => !counts(voter)).map(({ memberId }) => memberId),
  };
};

/** Does what came out of the box still belong to those who voted, as the session stands? True while it is shut. */
export const openingHolds = (session: Session): boolean => {
  const { opened } = session.secretBallot;
  if (opened === null) return true;
  return (
    Object.entries(opened.taken).every(([memberId, digest]) => currentSealed(session, memberId)?.digest === digest) &&
    Object.entries(opened.dossiers).every(([dossierId, { seats, setAside, ballots }]) => {
      const voters = votersOf(session, dossierId);
      return (
        seats.length === ballots.length &&
        setAside === voters.setAside.length &&
        seats.length === voters.counted.length &&
        voters.counted.every(({ memberId }) => seats.includes(memberId))
      );
    })
  );
};

/** One ballot out of the box: its number on its dossier, from 1, under the name it has in the tally. */
export type OpenedBallot = {
  readonly id: string;
  readonly number: number;
  readonly dossierId: string;
  readonly ballot: Ballot;
};

/** The ballots of a dossier in the drawn order; none while the box is shut. */
export const openedBallots = (session: Session, dossierId: string): readonly OpenedBallot[] =>
  (session.secretBallot.opened?.dossiers[dossierId]?.ballots ?? []).map((ballot, index) => ({
    id: anonymousBallot(index + 1),
    number: index + 1,
    dossierId,
    ballot,
  }));

/** Is this the name of a ballot that came out of the box for this dossier? */
export const isOpenedBallot = (session: Session, id: string, dossierId: string): boolean => {
  const number = ballotNumber(id);
  return number !== null && number <= (session.secretBallot.opened?.dossiers[dossierId]?.ballots.length ?? 0);
};

/** Why the box can't be opened yet, or what should be looked at first. */
export type OpeningLack =
  | { readonly kind: 'attendance'; readonly members: readonly Member[] }
  /** Paper ballots keyed in and members ticked don't agree. */
  | { readonly kind: 'paper'; readonly dossierId: string; readonly voters: number; readonly keyedIn: number }
  | { readonly kind: 'nothing' };

/** What must be put right before the box can be opened; empty when it can. */
export const openingLacks = (session: Session): readonly OpeningLack[] => {
  const members = seatsOf(session).filter(({ id }) => session.attendance[id] === undefined && hasVoted(session, id));
  const voters = dossiersOf(session).map(({ id }) => ({ id, ...votersOf(session, id) }));
  // Nobody can pick an absent member's paper ballot out again, so it may not have been put in.
  const papers = voters.flatMap(({ id, counted }): OpeningLack[] => {
    const ticked = counted.filter(({ from }) => from === 'paper').length;
    const keyedIn = session.secretBallot.papers[id]?.length ?? 0;
    return ticked === keyedIn ? [] : [{ kind: 'paper', dossierId: id, voters: ticked, keyedIn }];
  });
  return [
    ...(members.length > 0 ? [{ kind: 'attendance', members } as const] : []),
    ...papers,
    ...(members.length === 0 && voters.every(({ counted }) => counted.length === 0)
      ? [{ kind: 'nothing' } as const]
      : []),
  ];
};

/** Whose a ballot of the tally is, in words: the member's name, in a secret vote the ballot's number. Empty for somebody unknown. */
export const voterName = (session: Session, id: string, language: Language = 'vi'): string =>
  ballotTitle(id, language) ?? session.members[id]?.name ?? '';
