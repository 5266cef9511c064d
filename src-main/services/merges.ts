import { ProblemError } from '#domain/contract/problems.ts';
import { blankSide, joinTexts, mergeReturns, resolveMerge, saysSame, type MergeSide } from '#domain/exchange/merge.ts';
import type { MergePick } from '#domain/exchange/merge-record.ts';
import { shortCode } from '#domain/exchange/short-code.ts';
import { MAX_COMMENT } from '#domain/forms/ballot.ts';
import { allHeld, divergedPair, sideOf, type DivergedPair } from '#domain/session/diverged.ts';
import type { HeldReturn, Session } from '#domain/session/state.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { Services } from '#main/application/services.ts';
import { fingerprintOf } from '#main/exchange/fingerprint.ts';
import { recordIn } from '#main/services/sessions.ts';
import { standingOf } from '#main/services/standing.ts';

export type MergesDeps = {
  readonly archive: HoidongArchive;
  readonly clock: () => Date;
  readonly ids: () => string;
};

/** What the member's own words are when the two say exactly the same: nothing was put together. */
const sameOnBoth = 'Hai bản có nội dung giống hệt nhau; chữ ký của thành viên có trên cả hai.';

const sideChosen = ({ left, right, base }: DivergedPair, choices: readonly MergePick[], reason: string): MergeSide => {
  const merge = mergeReturns(base ? sideOf(base) : blankSide, sideOf(left), sideOf(right));
  const tooLong = merge.conflicts.filter(
    (conflict) =>
      typeof conflict.left === 'string' &&
      typeof conflict.right === 'string' &&
      joinTexts(conflict.left, conflict.right).length > MAX_COMMENT &&
      choices.some(
        ({ place, choose }) =>
          choose === 'both' &&
          place.dossierId === conflict.dossierId &&
          place.part === conflict.part &&
          place.key === conflict.key,
      ),
  );
  if (tooLong.length > 0) throw new ProblemError('session.mergeTooLong', { count: tooLong.length });
  const resolved = resolveMerge(
    merge,
    choices.map((choice) => ({ ...choice, reason })),
  );
  if (!resolved.ok) throw new ProblemError('session.mergeOpen', { count: resolved.open.length });
  return resolved.side;
};

const merged = (
  session: Session,
  pair: DivergedPair,
  given: { readonly memberId: string; readonly choices: readonly MergePick[]; readonly reason: string },
  made: { readonly at: string; readonly id: string },
): HeldReturn => {
  const { left, right, base } = pair;
  const { supersedes: _replaced, ...seat } = left;
  const side = sideChosen(pair, given.choices, given.reason);
  const merge = {
    left: left.digest,
    right: right.digest,
    base: base?.digest ?? null,
    codes: { left: left.code, right: right.code },
    choices: [...given.choices],
    reason: given.reason,
  };
  const digest = fingerprintOf({
    kind: 'merge',
    sessionId: session.id,
    memberId: given.memberId,
    at: made.at,
    ...merge,
    ...side,
  });
  return {
    ...seat,
    returnId: made.id,
    revision: Math.max(...allHeld(session, given.memberId).map(({ revision }) => revision)) + 1,
    digest,
    ancestors: [...new Set([...left.ancestors, ...right.ancestors, left.digest, right.digest])],
    packageNumber: Math.max(left.packageNumber, right.packageNumber),
    createdAt: made.at,
    importedAt: made.at,
    late: left.late || right.late,
    code: shortCode(digest),
    fileName: '',
    ballots: side.ballots,
    dossierFingerprints: { ...right.dossierFingerprints, ...left.dossierFingerprints },
    declaredConflicts: side.conflicts,
    remarks: side.remarks,
    merge: {
      ...merge,
      confirmed: saysSame(sideOf(left), sideOf(right)) && !left.merge ? { at: made.at, how: sameOnBoth } : null,
    },
  };
};

export const createMergesService = ({ archive, clock, ids }: MergesDeps): Services['merges'] => ({
  make: async ({ sessionId, memberId, left, right, choices, reason }) => {
    const document = await archive.sessions.open(sessionId);
    const session = document.state;
    const pair = divergedPair(session, memberId);
    if (pair?.left.digest !== left || pair.right.digest !== right)
      throw new ProblemError('session.nothingToMerge', { name: session.members[memberId]?.name ?? '' });
    const event = {
      type: 'returns.merged' as const,
      memberId,
      merged: merged(session, pair, { memberId, choices, reason }, { at: clock().toISOString(), id: ids() }),
    };
    await recordIn(document, [event], clock);
    return { standing: standingOf(document) };
  },
});
