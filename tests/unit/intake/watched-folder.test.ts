import { mkdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LookedAtFolder } from '#domain/contract/intake.ts';
import { makeSealedCouncil, type SealedCouncil } from '../../support/sealed-council.ts';
import { freshFolder, openWorkplace, removeFolder, type Workplace } from './workplace.ts';

let root: string;
let stick: string;
let place: Workplace;
let council: SealedCouncil;

beforeEach(async () => {
  root = await freshFolder();
  stick = join(root, 'stick');
  await mkdir(stick);
  place = await openWorkplace(join(root, 'data'));
  council = await makeSealedCouncil(place.archive, place.keyring, place.clock, { count: 4 });
});

afterEach(async () => {
  expect(place.faults).toEqual([]);
  await place.close();
  await removeFolder(root);
});

const put = async (name: string, bytes: Uint8Array): Promise<void> => {
  const path = join(stick, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, bytes);
};

/** Looks twice, with a while between: what has come to rest is read. */
const lookTwice = async (): Promise<LookedAtFolder> => {
  await place.watched.lookNow(council.sessionId);
  place.pass(2_000);
  await place.watched.lookNow(council.sessionId);
  return now();
};
const now = async (): Promise<LookedAtFolder> => {
  const state = await place.watched.state(council.sessionId);
  if (!state) throw new Error('a folder is looked at');
  return state;
};
const begin = (keeps = true): Promise<LookedAtFolder> => place.watched.begin(council.sessionId, stick, keeps);
const codes = ({ lines }: LookedAtFolder): readonly string[] => lines.map(({ code }) => code);
const apply = ({ batchId, upTo }: LookedAtFolder) =>
  place.returns.apply({ sessionId: council.sessionId, batchId, upTo });
const first = async (at: number): Promise<Uint8Array> => council.returnOf(council.members[at] ?? '');

describe('a watched folder', () => {
  it('offers what comes, takes nothing by itself, and offers nothing twice', async () => {
    await begin();
    expect(codes(await lookTwice())).toEqual([]);
    await put('a.hdphieu', await first(0));
    await put('tầng một/tầng hai/b.HDPHIEU', await first(1));
    const found = await lookTwice();
    expect(codes(found)).toEqual(['accepted', 'accepted']);
    expect(council.document.state.returns).toEqual({});
    await apply(found);
    expect(Object.keys(council.document.state.returns)).toHaveLength(2);
    const after = await lookTwice();
    expect([codes(after), after.held]).toEqual([[], 2]);
    // The same bytes under another name, as a cloud service copies them.
    await put('a (conflicted copy).hdphieu', await readFile(join(stick, 'a.hdphieu')));
    expect(codes(await lookTwice())).toEqual([]);
  });

  it('offers again what an undo took back', async () => {
    await put('a.hdphieu', await first(0));
    await begin();
    await apply(await lookTwice());
    expect(codes(await now())).toEqual([]);
    await council.document.undo('test');
    expect(codes(await now())).toEqual(['accepted']);
  });

  it('offers anew what lay in a ballot box whose key is gone, as after a restore on another computer', async () => {
    await council.document.append(() => [{ type: 'secretBallot.chosen', secret: true }], 'test');
    await put('a.hdphieu', await first(0));
    await begin();
    await apply(await lookTwice());
    expect([codes(await now()), (await now()).held]).toEqual([[], 1]);
    await place.close();
    await rm(join(root, 'data', 'ballot-boxes'), { recursive: true });
    place = await openWorkplace(join(root, 'data'));
    await place.vault.unlock('mật khẩu kho khóa');
    const found = await lookTwice();
    expect([codes(found), found.held]).toEqual([['accepted'], 0]);
    await apply(found);
    const after = await now();
    expect([codes(after), after.held]).toEqual([[], 1]);
  });

  it('reads a file once its size and time have come to rest, and not before', async () => {
    const bytes = await first(0);
    await begin();
    for (const part of [0, 100, 400]) {
      await put('a.hdphieu', bytes.subarray(0, part));
      await place.watched.lookNow(council.sessionId);
      place.pass(2_000);
    }
    expect([codes(await now()), (await now()).waiting]).toEqual([[], [{ fileName: 'a.hdphieu', why: 'arriving' }]]);
    await put('a.hdphieu', bytes);
    expect(codes(await lookTwice())).toEqual(['accepted']);
    expect((await now()).waiting).toEqual([]);
  });

  it('calls a file damaged only after it stayed the same, and takes the whole one that comes later', async () => {
    const bytes = await first(0);
    await begin();
    await put('a.hdphieu', bytes.subarray(0, bytes.length - 40));
    expect(codes(await lookTwice())).toEqual([]);
    place.pass(2_000);
    expect(codes(await lookTwice())).toEqual(['damaged']);
    await put('a.hdphieu', bytes);
    await utimes(join(stick, 'a.hdphieu'), 1, 1);
    expect(codes(await lookTwice())).toEqual(['accepted']);
  });

  it('says that a stick was pulled out, keeps what was read, and goes on when it is back', async () => {
    await put('a.hdphieu', await first(0));
    await begin();
    await lookTwice();
    await rename(stick, `${stick} elsewhere`);
    const gone = await lookTwice();
    expect([gone.problem?.code, codes(gone)]).toEqual(['intake.folderGone', ['accepted']]);
    await apply(gone);
    await rename(`${stick} elsewhere`, stick);
    await put('b.hdphieu', await first(1));
    const back = await lookTwice();
    expect([back.problem, codes(back), back.held]).toEqual([null, ['accepted'], 1]);
  });

  it('follows no link, enters no hidden folder, reads no temporary file, and names what is only in the cloud', async () => {
    const outside = join(root, 'outside');
    await mkdir(outside);
    await writeFile(join(outside, 'x.hdphieu'), await first(0));
    await symlink(outside, join(stick, 'folder link'));
    await symlink(join(outside, 'x.hdphieu'), join(stick, 'file link.hdphieu'));
    const bytes = await first(1);
    for (const name of [
      '.Trash/t.hdphieu',
      '~$a.hdphieu',
      '._a.hdphieu',
      'a.hdphieu.part',
      'a.hdphieu.crdownload',
      'a.hdphieu~',
      'notes.txt',
    ])
      await put(name, bytes);
    await put('.c.hdphieu.icloud', Buffer.from('bplist'));
    await put('empty.hdphieu', new Uint8Array());
    await begin();
    const state = await lookTwice();
    expect([codes(state), state.links]).toEqual([[], 2]);
    expect(state.waiting).toEqual([
      { fileName: 'empty.hdphieu', why: 'arriving' },
      { fileName: '.c.hdphieu.icloud', why: 'cloud' },
    ]);
  });

  it('knows a return by its content where a messenger wrote behind its ending, and says what rubbish is', async () => {
    await put('phieu.hdphieu.bin', await first(0));
    await put('phieu.hdphieu (1)', await first(1));
    await put('rubbish.hdphieu', Buffer.from('not a return'));
    await begin();
    await lookTwice();
    place.pass(2_000);
    expect([...codes(await lookTwice())].sort()).toEqual(['accepted', 'accepted', 'refused']);
  });

  it('puts files aside for good, over a restart too, until they are asked for again', async () => {
    await put('a.hdphieu', await first(0));
    await put('b.hdphieu', await first(1));
    await begin();
    const found = await lookTwice();
    await place.watched.putAside(council.sessionId, found.upTo);
    expect([codes(await lookTwice()), (await now()).aside]).toEqual([[], 2]);
    await place.close();
    place = await openWorkplace(join(root, 'data'));
    await place.vault.unlock('mật khẩu kho khóa');
    const later = await lookTwice();
    expect([later.keeps, codes(later), later.aside]).toEqual([true, [], 2]);
    await place.watched.lookAgain(council.sessionId);
    expect(codes(await lookTwice())).toEqual(['accepted', 'accepted']);
  });

  it('waits while the key store is locked and reads on once it is open', async () => {
    await put('a.hdphieu', await first(0));
    await begin();
    await place.close();
    place = await openWorkplace(join(root, 'data'));
    expect((await lookTwice()).problem?.code).toBe('vault.locked');
    await place.vault.unlock('mật khẩu kho khóa');
    const open = await lookTwice();
    expect([open.problem, codes(open)]).toEqual([null, ['accepted']]);
  });

  it('takes only what was shown when the button was pressed', async () => {
    await put('a.hdphieu', await first(0));
    await begin();
    const shown = await lookTwice();
    await put('b.hdphieu', await first(1));
    await lookTwice();
    await apply(shown);
    expect(Object.keys(council.document.state.returns)).toEqual(['tv-1']);
    expect(codes(await now())).toEqual(['accepted']);
  });

  it('is let go: nothing is read any more, in the next run neither', async () => {
    await begin();
    await place.watched.letGo(council.sessionId);
    expect(await place.watched.state(council.sessionId)).toBeNull();
    await place.close();
    place = await openWorkplace(join(root, 'data'));
    expect(await place.watched.state(council.sessionId)).toBeNull();
  });
});

describe('a folder read once', () => {
  it('is read to its end, tells what is held as well, and is not remembered', async () => {
    await put('a.hdphieu', await first(0));
    await put('b.hdphieu', await first(1));
    await begin(false);
    const found = await lookTwice();
    expect([found.finished, codes(found)]).toEqual([true, ['accepted', 'accepted']]);
    await apply(found);
    expect(codes(await now())).toEqual(['unchanged', 'unchanged']);
    await place.close();
    place = await openWorkplace(join(root, 'data'));
    expect(await place.watched.state(council.sessionId)).toBeNull();
  });

  it('is refused where there is none, or a file', async () => {
    await writeFile(join(root, 'file'), 'x');
    const look = (path: string) => place.watched.begin(council.sessionId, path, false);
    await expect(look(join(root, 'nowhere'))).rejects.toMatchObject({ code: 'intake.noSuchFolder' });
    await expect(look(join(root, 'file'))).rejects.toMatchObject({ code: 'intake.notAFolder' });
    await rm(join(root, 'file'));
  });
});
