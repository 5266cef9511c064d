import { expect, test } from 'vitest';
import { blankBallot } from '#domain/forms/ballot.ts';
import { applySession, emptySession } from '#domain/session/apply.ts';
import { blankDossier, blankMember } from '#domain/session/blank.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import type { Session } from '#domain/session/state.ts';
import { stepsOf } from '#domain/session/steps.ts';
import { shippedPack } from '../conclusion/build-case.ts';

const after = (events: readonly SessionEvent[]): Session =>
  events.reduce<Session>(
    (state, event, index) =>
      applySession(state, event, { seq: index + 1, at: '2026-01-22T01:00:00.000Z', actor: 'secretary' }),
    { ...emptySession, pack: shippedPack('nscl-selection-2022') },
  );

const lacksOfPackages = (session: Session) => stepsOf(session).find(({ step }) => step === 'packages')?.lacks;

test('a member who has voted on paper needs no package, the others do', () => {
  const seated: readonly SessionEvent[] = [
    { type: 'member.added', member: { ...blankMember('m1'), name: 'Nguyễn Văn A' } },
    { type: 'member.added', member: { ...blankMember('m2'), name: 'Trần Thị B' } },
    { type: 'dossier.added', dossier: blankDossier('d1') },
  ];
  expect(lacksOfPackages(after(seated))).toEqual([{ code: 'membersWithoutPackage', count: 2 }]);
  const voted: SessionEvent = { type: 'paperBallot.entered', memberId: 'm1', dossierId: 'd1', ballot: blankBallot };
  expect(lacksOfPackages(after([...seated, voted]))).toEqual([{ code: 'membersWithoutPackage', count: 1 }]);
});
