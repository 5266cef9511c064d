import { isOpenedBallot, isSecret, openingHolds } from '#domain/session/secret-ballot.ts';
import { isRecused, type Session } from '#domain/session/state.ts';

const sameSet = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && new Set(left).size === left.length && right.every((item) => left.includes(item));

/**
 * What must hold of every session, always. Returns what does not, in words for an engineer; empty for a sound session. Checked when a
 * journal is opened, by `hoidong check`, and after every end-to-end test.
 */
export const sessionInvariants = (session: Session): readonly string[] => {
  const faults: string[] = [];
  const must = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  const { secretBallot } = session;
  const seat = (id: string): boolean => session.members[id] !== undefined;
  const dossier = (id: string): boolean => session.dossiers[id] !== undefined;

  must(sameSet(session.memberOrder, Object.keys(session.members)), 'memberOrder names other members than there are');
  must(
    sameSet(session.dossierOrder, Object.keys(session.dossiers)),
    'dossierOrder names other dossiers than there are',
  );
  for (const [id, member] of Object.entries(session.members))
    must(member.id === id, `member ${id} calls itself ${member.id}`);
  for (const [id, held] of Object.entries(session.dossiers))
    must(held.id === id, `dossier ${id} calls itself ${held.id}`);

  const tables: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>> = {
    conflicts: session.conflicts,
    paperBallots: session.paperBallots,
    rulings: session.rulings,
  };
  for (const [name, table] of Object.entries(tables))
    for (const [memberId, row] of Object.entries(table)) {
      const onBallots = name === 'rulings' && Object.keys(row).every((id) => isOpenedBallot(session, memberId, id));
      must(seat(memberId) || onBallots, `${name} names no seat: ${memberId}`);
      for (const dossierId of Object.keys(row)) must(dossier(dossierId), `${name} names no dossier: ${dossierId}`);
    }
  for (const [memberId, row] of Object.entries(session.paperBallots))
    for (const dossierId of Object.keys(row))
      must(
        !isRecused(session, memberId, dossierId),
        `a recused member has a paper ballot: ${memberId} on ${dossierId}`,
      );

  for (const [memberId, revisions] of Object.entries(session.returns)) {
    must(seat(memberId), `a return without a seat: ${memberId}`);
    const beside = session.divergedReturns[memberId] ?? [];
    const further = (session.furtherKeys[memberId] ?? []).map(({ publicKey }) => publicKey);
    const keys = new Set([...revisions, ...beside].map(({ publicKey }) => publicKey));
    must([...keys].filter((key) => !further.includes(key)).length <= 1, `returns of ${memberId} carry different keys`);
    revisions.forEach((held, index) => {
      const before = revisions[index - 1];
      const upon = before === undefined || held.ancestors.includes(before.digest);
      must(!upon || held.revision > (before?.revision ?? 0), `revisions of ${memberId} do not rise`);
      must(upon || held.supersedes?.includes(before.digest) === true, `a return of ${memberId} drops the one before`);
    });
    const digests = [...revisions, ...beside].map(({ digest }) => digest);
    must(new Set(digests).size === digests.length, `a return of ${memberId} is held twice`);
    for (const { merge } of revisions)
      must(
        !merge || (digests.includes(merge.left) && digests.includes(merge.right)),
        `a merge of ${memberId} without both its sides`,
      );
  }
  for (const memberId of Object.keys(session.divergedReturns))
    must(session.returns[memberId] !== undefined, `a diverged return of ${memberId} beside nothing`);
  for (const memberId of Object.keys(session.attendance))
    must(seat(memberId), `attendance without a seat: ${memberId}`);
  for (const memberId of session.counting.committee)
    must(seat(memberId), `counting committee without a seat: ${memberId}`);

  for (const memberId of [...Object.keys(secretBallot.returns), ...Object.keys(secretBallot.paperVoters)])
    must(seat(memberId), `a secret vote without a seat: ${memberId}`);
  for (const dossierId of [...Object.keys(secretBallot.papers), ...Object.keys(secretBallot.opened?.dossiers ?? {})])
    must(dossier(dossierId), `a secret vote on no dossier: ${dossierId}`);
  for (const [dossierId, { seats, ballots }] of Object.entries(secretBallot.opened?.dossiers ?? {}))
    must(seats.length === ballots.length, `more or fewer ballots than voters: ${dossierId}`);
  must(openingHolds(session), 'the opened ballots are not those of the members who voted');
  must(secretBallot.opened === null || isSecret(session), 'an opened box of an open vote');
  must(
    !isSecret(session) || (Object.keys(session.returns).length === 0 && Object.keys(session.paperBallots).length === 0),
    'named ballots in a secret vote',
  );

  session.daysOff.forEach(({ from, to }, index) => {
    must(from <= to, `days off end before they begin: ${from}`);
    must((session.daysOff[index - 1]?.from ?? '') <= from, `days off out of order: ${from}`);
  });

  const { closed } = session.counting;
  for (const [dossierId, count] of Object.entries(closed?.counts ?? {})) {
    must(dossier(dossierId), `a count without a dossier: ${dossierId}`);
    must(count.valid + count.invalid === count.returned, `valid and invalid do not add up: ${dossierId}`);
    must(count.returned <= count.issued, `more returned than issued: ${dossierId}`);
  }
  must(session.conclusionAdoptedAt === null || closed !== null, 'a conclusion without a closed count');
  must(
    session.conclusionAdoptedAt === null || closed === null || session.conclusionAdoptedAt >= closed.at,
    'a conclusion older than its count',
  );
  must((session.minutes.state === 'locked') === (session.minutes.lockedAt !== null), 'locked minutes without a moment');
  return faults;
};
