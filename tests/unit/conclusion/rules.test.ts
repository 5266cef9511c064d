import { describe, expect, test } from 'vitest';
import type { Case } from '#domain/conclusion/case.ts';
import { conclude } from '#domain/conclusion/conclude.ts';
import type { Conclusion, DossierResult, Step } from '#domain/conclusion/step.ts';
import { blankBallot, type Ballot } from '#domain/forms/ballot.ts';
import type { CouncilRules, Pack, PointsRules } from '#domain/regulation/pack.ts';
import { b8, buildCase, council, dossier, given, pointsBallot, shippedPack, withRules } from './build-case.ts';

const nscl = shippedPack('nscl-selection-2022');
const source = { document: null, clause: null, mark: 'unverified' as const, note: null };

const withPoints = (rules: Partial<PointsRules>, more: Partial<CouncilRules> = {}): Pack =>
  withRules(nscl, 'selection', (own) => ({
    ...own,
    ...more,
    conclusion: own.conclusion.method === 'points' ? { ...own.conclusion, ...rules } : own.conclusion,
  }));

const ballots = (dossierId: string, given_: readonly Ballot[]) =>
  given_.map((ballot, index) => given(`m${index + 1}`, dossierId, ballot));
const same = (count: number, ballot: Ballot): readonly Ballot[] => Array.from({ length: count }, () => ballot);
const first = (conclusion: Conclusion): DossierResult => {
  const [result] = conclusion.dossiers;
  if (!result) throw new Error('no dossier');
  return result;
};
const find = (step: Step, id: string): Step => {
  const search = (one: Step): Step | undefined =>
    one.id === id ? one : one.children.map(search).find((found) => found);
  const found = search(step);
  if (!found) throw new Error(`no step ${id}`);
  return found;
};
const one = (pack: Pack, size: number, given_: readonly Ballot[], more: Partial<Case> = {}): Case =>
  buildCase(pack, 'selection', size, { dossiers: [dossier('d1', 'b8')], ballots: ballots('d1', given_), ...more });

describe('denominators', () => {
  test('recused members leave the present and the issued; abstaining ones stay and leave the mean alone', () => {
    const input = one(
      nscl,
      9,
      [...same(6, b8('15', '50', '35')), { ...blankBallot, abstained: true }, b8('0', '0', '0'), b8('0', '0', '0')],
      {
        recusals: [{ member: 'm8', dossier: 'd1', reason: 'Cùng cơ quan' }],
        attendance: { ...Object.fromEntries(council(8).map(({ id }) => [id, 'present' as const])), m9: 'absent' },
      },
    );
    const result = first(conclude(input));
    expect(result.denominators).toEqual({
      total: 9,
      attending: 8,
      recused: 1,
      present: 7,
      issued: 7,
      returned: 7,
      valid: 7,
      invalid: 0,
      abstained: 1,
      judged: 6,
      setAside: 2,
    });
    expect(result.mean?.rounded).toBe('100.00');
    expect(result.ballots.map(({ standing }) => standing)).toEqual([
      ...Array.from({ length: 6 }, () => 'judged'),
      'abstained',
      'recused',
      'absent',
    ]);
    expect(result.ballots[7]?.reason?.vi).toBe('Cùng cơ quan');
  });

  test('the administrative secretary is in no denominator', () => {
    const members = [
      ...council(7),
      { id: 'tk', name: 'Thư ký', office: 'administrativeSecretary' as const, outside: false, fromHost: false },
    ];
    const result = conclude(one(nscl, 7, same(7, b8('10', '40', '30')), { members }));
    expect(result.quorum).toMatchObject({ present: 7, total: 7 });
    expect(first(result).denominators.total).toBe(7);
  });

  test('online counts as present only where the pack says so', () => {
    const attendance = Object.fromEntries(
      council(9).map(({ id }, index) => [id, index < 5 ? ('present' as const) : ('online' as const)]),
    );
    const offline = withRules(nscl, 'selection', (rules) => ({
      ...rules,
      quorum: { ...rules.quorum, online: { counts: false, source } },
    }));
    expect(conclude(one(nscl, 9, same(9, b8('10', '40', '30')), { attendance })).quorum.met).toBe(true);
    const not = conclude(one(offline, 9, same(9, b8('10', '40', '30')), { attendance }));
    expect(not.quorum).toMatchObject({ met: false, present: 5 });
    expect(first(not).denominators.judged).toBe(5);
  });

  test('written comments of absent members are recorded and never counted', () => {
    const base = one(nscl, 9, same(8, b8('10', '40', '30')), {
      attendance: { ...Object.fromEntries(council(8).map(({ id }) => [id, 'present' as const])), m9: 'absent' },
    });
    const commented = { ...base, absentComments: [{ member: 'm9', dossier: 'd1', comment: 'Không đồng ý.' }] };
    expect(conclude(commented).dossiers).toEqual(conclude(base).dossiers);
    expect(find(conclude(commented).step, 'absentComments').outcome).toMatchObject({ kind: 'recorded' });
  });
});

describe('validity', () => {
  const reasonOf = (
    ballot: Ballot,
    ruling: Case['ballots'][number]['ruling'] = null,
    pack = nscl,
  ): string | undefined => {
    const input = one(pack, 7, [ballot, ...same(6, b8('10', '40', '30'))]);
    const ruled = {
      ...input,
      ballots: input.ballots.map((entry, index) => (index === 0 ? { ...entry, ruling } : entry)),
    };
    return first(conclude(ruled)).ballots[0]?.reason?.vi;
  };

  test('each reason is named, with the item it is about', () => {
    expect(reasonOf(pointsBallot({ urgency: '10', feasibility: '40' }))).toBe(
      'Bỏ trống mục “Tính hiệu quả và khả năng duy trì, nhân rộng của nhiệm vụ”',
    );
    expect(reasonOf(b8('15.5', '40', '30'))).toBe('Điểm vượt mức tối đa ở mục “Tính cấp thiết của nhiệm vụ”');
    expect(reasonOf(b8('15', '40.3', '30'))).toBe('Điểm không đúng bước điểm ở mục “Tính khả thi của nhiệm vụ”');
    expect(reasonOf(b8('15', '40', '30'), { valid: false, reason: 'Đánh hai ô' })).toBe(
      'Ban kiểm phiếu xác định không hợp lệ: Đánh hai ô',
    );
  });

  test('a missing comment makes a ballot invalid only where the pack says so, and a ruling can save it', () => {
    const silent = { ...b8('15', '40', '30'), comment: '' };
    const strict = withRules(nscl, 'selection', (rules) => ({
      ...rules,
      validity: { invalidWhen: [...rules.validity.invalidWhen, { reason: 'missingComment', source }] },
    }));
    expect(reasonOf(silent)).toBeUndefined();
    expect(reasonOf(silent, null, strict)).toBe('Thiếu nhận xét chung');
    expect(reasonOf(silent, { valid: true, reason: 'Có nhận xét bằng lời' }, strict)).toBeUndefined();
    expect(reasonOf(pointsBallot({ urgency: '1' }), { valid: true, reason: 'cho qua' }, strict)).toMatch(/^Bỏ trống/);
  });
});

describe('points', () => {
  test('a mean just under the threshold fails although it is shown as reaching it, and the reader is warned', () => {
    const input = one(nscl, 9, [...same(8, b8('10', '35', '25')), b8('10', '35', '24.5')]);
    const close = withPoints(
      { threshold: { points: '69.95', comparison: 'atLeast', source } },
      { rounding: { decimals: 1, mode: 'halfUp', use: 'shown', source } },
    );
    const shown = conclude({ ...input, pack: close });
    expect(first(shown)).toMatchObject({ verdict: 'notRecommended', mean: { exact: '629.5/9', rounded: '69.9' } });
    const loose = withPoints({}, { rounding: { decimals: 0, mode: 'halfUp', use: 'shown', source } });
    const warned = conclude({ ...input, pack: loose });
    expect(first(warned)).toMatchObject({ verdict: 'notRecommended', mean: { rounded: '70' } });
    expect(warned.warnings.map(({ vi }) => vi)).toContain(
      'Nếu làm tròn rồi mới so với ngưỡng, kết luận về “Hồ sơ d1” sẽ khác; bộ quy định so bằng số chính xác',
    );
  });

  test('where the pack lets the rounded mean decide, it does', () => {
    const deciding = withPoints({}, { rounding: { decimals: 0, mode: 'halfUp', use: 'decides', source } });
    const result = conclude(one(deciding, 9, [...same(8, b8('10', '35', '25')), b8('10', '35', '24.5')]));
    expect(first(result).verdict).toBe('recommended');
  });

  test.each([
    ['halfUp', '70.13'],
    ['halfEven', '70.12'],
    ['down', '70.12'],
  ] as const)('rounding %s of 70,125 is %s', (mode, rounded) => {
    const pack = withPoints({}, { rounding: { decimals: 2, mode, use: 'shown', source } });
    // 4 ballots: 280.5 / 4 = 70.125
    const result = conclude(
      one(pack, 4, [b8('10', '35', '25'), b8('10', '35', '25'), b8('10', '35', '25'), b8('10', '35', '25.5')]),
    );
    expect(first(result).mean).toMatchObject({ exact: '280.5/4', rounded });
  });

  test('“more than” and “at least” a threshold differ at the threshold', () => {
    const strict = withPoints({ threshold: { points: '70', comparison: 'moreThan', source } });
    const input = one(nscl, 7, same(7, b8('10', '35', '25')));
    expect(first(conclude(input)).verdict).toBe('recommended');
    expect(first(conclude({ ...input, pack: strict })).verdict).toBe('notRecommended');
  });

  test('“not applicable” is kept out of the criterion’s mean where the pack allows it', () => {
    const form = nscl.councils[0]?.forms[0];
    if (!form) throw new Error('no form');
    const lenient = withRules(nscl, 'selection', (rules) => ({
      ...rules,
      forms: [
        {
          ...form,
          groups: form.groups.map((group) => ({
            ...group,
            criteria: group.criteria.map((criterion) => ({ ...criterion, allowNotApplicable: true })),
          })),
        },
      ],
    }));
    const partly: Ballot = {
      ...b8('10', '40', '0'),
      answers: { ...b8('10', '40', '0').answers, effectiveness: { value: { kind: 'notApplicable' }, comment: '' } },
    };
    const result = first(conclude(one(lenient, 4, [partly, ...same(3, b8('10', '40', '30'))])));
    expect(result.mean?.rounded).toBe('80.00');
    expect(result.criteria.map(({ mean }) => [mean?.rounded, mean?.count])).toEqual([
      ['10.00', 4],
      ['40.00', 4],
      ['30.00', 3],
    ]);
    expect(first(conclude(one(nscl, 4, [partly, ...same(3, b8('10', '40', '30'))]))).ballots[0]?.standing).toBe(
      'invalid',
    );
  });

  test('no ballot counted is said, not concluded', () => {
    const result = first(conclude(one(nscl, 7, [])));
    expect(result).toMatchObject({ verdict: 'undetermined', mean: null, rank: null });
  });

  test('several tasks are ranked each on its own', () => {
    const input = buildCase(nscl, 'selection', 7, {
      dossiers: ['d1', 'd2', 'd3'].map((id) =>
        dossier(id, 'b8', { contest: id === 'd3' ? 'Nhiệm vụ B' : 'Nhiệm vụ A' }),
      ),
      ballots: [
        ...ballots('d1', same(7, b8('10', '40', '30'))),
        ...ballots('d2', same(7, b8('10', '40', '31'))),
        ...ballots('d3', same(7, b8('10', '40', '25'))),
      ],
    });
    expect(conclude(input).dossiers.map(({ verdict, rank }) => [verdict, rank])).toEqual([
      ['eligible', 2],
      ['recommended', 1],
      ['recommended', 1],
    ]);
  });
});

describe('the tie ladder', () => {
  const tied = (pack: Pack, more: Partial<Case> = {}): Case =>
    buildCase(pack, 'selection', 7, {
      dossiers: ['d1', 'd2', 'd3'].map((id) => dossier(id, 'b8')),
      ballots: ['d1', 'd2', 'd3'].flatMap((id) => ballots(id, same(7, b8('10', '40', '30')))),
      ...more,
    });
  const ranksOf = (conclusion: Conclusion) => conclusion.dossiers.map(({ rank }) => rank);
  const ladder = (...ties: NonNullable<PointsRules['ranking']>['ties']): Pack =>
    withPoints({ ranking: { recommend: 'first', ties, source } });

  test('a tie nothing breaks stays a tie: same place, next place skipped, nobody picked', () => {
    const conclusion = conclude(tied(ladder()));
    expect(ranksOf(conclusion)).toEqual([1, 1, 1]);
    expect(conclusion.dossiers.every(({ verdict }) => verdict === 'tied')).toBe(true);
    expect(conclusion.openTies).toEqual([{ contest: '', dossiers: ['d1', 'd2', 'd3'], awaits: 'nothing' }]);
  });

  test('a casting vote orders them, with its reason on record', () => {
    const pack = ladder({ kind: 'castingVote', source });
    expect(conclude(tied(pack)).openTies[0]?.awaits).toBe('castingVote');
    const cast = conclude(
      tied(pack, { ties: [{ kind: 'castingVote', order: ['d3', 'd1', 'd2'], reason: 'Phù hợp định hướng' }] }),
    );
    expect(ranksOf(cast)).toEqual([2, 3, 1]);
    expect(cast.openTies).toEqual([]);
    expect(JSON.stringify(cast.step)).toContain('Phù hợp định hướng');
  });

  test('a lot is drawn from the recorded seed for exactly the tied dossiers, the same each time', () => {
    const pack = ladder({ kind: 'lot', source });
    const drawn = (seed: string, dossiers = ['d1', 'd2', 'd3']): Conclusion =>
      conclude(tied(pack, { ties: [{ kind: 'lot', dossiers, seed }] }));
    expect(drawn('2026-11-23')).toEqual(drawn('2026-11-23'));
    expect([...ranksOf(drawn('2026-11-23'))].sort()).toEqual([1, 2, 3]);
    expect(ranksOf(drawn('2026-11-23', ['d2', 'd3']))).toEqual([1, 1, 1]);
    const orders = new Set(Array.from({ length: 60 }, (_, seed) => ranksOf(drawn(String(seed))).join()));
    expect(orders.size).toBe(6);
  });

  test('a rung that waits for an act is waited for: the lot below it isn’t drawn', () => {
    const pack = ladder({ kind: 'castingVote', source }, { kind: 'lot', source });
    const conclusion = conclude(tied(pack, { ties: [{ kind: 'lot', dossiers: ['d1', 'd2', 'd3'], seed: 'x' }] }));
    expect(ranksOf(conclusion)).toEqual([1, 1, 1]);
    expect(conclusion.openTies[0]?.awaits).toBe('castingVote');
  });

  test('the chair’s score is that of whoever presides, and silent where that member judged nothing', () => {
    const pack = ladder({ kind: 'chairScore', source });
    const base = tied(pack);
    const swap = (member: string, points: Record<string, Ballot>): Case => ({
      ...base,
      ballots: base.ballots.map((entry) =>
        entry.member === member && points[entry.dossier]
          ? { ...entry, ballot: points[entry.dossier] as Ballot }
          : entry,
      ),
    });
    const up = b8('11', '40', '30');
    const down = b8('9', '40', '30');
    const chairPrefers = swap('m1', { d2: up });
    const balanced: Case = {
      ...chairPrefers,
      ballots: chairPrefers.ballots.map((entry) =>
        entry.member === 'm2' && entry.dossier === 'd2' ? { ...entry, ballot: down } : entry,
      ),
    };
    expect(ranksOf(conclude(balanced))).toEqual([2, 1, 2]);
    const deputy: Case = {
      ...balanced,
      attendance: { ...balanced.attendance, m1: 'absent' },
      viceChairAuthorised: true,
    };
    // Without the chair the means differ: d2 lost the chair's extra point.
    expect(conclude(deputy).quorum.presiding).toBe('m2');
    const recused: Case = { ...base, recusals: [{ member: 'm1', dossier: 'd2', reason: '' }] };
    expect(ranksOf(conclude(recused))).toEqual([1, 1, 1]);
  });
});

describe('quorum', () => {
  test('the vice-chair presides only with the chair’s written authorisation', () => {
    const attendance = {
      ...Object.fromEntries(council(9).map(({ id }) => [id, 'present' as const])),
      m1: 'absent' as const,
    };
    const input = one(nscl, 9, same(9, b8('10', '40', '30')), { attendance });
    expect(conclude(input).quorum).toMatchObject({ met: false, presiding: null });
    expect(first(conclude(input))).toMatchObject({ verdict: 'noQuorum' });
    expect(conclude({ ...input, viceChairAuthorised: true }).quorum).toMatchObject({ met: true, presiding: 'm2' });
  });

  test('where recused members don’t count, a dossier can lack the quorum the session has', () => {
    const strict = withRules(nscl, 'selection', (rules) => ({
      ...rules,
      conflictOfInterest: { ...rules.conflictOfInterest, recused: { countsForQuorum: false, source } },
    }));
    const attendance = Object.fromEntries(
      council(9).map(({ id }, index) => [id, index < 6 ? ('present' as const) : ('absent' as const)]),
    );
    const input = one(strict, 9, same(6, b8('10', '40', '30')), {
      attendance,
      recusals: [{ member: 'm6', dossier: 'd1', reason: '' }],
    });
    expect(conclude(input).quorum.met).toBe(true);
    expect(first(conclude(input)).verdict).toBe('noQuorum');
    expect(first(conclude({ ...input, pack: nscl })).verdict).toBe('recommended');
  });

  test('a council of another size or with a member of the host in office is told, not stopped', () => {
    const acceptance = shippedPack('acceptance-2014');
    const members = council(8).map((member) => (member.id === 'm3' ? { ...member, fromHost: true } : member));
    const conclusion = conclude(buildCase(acceptance, 'acceptance', 8, { members, dossiers: [dossier('d1', 'm7')] }));
    expect(conclusion.warnings.map(({ vi }) => vi)).toEqual([
      'Thành phần Hội đồng: không đáp ứng “Ít nhất 9 thành viên”',
      'Thành phần Hội đồng: không đáp ứng “Thành viên của tổ chức chủ trì không giữ chức danh”',
      'Còn 8 phiếu phát ra chưa thu về cho “Hồ sơ d1”',
    ]);
    expect(conclusion.quorum.met).toBe(true);
  });

  test('what several dossiers lack alike is told once, by their numbers', () => {
    const dossiers = ['d1', 'd2', 'd3'].map((id) => dossier(id, 'b8'));
    const { warnings } = conclude(buildCase(nscl, 'selection', 9, { dossiers }));
    const about = warnings.filter(({ vi }) => vi.includes('chưa thu về'));
    expect(about).toEqual([
      {
        vi: 'Còn 9 phiếu phát ra chưa thu về cho từng hồ sơ số 1, 2, 3',
        en: '9 ballots issued for each of dossiers 1, 2, 3 and not returned',
      },
    ]);
  });

  test('the share of outside members is compared by whole numbers', () => {
    const moet = shippedPack('template-minimums');
    const seats = (outside: number) => council(9).map((member, index) => ({ ...member, outside: index < outside }));
    const outcome = (outside: number) =>
      find(conclude(buildCase(moet, 'selection', 9, { members: seats(outside) })).step, 'composition.outside').outcome
        .kind;
    expect([outcome(2), outcome(3)]).toEqual(['fails', 'holds']);
  });
});

describe('outliers', () => {
  const spread = [b8('15', '50', '35'), ...same(5, b8('12', '40', '28')), b8('5', '30', '15')];
  const flaggedBy = (pack: Pack, more: Partial<Case> = {}) => {
    const conclusion = conclude(one(pack, 7, spread, more));
    return {
      conclusion,
      flagged: first(conclusion)
        .ballots.filter(({ flagged }) => flagged)
        .map(({ member }) => member),
    };
  };

  test('off by default', () => {
    expect(flaggedBy(nscl).flagged).toEqual([]);
    expect(first(flaggedBy(nscl).conclusion).withoutFlagged).toBeNull();
  });

  test('an absolute distance flags, asks for a reason, shows the result without, and drops nothing', () => {
    const absolute = withPoints({}, { outlier: { mode: 'absolute', points: '20', source } });
    const { conclusion, flagged } = flaggedBy(absolute);
    // Mean 550/7 = 78.57; distances 21.43 and 28.57.
    expect(flagged).toEqual(['m1', 'm7']);
    expect(first(conclusion)).toMatchObject({
      mean: { exact: '550/7' },
      denominators: { judged: 7 },
      withoutFlagged: { mean: { rounded: '80.00', count: 5 }, verdict: 'recommended' },
    });
    expect(conclusion.warnings.map(({ vi }) => vi)).toContain(
      'Phiếu của Thành viên 7 cho “Hồ sơ d1” lệch xa điểm trung bình: cần ghi lý do',
    );
    const explained = flaggedBy(absolute, {
      outlierReasons: ['m1', 'm7'].map((member) => ({
        member,
        dossier: 'd1',
        reason: 'Đánh giá khác về tính khả thi',
      })),
    });
    expect(explained.flagged).toEqual(['m1', 'm7']);
    expect(explained.conclusion.warnings).toEqual([]);
  });

  test('exactly at the distance is not beyond it; a relative distance is a share of the mean', () => {
    const atEdge = one(withPoints({}, { outlier: { mode: 'absolute', points: '10', source } }), 2, [
      b8('10', '40', '30'),
      b8('10', '40', '10'),
    ]);
    expect(first(conclude(atEdge)).ballots.some(({ flagged }) => flagged)).toBe(false);
    const quarter = withPoints({}, { outlier: { mode: 'relative', num: 1, den: 4, source } });
    // A quarter of 550/7 is 19.64.
    expect(flaggedBy(quarter).flagged).toEqual(['m1', 'm7']);
    expect(flaggedBy(withPoints({}, { outlier: { mode: 'relative', num: 3, den: 10, source } })).flagged).toEqual([
      'm7',
    ]);
  });
});

describe('honesty', () => {
  test('a draft and a template say what they are', () => {
    const draft = conclude(
      buildCase(shippedPack('acceptance-draft-100'), 'acceptance', 9, { dossiers: [dossier('d1', 'draft100')] }),
    );
    expect(draft.warnings[0]?.vi).toMatch(/dự thảo/);
    const template = conclude(
      buildCase(shippedPack('template-bands'), 'acceptance', 7, { dossiers: [dossier('d1', 'm3369')] }),
    );
    expect(template.warnings[0]?.vi).toMatch(/mẫu tham khảo/);
  });

  test('a conclusion is no surer than the least sure rule it used', () => {
    const conclusion = conclude(one(nscl, 7, same(7, b8('10', '40', '30'))));
    expect(conclusion.mark).toBe('unverified');
    expect(first(conclusion).mark).toBe('unverified');
    expect(find(conclusion.step, 'dossier.d1.form').basis?.vi).toBe(
      'theo quy định (15/2022/TT-BKHCN, Điều 16, Mẫu B8-ĐGNV)',
    );
    expect(find(conclusion.step, 'dossier.d1.threshold').basis?.vi).toBe('chưa đối chiếu (15/2022/TT-BKHCN)');
  });
});
