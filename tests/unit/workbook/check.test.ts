import { describe, expect, it } from 'vitest';
import { checkBallot } from '#domain/forms/points.ts';
import { ballotGaps, checkWorkbook, placeAnchor } from '#domain/workbook/check.ts';
import { ballotOf } from '#domain/workbook/state.ts';
import { after, dossier, everyScale, filled, givenPackage, opened } from './fixture.ts';

const gapsOfFirst = (...events: Parameters<typeof after>[1][]): readonly string[] => {
  const [first] = checkWorkbook(after(opened(), ...events)).dossiers;
  return (first?.gaps ?? []).map((gap) => `${gap.kind} ${placeAnchor(gap.place)}`);
};

describe('what is missing before sending', () => {
  it('names every open item of a blank ballot with its place', () => {
    expect(gapsOfFirst()).toEqual([
      'unanswered diem-urgency',
      'answerCommentMissing nhan-xet-urgency',
      'unanswered diem-method',
      'unanswered diem-overlap',
      'unanswered diem-quality_p1',
      'unanswered diem-quality_p2',
      'opinionMissing y-kien',
      'commentMissing nhan-xet-chung',
    ]);
  });

  it('finds nothing in a filled ballot and says so of the dossier, not of the workbook', () => {
    const check = checkWorkbook(after(opened(), ...filled('dossier-1')));
    expect(check.dossiers.map(({ state, answered, questions }) => [state, answered, questions])).toEqual([
      ['complete', 5, 5],
      ['untouched', 0, 5],
    ]);
    expect(check.ready).toBe(false);
    expect(checkWorkbook(after(opened(), ...filled('dossier-1'), ...filled('dossier-2'))).ready).toBe(true);
  });

  it('asks for the required words of the opinion chosen, and only of that one', () => {
    const events = [
      ...filled('dossier-1'),
      { type: 'opinion.set', dossierId: 'dossier-1', opinion: 'changes' },
    ] as const;
    expect(gapsOfFirst(...events)).toEqual(['opinionFieldMissing noi-dung-name']);
  });

  it('takes blanks and line ends for no comment', () => {
    expect(
      gapsOfFirst(...filled('dossier-1'), { type: 'comment.set', dossierId: 'dossier-1', comment: ' \n ' }),
    ).toEqual(['commentMissing nhan-xet-chung']);
  });

  it('asks nothing of a dossier with a declared conflict of interest or an abstention', () => {
    const workbook = after(
      opened(),
      { type: 'conflict.declared', dossierId: 'dossier-1', reason: 'Cùng cơ quan' },
      { type: 'abstained.set', dossierId: 'dossier-2', abstained: true },
    );
    const check = checkWorkbook(workbook);
    expect(check.dossiers.map(({ state }) => state)).toEqual(['conflict', 'complete']);
    expect(check.ready).toBe(true);
  });

  it('never calls a package without dossiers ready', () => {
    expect(checkWorkbook(opened(givenPackage({ dossiers: [] }))).ready).toBe(false);
  });

  it('asks to look again at a dossier that was replaced after it was judged, and only then', () => {
    const again = givenPackage({
      packageId: 'package-2',
      number: 2,
      dossiers: [dossier(1, { fingerprint: 'e'.repeat(64) }), dossier(2)],
    });
    const workbook = after(opened(), ...filled('dossier-1'), ...filled('dossier-2'), {
      type: 'package.opened',
      package: again,
    });
    const check = checkWorkbook(workbook);
    expect(check.dossiers.map(({ gaps }) => gaps.map(({ kind }) => kind))).toEqual([['changeNotSeen'], []]);
    expect(ballotOf(workbook, 'dossier-1').answers['urgency']?.value).toEqual({ kind: 'points', points: '12.5' });
    expect(checkWorkbook(after(workbook, { type: 'change.seen', dossierId: 'dossier-1' })).ready).toBe(true);
  });

  it('does not ask for things a later package no longer asks about', () => {
    const again = givenPackage({
      packageId: 'package-2',
      number: 2,
      dossiers: [dossier(1, { products: [{ id: 'p1', name: 'Mô hình điểm', group: 'I' }] })],
    });
    const workbook = after(opened(), ...filled('dossier-1'), { type: 'package.opened', package: again });
    expect(checkWorkbook(workbook).ready).toBe(true);
  });

  it('agrees with the form about what is complete', () => {
    const steps = filled('dossier-1');
    for (let count = 0; count <= steps.length; count += 1) {
      const ballot = ballotOf(after(opened(), ...steps.slice(0, count)), 'dossier-1');
      const { products } = dossier(1);
      expect(ballotGaps(everyScale, products, ballot).length).toBe(
        checkBallot(everyScale, products, ballot).problems.length,
      );
    }
  });
});
