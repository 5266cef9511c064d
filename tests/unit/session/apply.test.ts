import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankBallot } from '#domain/forms/ballot.ts';
import { applySession, emptySession } from '#domain/session/apply.ts';
import { blankDossier, blankMember } from '#domain/session/blank.ts';
import { sessionEventSchema, type SessionEvent } from '#domain/session/events.ts';
import { sessionInvariants } from '#domain/session/invariants.ts';
import { sessionEventLabel } from '#domain/session/labels.ts';
import { refuseSessionEvent } from '#domain/session/refuse.ts';
import { sessionSchema, type Session } from '#domain/session/state.ts';

const at = (seq: number): string => new Date(Date.UTC(2026, 0, 22, 8, 0, seq)).toISOString();

const after = (events: readonly SessionEvent[], from: Session = emptySession): Session =>
  events.reduce(
    (state, event, index) => applySession(state, event, { seq: index + 1, at: at(index), actor: 'secretary' }),
    from,
  );

const memberIds = ['m1', 'm2', 'm3'];
const dossierIds = ['d1', 'd2'];
const member = fc.constantFrom(...memberIds);
const dossier = fc.constantFrom(...dossierIds);
const word = fc.string({ maxLength: 12 });
const small = fc.nat({ max: 4 });

const anyEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
  member.map((id): SessionEvent => ({ type: 'member.added', member: blankMember(id) })),
  member.map((memberId): SessionEvent => ({ type: 'member.removed', memberId })),
  fc.record({ memberId: member, to: small }).map((at): SessionEvent => ({ type: 'member.moved', ...at })),
  fc
    .record({ memberId: member, name: word })
    .map(({ memberId, name }): SessionEvent => ({ type: 'member.changed', memberId, changes: { name } })),
  dossier.map((id): SessionEvent => ({ type: 'dossier.added', dossier: blankDossier(id) })),
  dossier.map((dossierId): SessionEvent => ({ type: 'dossier.removed', dossierId })),
  fc
    .record({
      memberId: member,
      dossierId: dossier,
      state: fc.constantFrom('declared' as const, 'confirmed' as const, 'dismissed' as const),
      reason: word,
    })
    .map((event): SessionEvent => ({ type: 'conflict.set', ...event })),
  fc
    .record({ memberId: member, dossierId: dossier })
    .map((event): SessionEvent => ({ type: 'conflict.cleared', ...event })),
  fc
    .record({ memberId: member, status: fc.constantFrom('present' as const, 'online' as const, 'absent' as const) })
    .map(({ memberId, status }): SessionEvent => ({
      type: 'attendance.set',
      memberId,
      attendance: { status, reason: '', writtenComments: '' },
    })),
  fc
    .record({ memberId: member, dossierId: dossier })
    .map((event): SessionEvent => ({ type: 'paperBallot.entered', ...event, ballot: blankBallot })),
  fc
    .record({ memberId: member, dossierId: dossier })
    .map((event): SessionEvent => ({ type: 'paperBallot.removed', ...event })),
  fc
    .record({ memberId: member, dossierId: dossier, valid: fc.boolean(), reason: word })
    .map((event): SessionEvent => ({ type: 'ballot.ruled', ...event })),
  fc
    .array(member, { maxLength: 3 })
    .map((committee): SessionEvent => ({ type: 'counting.committeeSet', committee: [...new Set(committee)] })),
  fc
    .record({ issued: small, returned: small, valid: small, invalid: small })
    .chain((count) => dossier.map((id): SessionEvent => ({ type: 'counting.closed', counts: { [id]: count } }))),
  word.map((reason): SessionEvent => ({ type: 'counting.reopened', reason: `${reason}.` })),
  fc.boolean().map((secret): SessionEvent => ({ type: 'secretBallot.chosen', secret })),
  fc
    .record({ memberId: member, dossierId: dossier, cast: fc.boolean() })
    .map((event): SessionEvent => ({ type: 'secretBallot.paperMarked', ...event })),
  fc
    .record({ dossierId: dossier, paperId: fc.constantFrom('p1', 'p2') })
    .map((event): SessionEvent => ({ type: 'secretBallot.paperPut', ...event })),
  fc.subarray(memberIds).map((seats): SessionEvent => ({
    type: 'secretBallot.opened',
    taken: {},
    dossiers: { d1: { seats, setAside: 0, ballots: seats.map(() => blankBallot) } },
  })),
  fc.constant<SessionEvent>({ type: 'secretBallot.votedAgain', reason: 'x' }),
  fc.constant<SessionEvent>({ type: 'conclusion.adopted' }),
  fc.constant<SessionEvent>({ type: 'conclusion.withdrawn' }),
  fc.constant<SessionEvent>({ type: 'minutes.agreed' }),
  fc.constant<SessionEvent>({ type: 'minutes.redrafted' }),
  fc.constant<SessionEvent>({
    type: 'minutes.locked',
    documents: [{ kind: 'minutes', name: 'a.pdf', sha256: 'a'.repeat(64), size: 1 }],
  }),
  word.map((reason): SessionEvent => ({ type: 'minutes.corrected', reason: `${reason}.` })),
);

describe('a session', () => {
  it('keeps its invariants and its schema through any events that are not refused', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let state = emptySession;
        events.forEach((event, index) => {
          // A closed count must speak of dossiers there are; the screen fills it from the session itself.
          const speaksOfDossiers =
            event.type !== 'counting.closed' || Object.keys(event.counts).every((id) => state.dossiers[id]);
          if (speaksOfDossiers && refuseSessionEvent(state, event) === null)
            state = applySession(state, event, { seq: index + 1, at: at(index), actor: 'secretary' });
        });
        expect(sessionInvariants(state)).toEqual([]);
        expect(sessionSchema.safeParse(state).error).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('replays any journal without throwing, refused events included', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        after(events);
      }),
    );
  });

  it('never changes the state it was given', () => {
    const before = after([{ type: 'member.added', member: blankMember('m1') }]);
    const copy = structuredClone(before);
    after([{ type: 'member.changed', memberId: 'm1', changes: { name: 'Nguyễn Văn A' } }], before);
    expect(before).toEqual(copy);
  });

  it('gives every event a name in both languages', () => {
    for (const option of sessionEventSchema.options) {
      const type = option.shape.type.value;
      const label = sessionEventLabel({
        type,
        ...(type === 'field.set' ? { field: 'council.name', value: '' } : {}),
        reason: '',
      } as SessionEvent);
      expect(label.vi, type).toMatch(/\p{L}/u);
      expect(label.en, type).toMatch(/\p{L}/u);
    }
  });

  it('sets a field deep inside and leaves the rest alone', () => {
    const state = after([{ type: 'field.set', field: 'council.decision.number', value: '0000/QĐ-MAU' }]);
    expect(state.council.decision).toEqual({ ...emptySession.council.decision, number: '0000/QĐ-MAU' });
    expect(state.meeting).toBe(emptySession.meeting);
  });

  it('drops an adopted conclusion when the count is opened again', () => {
    const state = after([
      { type: 'dossier.added', dossier: blankDossier('d1') },
      { type: 'counting.closed', counts: { d1: { issued: 9, returned: 8, valid: 7, invalid: 1 } } },
      { type: 'conclusion.adopted' },
      { type: 'counting.reopened', reason: 'Thiếu một phiếu giấy' },
    ]);
    expect(state.conclusionAdoptedAt).toBeNull();
    expect(state.counting).toMatchObject({ closed: null, reopened: [{ reason: 'Thiếu một phiếu giấy' }] });
  });
});

describe('refusing an event', () => {
  const withCount = after([
    { type: 'member.added', member: blankMember('m1') },
    { type: 'dossier.added', dossier: blankDossier('d1') },
    { type: 'counting.closed', counts: { d1: { issued: 1, returned: 1, valid: 1, invalid: 0 } } },
  ]);

  it('keeps what was counted from changing while the count is closed', () => {
    const event: SessionEvent = { type: 'paperBallot.entered', memberId: 'm1', dossierId: 'd1', ballot: blankBallot };
    expect(refuseSessionEvent(withCount, event)).toEqual({ code: 'session.countClosed', details: {} });
    const reopened = after([{ type: 'counting.reopened', reason: 'x' }], withCount);
    expect(refuseSessionEvent(reopened, event)).toBeNull();
  });

  it('still takes what is said in the meeting while the count is closed', () => {
    expect(
      refuseSessionEvent(withCount, { type: 'field.set', field: 'meeting.endsAt', value: '2026-01-22T11:30' }),
    ).toBeNull();
  });

  it('refuses a count that does not add up', () => {
    const open = after([{ type: 'counting.reopened', reason: 'x' }], withCount);
    const close = (issued: number, returned: number, valid: number, invalid: number): SessionEvent => ({
      type: 'counting.closed',
      counts: { d1: { issued, returned, valid, invalid } },
    });
    expect(refuseSessionEvent(open, close(9, 8, 7, 2))?.code).toBe('session.countDoesNotAddUp');
    expect(refuseSessionEvent(open, close(7, 8, 7, 1))?.code).toBe('session.countDoesNotAddUp');
    expect(refuseSessionEvent(open, close(9, 8, 7, 1))).toBeNull();
  });

  it('takes no ballot of a recused member', () => {
    const recused = after([
      { type: 'member.added', member: blankMember('m1') },
      { type: 'dossier.added', dossier: blankDossier('d1') },
      { type: 'conflict.set', memberId: 'm1', dossierId: 'd1', state: 'confirmed', reason: 'cùng tổ chức' },
    ]);
    expect(
      refuseSessionEvent(recused, { type: 'paperBallot.entered', memberId: 'm1', dossierId: 'd1', ballot: blankBallot })
        ?.code,
    ).toBe('session.recusedBallot');
  });

  it('changes nothing of a session whose minutes are locked, except by a correction', () => {
    const locked = after(
      [
        { type: 'minutes.agreed' },
        { type: 'minutes.locked', documents: [{ kind: 'minutes', name: 'a.pdf', sha256: 'b'.repeat(64), size: 1 }] },
      ],
      withCount,
    );
    expect(refuseSessionEvent(locked, { type: 'field.set', field: 'meeting.place', value: 'x' })?.code).toBe(
      'session.minutesLocked',
    );
    const corrected = after([{ type: 'minutes.corrected', reason: 'sai giờ kết thúc' }], locked);
    expect(refuseSessionEvent(corrected, { type: 'field.set', field: 'meeting.place', value: 'x' })).toBeNull();
    expect(corrected.minutes.corrections).toMatchObject([{ number: 1, reason: 'sai giờ kết thúc' }]);
  });

  it('refuses a value that is not of its field', () => {
    expect(
      refuseSessionEvent(emptySession, { type: 'field.set', field: 'meeting.startsAt', value: '22/01/2026' })?.code,
    ).toBe('session.badField');
  });
});
