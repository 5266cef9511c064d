import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '#main/application/services.ts';
import { createKeyMoveService } from '#main/services/key-move.ts';
import { exportArchive, importArchive } from '#main/store/transfer.ts';
import { makeSealedCouncil, type SealedCouncil } from '../../support/sealed-council.ts';
import { openWorkplace, quickCipher, type Workplace } from './workplace.ts';

let root: string;
let first: Workplace;
let second: Workplace;
let council: SealedCouncil;

const movesOf = ({ archive, keyring, vault, clock }: Workplace): Services['keys'] =>
  createKeyMoveService({
    archive,
    keyring,
    vault,
    cipher: quickCipher,
    press: { keySlip: () => Promise.reject(new Error('no slip is asked for here')) },
    clock,
  });
const typesOf = async ({ archive }: Workplace): Promise<readonly string[]> =>
  (await archive.sessions.open(council.sessionId)).log().map(({ label }) => label.vi);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hoidong-keys-'));
  await mkdir(join(root, 'one'));
  first = await openWorkplace(join(root, 'one'), 'mật khẩu máy một');
  second = await openWorkplace(join(root, 'two'), 'mật khẩu máy hai');
  council = await makeSealedCouncil(first.archive, first.keyring, first.clock, { count: 2 });
});
afterEach(async () => {
  await first.close();
  await second.close();
  await rm(root, { recursive: true, force: true });
});

/** The archive goes over to the second computer, whose own vault stays. */
const carryOver = async (): Promise<void> => {
  await exportArchive(first.archive, join(root, 'archive.zip'));
  await importArchive(second.archive, join(root, 'archive.zip'));
};

describe('the keys of a session', () => {
  it('open returns on a second computer once archive and key file have gone over, and both histories say so', async () => {
    const { sessionId } = council;
    const { file, passphrase } = await movesOf(first).export({ sessionId });
    await carryOver();
    const moves = movesOf(second);
    expect(await moves.standing({ sessionId })).toEqual({ state: 'elsewhere' });
    const bytes = await council.returnOf('tv-1');
    const files = [new File([new Uint8Array(bytes)], 'a.hdphieu')];
    await expect(second.returns.preview({ sessionId, files })).rejects.toMatchObject({ code: 'session.keysElsewhere' });
    expect(await moves.import({ file, passphrase: passphrase.toLowerCase() })).toEqual({ sessionId, outcome: 'taken' });
    expect(await moves.import({ file, passphrase })).toEqual({ sessionId, outcome: 'unchanged' });
    expect(await moves.standing({ sessionId })).toEqual({ state: 'here' });
    const { lines } = await second.returns.preview({ sessionId, files });
    expect(lines.map(({ code }) => code)).toEqual(['accepted']);
    expect(await typesOf(first)).toContain('xuất khóa cho máy khác');
    expect(await typesOf(second)).toContain('nhập khóa từ máy khác');
  });

  it('are refused with a wrong passphrase, from a file that is none, and where the session is not here', async () => {
    const { sessionId } = council;
    const { file, passphrase } = await movesOf(first).export({ sessionId });
    const moves = movesOf(second);
    const codeOf = async (job: Promise<unknown>): Promise<unknown> =>
      job.then(
        () => 'taken',
        (error: unknown) => (error as { code?: unknown }).code,
      );
    expect(await codeOf(moves.import({ file, passphrase }))).toBe('keys.sessionNotHere');
    await carryOver();
    expect(await codeOf(moves.import({ file, passphrase: 'HHHH-HHHH-HHHH-HHHH' }))).toBe('keys.wrongPassphrase');
    expect(await codeOf(moves.import({ file: new File(['x'], 'x.hdkhoa'), passphrase }))).toBe('keys.notAKeyFile');
    expect(await moves.standing({ sessionId })).toEqual({ state: 'elsewhere' });
  });

  it('are replaced with a reason only where they are lost; old key files then fit no more', async () => {
    const { sessionId } = council;
    const { file, passphrase } = await movesOf(first).export({ sessionId });
    await expect(movesOf(first).renew({ sessionId, reason: 'thử' })).rejects.toMatchObject({ code: 'keys.stillHere' });
    await carryOver();
    const moves = movesOf(second);
    await moves.renew({ sessionId, reason: 'Máy một hỏng' });
    expect(await moves.standing({ sessionId })).toEqual({ state: 'here' });
    await expect(moves.import({ file, passphrase })).rejects.toMatchObject({ code: 'keys.notThisSessions' });
    const document = await second.archive.sessions.open(sessionId);
    expect(document.state.keys?.renewedAt).toBe(second.clock().toISOString());
    expect(await typesOf(second)).toContain('thay khóa phiên họp đã mất');
  });

  it('come back by the key file after a vault whose passphrase is forgotten was given up, which is kept in the trash', async () => {
    const { sessionId } = council;
    const { file, passphrase } = await movesOf(first).export({ sessionId });
    await copyFile(join(root, 'one', 'vault.json'), join(root, 'vault.json'));
    expect(await first.vault.giveUp()).toMatchObject({ state: 'absent' });
    await first.vault.create('mật khẩu mới đặt');
    expect(await movesOf(first).standing({ sessionId })).toEqual({ state: 'elsewhere' });
    await movesOf(first).import({ file, passphrase });
    expect(await movesOf(first).standing({ sessionId })).toEqual({ state: 'here' });
  });
});
