import { describe, expect, test } from 'vitest';
import { applySession, emptySession } from '#domain/session/apply.ts';
import { deadlinesOf } from '#domain/session/deadlines.ts';
import { sessionEventSchema, type SessionEvent } from '#domain/session/events.ts';
import { sessionInvariants } from '#domain/session/invariants.ts';
import { sessionKind } from '#domain/session/kind.ts';
import { refuseSessionEvent } from '#domain/session/refuse.ts';
import type { DayOff, Session } from '#domain/session/state.ts';
import { shippedPack } from '../conclusion/build-case.ts';

const at = '2026-11-01T08:00:00Z';
const after = (...events: readonly SessionEvent[]): Session =>
  events.reduce<Session>(
    (state, event, index) => applySession(state, event, { seq: index + 1, at, actor: 'x' }),
    emptySession,
  );

const session = after(
  { type: 'session.created', id: 's1' },
  { type: 'council.kindSet', kind: 'selection' },
  { type: 'pack.chosen', pack: shippedPack('nscl-selection-2022'), reason: '' },
);
// Monday 23/11/2026.
const planned = applySession(
  session,
  { type: 'field.set', field: 'meeting.startsAt', value: '2026-11-23T08:00' },
  { seq: 9, at, actor: 'x' },
);
const told = (state: Session, today: string) =>
  deadlinesOf(state, today).map(({ deadline, lastDay, state: stands }) => [deadline.id, lastDay, stands]);

describe('the deadlines of a session', () => {
  test('have no day before the meeting has one', () => {
    expect(told(session, '2026-11-10')).toEqual([
      ['dossiersBefore', null, 'unknown'],
      ['commentsBefore', null, 'unknown'],
    ]);
    expect(told(emptySession, '2026-11-10')).toEqual([]);
  });

  test.each([
    ['2026-11-18', 'open', 'open'],
    ['2026-11-19', 'missed', 'open'],
    ['2026-11-23', 'missed', 'missed'],
    ['2026-11-24', 'past', 'past'],
  ] as const)('three and one working days before the meeting, seen on %s', (today, dossiers, comments) => {
    expect(told(planned, today)).toEqual([
      ['dossiersBefore', '2026-11-18', dossiers],
      ['commentsBefore', '2026-11-20', comments],
    ]);
  });

  const off = (...daysOff: readonly DayOff[]): Session =>
    applySession(planned, { type: 'daysOff.set', daysOff: [...daysOff] }, { seq: 10, at, actor: 'x' });
  const tet = { name: 'Nghỉ lễ', from: '2026-11-19', to: '2026-11-20' };

  test('count no day off that the secretary named, in whatever order it was named', () => {
    const one = { name: '', from: '2026-11-16', to: '2026-11-16' };
    // Of the days before Monday 23/11 there are left Wednesday 18, Tuesday 17 and, Monday 16 being off, Friday 13.
    for (const state of [off(tet, one), off(one, tet)]) {
      expect(told(state, '2026-11-10').map(([id, day]) => [id, day])).toEqual([
        ['dossiersBefore', '2026-11-13'],
        ['commentsBefore', '2026-11-18'],
      ]);
      expect(state.daysOff).toEqual([one, tet]);
      expect(sessionInvariants(state)).toEqual([]);
    }
    expect(told(off(), '2026-11-10')).toEqual(told(planned, '2026-11-10'));
  });

  test('days off that end before they begin, or last for years, are not taken', () => {
    const taken = (daysOff: unknown): boolean => sessionEventSchema.safeParse({ type: 'daysOff.set', daysOff }).success;
    expect(taken([tet])).toBe(true);
    expect(taken([{ ...tet, to: '2026-11-18' }])).toBe(false);
    expect(taken([{ ...tet, to: '2036-11-20' }])).toBe(false);
    expect(sessionInvariants({ ...planned, daysOff: [{ ...tet, to: '2026-11-18' }] })).not.toEqual([]);
  });

  test('days off are named in the history, can be taken back, and touch no page: locked minutes let them be', () => {
    const event = { type: 'daysOff.set', daysOff: [tet] } as const satisfies SessionEvent;
    expect(sessionKind.label(event)).toEqual({ vi: 'sửa các ngày nghỉ', en: 'edit the days off' });
    expect(sessionKind.undoable?.(event)).toBe(true);
    const locked: Session = { ...planned, minutes: { ...planned.minutes, state: 'locked', lockedAt: at } };
    expect(refuseSessionEvent(locked, event)).toBeNull();
  });

  test('lock nothing', () => {
    expect(refuseSessionEvent(planned, { type: 'field.set', field: 'meeting.place', value: 'Hà Nội' })).toBeNull();
  });
});
