import { describe, expect, it } from 'vitest';
import { changedSinceReturn, outgoing } from '#domain/workbook/outgoing.ts';
import { workbookInvariants } from '#domain/workbook/invariants.ts';
import { placedEventLabel } from '#domain/workbook/labels.ts';
import { workbookHead } from '#domain/workbook/head.ts';
import { after, dossier, filled, givenPackage, opened, returned } from './fixture.ts';

describe('what a return carries', () => {
  it('leaves out the ballot of a dossier with a declared conflict of interest and carries the declaration', () => {
    const workbook = after(opened(), ...filled('dossier-1'), ...filled('dossier-2'), {
      type: 'conflict.declared',
      dossierId: 'dossier-1',
      reason: 'Cùng cơ quan',
    });
    const sent = outgoing(workbook);
    expect(Object.keys(sent.ballots)).toEqual(['dossier-2']);
    expect(sent.conflicts['dossier-1']?.reason).toBe('Cùng cơ quan');
    expect(workbook.ballots['dossier-1']?.comment).toBe('Đồng ý.');
    const withdrawn = after(workbook, { type: 'conflict.withdrawn', dossierId: 'dossier-1' });
    expect(outgoing(withdrawn).ballots['dossier-1']?.comment).toBe('Đồng ý.');
  });

  it('leaves out what a later package no longer asks, and keeps it in the workbook', () => {
    const again = givenPackage({
      packageId: 'package-2',
      number: 2,
      dossiers: [dossier(1, { products: [{ id: 'p2', name: 'Tài liệu', group: 'II' }] })],
    });
    const workbook = after(opened(), ...filled('dossier-1'), ...filled('dossier-2'), {
      type: 'package.opened',
      package: again,
    });
    const sent = outgoing(workbook);
    expect(Object.keys(sent.ballots)).toEqual(['dossier-1']);
    expect(Object.keys(sent.ballots['dossier-1']?.answers ?? {})).not.toContain('quality:p1');
    expect(workbook.ballots['dossier-1']?.answers['quality:p1']?.value).toEqual({ kind: 'levels', level: 'pass' });
    expect(workbook.ballots['dossier-2']).toBeDefined();
  });

  it('sends an abstention and nothing of what was written before it', () => {
    const workbook = after(opened(), ...filled('dossier-1'), {
      type: 'abstained.set',
      dossierId: 'dossier-1',
      abstained: true,
    });
    expect(outgoing(workbook).ballots['dossier-1']).toEqual({
      answers: {},
      opinion: null,
      opinionFields: {},
      comment: '',
      abstained: true,
    });
    const back = after(workbook, { type: 'abstained.set', dossierId: 'dossier-1', abstained: false });
    expect(outgoing(back).ballots['dossier-1']?.comment).toBe('Đồng ý.');
  });

  it('knows whether anything that travels has changed since the last return', () => {
    const ready = after(opened(), ...filled('dossier-1'), ...filled('dossier-2'));
    expect(changedSinceReturn(ready)).toBe(true);
    const sent = after(ready, returned(ready, outgoing(ready)));
    expect(changedSinceReturn(sent)).toBe(false);
    const changed = after(sent, { type: 'remarks.set', remarks: 'Kính gửi thư ký' });
    expect(changedSinceReturn(changed)).toBe(true);
    expect(changedSinceReturn(after(changed, { type: 'remarks.set', remarks: '' }))).toBe(false);
    const later = givenPackage({ packageId: 'package-2', number: 2 });
    expect(changedSinceReturn(after(sent, { type: 'package.opened', package: later }))).toBe(true);
  });

  it('shows in the list how far it is, which revision was made and whether it was received', () => {
    const ready = after(opened(), ...filled('dossier-1'), {
      type: 'conflict.declared',
      dossierId: 'dossier-2',
      reason: 'Cùng cơ quan',
    });
    const sent = after(ready, returned(ready, outgoing(ready)));
    expect(workbookHead(sent)).toMatchObject({ dossiers: 2, complete: 2, revision: 1, received: false });
    const received = after(sent, {
      type: 'receipt.taken',
      revision: 1,
      receivedAt: '2026-11-24T08:00:00Z',
      code: 'CODE-1',
    });
    expect(workbookHead(received)).toMatchObject({ revision: 1, received: true });
  });

  it('holds its invariants after every event', () => {
    let workbook = opened();
    const again = givenPackage({
      packageId: 'package-2',
      number: 2,
      dossiers: [dossier(1, { fingerprint: 'e'.repeat(64) })],
    });
    for (const event of [...filled('dossier-1'), ...filled('dossier-2')]) {
      workbook = after(workbook, event);
      expect(workbookInvariants(workbook)).toEqual([]);
    }
    workbook = after(workbook, returned(workbook, outgoing(workbook)));
    expect(workbookInvariants(workbook)).toEqual([]);
    workbook = after(workbook, { type: 'package.opened', package: again });
    expect(workbook.changedDossiers).toEqual(['dossier-1']);
    expect(workbookInvariants(workbook)).toEqual([]);
    expect(workbookInvariants({ ...workbook, changedDossiers: ['dossier-2'] })).toEqual([
      'a changed dossier is not in the package: dossier-2',
    ]);
  });
});

describe('names of deeds', () => {
  it('say which criterion and which dossier', () => {
    const workbook = opened();
    expect(
      placedEventLabel(workbook, { type: 'answer.set', dossierId: 'dossier-1', key: 'method', value: null }),
    ).toEqual({
      vi: 'sửa điểm tiêu chí 2 của hồ sơ 1',
      en: 'edit a mark of criterion 2, dossier 1',
    });
    expect(placedEventLabel(workbook, { type: 'comment.set', dossierId: 'dossier-2', comment: '' }).vi).toBe(
      'sửa nhận xét chung của hồ sơ 2',
    );
    expect(placedEventLabel(workbook, { type: 'comment.set', dossierId: 'dossier-9', comment: '' }).vi).toBe(
      'sửa nhận xét chung',
    );
    expect(placedEventLabel(workbook, { type: 'remarks.set', remarks: '' }).vi).toBe('sửa lời nhắn cho thư ký');
  });
});
