import { describe, expect, test } from 'vitest';
import { applySession, emptySession } from '#domain/session/apply.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import type { Dossier, Member, Session } from '#domain/session/state.ts';
import { suspectsOf } from '../../../src-renderer/features/setup/suspects.ts';

const member = (id: string, name: string, organisation: string): Member => ({
  id,
  name,
  office: 'member',
  academicTitle: '',
  position: '',
  organisation,
  outside: true,
  email: '',
  phone: '',
});
const dossier = (id: string, hostOrganisation: string, principal: string): Dossier => ({
  id,
  code: id,
  title: '',
  hostOrganisation,
  principal,
  formId: null,
  products: [],
  deliveries: {},
  contest: '',
  lateness: { daysLate: 0, due: null, consented: false },
  attachments: [],
});
const after = (session: Session, events: readonly SessionEvent[], at = '2026-01-14T08:00:00.000Z'): Session =>
  events.reduce((before, event, index) => applySession(before, event, { seq: index + 1, at, actor: 'test' }), session);

const council = after(emptySession, [
  { type: 'member.added', member: member('m1', 'Nguyễn Văn A', 'Viện Mẫu') },
  { type: 'member.added', member: member('m2', 'Trần Thị B', 'Trường Mẫu') },
  { type: 'member.added', member: member('m3', '', '') },
  { type: 'dossier.added', dossier: dossier('d1', 'VIỆN  MẪU', 'Lê Văn C') },
  { type: 'dossier.added', dossier: dossier('d2', 'Trung tâm Mẫu', 'tran thi b') },
  { type: 'dossier.added', dossier: dossier('d3', '', '') },
]);
const found = (session: Session) => suspectsOf(session).map((one) => [one.member.id, one.dossier.id, one.why]);

describe('who may be connected with a dossier', () => {
  test('the people of the host and the principal are pointed at, however they are written; empty texts point at nobody', () => {
    expect(found(council)).toEqual([
      ['m1', 'd1', 'sameOrganisation'],
      ['m2', 'd2', 'samePerson'],
    ]);
  });

  test('a case that is recorded, even as dismissed, is no longer pointed at', () => {
    const looked = after(council, [
      { type: 'conflict.set', memberId: 'm1', dossierId: 'd1', state: 'dismissed', reason: 'chỉ trùng tên' },
    ]);
    expect(found(looked)).toEqual([['m2', 'd2', 'samePerson']]);
  });
});
