import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { memberProblems } from '#domain/text/messages/member.ts';
import type { WorkbookEvent } from '#domain/workbook/events.ts';
import { refuseWorkbookEvent } from '#domain/workbook/refuse.ts';
import { emptyWorkbook } from '#domain/workbook/apply.ts';
import { outgoing } from '#domain/workbook/outgoing.ts';
import { after, filled, givenPackage, opened, returned } from './fixture.ts';

const dossierId = 'dossier-1';
const refused = (event: WorkbookEvent, workbook = opened()): string | null =>
  refuseWorkbookEvent(workbook, event)?.code ?? null;
const points = (text: string): WorkbookEvent => ({
  type: 'answer.set',
  dossierId,
  key: 'urgency',
  value: { kind: 'points', points: text },
});

describe('what may be recorded', () => {
  it('takes everything a filled ballot is made of', () => {
    for (const event of filled(dossierId)) expect(refused(event)).toBe(null);
  });

  it('refuses points above the most, and points off the step', () => {
    expect(refused(points('15'))).toBe(null);
    expect(refused(points('15.5'))).toBe('workbook.aboveMax');
    expect(refused(points('12.3'))).toBe('workbook.offStep');
    expect(refused({ type: 'answer.set', dossierId, key: 'method', value: { kind: 'marks', mark: 5 } })).toBe(
      'workbook.aboveMax',
    );
  });

  it('says the most and the given points in the reader’s own writing', () => {
    const refusal = refuseWorkbookEvent(opened(), points('15.5'));
    expect(refusal && memberProblems[refusal.code]?.vi(refusal.details)).toBe(
      'Điểm 15,5 vượt quá mức tối đa 15 của “Tính cấp thiết”. Điểm này chưa được ghi; hãy sửa lại.',
    );
  });

  it('compares points as decimals and never as binary fractions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (half) => {
        const text = half % 2 === 0 ? String(half / 2) : `${(half - 1) / 2}.5`;
        expect(refused(points(text))).toBe(half <= 30 ? null : 'workbook.aboveMax');
      }),
    );
  });

  it('refuses another scale, a criterion that always applies, and questions nobody asked', () => {
    expect(refused({ type: 'answer.set', dossierId, key: 'urgency', value: { kind: 'passFail', passed: true } })).toBe(
      'workbook.wrongScale',
    );
    expect(refused({ type: 'answer.set', dossierId, key: 'urgency', value: { kind: 'notApplicable' } })).toBe(
      'workbook.mustApply',
    );
    expect(refused({ type: 'answer.set', dossierId, key: 'method', value: { kind: 'notApplicable' } })).toBe(null);
    expect(refused({ type: 'answer.set', dossierId, key: 'quality', value: null })).toBe('workbook.unknownQuestion');
    expect(refused({ type: 'answer.set', dossierId, key: 'quality:p9', value: null })).toBe('workbook.unknownQuestion');
    expect(refused({ type: 'opinion.set', dossierId, opinion: 'maybe' })).toBe('workbook.unknownOpinion');
    expect(refused({ type: 'answer.commented', dossierId, key: 'overlap', comment: 'Chữ' })).toBe(
      'workbook.noCommentHere',
    );
  });

  it('refuses anything about a dossier that is not in the package', () => {
    expect(refused({ type: 'comment.set', dossierId: 'dossier-9', comment: 'Chữ' })).toBe('workbook.unknownDossier');
    expect(refused({ type: 'comment.set', dossierId, comment: 'Chữ' }, emptyWorkbook)).toBe('workbook.unknownDossier');
  });

  it('wants a reason for a conflict of interest, and no judgement after it', () => {
    expect(refused({ type: 'conflict.declared', dossierId, reason: '  ' })).toBe('workbook.conflictNeedsReason');
    expect(refused({ type: 'conflict.withdrawn', dossierId })).toBe('workbook.noConflict');
    const declared = after(opened(), { type: 'conflict.declared', dossierId, reason: 'Cùng cơ quan' });
    expect(refused(points('10'), declared)).toBe('workbook.conflictDeclared');
    expect(refused({ type: 'conflict.withdrawn', dossierId }, declared)).toBe(null);
  });

  it('takes a later package of the same seat and no other', () => {
    const opening = (changes: Parameters<typeof givenPackage>[0]): WorkbookEvent => ({
      type: 'package.opened',
      package: givenPackage(changes),
    });
    expect(refused(opening({ number: 2, packageId: 'package-2' }))).toBe(null);
    expect(refused(opening({ number: 1, packageId: 'package-2' }))).toBe('workbook.olderPackage');
    expect(refused(opening({ number: 2, sessionId: 'session-2' }))).toBe('workbook.otherSeat');
    expect(refused(opening({ number: 2, seat: { ...givenPackage().seat, memberId: 'member-2' } }))).toBe(
      'workbook.otherSeat',
    );
  });

  it('numbers returns without a gap and takes receipts for returns that were made', () => {
    const once = after(opened(), returned(opened(), outgoing(opened())));
    expect(refused(returned(opened(), outgoing(opened())), once)).toBe('workbook.revisionDisagrees');
    const receipt = (code: string): WorkbookEvent => ({
      type: 'receipt.taken',
      revision: 1,
      receivedAt: '2026-11-24T08:00:00Z',
      code,
    });
    expect(refused(receipt('CODE-1'), once)).toBe(null);
    expect(refused(receipt('CODE-2'), once)).toBe('workbook.receiptForNoReturn');
    expect(refused(receipt('CODE-1'))).toBe('workbook.receiptForNoReturn');
  });
});
