import { describe, expect, test } from 'vitest';
import { applySession, emptySession } from '#domain/session/apply.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import type { Dossier, Member, Session } from '#domain/session/state.ts';
import { isPackageStale } from '../../../src-renderer/features/packages/stale-package.ts';
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

describe('whether a package still holds what it should', () => {
  const hash = 'a'.repeat(64);
  const issued = after(council, [
    {
      type: 'packages.issued',
      packages: {
        m1: {
          packageId: 'p1',
          number: 1,
          dossiers: { d1: hash, d2: hash, d3: hash },
          formFingerprints: {},
          packFingerprint: hash,
          seatSecret: 'secret',
        },
      },
    },
  ]);

  test('it does right after it is made, and nobody is warned who has none', () => {
    expect(isPackageStale(issued, 'm1')).toBe(false);
    expect(isPackageStale(issued, 'm2')).toBe(false);
  });

  test.each<[string, SessionEvent]>([
    ['a dossier is added', { type: 'dossier.added', dossier: dossier('d4', '', '') }],
    ['a dossier is removed', { type: 'dossier.removed', dossierId: 'd2' }],
    [
      'a conflict is confirmed',
      { type: 'conflict.set', memberId: 'm1', dossierId: 'd1', state: 'confirmed', reason: '' },
    ],
    [
      'a file is added later',
      {
        type: 'attachment.added',
        dossierId: 'd1',
        attachment: { id: 'a1', name: 'a.pdf', sha256: hash, size: 1, pages: 1, addedAt: '2026-01-14T09:00:00.000Z' },
      },
    ],
  ])('it no longer does when %s', (_, event) => {
    expect(isPackageStale(after(issued, [event], '2026-01-14T09:00:00.000Z'), 'm1')).toBe(true);
  });

  test('a conflict that is only declared changes nothing', () => {
    const declared = after(issued, [
      { type: 'conflict.set', memberId: 'm1', dossierId: 'd1', state: 'declared', reason: '' },
    ]);
    expect(isPackageStale(declared, 'm1')).toBe(false);
  });
});
