import { describe, expect, test } from 'vitest';
import { lastDayFor } from '#domain/regulation/deadline-day.ts';
import { sourcesIn } from '#domain/regulation/mark.ts';
import { touchedBallots, type GivenBallot } from '#domain/regulation/pack-change.ts';
import { packFieldAt } from '#domain/text/messages/pack-fields.ts';
import { b8, marksBallot, shippedPack, withRules } from '../conclusion/build-case.ts';

const nscl = shippedPack('nscl-selection-2022');
const ballot: GivenBallot = { member: 'm1', dossier: 'd1', formId: 'b8', products: [], ballot: b8('12.5', '40', '30') };
const altered = (max: string, step: string) =>
  withRules(nscl, 'selection', (rules) => ({
    ...rules,
    forms: rules.forms.map((form) => ({
      ...form,
      groups: form.groups.map((group) => ({
        ...group,
        criteria: group.criteria.map((criterion) =>
          criterion.id === 'urgency'
            ? { ...criterion, scale: { kind: 'points' as const, max, step, min: null } }
            : criterion,
        ),
      })),
    })),
  }));

describe('changing the pack of a session that has ballots', () => {
  test('says which ballots it touches and how', () => {
    const effects = (to: typeof nscl) => touchedBallots(nscl, to, 'selection', [ballot]).map(({ effect }) => effect);
    expect(effects(nscl)).toEqual([]);
    expect(effects(withRules(nscl, 'selection', (rules) => ({ ...rules, name: 'Tên khác' })))).toEqual([]);
    expect(effects(altered('20', '0.5'))).toEqual(['formChanged']);
    expect(effects(shippedPack('national-selection-2023'))).toEqual(['formGone']);
  });

  test('tells a ballot that is worth other points', () => {
    const national = shippedPack('national-selection-2023');
    const other = withRules(national, 'selection', (rules) => ({
      ...rules,
      forms: rules.forms.map((form) => ({
        ...form,
        groups: form.groups.map((group) => ({
          ...group,
          criteria: group.criteria.map((criterion) =>
            criterion.id === 'content'
              ? { ...criterion, scale: { kind: 'marks' as const, top: 4, coefficient: '5' } }
              : criterion,
          ),
        })),
      })),
    }));
    const marks = { overview: 3, content: 3, products: 3, application: 3, plan: 3, capacity: 3 };
    const given = { ...ballot, formId: 'applied', ballot: marksBallot(marks) };
    expect(touchedBallots(national, other, 'selection', [given])).toMatchObject([
      { effect: 'otherTotal', totalBefore: '75', totalAfter: '72' },
    ]);
  });

  test('names what is no longer in order', () => {
    expect(touchedBallots(nscl, altered('15', '1'), 'selection', [ballot])).toEqual([
      {
        member: 'm1',
        dossier: 'd1',
        effect: 'newProblems',
        problems: [{ key: 'urgency', code: 'offStep' }],
        totalBefore: '82.5',
        totalAfter: null,
      },
    ]);
  });
});

describe('a deadline’s last day', () => {
  const deadline = (
    amount: number,
    unit: 'workingDays' | 'days' | 'months',
    relation: 'atLeastBefore' | 'atMostAfter',
  ) => ({
    id: 'x',
    text: 'x',
    amount,
    unit,
    relation,
    event: 'meeting' as const,
    source: { document: null, clause: null, mark: 'unverified' as const, note: null },
  });

  test.each([
    // 23/11/2026 is a Monday.
    [3, 'workingDays', 'atLeastBefore', '2026-11-23', '2026-11-18'],
    [1, 'workingDays', 'atLeastBefore', '2026-11-23', '2026-11-20'],
    [15, 'workingDays', 'atMostAfter', '2026-11-23', '2026-12-14'],
    [30, 'days', 'atMostAfter', '2026-11-23', '2026-12-23'],
    [6, 'months', 'atMostAfter', '2025-08-31', '2026-02-28'],
    [1, 'months', 'atLeastBefore', '2026-03-31', '2026-02-28'],
  ] as const)('%i %s %s %s is %s', (amount, unit, relation, event, day) => {
    expect(lastDayFor(deadline(amount, unit, relation), event)).toBe(day);
  });
});

describe('every field of a pack is explained', () => {
  test('by itself or by what it is part of', () => {
    const unexplained = new Set<string>();
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      if (typeof value === 'object' && value !== null) {
        for (const [key, item] of Object.entries(value))
          walk(item, [...path, Array.isArray(value) ? Number(key) : key]);
        return;
      }
      if (packFieldAt(path) === null) unexplained.add(path.filter((key) => typeof key === 'string').join('.'));
    };
    for (const id of [
      'nscl-selection-2022',
      'acceptance-2014',
      'identification-2023',
      'template-lateness',
      'template-minimums',
    ])
      walk(shippedPack(id), []);
    // What a person doesn't edit: names within the file, flags of shipped packs, and who changed what.
    const own = [
      'format',
      'id',
      'version',
      'draft',
      'template',
      'basedOn',
      'change',
      'regime',
      'councils.kind',
      'councils.conclusion.method',
    ];
    const ids = [...unexplained].filter((place) => !own.includes(place) && !/\.(id|perProduct)$/.test(place));
    expect(ids).toEqual([]);
  });

  test('sources by their own fields', () => {
    for (const { path } of sourcesIn(nscl).slice(0, 3)) {
      const place = path.filter((key) => typeof key !== 'symbol');
      expect(packFieldAt([...place, 'mark'])).toBe('source.mark');
    }
  });
});
