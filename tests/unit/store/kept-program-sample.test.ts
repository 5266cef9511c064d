import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sessionInvariants } from '#domain/session/invariants.ts';
import { sessionSchema } from '#domain/session/state.ts';
import { workbookInvariants } from '#domain/workbook/invariants.ts';
import { workbookSchema } from '#domain/workbook/state.ts';
import { openHoidongArchive, type HoidongArchive } from '#main/application/archive.ts';

const kept = fileURLToPath(new URL('../../data/store/v1-program', import.meta.url));

/** Journals as version 1 of the program wrote them; they stay here for ever and must open in every later version. */
describe('the journals of version 1', () => {
  let folder = '';
  let archive: HoidongArchive | null = null;
  const opened = async (): Promise<HoidongArchive> =>
    (archive = await openHoidongArchive(folder, { clock: () => new Date().toISOString(), ids: () => 'unused' }));
  const only = async (kind: 'sessions' | 'workbooks'): Promise<string> =>
    (await readdir(path.join(kept, kind)))[0] ?? '';

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'hoidong-kept-'));
    await cp(kept, folder, { recursive: true });
  });
  afterEach(async () => {
    await archive?.close();
    archive = null;
    await rm(folder, { recursive: true, force: true });
  });

  it('open as a session conducted to its minutes', async () => {
    const document = await (await opened()).sessions.open(await only('sessions'));
    const { state } = document;
    expect(document.status).toEqual({ kind: 'ok' });
    expect(sessionSchema.safeParse(state).error).toBeUndefined();
    expect(sessionInvariants(state)).toEqual([]);
    expect(state.memberOrder).toHaveLength(10);
    expect(Object.values(state.paperBallots).flatMap((row) => Object.keys(row))).toHaveLength(26);
    expect(state.counting.closed?.counts['d2']).toEqual({ issued: 7, returned: 7, valid: 7, invalid: 0 });
    expect(state.minutes.statements).toHaveLength(18);
    // It knew no days off.
    expect(state.daysOff).toEqual([]);
  });

  it("open as a member's workbook with what was written", async () => {
    const document = await (await opened()).workbooks.open(await only('workbooks'));
    expect(document.status).toEqual({ kind: 'ok' });
    expect(workbookSchema.safeParse(document.state).error).toBeUndefined();
    expect(workbookInvariants(document.state)).toEqual([]);
    expect(Object.values(document.state.ballots['d1']?.answers ?? {}).map(({ value }) => value)).toContainEqual({
      kind: 'points',
      points: '14',
    });
  });

  it('are listed from an index that holds heads and nothing else', async () => {
    const first = await opened();
    expect(await first.sessions.list()).toHaveLength(1);
    await first.close();
    archive = null;
    expect((await readFile(path.join(folder, 'index.json'))).length).toBeLessThan(8_000);
    expect((await (await opened()).sessions.list()).map(({ head }) => head?.dossiers)).toEqual([3]);
  });
});
