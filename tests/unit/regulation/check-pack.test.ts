import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPack, readPack } from '#domain/regulation/check-pack.ts';
import { changeDraft, draftOf, versionOf } from '#domain/regulation/edit-pack.ts';
import { diffPacks } from '#domain/regulation/diff-packs.ts';
import type { Pack } from '#domain/regulation/pack.ts';
import { placeOf } from '#domain/regulation/placed-problem.ts';
import { shippedPack } from '../conclusion/build-case.ts';

const nscl = shippedPack('nscl-selection-2022');
const minimums = shippedPack('template-minimums');
const lateness = shippedPack('template-lateness');
const identification = shippedPack('identification-2023');

type Path = readonly (string | number)[];
/** The pack with one place altered, unchecked. */
const altered = (pack: Pack, path: Path, value: unknown): unknown => {
  const copy = structuredClone(pack) as unknown;
  const last = path.at(-1);
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  if (last !== undefined) at[last] = value;
  return copy;
};
const problemsOf = (data: unknown): readonly string[] => {
  const read = readPack(data);
  return read.ok ? [] : read.problems.map(({ place, code }) => `${place} ${code}`);
};
const council = ['councils', 0] as const;
const criterion = (index: number): Path => [...council, 'forms', 0, 'groups', 0, 'criteria', index];

describe('a contradictory pack is refused with the place and the reason', () => {
  test.each<readonly [string, Pack, Path, unknown, string]>([
    ['a sum that isn’t 100', nscl, [...criterion(0), 'scale', 'max'], '20', 'councils[0].forms[0].groups sumNotTotal'],
    [
      'a step of 0',
      nscl,
      [...criterion(0), 'scale', 'step'],
      '0',
      'councils[0].forms[0].groups[0].criteria[0].scale.step stepZero',
    ],
    [
      'a maximum off the step',
      nscl,
      [...criterion(0), 'scale', 'step'],
      '2',
      'councils[0].forms[0].groups[0].criteria[0].scale.step stepNotDividing',
    ],
    [
      'a minimum above the maximum',
      minimums,
      [...criterion(0), 'scale', 'min'],
      '11',
      'councils[0].forms[0].groups[0].criteria[0].scale.min minAboveMax',
    ],
    [
      'two criteria of one id',
      nscl,
      [...criterion(1), 'id'],
      'urgency',
      'councils[0].forms[0].groups[0].criteria[1].id doubleKey',
    ],
    [
      'a criterion the ladder doesn’t find',
      minimums,
      [...council, 'conclusion', 'ranking', 'ties', 0, 'criterion'],
      'nothing',
      'councils[0].conclusion.ranking.ties[0].criterion criterionUnknown',
    ],
    [
      'a quorum above the total',
      nscl,
      [...council, 'quorum', 'presence', 'fraction', 'num'],
      4,
      'councils[0].quorum.presence.fraction fractionAboveOne',
    ],
    [
      'more than everybody',
      nscl,
      [...council, 'quorum', 'presence', 'fraction'],
      { num: 3, den: 3, comparison: 'moreThan' },
      'councils[0].quorum.presence.fraction fractionNever',
    ],
    [
      'more reviewers needed than there are',
      nscl,
      [...council, 'quorum', 'offices', 0, 'min'],
      3,
      'councils[0].quorum.offices[0] quorumAboveOffice',
    ],
    [
      'an office nobody holds',
      minimums,
      [...council, 'quorum', 'offices', 0, 'office'],
      'viceChair',
      'councils[0].quorum.offices[0] officeUnknown',
    ],
    [
      'a quorum of the administrative secretary',
      nscl,
      [...council, 'quorum', 'offices', 0, 'office'],
      'administrativeSecretary',
      'councils[0].quorum.offices[0] notAMember',
    ],
    [
      'more offices than members',
      nscl,
      [...council, 'composition', 'offices', 2],
      { office: 'reviewer', min: 8, max: 8, source: nscl.vocabulary.source },
      'councils[0].composition.offices officesAboveSize',
    ],
    [
      'least above most members',
      nscl,
      [...council, 'composition', 'size', 'min'],
      10,
      'councils[0].composition.size sizeOrder',
    ],
    [
      'an allowed number out of range',
      minimums,
      [...council, 'composition', 'size', 'allowed'],
      [7, 13],
      'councils[0].composition.size.allowed[1] sizeAllowed',
    ],
    [
      'a counting committee larger than the council',
      nscl,
      [...council, 'composition', 'size'],
      { min: 1, max: 2, allowed: null, source: nscl.vocabulary.source },
      'councils[0].countingCommittee.size aboveSize',
    ],
    [
      'a threshold above the total',
      nscl,
      [...council, 'conclusion', 'threshold', 'points'],
      '101',
      'councils[0].conclusion.threshold.points aboveTotal',
    ],
    [
      'a rung after the authority',
      nscl,
      [...council, 'conclusion', 'ranking', 'ties', 2],
      { kind: 'castingVote', source: nscl.vocabulary.source },
      'councils[0].conclusion.ranking.ties[2] rungAfterEnd',
    ],
    [
      'the same rung twice',
      nscl,
      [...council, 'conclusion', 'ranking', 'ties', 1],
      { kind: 'chairScore', source: nscl.vocabulary.source },
      'councils[0].conclusion.ranking.ties[1] doubleRung',
    ],
    [
      'a ranking nothing can fail',
      nscl,
      [...council, 'conclusion', 'threshold'],
      null,
      'councils[0].conclusion.ranking rankingNeedsPass',
    ],
    [
      'minimums nobody set',
      nscl,
      [...council, 'conclusion', 'criterionMinimum'],
      { on: 'mean', source: nscl.vocabulary.source },
      'councils[0].conclusion.criterionMinimum minimumWithoutMin',
    ],
    [
      'no grade for the rest',
      lateness,
      [...council, 'conclusion', 'grades', 'rows', 3, 'when'],
      [{ points: '1', comparison: 'atLeast', late: { upTo: 'any' } }],
      'councils[0].conclusion.grades.rows[3].when gradeRest',
    ],
    [
      'levels in a form of points',
      nscl,
      [...criterion(0), 'scale'],
      { kind: 'levels', aspect: 'report' },
      'councils[0].forms[0].groups[0].criteria[0].scale wrongScale',
    ],
    [
      'an opinion to be against missing',
      identification,
      [...council, 'forms', 0, 'opinions', 1, 'meaning'],
      'for',
      'councils[0].forms[0].opinions noOpinions',
    ],
    [
      'a mark seen without a document',
      nscl,
      [...council, 'forms', 0, 'source', 'document'],
      null,
      'councils[0].forms[0].source markWithoutSource',
    ],
    [
      'a secondary mark without a document',
      nscl,
      ['appliesTo', 'source', 'document'],
      null,
      'appliesTo.source markWithoutSource',
    ],
    [
      'a document said to be seen that isn’t listed',
      minimums,
      ['documents'],
      minimums.documents.slice(0, 1),
      'councils[0].conclusion.threshold.source documentNotListed',
    ],
    ['dates the wrong way round', nscl, ['appliesTo', 'approvedFrom'], '2026-01-01', 'appliesTo datesOrder'],
    [
      'a change of nothing',
      nscl,
      ['change'],
      { author: 'A', at: '2026-11-23T08:00:00+07:00', reason: 'B' },
      'change changeWithoutBase',
    ],
  ])('%s', (name, pack, path, value, expected) => {
    expect(problemsOf(pack)).toEqual([]);
    const found = problemsOf(altered(pack, path, value));
    expect(found, name).toContain(expected);
  });

  test.each<readonly [string, Path, unknown, string, string]>([
    ['an unknown key', ['extra'], 1, '', 'có mục không biết: extra'],
    ['a missing part', ['title'], undefined, 'title', 'thiếu mục này'],
    [
      'a date that is none',
      ['appliesTo', 'approvedTo'],
      '2025-02-30',
      'appliesTo.approvedTo',
      'không phải ngày dạng NĂM-THÁNG-NGÀY',
    ],
    [
      'points with a comma',
      [...criterion(0), 'scale', 'max'],
      '15,5',
      'councils[0].forms[0].groups[0].criteria[0].scale.max',
      'cần một số, ví dụ 12,5',
    ],
    [
      'an unknown mark',
      [...council, 'forms', 0, 'source', 'mark'],
      'sure',
      'councils[0].forms[0].source.mark',
      'phải là một trong: seen, secondary, unverified',
    ],
  ])('%s', (_, path, value, place, reason) => {
    const read = readPack(altered(nscl, path, value));
    if (read.ok) throw new Error('taken');
    expect(read.problems).toContainEqual(
      expect.objectContaining({ place, reason: expect.objectContaining({ vi: reason }) as unknown }),
    );
  });

  test('whatever is cut out of a pack or put in its place, reading it never throws', () => {
    const paths: Path[] = [];
    const walk = (value: unknown, path: Path): void => {
      paths.push(path);
      if (typeof value === 'object' && value !== null)
        for (const [key, item] of Object.entries(value))
          walk(item, [...path, Array.isArray(value) ? Number(key) : key]);
    };
    walk(nscl, []);
    fc.assert(
      fc.property(fc.constantFrom(...paths.slice(1)), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
        const read = readPack(altered(nscl, path, value));
        if (!read.ok) for (const { reason } of read.problems) expect(reason.vi).not.toBe('');
        else expect(checkPack(read.pack)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const authorship = { author: 'Nguyễn Văn A', at: '2026-11-23T08:00:00+07:00', reason: 'Theo hướng dẫn nội bộ' };
const copied = (): Pack => draftOf(nscl, { id: 'own-selection', at: authorship.at });
const edited = (pack: Pack, path: Path, value: unknown): Pack => {
  const changed = changeDraft(pack, path, value);
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
  return changed.draft;
};

describe('editing a pack', () => {
  test('reasons are in words and not in the codes of the file', () => {
    const draft = edited(copied(), [...council, 'quorum', 'offices', 0, 'office'], 'viceChair');
    const without = edited(
      draft,
      [...council, 'composition', 'offices'],
      draft.councils[0]?.composition.offices.filter(({ office }) => office !== 'viceChair'),
    );
    const read = changeDraft(without, [...criterion(0), 'scale'], { kind: 'levels', aspect: 'quality' });
    expect(read.problems.map(({ reason }) => reason.vi)).toEqual(
      expect.arrayContaining([
        'chức danh “phó chủ tịch” không có trong thành phần hội đồng',
        'cách đánh giá “xuất sắc / đạt / không đạt” không dùng được khi kết luận theo điểm',
      ]),
    );
    expect(read.problems.map(({ reason }) => reason.en).join('\n')).not.toMatch(/viceChair|"/u);
  });

  test('a shipped pack is never changed in place', () => {
    const changed = changeDraft(nscl, [...council, 'conclusion', 'threshold', 'points'], '75');
    expect(changed.ok ? [] : changed.problems.map(({ reason }) => reason.vi)).toEqual([
      'bộ quy định kèm chương trình không sửa tại chỗ; hãy sao chép rồi sửa bản sao',
    ]);
  });

  test('a version names what it was made from, who made it, when and why', () => {
    const version = versionOf(copied(), nscl, authorship);
    expect(version.ok && version.pack).toMatchObject({
      id: 'own-selection',
      version: 1,
      template: false,
      basedOn: { id: 'nscl-selection-2022', version: 1 },
      change: authorship,
    });
    expect(versionOf(copied(), nscl, { ...authorship, reason: ' ' }).ok).toBe(false);
    expect(versionOf(copied(), nscl, { ...authorship, author: '' }).ok).toBe(false);
  });

  test('what is half done is kept, with everything that must still be put right', () => {
    const own = copied();
    const half = changeDraft(own, [...criterion(0), 'scale', 'max'], '16');
    expect(half.ok && half.problems.map(({ place, code }) => `${place} ${code}`)).toEqual([
      'councils[0].forms[0].groups sumNotTotal',
    ]);
    expect(half.ok && versionOf(half.draft, nscl, authorship).ok).toBe(false);
    const empty = changeDraft(own, ['title'], '');
    expect(empty.ok && empty.problems.map(({ place, code }) => `${place} ${code}`)).toEqual(['title shape.too_small']);
    const whole = changeDraft(half.ok ? half.draft : own, [...criterion(1), 'scale', 'max'], '49');
    expect(whole.ok && whole.problems).toEqual([]);
    expect(own).toEqual(copied());
  });

  test.each<readonly [string, Path, unknown, string]>([
    ['whole', [...council, 'composition', 'size', 'min'], null, 'cần một số nguyên'],
    ['whole, of a share', [...council, 'quorum', 'presence', 'fraction', 'num'], null, 'cần một số nguyên'],
    ['decimal', [...council, 'conclusion', 'threshold', 'points'], '', 'cần một số, ví dụ 12,5'],
  ])('a number that was cleared is missing until there is one: %s', (_, path, value, said) => {
    const cleared = changeDraft(copied(), path, value);
    expect(cleared.ok && cleared.problems.map(({ place, reason }) => [place, reason.vi])).toEqual([
      [placeOf(path), said],
    ]);
    expect(cleared.ok && versionOf(cleared.draft, nscl, authorship).ok).toBe(false);
    const given = changeDraft(cleared.ok ? cleared.draft : copied(), path, value === null ? 1 : '71');
    expect(given.ok && given.problems).toEqual([]);
  });

  test.each<readonly [string, Path, unknown]>([
    ['no text at all', ['title'], null],
    ['a place that isn’t there', ['councils', 4, 'name'], 'x'],
    ['its id', ['id'], 'another'],
    ['its being a draft nobody issued', ['draft'], false],
    ['a value of another kind', ['title'], 5],
    ['an unknown choice', [...council, 'quorum', 'presence', 'fraction', 'comparison'], 'exactly'],
  ])('%s can’t be set', (_, path, value) => {
    expect(changeDraft(copied(), path, value).ok).toBe(false);
  });

  test('items are added one past the end and taken out by undefined', () => {
    const { source } = copied().vocabulary;
    const ties: Path = [...council, 'conclusion', 'ranking', 'ties', 1];
    const withLot = edited(edited(copied(), ties, undefined), ties, { kind: 'lot', source });
    const { conclusion } = withLot.councils[0] ?? {};
    expect(conclusion?.method === 'points' ? conclusion.ranking?.ties.map(({ kind }) => kind) : []).toEqual([
      'chairScore',
      'lot',
    ]);
  });

  test('the next version comes after the one it was begun from', () => {
    const first = versionOf(copied(), nscl, authorship);
    if (!first.ok) throw new Error('refused');
    const draft = edited(
      draftOf(first.pack, { id: first.pack.id, at: authorship.at }),
      [...council, 'conclusion', 'threshold', 'points'],
      '75',
    );
    const second = versionOf(draft, nscl, { ...authorship, reason: 'Nâng ngưỡng' });
    if (!second.ok) throw new Error('refused');
    expect(second.pack).toMatchObject({
      version: 2,
      basedOn: { id: 'own-selection', version: 1 },
      change: { reason: 'Nâng ngưỡng' },
    });
    expect(
      diffPacks(first.pack, second.pack)
        .filter(({ place }) => !place.includes('.source'))
        .map(({ place, before, after }) => [place, before, after]),
    ).toEqual([['councils.selection.conclusion.threshold.points', '70', '75']]);
  });
});

describe('differences between packs', () => {
  test('none between a pack and itself', () => {
    expect(diffPacks(nscl, structuredClone(nscl))).toEqual([]);
  });

  test('added, removed, changed and moved items are told by their names', () => {
    const own = copied();
    const [selection] = own.councils;
    if (!selection) throw new Error('no council');
    const [first, second] = selection.deadlines;
    if (!first || !second) throw new Error('no deadlines');
    const changed: Pack = {
      ...own,
      title: 'Tên khác',
      councils: [
        {
          ...selection,
          deadlines: [{ ...second, amount: 2 }],
          dissent: { ...selection.dissent, text: 'Khác' },
          order: [...selection.order].reverse(),
        },
      ],
    };
    const found = diffPacks(own, changed);
    expect(found.map(({ kind, place }) => `${kind} ${place}`)).toEqual([
      'changed title',
      'removed councils.selection.deadlines.dossiersBefore',
      'changed councils.selection.deadlines.commentsBefore.amount',
      'changed councils.selection.dissent.text',
      'changed councils.selection.order',
    ]);
    expect(diffPacks(changed, own).find(({ place }) => place.endsWith('dossiersBefore'))?.kind).toBe('added');
  });
});
