import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/exchange/canonical.ts';
import {
  intakeOutcomes,
  judgeReturn,
  appliesByItself,
  type IntakeVerdict,
  type OpenedReturn,
} from '#domain/exchange/intake.ts';
import { keepRevision, type HeldReturns } from '#domain/exchange/held-returns.ts';
import { containerDangers, readingLimits, type Reading } from '#domain/exchange/refusal.ts';
import { exchangeMessages } from '#domain/text/messages/exchange.ts';
import { chunksOfBytes, collectBytes } from '#main/exchange/byte-streams.ts';
import { sealToKey } from '#main/exchange/key-seal.ts';
import { seatProofHolds } from '#main/exchange/keys.ts';
import { openReturn, readUnsealedReturn } from '#main/exchange/return-file.ts';
import { forge, listed } from '../../faults/fuzz-support/forge.ts';
import { ballot, heldNothing, makeReturn, newSeat, packFingerprint, type Seat } from './samples.ts';

const receivedAt = '2026-11-26T08:00:00+07:00';
let seat: Seat;
beforeAll(async () => {
  seat = await newSeat();
});

const judge = (arrival: Reading<OpenedReturn>, held: HeldReturns): IntakeVerdict =>
  judgeReturn(arrival, held, {
    seatProofHolds: arrival.ok && seatProofHolds(arrival.value.manifest, [seat.seatSecret]),
    receivedAt,
  });

const arrive = async (bytes: Uint8Array, held = heldNothing()): Promise<IntakeVerdict> =>
  judge(await openReturn(bytes, seat.session.identity), held);

const holding = async (...made: readonly Awaited<ReturnType<typeof makeReturn>>[]): Promise<HeldReturns> => {
  await Promise.resolve();
  const held = heldNothing();
  const empty = held.seats['tv-1'];
  if (!empty) throw new Error('no seat');
  const filled = made.reduce(
    (now, { manifest, digest }) => keepRevision(now, { ...manifest, digest }, manifest.memberKey),
    empty,
  );
  return { ...held, seats: { 'tv-1': filled } };
};

type Made = Awaited<ReturnType<typeof makeReturn>>;
const revise = (before: Made, returnId: string, changes: Parameters<typeof makeReturn>[1] = {}): Promise<Made> =>
  makeReturn(seat, {
    returnId,
    revision: before.manifest.revision + 1,
    ancestors: [...before.manifest.ancestors, before.digest],
    ...changes,
  });

describe('the dry run says', () => {
  it('accepted, for the first return of a seat', async () => {
    const verdict = await arrive((await makeReturn(seat)).bytes);
    expect(verdict).toMatchObject({
      outcome: 'accepted',
      action: 'take',
      memberId: 'tv-1',
      revision: 1,
      late: false,
      without: [],
    });
    expect(appliesByItself(verdict)).toBe(true);
  });

  it('accepted, for a later revision when the earlier ones never arrived', async () => {
    const third = await revise(await revise(await makeReturn(seat), 'phieu-2'), 'phieu-3');
    expect(await arrive(third.bytes)).toMatchObject({ outcome: 'accepted', revision: 3 });
  });

  it('new revision, unchanged and older, by the chain and not by dates or file names', async () => {
    const first = await makeReturn(seat);
    const second = await revise(first, 'phieu-2', { createdAt: '2020-01-01T00:00:00Z' });
    const third = await revise(second, 'phieu-3');
    expect(await arrive(second.bytes, await holding(first))).toMatchObject({ outcome: 'newRevision', revision: 2 });
    expect(await arrive(second.bytes, await holding(first, second))).toMatchObject({
      outcome: 'unchanged',
      action: 'nothing',
    });
    expect(await arrive(first.bytes, await holding(first, second))).toMatchObject({
      outcome: 'older',
      action: 'nothing',
    });
    // The first never arrived; the third knows it all the same.
    expect(await arrive(first.bytes, await holding(third))).toMatchObject({ outcome: 'older' });
    expect(await arrive(third.bytes, await holding(first))).toMatchObject({ outcome: 'newRevision' });
  });

  it('diverged, with what both were written upon', async () => {
    const first = await makeReturn(seat);
    const here = await revise(first, 'phieu-2a');
    const there = await revise(first, 'phieu-2b', {
      deviceId: 'may-2',
      ballots: { 'hs-1': { ...ballot, comment: 'khác' }, 'hs-2': ballot },
    });
    expect(await arrive(there.bytes, await holding(first, here))).toMatchObject({
      outcome: 'diverged',
      action: 'merge',
      mergeBase: first.digest,
    });
    const alone = await makeReturn(seat, { returnId: 'phieu-x', deviceId: 'may-2' });
    expect(await arrive(alone.bytes, await holding(first))).toMatchObject({ outcome: 'diverged', mergeBase: null });
  });

  it('other session, whether the key or only the name differs', async () => {
    const other = await newSeat();
    const elsewhere = await makeReturn(other);
    expect(await arrive(elsewhere.bytes)).toMatchObject({ outcome: 'otherSession', action: 'refuse' });
    const renamed = await makeReturn(seat, { sessionId: 'phien-2' });
    expect(await arrive(renamed.bytes)).toMatchObject({ outcome: 'otherSession', details: { sessionId: 'phien-2' } });
  });

  it('unknown seat', async () => {
    const stranger = await makeReturn(seat, { memberId: 'tv-9' });
    expect(await arrive(stranger.bytes)).toMatchObject({ outcome: 'unknownSeat', details: { memberId: 'tv-9' } });
  });

  it('tampered, when another member’s seat is claimed without its secret', async () => {
    const thief = await newSeat();
    const stolen = await makeReturn({ ...seat, member: thief.member, seatSecret: thief.seatSecret });
    expect(await arrive(stolen.bytes)).toMatchObject({
      outcome: 'tampered',
      details: { where: 'seatProof' },
      memberId: null,
    });
  });

  it('other key than before, for the same seat on another computer', async () => {
    const first = await makeReturn(seat);
    const fresh = await newSeat();
    const again = await makeReturn({ ...seat, member: fresh.member }, { returnId: 'phieu-k' });
    const verdict = await arrive(again.bytes, await holding(first));
    expect(verdict).toMatchObject({ outcome: 'otherKey', action: 'decide' });
    expect(appliesByItself(verdict)).toBe(false);
  });

  it('tampered, when the seal holds but the signature or a hash doesn’t', async () => {
    const { manifest } = await makeReturn(seat);
    const votes = Buffer.from(canonicalText({ 'hs-1': ballot, 'hs-2': ballot }));
    const better = Buffer.from(canonicalText({ 'hs-1': { ...ballot, abstained: true }, 'hs-2': ballot }));
    const thief = await newSeat();
    const signer = { signingKey: seat.member.signingKey, publicKey: seat.member.memberKey };
    const wrongSigner = { signingKey: thief.member.signingKey, publicKey: thief.member.memberKey };
    const forged = forge({ manifest, signer: wrongSigner, entries: [{ name: 'ballots.json', bytes: votes }] });
    expect(await readUnsealedReturn(forged)).toEqual({
      ok: false,
      refusal: { code: 'tampered', where: 'manifest.sig' },
    });
    const swapped = {
      name: 'ballots.json',
      bytes: Buffer.concat([better, Buffer.alloc(votes.length)]).subarray(0, votes.length),
    };
    const changed = forge({ manifest, signer, entries: [swapped] });
    expect(await readUnsealedReturn(changed)).toEqual({
      ok: false,
      refusal: { code: 'tampered', where: 'ballots.json' },
    });
    const sealed = await collectBytes(await sealToKey(chunksOfBytes(changed), seat.session.recipient));
    expect(await arrive(sealed)).toMatchObject({ outcome: 'tampered', action: 'refuse' });
    const missing = forge({ manifest, signer, entries: [] });
    expect(await readUnsealedReturn(missing)).toEqual({
      ok: false,
      refusal: { code: 'tampered', where: 'ballots.json' },
    });
    const more = forge({
      manifest,
      signer,
      entries: [
        { name: 'ballots.json', bytes: votes },
        { name: 'them.txt', bytes: votes },
      ],
    });
    expect(await readUnsealedReturn(more)).toMatchObject({
      refusal: { code: 'danger', danger: 'unlistedEntry', entry: 'them.txt' },
    });
  });

  it('damaged, for every truncation', async () => {
    const { bytes } = await makeReturn(seat);
    for (const length of [0, 10, 100, 200, 250, bytes.length - 1]) {
      const verdict = await arrive(bytes.subarray(0, length));
      expect(['damaged', 'refused'], `${length} bytes`).toContain(verdict.outcome);
    }
    expect(await arrive(bytes.subarray(0, bytes.length - 1))).toMatchObject({ outcome: 'damaged', action: 'refuse' });
  });

  it('newer format, before it judges anything else', async () => {
    const { manifest } = await makeReturn(seat);
    const signer = { signingKey: seat.member.signingKey, publicKey: seat.member.memberKey };
    const content = forge({ manifest: { ...manifest, version: 2, other: 'field' }, signer, entries: [] });
    const sealed = await collectBytes(await sealToKey(chunksOfBytes(content), seat.session.recipient));
    expect(await arrive(sealed)).toMatchObject({ outcome: 'newerFormat', details: { version: 2 } });
  });

  it('after the count was closed; but a file already held stays unchanged', async () => {
    const first = await makeReturn(seat);
    const closed = { countClosedAt: '2026-11-25T00:00:00Z' };
    expect(await arrive(first.bytes, { ...heldNothing(), ...closed })).toMatchObject({
      outcome: 'afterCountClosed',
      action: 'decide',
    });
    expect(await arrive(first.bytes, { ...(await holding(first)), ...closed })).toMatchObject({ outcome: 'unchanged' });
  });

  it('conflict-of-interest dossier included, and takes the others', async () => {
    const held = heldNothing({ seats: { 'tv-1': { pinnedKey: null, revisions: [], withheld: ['hs-2'] } } });
    expect(await arrive((await makeReturn(seat)).bytes, held)).toMatchObject({
      outcome: 'conflictDossierIncluded',
      action: 'takeWithout',
      without: ['hs-2'],
    });
  });

  it('scored another version of a dossier, and takes the others', async () => {
    const held = heldNothing();
    const one = held.dossiers['hs-1'];
    if (!one) throw new Error('no dossier');
    const changed = { ...held, dossiers: { ...held.dossiers, 'hs-1': { ...one, fingerprint: 'f'.repeat(64) } } };
    const { bytes } = await makeReturn(seat);
    expect(await arrive(bytes, changed)).toMatchObject({
      outcome: 'otherDossierVersion',
      action: 'takeWithout',
      details: { dossierId: 'hs-1' },
      without: ['hs-1'],
    });
    const gone = { ...held, dossiers: { 'hs-1': one } };
    expect(await arrive(bytes, gone)).toMatchObject({ outcome: 'unknownDossier', without: ['hs-2'] });
  });

  it('other form, and other regulation pack', async () => {
    const { bytes } = await makeReturn(seat, { formFingerprints: {} });
    expect(await arrive(bytes)).toMatchObject({ outcome: 'otherForm', action: 'refuse' });
    const pack = await makeReturn(seat, {
      packFingerprint: packFingerprint.replace(/^./, (c) => (c === '0' ? '1' : '0')),
    });
    expect(await arrive(pack.bytes)).toMatchObject({ outcome: 'otherForm' });
  });

  it('late, and takes it all the same', async () => {
    const { bytes } = await makeReturn(seat);
    const deadline = { deadline: '2026-11-25T23:59:00+07:00' };
    expect(await arrive(bytes, heldNothing(deadline))).toMatchObject({
      outcome: 'accepted',
      action: 'take',
      late: true,
    });
  });

  it('the gravest first, and everything it found', async () => {
    const held = heldNothing({
      seats: { 'tv-1': { pinnedKey: 'x'.repeat(43), revisions: [], withheld: ['hs-2'] } },
      countClosedAt: '2026-11-25T00:00:00Z',
    });
    const verdict = await arrive((await makeReturn(seat)).bytes, held);
    expect(verdict.findings.map(({ outcome }) => outcome)).toEqual([
      'otherKey',
      'afterCountClosed',
      'conflictDossierIncluded',
      'accepted',
    ]);
  });
});

describe('a return filled in by something else than this program', () => {
  const signer = () => ({ signingKey: seat.member.signingKey, publicKey: seat.member.memberKey });
  const withBallots = async (ballots: unknown, text = canonicalText(ballots)): Promise<Reading<OpenedReturn>> => {
    const { manifest } = await makeReturn(seat);
    const bytes = Buffer.from(text);
    return readUnsealedReturn(
      forge({
        manifest: { ...manifest, entries: [listed('ballots.json', bytes)] },
        signer: signer(),
        entries: [{ name: 'ballots.json', bytes }],
      }),
    );
  };
  const answered = (value: unknown) => ({
    'hs-1': { ...ballot, answers: { 'tong-quan': { value, comment: '' } } },
    'hs-2': ballot,
  });

  it('is refused with the place when a word stands for a digit', async () => {
    expect(await withBallots(answered({ kind: 'points', points: 'mười' }))).toMatchObject({
      refusal: { code: 'malformed', path: 'ballots.json/hs-1/answers/tong-quan/value/points' },
    });
  });

  it.each([
    ['another kind of mark', { kind: 'passFail', passed: true }],
    ['more points than the most', { kind: 'points', points: '12.5' }],
    ['points between the steps', { kind: 'points', points: '10.3' }],
    ['not applicable where the form has no such answer', { kind: 'notApplicable' }],
  ])('is refused with the place for %s', async (_name, value) => {
    expect(judge(await withBallots(answered(value)), heldNothing())).toMatchObject({
      outcome: 'refused',
      details: { code: 'malformed', path: 'ballots.json/hs-1/answers.tong-quan.value' },
    });
  });

  it.each([
    ['an unknown criterion', { ...ballot, answers: { la: { value: null, comment: '' } } }],
    ['an unknown product', { ...ballot, answers: { 'chat-luong:sp-9': { value: null, comment: '' } } }],
    ['a product where there is none', { ...ballot, answers: { 'tong-quan:sp-1': { value: null, comment: '' } } }],
    ['an unknown opinion', { ...ballot, opinion: 'khac' }],
    ['an unknown field of an opinion', { ...ballot, opinionFields: { khac: 'x' } }],
  ])('is refused for %s', async (_name, odd) => {
    expect(judge(await withBallots({ 'hs-1': odd, 'hs-2': ballot }), heldNothing()).outcome).toBe('refused');
  });

  it('is refused for an unknown field, a missing dossier and one too many', async () => {
    expect(await withBallots({ 'hs-1': { ...ballot, la: 1 }, 'hs-2': ballot })).toMatchObject({
      refusal: { code: 'malformed' },
    });
    expect(await withBallots({ 'hs-1': ballot })).toMatchObject({
      refusal: { code: 'malformed', problem: 'otherDossiers' },
    });
    expect(await withBallots({ 'hs-1': ballot, 'hs-2': ballot, 'hs-3': ballot })).toMatchObject({
      refusal: { problem: 'otherDossiers' },
    });
    expect(
      await withBallots(
        { 'hs-1': ballot, 'hs-2': ballot, __proto__: ballot },
        `{"__proto__":{},${canonicalText({ 'hs-1': ballot, 'hs-2': ballot }).slice(1)}`,
      ),
    ).toMatchObject({ ok: false });
  });

  it('is refused when its JSON is not the canonical one', async () => {
    const votes = { 'hs-1': ballot, 'hs-2': ballot };
    const text = canonicalText(votes);
    for (const other of [
      ` ${text}`,
      `${text}\r\n`,
      JSON.stringify(votes, null, 2),
      `{"hs-1":${canonicalText(ballot)},${text.slice(1)}`,
    ])
      expect(await withBallots(votes, other)).toMatchObject({
        refusal: { code: 'malformed', problem: 'notCanonical' },
      });
    expect(await withBallots(votes, text.slice(0, -1))).toMatchObject({
      refusal: { code: 'damaged', where: 'ballots.json' },
    });
    expect(await withBallots(votes, text + text)).toMatchObject({ refusal: { code: 'damaged' } });
    expect(await withBallots(votes, '['.repeat(100_000))).toMatchObject({
      refusal: { code: 'limit', limit: 'jsonDepth' },
    });
    expect(await withBallots(votes, `\u{FEFF}${text}`)).toMatchObject({ ok: false });
  });

  it('has its texts composed, its line ends made one, and its leading blanks kept', async () => {
    const odd = '   Đánh giá: tốt\r\nrất "tốt" & ‘hay’ <b>'.normalize('NFD');
    const votes = { 'hs-1': { ...ballot, comment: odd }, 'hs-2': ballot };
    const { default: canonicalize } = await import('canonicalize');
    const read = await withBallots(votes, canonicalize(votes));
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    expect(read.value.ballots['hs-1']?.comment).toBe('   Đánh giá: tốt\nrất "tốt" & ‘hay’ <b>'.normalize('NFC'));
  });

  it('is taken when blank or without a required field: whether it is valid is the form’s question', async () => {
    const empty = { answers: {}, opinion: null, opinionFields: {}, comment: '  ', abstained: false };
    const verdict = judge(
      await withBallots({ 'hs-1': empty, 'hs-2': { ...ballot, opinionFields: {} } }),
      heldNothing(),
    );
    expect(verdict).toMatchObject({ outcome: 'accepted', blank: ['hs-1'] });
  });
});

describe('a file that is something else', () => {
  it('is refused for rubbish before the seal, two files in one, a text and a bare ZIP', async () => {
    const { bytes } = await makeReturn(seat);
    const text = Buffer.from('xin chào\n');
    expect(await openReturn(Buffer.concat([text, bytes]), seat.session.identity)).toMatchObject({
      refusal: { code: 'notExchangeFile' },
    });
    expect(await openReturn(Buffer.concat([bytes, bytes]), seat.session.identity)).toMatchObject({
      refusal: { code: 'damaged' },
    });
    expect(await openReturn(text, seat.session.identity)).toMatchObject({ refusal: { code: 'notExchangeFile' } });
    expect(await openReturn(Buffer.from('PK\u0003\u0004'), seat.session.identity)).toMatchObject({
      refusal: { code: 'notExchangeFile' },
    });
    expect(
      await openReturn(
        Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
        seat.session.identity,
      ),
    ).toMatchObject({ ok: false });
  });

  it('is refused before any work when its header asks for too much', async () => {
    const line = '-> X25519 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\nAAAA\n';
    const many = Buffer.from(`age-encryption.org/v1\n${line.repeat(5_000)}--- AAAA\n`);
    const start = performance.now();
    expect(await openReturn(many, seat.session.identity)).toMatchObject({
      refusal: { code: 'damaged', where: 'header' },
    });
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('every line of the report', () => {
  it('has a name, what happened and what to do, in both languages', () => {
    const keys = [
      ...intakeOutcomes.flatMap((outcome) => [`${outcome}.title`, `${outcome}.what`, `${outcome}.todo`]),
      ...containerDangers.map((danger) => `danger.${danger}`),
      ...readingLimits.map((limit) => `limit.${limit}`),
    ];
    for (const texts of [exchangeMessages.vi, exchangeMessages.en])
      for (const key of keys) expect(Object.keys(texts), key).toContain(key);
  });
});
