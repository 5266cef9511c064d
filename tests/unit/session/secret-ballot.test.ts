import { createHash } from 'node:crypto';
import { Decrypter } from 'age-encryption';
import { afterEach, describe, expect, it } from 'vitest';
import { conclude } from '#domain/conclusion/conclude.ts';
import { readCase } from '#domain/conclusion/check-case.ts';
import { findWhatIf } from '#domain/conclusion/what-if.ts';
import { canonicalText } from '#domain/exchange/canonical.ts';
import { judgeReceipt } from '#domain/exchange/package-intake.ts';
import type { Ballot } from '#domain/forms/ballot.ts';
import { textsOf } from '#domain/documents/paper-text.ts';
import { papersOf, setOf } from '#domain/documents/set.ts';
import { sessionInvariants } from '#domain/session/invariants.ts';
import { officialCounts } from '#domain/session/official-counts.ts';
import { lastTaken, openingLacks } from '#domain/session/secret-ballot.ts';
import { toCase } from '#domain/session/to-case.ts';
import type { Session } from '#domain/session/state.ts';
import { press } from '#main/documents/press.ts';
import { openReceipt } from '#main/exchange/receipt-file.ts';
import { plainBallot, shuffled } from '#main/services/secret-ballots.ts';
import { BackupFolder } from '#main/store/backups.ts';
import { dossierIds, memberIds, memberNames, pack, pointsBallot, SecretRun, type Votes } from './secret-run.ts';

const runs: SecretRun[] = [];
const start = async (secret = true): Promise<SecretRun> => {
  const run = await SecretRun.start(secret);
  runs.push(run);
  return run;
};
afterEach(async () => {
  for (const run of runs.splice(0)) {
    expect(sessionInvariants(run.state)).toEqual([]);
    await run.end();
  }
});

const both = (ballot: Ballot): Readonly<Record<string, Ballot>> => ({ d1: ballot, d2: ballot });
const votes: Votes = {
  m1: { d1: pointsBallot([15, 45, 30], 'Rất tốt'), d2: pointsBallot([10, 30, 20]) },
  m2: { d1: pointsBallot([12, 40, 25], 'Cần làm rõ kinh phí của nhiệm vụ'), d2: pointsBallot([9, 31, 22]) },
  m3: { d1: pointsBallot([11, 41, 26]), d2: pointsBallot([8, 32, 23]) },
  m4: { d1: pointsBallot([10, 42, 27]) },
  m5: both(pointsBallot([5, 20, 10], 'Của người vắng mặt')),
};
/** The same votes with the voices of the three members who judge both dossiers going round. */
const goneRound: Votes = { ...votes, m1: votes['m2'] ?? {}, m2: votes['m3'] ?? {}, m3: votes['m1'] ?? {} };

const conduct = async (run: SecretRun, given: Votes): Promise<void> => {
  await run.do({ type: 'conflict.set', memberId: 'm4', dossierId: 'd2', state: 'confirmed', reason: 'Cùng đơn vị' });
  await run.takeAll(given);
  await run.attend('m5');
};
const opened = async (given: Votes = votes): Promise<SecretRun> => {
  const run = await start();
  await conduct(run, given);
  await run.secretBallots.open({ sessionId: 's1' });
  return run;
};
const concluded = (session: Session) => {
  const theCase = toCase(session);
  if (!theCase) throw new Error('the session has a pack');
  expect(readCase(theCase)).toMatchObject({ ok: true });
  return { theCase, conclusion: conclude(theCase) };
};
const inputOf = (session: Session) => ({ session, conclusion: concluded(session).conclusion });
const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? error,
  );

/** What is random in every run whoever voted what: keys, signatures, digests, the short codes made of these. */
const withoutChance = (text: string): string =>
  text
    .replace(/[0-9a-f]{64}/g, 'digest')
    // The beginning of one, as the index names the state of a document.
    .replace(/"[0-9a-f]{16}"/g, '"state"')
    .replace(/age1[02-9ac-hj-np-z]{58}/g, 'recipient')
    .replace(/"[A-Za-z0-9_-]{43}"/g, '"key"')
    .replace(/"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"/g, '"code"');

/** Ballots in a fixed order: the drawn one is random too. */
const sortBallots = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortBallots);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'ballots' && Array.isArray(item) ? item.map((one) => canonicalText(one)).sort() : sortBallots(item),
    ]),
  );
};
const readable = async (run: SecretRun): Promise<readonly string[]> => {
  await run.archive.close();
  return [...(await run.stored())].flatMap(([path, bytes]) => {
    // What is sealed looks like chance; its length must not tell anything either.
    if (path.endsWith('.age') || path === 'vault.json') return [`${withoutChance(path)} ${bytes.length}`];
    const lines = bytes.toString('utf8').split('\n');
    return lines.map((line) => {
      const plain: unknown = /^[[{]/.test(line) && /[}\]]$/.test(line) ? JSON.parse(line) : line;
      return `${withoutChance(path)} ${withoutChance(typeof plain === 'string' ? plain : canonicalText(sortBallots(plain)))}`;
    });
  });
};

describe('a secret vote', () => {
  it('leaves the same things on the disk whoever voted what', async () => {
    const [one, other] = [await opened(votes), await opened(goneRound)];
    const before = structuredClone(one.state.secretBallot.opened?.dossiers);
    const [left, right] = [await readable(one), await readable(other)];
    expect(left.length).toBeGreaterThan(20);
    expect(right.map((line) => line.replace(/box-[0-9a-f]+/, 'box')).sort()).toEqual(
      left.map((line) => line.replace(/box-[0-9a-f]+/, 'box')).sort(),
    );
    // The comparison can fail: other votes leave other things.
    expect(canonicalText(before?.['d1']?.ballots.map(canonicalText).sort())).toContain('Rất tốt');
  });

  it('keeps nothing from which the digest of a return could be worked out again', async () => {
    const run = await opened();
    const all = Buffer.concat([...(await run.stored()).values()]).toString('latin1');
    for (const { returnId, deviceId, createdAt } of run.marks)
      for (const mark of [returnId, deviceId, createdAt]) expect(all, mark).not.toContain(mark);
    // Nor what a manifest says of its ballots.
    const sha256 = (value: unknown): string => createHash('sha256').update(canonicalText(value)).digest('hex');
    for (const ballots of Object.values(votes))
      for (const content of [ballots, ...Object.values(ballots)]) expect(all).not.toContain(sha256(content));
    expect(all).toContain(sha256(pack));
  });

  it('counts as the open vote of the same ballots does', async () => {
    const [secret, named] = [await opened(), await start(false)];
    await conduct(named, votes);
    const [a, b] = [concluded(secret.state).conclusion, concluded(named.state).conclusion];
    for (const [index, dossier] of a.dossiers.entries()) {
      const same = b.dossiers[index];
      expect(dossier.denominators).toEqual(same?.denominators);
      expect(dossier.mean).toEqual(same?.mean);
      expect(dossier.criteria).toEqual(same?.criteria);
      expect([dossier.verdict, dossier.rank, dossier.lowest, dossier.highest]).toEqual([
        same?.verdict,
        same?.rank,
        same?.lowest,
        same?.highest,
      ]);
    }
    expect(a.quorum).toEqual(b.quorum);
    expect(officialCounts(a)).toEqual(officialCounts(b));
    expect(a.dossiers[0]?.denominators).toMatchObject({ returned: 4, setAside: 1 });
    expect(a.dossiers[1]?.denominators).toMatchObject({ returned: 3, recused: 1 });
    await secret.do({ type: 'counting.closed', counts: officialCounts(a) });
  });

  it('has as many ballots as members who voted, each dossier drawn on its own', async () => {
    const run = await opened();
    const box = run.state.secretBallot.opened;
    expect(box?.dossiers['d1']?.seats).toEqual(['m1', 'm2', 'm3', 'm4']);
    expect(box?.dossiers['d2']?.seats).toEqual(['m1', 'm2', 'm3']);
    for (const id of dossierIds) expect(box?.dossiers[id]?.ballots).toHaveLength(box?.dossiers[id]?.seats.length ?? 0);
    expect(canonicalText(box)).not.toContain('Của người vắng mặt');
  });

  it('says nothing before the box is opened, and takes nothing after it', async () => {
    const run = await start();
    await conduct(run, votes);
    const stored = Buffer.concat([...(await run.stored()).values()]).toString('utf8');
    expect(stored).not.toContain('Rất tốt');
    expect(concluded(run.state).conclusion.dossiers.every(({ mean }) => mean === null)).toBe(true);
    expect(await code(run.do({ type: 'counting.closed', counts: {} }))).toBe('session.boxShut');
    await run.secretBallots.open({ sessionId: 's1' });
    const late = await run.makeReturn('m1', votes['m2'] ?? {}, { revision: 2, ancestors: ['a'.repeat(64)] });
    expect(await run.take(late.file)).toEqual(['afterBoxOpened']);
    for (const refused of [
      run.secretBallots.open({ sessionId: 's1' }),
      run.secretBallots.putPaper({ sessionId: 's1', dossierId: 'd1', ballot: pointsBallot([1, 1, 1]) }),
      run.attend('m1', 'm5'),
      run.do({ type: 'conflict.set', memberId: 'm1', dossierId: 'd1', state: 'confirmed', reason: '' }),
      run.returns.resetKey({ sessionId: 's1', memberId: 'm1', reason: 'x' }),
    ])
      expect(await code(refused)).toBe('session.boxOpened');
    // What changes nothing about whose ballots count is still taken.
    await run.do({ type: 'conflict.set', memberId: 'm5', dossierId: 'd1', state: 'dismissed', reason: '' });
  });

  it('does not let an undo take back who voted once the box is open', async () => {
    const run = await opened();
    const before = run.state;
    for (let steps = 0; steps < 3; steps += 1)
      expect(await code(run.sessions.undo({ sessionId: 's1' }))).toMatch(/^store\.undo(Breaks|Conflict)$/);
    expect(run.state).toBe(before);
  });

  it('lets a revision take the place of the one before, and opens that alone', async () => {
    const run = await start();
    const first = await run.makeReturn('m1', both(pointsBallot([1, 1, 1], 'bản cũ')));
    const second = await run.makeReturn('m1', both(pointsBallot([2, 2, 2], 'bản mới')), {
      revision: 2,
      ancestors: [first.digest],
    });
    expect(await run.take(second.file, first.file)).toEqual(['newRevision', 'accepted']);
    expect(await run.take(first.file)).toEqual(['older']);
    await run.takeAll({ m2: votes['m2'] ?? {}, m3: votes['m3'] ?? {} });
    await run.attend('m4', 'm5');
    await run.secretBallots.open({ sessionId: 's1' });
    const text = canonicalText(run.state.secretBallot.opened);
    expect(text).toContain('bản mới');
    expect(text).not.toContain('bản cũ');
  });

  it('takes a diverged return only after the one held was dropped with a reason', async () => {
    const run = await start();
    await run.take((await run.makeReturn('m1', votes['m1'] ?? {})).file);
    const other = await run.makeReturn('m1', votes['m2'] ?? {});
    const { lines } = await run.returns.preview({ sessionId: 's1', files: [other.file] });
    expect(lines).toMatchObject([{ code: 'diverged', applies: false, details: { secret: true } }]);
    await run.do({ type: 'secretBallot.returnDropped', memberId: 'm1', reason: 'Chấm ở hai máy' });
    expect(await run.take(other.file)).toEqual(['accepted']);
  });

  it('mixes nameless paper ballots in, and opens only when they agree with who voted on paper', async () => {
    const run = await start();
    await run.takeAll({ m1: votes['m1'] ?? {}, m2: votes['m2'] ?? {}, m3: votes['m3'] ?? {} });
    await run.attend('m5');
    for (const dossierId of dossierIds)
      await run.do({ type: 'secretBallot.paperMarked', memberId: 'm4', dossierId, cast: true });
    // A paper ballot of somebody whose file came too takes its place.
    await run.do({ type: 'secretBallot.paperMarked', memberId: 'm1', dossierId: 'd1', cast: true });
    expect(openingLacks(run.state)).toMatchObject([
      { kind: 'paper', voters: 2, keyedIn: 0 },
      { kind: 'paper', voters: 1 },
    ]);
    expect(await code(run.secretBallots.open({ sessionId: 's1' }))).toBe('session.boxNotReady');
    const put = (dossierId: string, comment: string): Promise<unknown> =>
      run.secretBallots.putPaper({ sessionId: 's1', dossierId, ballot: pointsBallot([10, 40, 30], comment) });
    for (const comment of ['tờ một', 'tờ hai', 'tờ nhầm']) await put('d1', comment);
    await put('d2', 'tờ ba');
    const wrong = run.state.secretBallot.papers['d1']?.at(-1) ?? '';
    await run.do({ type: 'secretBallot.paperRemoved', dossierId: 'd1', paperId: wrong });
    expect(Buffer.concat([...(await run.stored()).values()]).toString('utf8')).not.toContain('tờ một');
    await run.secretBallots.open({ sessionId: 's1' });
    const comments = (id: string) =>
      (run.state.secretBallot.opened?.dossiers[id]?.ballots ?? []).map(({ comment }) => comment).sort();
    expect(comments('d1')).toEqual(['Cần làm rõ kinh phí của nhiệm vụ', '', 'tờ hai', 'tờ một'].sort());
    expect(comments('d2')).toEqual(['', '', '', 'tờ ba']);
  });

  it('asks for attendance before the box is opened', async () => {
    const run = await start();
    await run.takeAll(votes);
    expect(openingLacks(run.state)).toMatchObject([{ kind: 'attendance', members: memberIds.map((id) => ({ id })) }]);
    expect(await code(run.secretBallots.open({ sessionId: 's1' }))).toBe('session.boxNotReady');
  });

  it('destroys the key of the box, so that no copy in trash or backups opens', async () => {
    const run = await start();
    await conduct(run, votes);
    await new BackupFolder(run.archive).run();
    expect([...(await run.stored()).keys()].some((path) => path.startsWith('ballot-boxes'))).toBe(true);
    await run.secretBallots.open({ sessionId: 's1' });
    await new BackupFolder(run.archive).run();
    const stored = await run.stored();
    expect([...stored.keys()].filter((path) => path.startsWith('ballot-boxes'))).toEqual([]);
    const { identity } = await run.keyring.get(run.document);
    const sealed = [...stored].filter(([, bytes]) =>
      bytes.subarray(0, 30).toString('latin1').startsWith('age-encryption.org'),
    );
    const big = sealed.filter(([, bytes]) => bytes.length > 60_000);
    // Trash and backups hold them still, all as long as each other.
    expect(big.length).toBeGreaterThanOrEqual(memberIds.length);
    expect(new Set(big.map(([, bytes]) => bytes.length)).size).toBe(1);
    for (const [, bytes] of big) {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      await expect(decrypter.decrypt(bytes)).rejects.toThrow();
    }
  });

  it('finishes destroying the box when the program starts after a crash', async () => {
    const run = await opened();
    await run.boxes.put('s1', 'leftover', Buffer.from('x'));
    await run.sweep();
    expect([...(await run.stored()).keys()].filter((path) => path.startsWith('ballot-boxes'))).toEqual([]);
  });

  it('takes the files in again where the box was on another computer', async () => {
    const run = await start();
    const files = await Promise.all(
      ['m1', 'm2', 'm3'].map(async (id) => (await run.makeReturn(id, votes[id] ?? {})).file),
    );
    await run.take(...files);
    await run.attend('m4', 'm5');
    await run.boxes.destroy('s1');
    expect(await code(run.secretBallots.open({ sessionId: 's1' }))).toBe('session.boxLost');
    expect(await run.take(...files)).toEqual(['accepted', 'accepted', 'accepted']);
    await run.secretBallots.open({ sessionId: 's1' });
    expect(run.state.secretBallot.opened?.dossiers['d1']?.ballots).toHaveLength(3);
    expect(run.state.secretBallot.returns['m1']).toHaveLength(1);
  });

  it('gives a receipt before the opening and after it, which says nothing that is not kept of the seat anyway', async () => {
    const run = await start();
    await conduct(run, votes);
    const manifestNow = async () => {
      const file = await run.returns.receipt({ sessionId: 's1', memberId: 'm1' });
      const identity = run.memberKeys.get('m1')?.identity ?? '';
      const opened = await openReceipt(new Uint8Array(await file.arrayBuffer()), identity);
      if (!opened.ok) throw new Error(opened.refusal.code);
      return opened.value.manifest;
    };
    const shut = await manifestNow();
    await run.secretBallots.open({ sessionId: 's1' });
    const open = await manifestNow();
    const { receiptId: _one, createdAt: _then, ...before } = shut;
    const { receiptId: _other, createdAt: _now, ...after } = open;
    expect(after).toEqual(before);
    const held = lastTaken(run.state, 'm1');
    expect(open).toMatchObject({
      returnDigest: held?.digest,
      code: held?.code,
      takenAt: held?.importedAt,
      late: false,
    });
    const text = JSON.stringify(open);
    for (const { returnId, deviceId, createdAt } of run.marks)
      for (const mark of [returnId, deviceId, createdAt]) expect(text).not.toContain(mark);
    expect(text).not.toContain('comment');
    // The member's program knows its return by the digest.
    const seat = { sessionId: 's1', memberId: 'm1', secretaryKey: open.secretaryKey };
    const returns = [{ returnId: 'return-m1', digest: held?.digest ?? '' }];
    expect(judgeReceipt(open, { ...seat, returns })).toBe('taken');
    expect(judgeReceipt(open, { ...seat, returns: [{ returnId: 'return-m1', digest: 'b'.repeat(64) }] })).toBe(
      'unknownReturn',
    );
  });

  it('is voted on again after a reason, and takes new files then', async () => {
    const run = await opened();
    await run.do({ type: 'ballot.ruled', memberId: 'phieu-2', dossierId: 'd1', valid: false, reason: 'Tẩy xóa' });
    await run.do({ type: 'secretBallot.votedAgain', reason: 'Thiếu một phiếu' });
    expect(run.state.rulings).toEqual({});
    await run.takeAll(goneRound);
    await run.secretBallots.open({ sessionId: 's1' });
    expect(run.state.secretBallot.votedAgain).toMatchObject([{ reason: 'Thiếu một phiếu' }]);
    expect(concluded(run.state).conclusion.dossiers[0]?.denominators.returned).toBe(4);
  });

  it('rules on ballots by their numbers', async () => {
    const run = await opened();
    await run.do({ type: 'ballot.ruled', memberId: 'phieu-2', dossierId: 'd1', valid: false, reason: 'Tẩy xóa' });
    expect(concluded(run.state).conclusion.dossiers[0]?.denominators).toMatchObject({
      returned: 4,
      valid: 3,
      invalid: 1,
    });
    const ruling = { type: 'ballot.ruled', dossierId: 'd1', valid: false, reason: 'x' } as const;
    expect(await code(run.do({ ...ruling, memberId: 'phieu-5' }))).toBe('session.unknownBallot');
    expect(await code(run.do({ ...ruling, memberId: 'm1' }))).toBe('session.unknownBallot');
  });

  it('cannot be chosen or given up once it would break what was promised', async () => {
    const run = await start();
    expect(await code(run.do({ type: 'secretBallot.chosen', secret: false }))).toBe('session.secretPromised');
    const named = await start(false);
    await named.do({ type: 'secretBallot.chosen', secret: true });
    await named.take((await named.makeReturn('m1', votes['m1'] ?? {})).file);
    expect(await code(named.do({ type: 'secretBallot.chosen', secret: true }))).toBe('session.secretHasBallots');
    expect(
      await code(
        named.do({ type: 'paperBallot.entered', memberId: 'm2', dossierId: 'd1', ballot: pointsBallot([1, 1, 1]) }),
      ),
    ).toBe('session.secretNamedBallot');
  });

  it('names no member beside a ballot on any page or in any export', async () => {
    const run = await opened();
    const input = inputOf(run.state);
    const set = setOf(input);
    const ballots = set.filter(({ kind }) => kind === 'ballotFilled');
    const whole = (wanted: string): string =>
      set.flatMap((paper) => (paper.kind === wanted ? textsOf(paper) : [])).join('\n');
    expect(ballots).toHaveLength(7);
    for (const paper of [...ballots, ...set.filter(({ kind }) => kind === 'scoreSheet')]) {
      const text = [paper.id, paper.title, ...textsOf(paper)].join('\n');
      const signed = paper.kind === 'scoreSheet' ? memberNames.slice(0, 1) : [];
      // On the score sheet stand those who did not vote, and the chair who signs.
      const mayStand = [...signed, ...(paper.kind === 'scoreSheet' ? [memberNames[4], memberNames[3]] : [])];
      for (const name of memberNames.filter((one) => !mayStand.includes(one)))
        expect(text, paper.id).not.toContain(name);
    }
    expect(ballots.map(({ id }) => id)).toContain('phieu-d1-phieu-4');
    expect(papersOf(input).filter(({ kind }) => kind === 'ballotNamed')).toEqual([]);
    const sheet = whole('scoreSheet');
    expect(sheet).toContain('Phiếu số 4');
    expect(sheet).not.toContain(memberNames[1]);
    const [first] = run.state.secretBallot.returns['m1'] ?? [];
    const appendix = whole('reasoningAppendix');
    expect(appendix).toContain(first?.code);
    expect(appendix).toContain('Phiếu số 1');

    const around = { fontsDir: '', between: () => Promise.resolve() };
    const [json] = await press({ session: run.state, ids: [], format: 'json' }, around);
    const exported = JSON.parse(Buffer.from(json?.bytes ?? []).toString('utf8')) as Session;
    expect(exported.returns).toEqual({});
    expect(JSON.stringify({ ...exported.secretBallot, opened: null })).not.toContain('Rất tốt');
  });

  it('keeps members out of what-if and of the ladder of ties', async () => {
    const run = await opened();
    const { theCase, conclusion } = concluded(run.state);
    const report = findWhatIf(theCase);
    expect(report.absences).toEqual([]);
    for (const found of [report.criterion, report.ballot])
      for (const name of memberNames) expect(found?.text.vi ?? '').not.toContain(name);
    expect(report.criterion?.text.vi).toMatch(/[Pp]hiếu số \d/);
    expect(conclusion.quorum.presiding).toBe('m1');

    const tied = await opened({ m1: both(pointsBallot([15, 40, 30])), m2: both(pointsBallot([10, 40, 30])) });
    const { conclusion: even } = concluded(tied.state);
    const steps = JSON.stringify(even.step);
    if (even.openTies.length > 0) expect(steps).toContain('không ai biết phiếu nào là của người chủ trì');
    expect(even.openTies.length).toBeGreaterThan(0);
  });
});

describe('the order of the ballots', () => {
  it('is any of the possible ones, as often as the others', () => {
    const seen = new Map<string, number>();
    for (let a = 0; a < 3; a += 1)
      for (let b = 0; b < 2; b += 1) {
        const draws = [a, b];
        const order = shuffled(['x', 'y', 'z'], () => draws.shift() ?? 0).join('');
        seen.set(order, (seen.get(order) ?? 0) + 1);
      }
    expect([...seen.values()]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('leaves no mark of the hand on a ballot: order of answers, composed letters', () => {
    const one = pointsBallot([1, 2, 3], 'Nguyễn'.normalize('NFD'));
    const other = {
      ...pointsBallot([1, 2, 3], 'Nguyễn'),
      answers: Object.fromEntries(Object.entries(one.answers).reverse()),
    };
    expect(JSON.stringify(plainBallot(one))).toBe(JSON.stringify(plainBallot(other)));
  });
});
