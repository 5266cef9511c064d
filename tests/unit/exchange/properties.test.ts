import { fc } from './arbitraries.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/exchange/canonical.ts';
import { headsOf, keepRevision, type HeldReturns } from '#domain/exchange/held-returns.ts';
import { judgeReturn, type OpenedReturn } from '#domain/exchange/intake.ts';
import { blankSide, mergeReturns, placeKey, resolveMerge, type MergeSide } from '#domain/exchange/merge.ts';
import { normaliseText } from '#domain/exchange/normalise.ts';
import { EXCHANGE_VERSION } from '#domain/exchange/envelope.ts';
import { migrate, migrations, type Migration } from '#domain/exchange/migrations.ts';
import { newPassphrase } from '#main/exchange/passphrase.ts';
import { openReturn } from '#main/exchange/return-file.ts';
import { displayFileName } from '#main/exchange/file-names.ts';
import { displayFileNameSchema } from '#domain/exchange/fields.ts';
import { ballotArbitrary, sideArbitrary } from './arbitraries.ts';
import { heldNothing, makeReturn, newSeat, type Seat } from './samples.ts';

let seat: Seat;
beforeAll(async () => {
  seat = await newSeat();
});

describe('import', () => {
  type Made = Pick<OpenedReturn, 'manifest' | 'digest'>;

  /** A family of revisions: each is written upon any of those before it, or upon nothing. */
  const family = async (parents: readonly number[]): Promise<readonly OpenedReturn[]> => {
    const made: Made[] = [];
    for (const [at, parent] of parents.entries()) {
      const upon = parent < made.length ? made[parent] : undefined;
      made.push(
        await makeReturn(seat, {
          returnId: `phieu-${at}`,
          revision: (upon?.manifest.revision ?? 0) + 1,
          ancestors: upon ? [...upon.manifest.ancestors, upon.digest] : [],
        }),
      );
    }
    return made.map(({ manifest, digest }) => ({ manifest, digest, ballots: {} }));
  };

  const importAll = (
    files: readonly OpenedReturn[],
    start: HeldReturns,
  ): { held: HeldReturns; outcomes: readonly string[] } => {
    let held = start;
    const outcomes = files.map((value) => {
      const verdict = judgeReturn({ ok: true, value }, held, {
        seatProofHolds: true,
        receivedAt: '2026-11-26T08:00:00Z',
      });
      const now = held.seats['tv-1'];
      // Diverged ones are kept as well, beside each other, until they are merged; older ones as history.
      if (now && verdict.action !== 'refuse')
        held = {
          ...held,
          seats: { 'tv-1': keepRevision(now, { ...value.manifest, digest: value.digest }, value.manifest.memberKey) },
        };
      return verdict.outcome;
    });
    return { held, outcomes };
  };

  const parentsArbitrary = fc.array(fc.nat(6), { minLength: 1, maxLength: 6 });

  it('does nothing the second time, and its result doesn’t depend on the order of the files', async () => {
    await fc.assert(
      fc.asyncProperty(parentsArbitrary, fc.infiniteStream(fc.nat()), async (parents, keys) => {
        const files = await family(parents);
        const once = importAll(files, heldNothing());
        const twice = importAll(files, once.held);
        expect(twice.held).toEqual(once.held);
        expect(twice.outcomes.filter((outcome) => outcome !== 'unchanged' && outcome !== 'older')).toEqual([]);
        const order = new Map(files.map((file) => [file, keys.next().value]));
        const shuffled = [...files].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        const other = importAll(shuffled, heldNothing());
        const heads = (held: HeldReturns) =>
          headsOf(held.seats['tv-1']?.revisions ?? [])
            .map(({ digest }) => digest)
            .sort();
        expect(heads(other.held)).toEqual(heads(once.held));
        expect((other.held.seats['tv-1']?.revisions ?? []).map(({ digest }) => digest).sort()).toEqual(
          (once.held.seats['tv-1']?.revisions ?? []).map(({ digest }) => digest).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('of an export gives the same content, byte for byte, exported again', async () => {
    await fc.assert(
      fc.asyncProperty(
        ballotArbitrary,
        ballotArbitrary,
        fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constant('nửa \uD83D')),
        async (one, two, remarks) => {
          const first = await makeReturn(seat, { ballots: { 'hs-1': one, 'hs-2': two }, remarks });
          const opened = await openReturn(first.bytes, seat.session.identity);
          if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
          const second = await makeReturn(seat, {
            ballots: opened.value.ballots,
            remarks: opened.value.manifest.remarks,
          });
          expect(second.digest).toBe(first.digest);
          expect(canonicalText(second.manifest)).toBe(canonicalText(first.manifest));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a merge', () => {
  /** Everything a side says, place by place, as text; blank places are left out. */
  const said = (side: MergeSide): ReadonlyMap<string, string> => {
    const result = new Map<string, string>();
    const say = (dossierId: string | null, part: string, key: string, value: unknown): void => {
      if (value !== null && value !== '' && value !== false)
        result.set(JSON.stringify([dossierId, part, key]), canonicalText(value));
    };
    say(null, 'remarks', '', side.remarks);
    for (const [id, reason] of Object.entries(side.conflicts))
      result.set(JSON.stringify([id, 'declaredConflict', '']), canonicalText(reason));
    for (const [id, ballot] of Object.entries(side.ballots)) {
      for (const [key, { value, comment }] of Object.entries(ballot.answers)) {
        say(id, 'answer', key, value);
        say(id, 'answerComment', key, comment);
      }
      for (const [key, text] of Object.entries(ballot.opinionFields)) say(id, 'opinionField', key, text);
      say(id, 'opinion', '', ballot.opinion);
      say(id, 'comment', '', ballot.comment);
      say(id, 'abstained', '', ballot.abstained);
    }
    return result;
  };

  it('never loses anything either side says', () => {
    fc.assert(
      fc.property(sideArbitrary, sideArbitrary, sideArbitrary, (base, left, right) => {
        const merge = mergeReturns(base, left, right);
        const merged = said(merge.merged);
        const open = new Set(merge.conflicts.map(placeKey));
        const [was, ours, theirs] = [said(base), said(left), said(right)];
        for (const [place, value] of [...ours, ...theirs]) {
          if (open.has(place)) continue;
          const other = ours.get(place) === value ? theirs.get(place) : ours.get(place);
          // It stands as said, or the other side said something newer than what this one merely left standing.
          expect(
            merged.get(place) === value ||
              (was.get(place) === value && other !== undefined && merged.get(place) === other),
          ).toBe(true);
        }
        for (const conflict of merge.conflicts)
          expect(canonicalText(conflict.left)).not.toBe(canonicalText(conflict.right));
      }),
      { numRuns: 500 },
    );
  });

  it('says nothing that no side said', () => {
    fc.assert(
      fc.property(sideArbitrary, sideArbitrary, sideArbitrary, (base, left, right) => {
        const all = [said(base), said(left), said(right)];
        for (const [place, value] of said(mergeReturns(base, left, right).merged))
          expect(all.some((side) => side.get(place) === value)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same from either side, and of a side with itself is that side', () => {
    fc.assert(
      fc.property(sideArbitrary, sideArbitrary, sideArbitrary, (base, left, right) => {
        const one = mergeReturns(base, left, right);
        const other = mergeReturns(base, right, left);
        expect(other.merged).toEqual(one.merged);
        expect(other.conflicts).toEqual(
          one.conflicts.map((conflict) => ({ ...conflict, left: conflict.right, right: conflict.left })),
        );
        const same = mergeReturns(base, left, left);
        expect(same.conflicts).toEqual([]);
        expect(canonicalText(same.merged)).toBe(canonicalText(left));
        const fastForward = mergeReturns(left, left, { ...left, remarks: 'thêm' });
        expect(fastForward.merged.remarks).toBe('thêm');
      }),
      { numRuns: 300 },
    );
  });

  it('waits for a choice with a reason at every conflict, then says what was chosen', () => {
    fc.assert(
      fc.property(sideArbitrary, sideArbitrary, fc.constantFrom('left', 'right'), (left, right, choose) => {
        const merge = mergeReturns(blankSide, left, right);
        const unexplained = merge.conflicts.map((place) => ({ place, choose, reason: ' ' }) as const);
        const early = resolveMerge(merge, unexplained);
        if (merge.conflicts.length > 0) expect(early).toEqual({ ok: false, open: merge.conflicts });
        const resolved = resolveMerge(
          merge,
          unexplained.map((choice) => ({ ...choice, reason: 'đã hỏi thành viên' })),
        );
        if (!resolved.ok) throw new Error('still open');
        const chosen = said(choose === 'left' ? left : right);
        const now = said(resolved.side);
        for (const conflict of merge.conflicts)
          expect(now.get(placeKey(conflict))).toBe(chosen.get(placeKey(conflict)));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps both texts whole where both are chosen at a conflict of comments', () => {
    const side = (comment: string): MergeSide => ({ ...blankSide, remarks: comment });
    const merge = mergeReturns(side('a'), side('b'), side('c'));
    expect(merge.conflicts).toHaveLength(1);
    const [place] = merge.conflicts;
    if (!place) throw new Error('no conflict');
    expect(resolveMerge(merge, [{ place, choose: 'both', reason: 'gộp' }])).toEqual({
      ok: true,
      side: side('b\n\nc'),
    });
  });
});

describe('texts', () => {
  it('are normal after normalising once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        expect(once).not.toContain('\r');
      }),
    );
  });

  it('that name files always become names every system can bear', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        expect(displayFileNameSchema.safeParse(displayFileName(name)).success, JSON.stringify(name)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of passphrases hold every letter about equally often', () => {
    const counts = new Map<string, number>();
    for (let at = 0; at < 2_000; at += 1)
      for (const letter of newPassphrase().replaceAll('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(14);
    for (const count of counts.values()) expect(Math.abs(count / ((2_000 * 16) / 14) - 1)).toBeLessThan(0.15);
  });
});

describe('migrations', () => {
  const keep: Migration['apply'] = { package: (m) => m, return: (m) => m, receipt: (m) => m };

  it('lead without a gap from version 1 to the current one', () => {
    expect(migrations.map(({ from }) => from)).toEqual(Array.from({ length: EXCHANGE_VERSION - 1 }, (_, at) => at + 1));
  });

  it('are applied one after another, for the kind in hand, and stamp each version', () => {
    const steps: readonly Migration[] = [
      { from: 1, purpose: 'thử', apply: { ...keep, return: (m) => ({ ...m, note: 'một' }) } },
      { from: 2, purpose: 'thử', apply: { ...keep, return: (m) => ({ ...m, note: `${String(m['note'])} hai` }) } },
    ];
    expect(migrate('return', 1, { version: 1 }, 3, steps)).toEqual({ version: 3, note: 'một hai' });
    expect(migrate('return', 2, { version: 2, note: 'x' }, 3, steps)).toEqual({ version: 3, note: 'x hai' });
    expect(migrate('package', 1, { version: 1 }, 3, steps)).toEqual({ version: 3 });
    expect(migrate('receipt', 3, { version: 3 }, 3, steps)).toEqual({ version: 3 });
    expect(() => migrate('return', 1, {}, 3, steps.slice(1))).toThrow('no migration from version 1');
  });
});
