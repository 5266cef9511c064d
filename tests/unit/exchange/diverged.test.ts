import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BinaryFile } from '#domain/contract/binary.ts';
import { settlePlaces } from '#domain/exchange/merge.ts';
import type { MergePick } from '#domain/exchange/merge-record.ts';
import { buildReasoningAppendix } from '#domain/documents/build/reasoning-appendix.ts';
import { buildScoreSheet } from '#domain/documents/build/score-sheet.ts';
import { paperInputOf } from '#domain/documents/paper-input.ts';
import { textsOf } from '#domain/documents/paper-text.ts';
import { buildPaper, setOf } from '#domain/documents/set.ts';
import { heldBallot } from '#domain/session/ballots.ts';
import { divergedPair, openMerge, sideOf } from '#domain/session/diverged.ts';
import { sessionInvariants } from '#domain/session/invariants.ts';
import { currentReturn, type Session } from '#domain/session/state.ts';
import { stepsOf } from '#domain/session/steps.ts';
import { createApplication, type Application } from '#main/application/application.ts';
import { VAULT_VARIABLE } from '#main/cli/with-application.ts';
import { runCommand } from '#main/cli/run-command.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { vaultPassphrase, workOnTwoComputers, type Diverged } from '../../support/two-computers.ts';

let folder: string;
let made: Diverged;
let application: Application;
let untouched: Session;

const state = async (): Promise<Session> =>
  (await application.services.sessions.get({ sessionId: made.sessionId })).session;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoidong-diverged-'));
  made = await workOnTwoComputers(folder);
  application = await createApplication(nodePorts('cli', join(folder, 'secretary'), () => undefined));
  await application.services.vault.unlock({ passphrase: vaultPassphrase });
  untouched = await state();
}, 120_000);
afterAll(async () => {
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

afterEach(async () => {
  expect(sessionInvariants(await state())).toEqual([]);
  // Whatever was done can be taken back, to the very state before.
  for (let left = 20; left > 0 && !isDeepStrictEqual(await state(), untouched); left -= 1)
    await application.services.sessions.undo({ sessionId: made.sessionId });
  expect(await state()).toEqual(untouched);
});

const take = async (...files: readonly BinaryFile[]): Promise<readonly string[]> => {
  const { returns } = application.services;
  const { batchId, lines } = await returns.preview({ sessionId: made.sessionId, files: [...files] });
  if (lines.some(({ applies }) => applies)) await returns.apply({ sessionId: made.sessionId, batchId });
  return lines.map(({ code }) => code);
};

const picks = (session: Session, choose: (part: string) => MergePick['choose']): readonly MergePick[] => {
  const pair = divergedPair(session, made.memberId);
  if (!pair) throw new Error('nothing to merge');
  return settlePlaces(
    pair.base ? sideOf(pair.base) : { ballots: {}, conflicts: {}, remarks: '' },
    sideOf(pair.left),
    sideOf(pair.right),
  )
    .filter(({ settled }) => settled === 'conflict')
    .map(({ dossierId, part, key }) => ({ place: { dossierId, part, key }, choose: choose(part) }));
};

const merge = async (choose: (part: string) => MergePick['choose'] = () => 'left'): Promise<void> => {
  const session = await state();
  const pair = divergedPair(session, made.memberId);
  if (!pair) throw new Error('nothing to merge');
  await application.services.merges.make({
    sessionId: made.sessionId,
    memberId: made.memberId,
    left: pair.left.digest,
    right: pair.right.digest,
    choices: [...picks(session, choose)],
    reason: 'Thành viên chọn qua điện thoại',
  });
};

const confirm = async (): Promise<void> => {
  const digest = openMerge(await state(), made.memberId)?.digest ?? '';
  await application.services.sessions.record({
    sessionId: made.sessionId,
    events: [{ type: 'merge.confirmed', memberId: made.memberId, digest, how: 'Thành viên ký vào phiếu in' }],
  });
};

const lacks = async (): Promise<readonly string[]> =>
  stepsOf(await state()).flatMap(({ step, lacks: found }) => (step === 'returns' ? found.map(({ code }) => code) : []));

describe('a return that diverged', () => {
  it('is kept beside the counted one, with its bytes, and changes nothing that is counted', async () => {
    expect(await take(made.base, made.left)).toEqual(['accepted', 'newRevision']);
    const before = await state();
    expect(await take(made.right)).toEqual(['diverged']);
    const after = await state();
    expect(currentReturn(after, made.memberId)).toEqual(currentReturn(before, made.memberId));
    const [kept] = after.divergedReturns[made.memberId] ?? [];
    if (!kept) throw new Error('not kept');
    const bytes = await application.archive.sessions
      .files(made.sessionId)
      .read(`return-${kept.digest.slice(0, 32)}.hdphieu`);
    expect(Buffer.from(bytes ?? []).equals(Buffer.from(await made.right.arrayBuffer()))).toBe(true);
    expect(divergedPair(after, made.memberId)?.base?.revision).toBe(1);
    expect(await lacks()).toContain('divergedReturns');
    // A second time it changes nothing.
    expect(await take(made.right)).toEqual(['unchanged']);
    expect(await take(made.left, made.base)).toEqual(['unchanged', 'older']);
  });

  it('leads to the same held returns in whatever order a batch brings them', async () => {
    await take(made.right, made.base, made.left);
    const one = await state();
    await application.services.sessions.undo({ sessionId: made.sessionId });
    await take(made.left, made.right, made.base);
    const other = await state();
    const digests = (session: Session) => [
      (session.returns[made.memberId] ?? []).map(({ digest }) => digest),
      (session.divergedReturns[made.memberId] ?? []).map(({ digest }) => digest),
    ];
    expect(digests(other)).toEqual(digests(one));
    expect(divergedPair(one, made.memberId)?.left.digest).toBe(divergedPair(other, made.memberId)?.left.digest);
  });

  it('merged, counts only once the member’s confirmation is written down', async () => {
    await take(made.base, made.left, made.right);
    await merge((part) => (part === 'comment' ? 'both' : 'right'));
    const waiting = await state();
    const counted = heldBallot(waiting, made.memberId, made.dossierId)?.ballot;
    expect(counted?.comment).toBe('Viết ở cơ quan: cần làm rõ kinh phí.');
    expect(await lacks()).toEqual(expect.arrayContaining(['unconfirmedMerges']));
    await confirm();
    const held = currentReturn(await state(), made.memberId);
    expect(held?.merge).toMatchObject({
      reason: 'Thành viên chọn qua điện thoại',
      confirmed: { how: 'Thành viên ký vào phiếu in' },
    });
    const ballot = held?.ballots[made.dossierId];
    expect(ballot?.comment).toBe('Viết ở cơ quan: cần làm rõ kinh phí.\n\nViết ở nhà: tiến độ khả thi.');
    expect(divergedPair(waiting, made.memberId)).toBeNull();
    const sent = (await state()).divergedReturns[made.memberId]?.[0]?.ballots[made.dossierId];
    for (const key of made.keys) expect(ballot?.answers[key]).toEqual(sent?.answers[key]);
    expect(held?.ancestors).toHaveLength(3);
  });

  it('is never printed as if the member had signed it', async () => {
    await take(made.base, made.left, made.right);
    const appendix = (session: Session): string =>
      textsOf(buildReasoningAppendix({ session, conclusion: null })).join('\n');
    const page = (session: Session, id: string): string => {
      const paper = buildPaper({ session, conclusion: null }, id);
      return paper ? textsOf(paper).join('\n') : '';
    };
    // Who signs the score sheet sees which ballot was put together, beside its points.
    const sheet = (session: Session): readonly string[] => {
      const present = { status: 'present', reason: '', writtenComments: '' } as const;
      const attendance = Object.fromEntries(session.memberOrder.map((id) => [id, present]));
      return textsOf(buildScoreSheet(paperInputOf({ ...session, attendance })));
    };
    const marks = (session: Session) => [
      sheet(session).filter((text) => text.endsWith(' (*)')),
      sheet(session).filter((text) => text.startsWith('(*) Phiếu do thư ký gộp')).length,
    ];
    const pageId = `phieu-${made.dossierId}-${made.memberId}`;
    const diverged = await state();
    const [left, right] = [
      diverged.returns[made.memberId]?.at(-1)?.code ?? '?',
      diverged.divergedReturns[made.memberId]?.[0]?.code ?? '?',
    ];
    expect(appendix(diverged)).toContain('Tệp, lần gửi 2, giữ lại, không tính');
    expect(page(diverged, pageId)).not.toContain('Bản gộp');
    expect(marks(diverged)).toEqual([[], 0]);
    await merge();
    const waiting = await state();
    expect(marks(waiting)).toEqual([[], 0]);
    expect(appendix(waiting)).toContain('Bản gộp chờ thành viên xác nhận, không tính');
    expect(page(waiting, pageId)).not.toContain('Bản gộp');
    expect(page(waiting, `${pageId}-ban-gop`)).toContain('Bản gộp chưa được tính');
    expect(setOf({ session: waiting, conclusion: null }).map(({ id }) => id)).not.toContain(`${pageId}-ban-gop`);
    await confirm();
    const confirmed = await state();
    // Once: on the dossier on which the files differ, not on the one where they say the same.
    expect(marks(confirmed)).toEqual([[`${confirmed.members[made.memberId]?.name ?? '?'} (*)`], 1]);
    const said = `mã ${left} và ${right}. Chữ ký số của thành viên có trên từng tệp, không có trên bản gộp.`;
    for (const text of [appendix(confirmed), page(confirmed, pageId)]) {
      expect(text).toContain(said);
      expect(text).toContain('Thành viên ký vào phiếu in');
    }
    expect(appendix(confirmed)).toContain('Thành viên chọn qua điện thoại');
    expect(page(confirmed, `${pageId}-ban-gop`)).toBe('');
    // Another dossier says the same in both files: the member signed all of it.
    const other = Object.keys(made.table).find((id) => id !== made.dossierId) ?? '';
    expect(page(confirmed, `phieu-${other}-${made.memberId}`)).toContain(
      'giống hệt nhau trên mọi tệp thành viên đã ký',
    );
    // The receipt is for what the member sent.
    expect(page(confirmed, `bien-nhan-${made.memberId}`)).toContain(left);
  });

  it('has every further file judged rightly after the merge', async () => {
    await take(made.base, made.left, made.right);
    await merge();
    await confirm();
    expect(await take(made.left, made.right, made.base)).toEqual(['older', 'older', 'older']);
    expect(await take(made.leftAgain)).toEqual(['diverged']);
    const pair = divergedPair(await state(), made.memberId);
    // Only what was written since the left one is in question; the rest stands as merged.
    expect(pair?.base?.revision).toBe(2);
    expect(picks(await state(), () => 'left')).toHaveLength(0);
    await merge();
    const again = openMerge(await state(), made.memberId);
    expect(again?.ballots[made.dossierId]?.comment).toBe('Viết lại ở cơ quan sau khi đã gửi.');
    expect(again?.merge?.choices).toEqual([]);
    // Nothing was dropped: what the first merge took from the right stands.
    const first = (await state()).returns[made.memberId]?.at(-2);
    expect(again?.ballots[made.dossierId]?.answers).toEqual(first?.ballots[made.dossierId]?.answers);
  });

  it('can be taken back to both files held, and redone', async () => {
    await take(made.base, made.left, made.right);
    const before = await state();
    await merge();
    const merged = await state();
    await application.services.sessions.undo({ sessionId: made.sessionId });
    expect(await state()).toEqual(before);
    await application.services.sessions.redo({ sessionId: made.sessionId });
    expect(await state()).toEqual(merged);
    const digest = openMerge(merged, made.memberId)?.digest ?? '';
    await application.services.sessions.record({
      sessionId: made.sessionId,
      events: [{ type: 'merge.withdrawn', memberId: made.memberId, digest, reason: 'Thành viên không đồng ý' }],
    });
    expect(await state()).toEqual(before);
  });

  it('is refused where a conflict is not chosen, or the two are no longer the ones that wait', async () => {
    await take(made.base, made.left, made.right);
    const pair = divergedPair(await state(), made.memberId);
    const given = { sessionId: made.sessionId, memberId: made.memberId, reason: 'vì', choices: [] };
    const { merges } = application.services;
    await expect(
      merges.make({ ...given, left: pair?.left.digest ?? '', right: pair?.right.digest ?? '' }),
    ).rejects.toMatchObject({ code: 'session.mergeOpen', details: { count: 2 } });
    await expect(
      merges.make({ ...given, left: pair?.right.digest ?? '', right: pair?.left.digest ?? '' }),
    ).rejects.toMatchObject({ code: 'session.nothingToMerge' });
  });

  it('from a computer with a key of its own is kept and merged two-way, once that key is allowed', async () => {
    await take(made.base);
    const { returns, sessions } = application.services;
    const { lines } = await returns.preview({ sessionId: made.sessionId, files: [made.anew] });
    expect(lines[0]).toMatchObject({ code: 'otherKey', applies: false });
    await sessions.record({
      sessionId: made.sessionId,
      events: [
        {
          type: 'seat.furtherKeyAllowed',
          memberId: made.memberId,
          publicKey: String(lines[0]?.details['key']),
          reason: 'Thành viên chấm trên hai máy',
        },
      ],
    });
    expect(await take(made.anew)).toEqual(['diverged']);
    expect(divergedPair(await state(), made.memberId)?.base).toBeNull();
    expect(
      (
        await returns.receipt({
          sessionId: made.sessionId,
          memberId: made.memberId,
          digest: divergedPair(await state(), made.memberId)?.right.digest,
        })
      ).size,
    ).toBeGreaterThan(0);
    await merge((part) => (part === 'comment' ? 'both' : 'left'));
    await confirm();
    expect(currentReturn(await state(), made.memberId)?.ballots[made.dossierId]?.comment).toContain(
      'Viết trên máy mượn.',
    );
  });

  it('of three computers is merged two by two', async () => {
    await take(made.base, made.left, made.right);
    const { returns, sessions } = application.services;
    const { lines } = await returns.preview({ sessionId: made.sessionId, files: [made.anew] });
    await sessions.record({
      sessionId: made.sessionId,
      events: [
        {
          type: 'seat.furtherKeyAllowed',
          memberId: made.memberId,
          publicKey: String(lines[0]?.details['key']),
          reason: 'ba máy',
        },
      ],
    });
    await take(made.anew);
    expect(divergedPair(await state(), made.memberId)?.more).toBe(1);
    await merge();
    expect(divergedPair(await state(), made.memberId)?.more).toBe(0);
    await merge((part) => (part === 'comment' ? 'both' : 'left'));
    expect(divergedPair(await state(), made.memberId)).toBeNull();
    await confirm();
    expect((await state()).returns[made.memberId]?.map(({ merge: how }) => how !== undefined)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('is told plainly by the command line, which never counts it by itself', async () => {
    const files = await Promise.all(
      [made.base, made.left, made.right].map(async (file) => {
        const path = join(folder, file.name.replace('.hdphieu', `-${randomUUID()}.hdphieu`));
        await writeFile(path, new Uint8Array(await file.arrayBuffer()));
        return path;
      }),
    );
    const dataDir = join(folder, 'command-line');
    await cp(join(folder, 'secretary'), dataDir, { recursive: true, filter: (path) => !path.endsWith('.lock') });
    const run = async (...more: readonly string[]): Promise<{ status: number; out: string }> => {
      let out = '';
      const status = await runCommand(
        ['import', made.sessionId, ...files, '--data', dataDir, ...more],
        {},
        { out: (text) => (out += text), err: (text) => (out += text) },
      );
      return { status, out };
    };
    vi.stubEnv(VAULT_VARIABLE, vaultPassphrase);
    const first = await run();
    expect(first.out).toContain('Hai bản rẽ nhánh');
    expect(first.out).toContain('Đã nhận 2 tệp');
    expect(first.out).toContain('1 tệp rẽ nhánh được giữ nguyên');
    expect(first.status).toBe(1);
    const again = await run('--json');
    vi.unstubAllEnvs();
    expect(JSON.parse(again.out)).toMatchObject({ applied: false, taken: 0, keptBeside: 0 });
  });
});
