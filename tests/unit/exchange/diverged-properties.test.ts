import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { headsOf, keepRevision, lineOf, type HeldReturns, type HeldRevision } from '#domain/exchange/held-returns.ts';
import { appliesByItself, judgeReturn, type OpenedReturn } from '#domain/exchange/intake.ts';
import {
  blankSide,
  joinTexts,
  mergeReturns,
  resolveMerge,
  saysSame,
  settlePlaces,
  type MergeSide,
} from '#domain/exchange/merge.ts';
import { blankBallot } from '#domain/forms/ballot.ts';
import { fc, sideArbitrary } from './arbitraries.ts';
import { ballot, heldNothing, makeReturn, newSeat, type Seat } from './samples.ts';

let seat: Seat;
beforeAll(async () => {
  seat = await newSeat();
});

const received = { seatProofHolds: true, receivedAt: '2026-11-26T08:00:00Z' } as const;

/** Revisions of one member on several computers: each written upon one of those before it, or upon nothing, and each saying something else. */
const family = async (parents: readonly number[]): Promise<readonly OpenedReturn[]> => {
  const made: OpenedReturn[] = [];
  for (const [at, parent] of parents.entries()) {
    const upon = parent < made.length ? made[parent] : undefined;
    const { manifest, digest } = await makeReturn(seat, {
      returnId: `phieu-${at}`,
      revision: (upon?.manifest.revision ?? 0) + 1,
      ancestors: upon ? [...upon.manifest.ancestors, upon.digest] : [],
      remarks: `lời ${at}.`,
      ballots: { 'hs-1': ballot, 'hs-2': ballot },
    });
    made.push({ manifest, digest, ballots: { 'hs-1': ballot, 'hs-2': ballot } });
  }
  return made;
};

const revisionsOf = (held: HeldReturns): readonly HeldRevision[] => held.seats['tv-1']?.revisions ?? [];

const withRevision = (held: HeldReturns, revision: HeldRevision): HeldReturns => {
  const now = held.seats['tv-1'];
  if (!now) throw new Error('no seat');
  return { ...held, seats: { 'tv-1': keepRevision(now, revision, seat.member.memberKey) } };
};

/** Takes files one after the other, as the back end does. */
const takeAll = (files: readonly OpenedReturn[], start: HeldReturns): { held: HeldReturns; outcomes: string[] } => {
  let held = start;
  const outcomes = files.map((value) => {
    const verdict = judgeReturn({ ok: true, value }, held, received);
    const { manifest, digest, ballots } = value;
    if (appliesByItself(verdict))
      held = withRevision(held, {
        returnId: manifest.returnId,
        revision: manifest.revision,
        digest,
        ancestors: manifest.ancestors,
        supersedes: verdict.supersedes,
        beside: verdict.beside,
        side: { ballots, conflicts: {}, remarks: manifest.remarks },
      });
    return verdict.outcome;
  });
  return { held, outcomes };
};

const headDigests = (held: HeldReturns): readonly string[] =>
  headsOf(revisionsOf(held))
    .map(({ digest }) => digest)
    .sort();

/** Merges what diverged, two by two, keeping both texts wherever they conflict. */
const mergeAll = (start: HeldReturns): HeldReturns => {
  let held = start;
  for (let turn = 0; headsOf(revisionsOf(held)).length > 1; turn += 1) {
    const heads = headsOf(revisionsOf(held));
    const left = heads.find(({ beside }) => beside !== true);
    const right = heads.find((head) => head !== left);
    if (!left?.side || !right?.side) throw new Error('one counts, another stands beside it');
    const line = lineOf(left, revisionsOf(held));
    const baseDigest = right.ancestors.findLast(
      (digest) => line.has(digest) && revisionsOf(held).some((one) => one.digest === digest),
    );
    const base = revisionsOf(held).find(({ digest }) => digest === baseDigest);
    const merge = mergeReturns(base?.side ?? blankSide, left.side, right.side);
    const resolved = resolveMerge(
      merge,
      merge.conflicts.map((place) => ({ place, choose: 'both', reason: 'cả hai' })),
    );
    if (!resolved.ok) throw new Error('only texts differ here');
    held = withRevision(held, {
      returnId: `gop-${turn}`,
      revision: 100 + turn,
      digest: createHash('sha256').update(`${left.digest}${right.digest}`).digest('hex'),
      ancestors: [...new Set([...left.ancestors, ...right.ancestors, left.digest, right.digest])],
      merge: 'confirmed',
      side: resolved.side,
    });
  }
  return held;
};

const parentsArbitrary = fc.array(fc.nat(6), { minLength: 2, maxLength: 6 });

describe('returns that diverged', () => {
  it('are all held, in whatever order they come, and nothing happens the second time', async () => {
    await fc.assert(
      fc.asyncProperty(parentsArbitrary, fc.infiniteStream(fc.nat()), async (parents, keys) => {
        const files = await family(parents);
        const once = takeAll(files, heldNothing());
        const again = takeAll(files, once.held);
        expect(again.held).toEqual(once.held);
        expect(again.outcomes.every((outcome) => outcome === 'unchanged' || outcome === 'older')).toBe(true);
        const order = new Map(files.map((file) => [file, keys.next().value]));
        const other = takeAll(
          [...files].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
          heldNothing(),
        );
        expect(headDigests(other.held)).toEqual(headDigests(once.held));
        // Exactly one line counts, whatever stands beside it.
        expect(headsOf(revisionsOf(other.held)).filter(({ beside }) => beside !== true)).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });

  it('lose no word when they are merged, and every file is known afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(parentsArbitrary, async (parents) => {
        const files = await family(parents);
        const taken = takeAll(files, heldNothing());
        const heads = headsOf(revisionsOf(taken.held));
        const merged = mergeAll(taken.held);
        const [last] = headsOf(revisionsOf(merged));
        for (const { side } of heads) expect(last?.side?.remarks).toContain(side?.remarks);
        expect(takeAll(files, merged).held).toEqual(merged);
      }),
      { numRuns: 40 },
    );
  });

  it('go on after a merge: what comes next is never taken for known, and takes its place only when nothing is lost', async () => {
    await fc.assert(
      fc.asyncProperty(parentsArbitrary, fc.nat(), async (parents, pick) => {
        const files = await family(parents);
        const merged = mergeAll(takeAll(files, heldNothing()).held);
        const [before] = headsOf(revisionsOf(merged));
        const upon = files[pick % files.length];
        if (!upon || !before?.side) throw new Error('a family has files');
        const { manifest, digest } = await makeReturn(seat, {
          returnId: 'phieu-sau',
          revision: upon.manifest.revision + 1,
          ancestors: [...upon.manifest.ancestors, upon.digest],
          remarks: 'lời sau cùng',
        });
        const next = takeAll([{ manifest, digest, ballots: upon.ballots }], merged);
        expect(['newRevision', 'diverged']).toContain(next.outcomes[0]);
        if (next.outcomes[0] === 'newRevision') {
          expect(headDigests(next.held)).toEqual([digest]);
          // The file it was written upon said all that the merge, or what counted, says.
          expect(saysSame(before.side, { ballots: upon.ballots, conflicts: {}, remarks: upon.manifest.remarks })).toBe(
            true,
          );
        } else {
          const [last] = headsOf(revisionsOf(mergeAll(next.held)));
          expect(last?.side?.remarks).toContain('lời sau cùng');
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('settling places', () => {
  it('leaves a person to choose where one side abstained and the other went on judging', () => {
    const side = (changes: Partial<typeof blankBallot>): MergeSide => ({
      ...blankSide,
      ballots: { 'hs-1': { ...blankBallot, ...changes } },
    });
    const base = side({ comment: 'cũ' });
    const settled = (left: MergeSide, right: MergeSide) =>
      settlePlaces(base, left, right).find(({ part }) => part === 'abstained')?.settled;
    expect(settled(side({ comment: 'cũ', abstained: true }), side({ comment: 'mới' }))).toBe('conflict');
    expect(settled(side({ comment: 'mới' }), side({ comment: 'cũ', abstained: true }))).toBe('conflict');
    // Nothing was judged since: it may abstain.
    expect(settled(side({ comment: 'cũ', abstained: true }), base)).toBe('left');
  });

  it('keeps both texts whole where both are chosen', () => {
    fc.assert(
      fc.property(sideArbitrary, sideArbitrary, (left, right) => {
        const merge = mergeReturns(blankSide, left, right);
        const resolved = resolveMerge(
          merge,
          merge.conflicts.map((place) => ({
            place,
            choose: place.part === 'remarks' ? 'both' : 'left',
            reason: 'cả hai',
          })),
        );
        if (!resolved.ok) throw new Error('still open');
        if (merge.conflicts.some(({ part }) => part === 'remarks'))
          expect(resolved.side.remarks).toBe(joinTexts(left.remarks, right.remarks));
      }),
      { numRuns: 200 },
    );
  });

  it('finds two sides the same exactly when nothing is left to choose either way', () => {
    fc.assert(
      fc.property(sideArbitrary, sideArbitrary, (left, right) => {
        const differ = settlePlaces(blankSide, left, right).some(({ settled }) => settled !== 'same');
        expect(saysSame(left, right)).toBe(
          !differ || settlePlaces(left, left, right).every(({ settled }) => settled === 'same'),
        );
        expect(saysSame(left, left)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
