import { describe, expect, test } from 'vitest';
import { applySession, emptySession } from '#domain/session/apply.ts';
import { deadlinesOf } from '#domain/session/deadlines.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import { refuseSessionEvent } from '#domain/session/refuse.ts';
import type { Session } from '#domain/session/state.ts';
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

  test('lock nothing', () => {
    expect(refuseSessionEvent(planned, { type: 'field.set', field: 'meeting.place', value: 'Hà Nội' })).toBeNull();
  });
});
