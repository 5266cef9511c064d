import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#domain/contract/base.ts';
import { applySession } from '#domain/session/apply.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import type { HeldReturn, Session } from '#domain/session/state.ts';
import { differencesOf } from '../../../src-renderer/features/history/differences.ts';
import { gather } from '../../../src-renderer/features/history/gather.ts';
import { sampleSession } from '../documents/session-samples.ts';

const at = '2026-11-23T08:00:00.000Z';
const session = sampleSession();
const after = (...events: readonly SessionEvent[]): Session =>
  events.reduce((state, event) => applySession(state, event, { seq: 1, at, actor: 'secretary' }), session);
const member = Object.keys(session.returns)[0] ?? '';
const held = session.returns[member]?.[0];
if (!held) throw new Error('the sample has returns');
const name = session.members[member]?.name ?? '';

describe('what differs between two moments', () => {
  it('is nothing between a moment and itself', () => {
    expect(differencesOf(session, session, 'vi')).toEqual([]);
  });

  it('is told thing by thing, with what stood there and what stands now', () => {
    const now = after(
      { type: 'field.set', field: 'meeting.place', value: 'Phòng 5' },
      { type: 'attendance.set', memberId: member, attendance: { status: 'absent', reason: 'ốm', writtenComments: '' } },
    );
    const found = differencesOf(session, now, 'vi');
    expect(found.map(({ now: text }) => text)).toEqual(expect.arrayContaining(['Phòng 5', 'Vắng mặt. ốm']));
    expect(found.find(({ now: text }) => text === 'Phòng 5')?.then).toBe(session.meeting.place);
    // And backwards the other way round.
    expect(differencesOf(now, session, 'vi').map(({ then }) => then)).toEqual(found.map(({ now: text }) => text));
  });

  it('names two returns that diverged, their merge and its confirmation', () => {
    const right: HeldReturn = { ...held, digest: 'b'.repeat(64), code: 'KEPT-CODE', ancestors: [] };
    const merged: HeldReturn = {
      ...held,
      digest: 'c'.repeat(64),
      code: 'GOP-CODE',
      revision: held.revision + 1,
      ancestors: [held.digest, right.digest],
      merge: {
        left: held.digest,
        right: right.digest,
        base: null,
        codes: { left: held.code, right: right.code },
        choices: [],
        reason: 'hai máy',
        confirmed: null,
      },
    };
    const kept = after({ type: 'returns.imported', returns: [{ memberId: member, held: right, beside: true }] });
    expect(differencesOf(session, kept, 'vi')).toEqual([
      expect.objectContaining({
        place: `Phiếu của ${name} được giữ bên cạnh`,
        then: '',
        now: expect.stringContaining('KEPT-CODE') as string,
      }),
    ]);
    const waiting = applySession(
      kept,
      { type: 'returns.merged', memberId: member, merged },
      { seq: 2, at, actor: 'secretary' },
    );
    expect(differencesOf(kept, waiting, 'vi')[0]?.now).toContain('Bản gộp chờ xác nhận');
    const confirmed = applySession(
      waiting,
      { type: 'merge.confirmed', memberId: member, digest: merged.digest, how: 'ký' },
      { seq: 3, at, actor: 'secretary' },
    );
    expect(differencesOf(waiting, confirmed, 'vi')[0]?.now).toContain('thành viên đã xác nhận');
  });
});

describe('a history gathered', () => {
  const entry = (
    seq: number,
    second: number,
    label = 'sửa địa điểm họp',
    kind: HistoryEntry['kind'] = 'event',
  ): HistoryEntry => ({
    seq,
    at: new Date(Date.parse(at) + second * 1_000).toISOString(),
    actor: 'secretary',
    label: { vi: label, en: label },
    kind,
  });

  it('tells a run of typing as one deed, under its last entry', () => {
    const gathered = gather([entry(3, 100), entry(2, 60), entry(1, 10)]);
    expect(gathered).toEqual([{ entry: entry(3, 100), count: 3, oldest: entry(1, 10).at }]);
  });

  it('keeps apart what is of another name, too long ago, or an undo', () => {
    const entries = [
      entry(5, 200),
      entry(4, 100),
      entry(3, 90, 'thêm hồ sơ'),
      entry(2, 80, 'thêm hồ sơ', 'undo'),
      entry(1, 70, 'thêm hồ sơ'),
    ];
    expect(gather(entries).map(({ count }) => count)).toEqual([1, 1, 1, 1, 1]);
    expect(gather([])).toEqual([]);
  });
});
