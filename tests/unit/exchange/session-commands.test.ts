import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SessionEvent } from '#domain/session/events.ts';
import { runCommand } from '#main/cli/run-command.ts';
import { VAULT_VARIABLE } from '#main/cli/with-application.ts';
import { openPackage } from '#main/exchange/package-file.ts';
import { memoryFolder } from '../../support/note-archive.ts';
import { makeSealedCouncil, type SealedCouncil } from '../../support/sealed-council.ts';
import { openWorkplace } from '../intake/workplace.ts';

const vaultPassphrase = 'mật khẩu kho khóa';
let folder: string;
let data: string;
let council: SealedCouncil;
const at = (name: string): string => join(folder, name);

/** A secretary's data folder whose vote is secret: three returns in the box, everybody there. */
beforeAll(async () => {
  folder = await mkdtemp(join(memoryFolder, 'hoidong-key-commands-'));
  data = at('made');
  const place = await openWorkplace(data, vaultPassphrase);
  council = await makeSealedCouncil(place.archive, place.keyring, place.clock, { count: 3 });
  const { document, sessionId, members } = council;
  await document.append(() => [{ type: 'secretBallot.chosen', secret: true }], 'test');
  const files: File[] = [];
  for (const memberId of members)
    files.push(new File([new Uint8Array(await council.returnOf(memberId))], `${memberId}.hdphieu`));
  const { batchId } = await place.returns.preview({ sessionId, files });
  await place.returns.apply({ sessionId, batchId });
  await place.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

let copies = 0;
/** A copy of the data folder, as it was made. */
const fresh = async (): Promise<string> => {
  const copy = at(`copy-${(copies += 1)}`);
  await cp(data, copy, { recursive: true, filter: (path) => !path.endsWith('.lock') });
  return copy;
};
const call = async (dataDir: string, ...words: readonly string[]) => {
  vi.stubEnv(VAULT_VARIABLE, vaultPassphrase);
  let out = '';
  let err = '';
  const status = await runCommand(
    [...words, '--data', dataDir],
    {},
    { out: (text) => (out += text), err: (text) => (err += text) },
  );
  return { status, out, err };
};
describe('hoidong pack', { timeout: 120_000 }, () => {
  it('writes a package that its passphrase opens, in the place of what was there, and leaves nothing beside it', async () => {
    const copy = await fresh();
    const out = at('out/To.hdgoi');
    await mkdir(at('out'));
    await writeFile(out, 'an older file');
    const made = await call(copy, 'pack', council.sessionId, '--member', 'tv-1', '--out', out);
    expect(made.status).toBe(0);
    const { passphrase, number, file } = JSON.parse(made.out) as { passphrase: string; number: number; file: string };
    expect([number, file]).toEqual([2, out]);
    const opened = await openPackage({ path: out }, passphrase, { workDir: folder });
    if (!opened.ok) throw new Error(opened.refusal.code);
    expect(opened.value.manifest.seat.memberId).toBe('tv-1');
    await opened.value.close();
    expect(await readdir(at('out'))).toEqual(['To.hdgoi']);
    if (process.platform !== 'win32') expect((await stat(out)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(copy, 'incoming'))).toEqual([]);
  });

  it('says where it could not write, and keeps no half of a file anywhere', async () => {
    const copy = await fresh();
    const lost = await call(copy, 'pack', council.sessionId, '--member', 'tv-1', '--out', at('no/such/folder'));
    expect([lost.status, lost.out]).toEqual([1, '']);
    expect(lost.err).toContain('Không ghi được');
    expect(await readdir(join(copy, 'incoming'))).toEqual([]);
  });
});

describe('hoidong keys', { timeout: 120_000 }, () => {
  let passphrase: string;
  const importFrom = (dataDir: string, passphraseFile = 'words.txt') =>
    call(dataDir, 'keys', 'import', at('a.hdkhoa'), '--passphrase-file', at(passphraseFile));

  // Each passphrase costs a second or more: one file serves all.
  beforeAll(async () => {
    const { status, out } = await call(await fresh(), 'keys', 'export', council.sessionId, '--out', at('a.hdkhoa'));
    expect(status).toBe(0);
    ({ passphrase } = JSON.parse(out) as { passphrase: string });
    await writeFile(at('words.txt'), `${passphrase}\n`);
    await writeFile(at('wrong.txt'), 'HKLM-2345-QT67-89HK\n');
  });

  it('exports a sealed file with its passphrase, and import says that the keys are here already', async () => {
    expect(passphrase).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
    expect((await readFile(at('a.hdkhoa'))).toString('latin1')).toMatch(/^age-encryption\.org\/v1/);
    const again = await importFrom(await fresh());
    expect([again.status, again.err]).toEqual([0, '']);
    expect(JSON.parse(again.out)).toEqual({ session: council.sessionId, outcome: 'unchanged' });
  });

  it('gives the keys back to a computer that has lost them', async () => {
    const copy = await fresh();
    const sessionFolder = join(copy, 'sessions', council.sessionId);
    const lost = (await readdir(sessionFolder, { recursive: true })).filter((name) => name.endsWith('keys.age'));
    expect(lost).toHaveLength(1);
    for (const name of lost) await rm(join(sessionFolder, name));
    const back = await importFrom(copy);
    expect([back.status, back.err]).toEqual([0, '']);
    expect(JSON.parse(back.out)).toEqual({ session: council.sessionId, outcome: 'taken' });
  });

  it('takes nothing with a wrong passphrase, and says so', async () => {
    const wrong = await importFrom(await fresh(), 'wrong.txt');
    expect([wrong.status, wrong.out]).toEqual([1, '']);
    expect(wrong.err).toMatch(/[Mm]ật khẩu/);
  });

  it('knows no session but its own', async () => {
    const unknown = await call(await fresh(), 'keys', 'export', 'khong-co', '--out', at('d.hdkhoa'));
    expect([unknown.status, unknown.out]).toEqual([1, '']);
    expect(unknown.err).not.toBe('');
    await expect(stat(at('d.hdkhoa'))).rejects.toMatchObject({ code: 'ENOENT' });
    const elsewhere = await importFrom(at('empty'));
    expect([elsewhere.status, elsewhere.out]).toEqual([1, '']);
    expect(elsewhere.err).toMatch(/phiên họp/);
  });

  it('says which word is missing, and what could not be read or written', async () => {
    const copy = await fresh();
    expect((await call(copy, 'keys')).status).toBe(2);
    expect((await call(copy, 'keys', 'export', council.sessionId)).status).toBe(2);
    expect((await call(copy, 'keys', 'import', at('a.hdkhoa'))).status).toBe(2);
    const unread = await call(copy, 'keys', 'import', at('none'), '--passphrase-file', at('nothing'));
    expect([unread.status, unread.err.split('\n').length]).toEqual([1, 3]);
  });
});

describe('hoidong box', { timeout: 60_000 }, () => {
  const attend = async (dataDir: string): Promise<void> => {
    const place = await openWorkplace(dataDir, vaultPassphrase);
    const document = await place.archive.sessions.open(council.sessionId);
    const events: SessionEvent[] = council.members.map((memberId) => ({
      type: 'attendance.set',
      memberId,
      attendance: { status: 'present', reason: '', writtenComments: '' },
    }));
    await document.append(() => events, 'test');
    await place.close();
  };

  it('shows how the box stands, without a word of who voted how, and opens nothing by itself', async () => {
    const copy = await fresh();
    const shown = await call(copy, 'box', council.sessionId);
    expect(shown.status).toBe(0);
    expect(JSON.parse(shown.out)).toMatchObject({
      session: council.sessionId,
      box: 'shut',
      lacks: [{ kind: 'attendance', members: [...council.members] }],
    });
    const early = await call(copy, 'box', council.sessionId, '--open');
    expect([early.status, early.out]).toEqual([1, '']);
    expect(early.err).not.toBe('');
  });

  it('opens the box once, and destroys its key', async () => {
    const copy = await fresh();
    await attend(copy);
    expect(await readdir(join(copy, 'ballot-boxes'))).toHaveLength(1);
    const opened = await call(copy, 'box', council.sessionId, '--open');
    expect([opened.status, opened.err]).toEqual([0, '']);
    expect(JSON.parse(opened.out)).toMatchObject({
      box: 'opened',
      dossiers: [
        { id: 'hs-1', ballots: 3, setAside: 0 },
        { id: 'hs-2', ballots: 3, setAside: 0 },
      ],
      lacks: [],
    });
    for (const memberId of council.members) expect(opened.out).not.toContain(memberId);
    expect(await readdir(join(copy, 'ballot-boxes'))).toEqual([]);
    expect((await call(copy, 'box', council.sessionId, '--open')).status).toBe(1);
    expect(JSON.parse((await call(copy, 'box', council.sessionId)).out)).toMatchObject({ box: 'opened' });
  });

  it('says that there is no box where the vote is not secret', async () => {
    const copy = await fresh();
    const place = await openWorkplace(copy, vaultPassphrase);
    await place.vault.unlock(vaultPassphrase);
    const open = await makeSealedCouncil(place.archive, place.keyring, place.clock, { count: 1 });
    await place.close();
    const none = await call(copy, 'box', open.sessionId);
    expect([none.status, none.out]).toEqual([1, '']);
    expect(none.err).toMatch(/không bỏ phiếu kín/);
  });
});
