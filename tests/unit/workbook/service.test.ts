import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '#domain/contract/problems.ts';
import type { MemberEvent } from '#domain/workbook/events.ts';
import { workbookInvariants } from '#domain/workbook/invariants.ts';
import { openHoidongArchive, type HoidongArchive } from '#main/application/archive.ts';
import type { Services } from '#main/application/services.ts';
import { collectBytes, chunksOfBytes } from '#main/exchange/byte-streams.ts';
import { sha256Hex } from '#main/exchange/fingerprint.ts';
import { newSeatSecret, newSessionKeys, seatProofHolds, type SessionKeys } from '#main/exchange/keys.ts';
import { sealPackage, type PackageInput } from '#main/exchange/package-file.ts';
import { inProcessCipher } from '#main/exchange/passphrase-cipher.ts';
import { sealReceipt } from '#main/exchange/receipt-file.ts';
import { openReturn } from '#main/exchange/return-file.ts';
import { createKeptFiles } from '#main/hosting/kept-files.ts';
import { createNamedFiles } from '#main/hosting/named-files.ts';
import { createIncoming, type Incoming } from '#main/services/incoming.ts';
import { createJobs, type Jobs } from '#main/services/jobs.ts';
import { createWorkbooksService } from '#main/services/workbooks.ts';
import { everyScale, filled } from './fixture.ts';

// The real work factor costs over a second a file and is tested with the exchange.
const cipher = inProcessCipher(10);
const passphrase = '7KQ2-M93T-HLKM-4Q9T';
const seatSecret = newSeatSecret();

let folder: string;
let archive: HoidongArchive;
let service: Services['workbooks'];
let jobs: Jobs;
let incoming: Incoming;
let namedFiles: ReturnType<typeof createNamedFiles>;
let keys: SessionKeys;
let time: Date;
let count: number;

const open = async (): Promise<void> => {
  archive = await openHoidongArchive(folder, { clock: () => time.toISOString(), ids: () => `id-${(count += 1)}` });
  const ids = (): string => `id-${(count += 1)}`;
  jobs = createJobs();
  namedFiles = createNamedFiles(ids);
  incoming = createIncoming({ archive, namedFiles, ids });
  service = createWorkbooksService({
    archive,
    cipher,
    keyProtection: null,
    jobs,
    incoming,
    keptFiles: createKeptFiles(ids),
    print: (workbook) => Promise.resolve(Buffer.from(`%PDF of ${workbook.id}`)),
    clock: () => time,
    ids,
  });
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoidong-workbooks-'));
  keys = await newSessionKeys();
  time = new Date('2026-11-23T08:00:00Z');
  count = 0;
  await open();
});

afterEach(async () => {
  for (const { id } of await archive.workbooks.list()) {
    expect(workbookInvariants((await archive.workbooks.open(id)).state)).toEqual([]);
  }
  await archive.close();
  await rm(folder, { recursive: true, force: true });
});

const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.7 ${text}`);

const dossierInput = (number: number, text = `hồ sơ ${number}`): PackageInput['dossiers'][number] => {
  const bytes = pdf(text);
  return {
    id: `dossier-${number}`,
    code: `M-${number}`,
    title: `Hồ sơ mẫu ${number}`,
    hostOrganisation: 'Viện Mẫu',
    principal: 'Nguyễn Văn A',
    formId: everyScale.id,
    products: [
      { id: 'p1', name: 'Mô hình điểm', group: 'I' },
      { id: 'p2', name: 'Tài liệu', group: 'II' },
    ],
    files: [
      {
        id: `file-${number}`,
        name: `thuyết minh ${number}.pdf`,
        sha256: sha256Hex(bytes),
        size: bytes.length,
        pages: 1,
        open: () => chunksOfBytes(bytes),
      },
    ],
  };
};

const packageFile = async (changes: Partial<PackageInput> = {}): Promise<File> => {
  const { chunks } = await sealPackage(
    {
      sessionId: 'session-1',
      packageId: 'package-1',
      number: 1,
      issuedAt: '2026-11-22T08:00:00Z',
      rehearsal: false,
      secretBallot: false,
      deadline: '2026-11-30T17:00',
      session: {
        title: 'Phiên họp mẫu',
        councilKind: 'selection',
        councilName: 'Hội đồng mẫu',
        programme: 'Chương trình mẫu',
        place: 'Hà Nội',
        startsAt: '2026-12-01T08:30',
        meetingForm: 'inPerson',
        decision: { number: '12/QĐ-TĐC', date: '2026-11-02', issuer: 'Cơ quan Mẫu' },
      },
      seat: {
        memberId: 'member-1',
        name: 'Trần Thị B',
        office: 'reviewer',
        academicTitle: 'TS.',
        position: '',
        organisation: 'Trường Mẫu',
        secret: seatSecret,
      },
      members: null,
      pack: { id: 'pack', version: '1', title: 'Bộ quy định mẫu', fingerprint: 'a'.repeat(64) },
      forms: [everyScale],
      dossiers: [dossierInput(1), dossierInput(2)],
      keys,
      changes: null,
      ...changes,
    },
    passphrase,
    { cipher },
  );
  return new File([new Uint8Array(await collectBytes(chunks))], 'tran-thi-b.hdgoi');
};

const openFirst = async (): Promise<string> => {
  const { workbookId, outcome } = await service.openPackage({ file: await packageFile(), passphrase });
  expect(outcome).toBe('new');
  return workbookId;
};

const fill = async (workbookId: string, ...dossiers: readonly string[]): Promise<void> => {
  for (const dossierId of dossiers) await service.record({ workbookId, events: filled(dossierId) as MemberEvent[] });
};

const codeOf = async (deed: Promise<unknown>): Promise<string> => {
  try {
    await deed;
    return 'done';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
};

const bytesOf = async (file: { arrayBuffer(): Promise<ArrayBuffer> }): Promise<Uint8Array> =>
  new Uint8Array(await file.arrayBuffer());

describe('a member’s workbook', () => {
  it('opens a package once, keeps its files and finds it again', async () => {
    const workbookId = await openFirst();
    const { workbook } = await service.get({ workbookId });
    expect(workbook.package?.dossiers.map(({ title }) => title)).toEqual(['Hồ sơ mẫu 1', 'Hồ sơ mẫu 2']);
    expect(workbook.package?.changes).toEqual([]);
    const asked = { workbookId, dossierId: 'dossier-2', attachmentId: 'file-2' };
    const file = await service.readAttachment({ ...asked, at: 0, size: 1_000 });
    expect(file.name).toBe('thuyết minh 2.pdf');
    expect(Buffer.from(await bytesOf(file))).toEqual(Buffer.from(pdf('hồ sơ 2')));
    expect(await service.openPackage({ file: await packageFile(), passphrase: ' 7kq2 m93t hlkm 4q9t ' })).toEqual({
      workbookId,
      outcome: 'unchanged',
    });
    expect((await service.list()).map(({ id, dossiers, complete }) => [id, dossiers, complete])).toEqual([
      [workbookId, 2, 0],
    ]);
  });

  it('says what is wrong with a file and changes nothing', async () => {
    const file = await packageFile();
    expect(await codeOf(service.openPackage({ file, passphrase: 'HHHH-HHHH-HHHH-HHHH' }))).toBe(
      'package.wrongPassphrase',
    );
    const whole = await bytesOf(file);
    const cut = new File([whole.slice(0, whole.length - 200)], 'cut.hdgoi');
    expect(await codeOf(service.openPackage({ file: cut, passphrase }))).toBe('package.damaged');
    expect(await codeOf(service.openPackage({ file: new File(['chữ'], 'thư.txt'), passphrase }))).toBe(
      'package.notExchangeFile',
    );
    expect(await service.list()).toEqual([]);
  });

  it('records what may be written, refuses the rest whole, and keeps all of it over a restart', async () => {
    const workbookId = await openFirst();
    const good: MemberEvent = { type: 'comment.set', dossierId: 'dossier-1', comment: 'Giữ lại' };
    const bad: MemberEvent = {
      type: 'answer.set',
      dossierId: 'dossier-1',
      key: 'urgency',
      value: { kind: 'points', points: '99' },
    };
    await service.record({ workbookId, events: [good] });
    expect(await codeOf(service.record({ workbookId, events: [{ ...good, comment: 'Mất' }, bad] }))).toBe(
      'workbook.aboveMax',
    );
    await archive.close();
    await open();
    const { workbook, standing } = await service.get({ workbookId });
    expect(workbook.ballots['dossier-1']?.comment).toBe('Giữ lại');
    expect(standing.undo?.vi).toBe('sửa nhận xét chung của hồ sơ 1');
  });

  it('names in its history which criterion of which dossier was changed, undone and done again', async () => {
    const workbookId = await openFirst();
    const event: MemberEvent = {
      type: 'answer.set',
      dossierId: 'dossier-2',
      key: 'method',
      value: { kind: 'marks', mark: 3 },
    };
    await service.record({ workbookId, events: [event] });
    const undone = await service.undo({ workbookId });
    expect(undone.workbook.ballots['dossier-2']?.answers['method']?.value ?? null).toBe(null);
    expect(undone.standing.redo?.vi).toBe('sửa điểm tiêu chí 2 của hồ sơ 2');
    await service.redo({ workbookId });
    expect((await service.history({ workbookId })).map(({ label }) => label.vi)).toEqual([
      'Làm lại: sửa điểm tiêu chí 2 của hồ sơ 2',
      'Hoàn tác: sửa điểm tiêu chí 2 của hồ sơ 2',
      'sửa điểm tiêu chí 2 của hồ sơ 2',
      'mở gói phiên họp',
      'tạo bản làm việc',
    ]);
    // What came in from outside is never taken back.
    await service.undo({ workbookId });
    expect(await codeOf(service.undo({ workbookId }))).toBe('store.nothingToUndo');
  });

  it('makes no return while something is missing, then numbered and chained ones that the secretary can open', async () => {
    const workbookId = await openFirst();
    await fill(workbookId, 'dossier-1');
    expect(await codeOf(service.submit({ workbookId }))).toBe('workbook.incomplete');
    await fill(workbookId, 'dossier-2');
    const first = await service.submit({ workbookId });
    expect(first.file.name).toBe('phieu-tran-thi-b-lan-1.hdphieu');
    const opened = await openReturn(await bytesOf(first.file), keys.identity);
    if (!opened.ok) throw new Error(opened.refusal.code);
    expect(opened.value.manifest).toMatchObject({
      memberId: 'member-1',
      revision: 1,
      ancestors: [],
      packageId: 'package-1',
    });
    expect(seatProofHolds(opened.value.manifest, [seatSecret])).toBe(true);
    expect(opened.value.ballots['dossier-1']?.answers['urgency']?.value).toEqual({ kind: 'points', points: '12.5' });

    await service.record({
      workbookId,
      events: [{ type: 'comment.set', dossierId: 'dossier-1', comment: 'Viết lại.' }],
    });
    const second = await service.submit({ workbookId });
    const again = await openReturn(await bytesOf(second.file), keys.identity);
    if (!again.ok) throw new Error(again.refusal.code);
    expect(again.value.manifest).toMatchObject({ revision: 2, ancestors: [opened.value.digest] });
    expect(again.value.manifest.memberKey).toBe(opened.value.manifest.memberKey);
    expect(await bytesOf(await service.lastReturn({ workbookId }))).toEqual(await bytesOf(second.file));
    const { workbook } = await service.get({ workbookId });
    expect(workbook.returns.map(({ revision, ballots }) => [revision, ballots['dossier-1']?.comment])).toEqual([
      [1, 'Đồng ý.'],
      [2, 'Viết lại.'],
    ]);
  });

  it('never makes one revision twice, however impatiently the button is pressed', async () => {
    const workbookId = await openFirst();
    await fill(workbookId, 'dossier-1', 'dossier-2');
    const made = await Promise.all([1, 2, 3].map(() => service.submit({ workbookId })));
    expect(made.map(({ revision }) => revision)).toEqual([1, 2, 3]);
  });

  it('takes the receipt of its own return, twice without harm, and no other', async () => {
    const workbookId = await openFirst();
    await fill(workbookId, 'dossier-1', 'dossier-2');
    const { file, code } = await service.submit({ workbookId });
    const opened = await openReturn(await bytesOf(file), keys.identity);
    if (!opened.ok) throw new Error(opened.refusal.code);
    const { manifest, digest } = opened.value;
    const receipt = async (changes: object = {}, by: SessionKeys = keys, named = true): Promise<File> => {
      const sealed = await sealReceipt({
        sessionId: 'session-1',
        receiptId: 'receipt-1',
        createdAt: '2026-11-24T08:00:00Z',
        rehearsal: false,
        sessionTitle: 'Phiên họp mẫu',
        memberId: 'member-1',
        ...(named ? { returnId: manifest.returnId } : {}),
        revision: 1,
        returnDigest: digest,
        takenAt: '2026-11-24T07:59:00Z',
        late: false,
        keys: by,
        recipient: manifest.memberRecipient,
        ...changes,
      });
      return new File([new Uint8Array(await collectBytes(sealed.chunks))], 'bien-nhan.hdbiennhan');
    };
    expect(await service.openReceipt({ file: await receipt() })).toEqual({ workbookId, revision: 1, code });
    // As it comes out of a secret vote, where only the digest names the return.
    expect(await service.openReceipt({ file: await receipt({}, keys, false) })).toEqual({
      workbookId,
      revision: 1,
      code,
    });
    expect(await codeOf(service.openReceipt({ file: await receipt({ returnId: 'another' }) }))).toBe(
      'workbook.receiptUnknownReturn',
    );
    expect((await service.get({ workbookId })).workbook.receipts).toEqual([
      { revision: 1, receivedAt: '2026-11-24T07:59:00Z', code },
    ]);
    expect((await service.list())[0]).toMatchObject({ revision: 1, received: true });
    expect(await codeOf(service.openReceipt({ file: await receipt({ returnDigest: 'b'.repeat(64) }) }))).toBe(
      'workbook.receiptUnknownReturn',
    );
    expect(await codeOf(service.openReceipt({ file: await receipt({}, await newSessionKeys()) }))).toBe(
      'workbook.otherSecretary',
    );
    expect(await codeOf(service.openReceipt({ file: await receipt({ memberId: 'member-2' }) }))).toBe(
      'workbook.receiptOtherSeat',
    );
    expect(await codeOf(service.openReceipt({ file: new File(['x'], 'x.hdbiennhan') }))).toBe(
      'receipt.notExchangeFile',
    );
  });

  it('takes a later package, says what changed and keeps the marks', async () => {
    const workbookId = await openFirst();
    await fill(workbookId, 'dossier-1', 'dossier-2');
    const later = { packageId: 'package-2', number: 2, dossiers: [dossierInput(1, 'bản mới'), dossierInput(3)] };
    expect(await service.openPackage({ file: await packageFile(later), passphrase })).toEqual({
      workbookId,
      outcome: 'updated',
    });
    const { workbook } = await service.get({ workbookId });
    expect(workbook.package?.changes.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'added Hồ sơ mẫu 3',
      'replaced Hồ sơ mẫu 1',
      'withdrawn Hồ sơ mẫu 2',
    ]);
    expect(workbook.changedDossiers).toEqual(['dossier-1']);
    expect(workbook.ballots['dossier-1']?.comment).toBe('Đồng ý.');
    expect(workbook.ballots['dossier-2']?.comment).toBe('Đồng ý.');
    expect(await service.openPackage({ file: await packageFile(), passphrase })).toEqual({
      workbookId,
      outcome: 'older',
    });
    expect((await service.get({ workbookId })).workbook.package?.number).toBe(2);
  });

  it('takes a package signed with another key only when the member has asked about it', async () => {
    const workbookId = await openFirst();
    keys = await newSessionKeys();
    const later = await packageFile({ packageId: 'package-2', number: 2 });
    expect(await codeOf(service.openPackage({ file: later, passphrase }))).toBe('workbook.otherSecretary');
    expect((await service.get({ workbookId })).workbook.package?.number).toBe(1);
    expect(await service.openPackage({ file: later, passphrase, trustNewKey: true })).toEqual({
      workbookId,
      outcome: 'updated',
    });
  });

  it('keeps another seat on the same computer apart', async () => {
    const first = await openFirst();
    const seat = {
      memberId: 'member-2',
      name: 'Lê Văn C',
      office: 'chair',
      academicTitle: '',
      position: '',
      organisation: '',
      secret: newSeatSecret(),
    };
    const second = await service.openPackage({ file: await packageFile({ packageId: 'package-9', seat }), passphrase });
    expect(second.outcome).toBe('new');
    expect(second.workbookId).not.toBe(first);
    expect(await service.list()).toHaveLength(2);
  });

  it('says that the key is gone instead of signing with another', async () => {
    const workbookId = await openFirst();
    await fill(workbookId, 'dossier-1', 'dossier-2');
    await archive.workbooks.files(workbookId).remove('member-keys.json');
    expect(await codeOf(service.submit({ workbookId }))).toBe('workbook.keyGone');
    expect((await service.get({ workbookId })).workbook.returns).toEqual([]);
  });

  it('sends hostile text as text and keeps it letter by letter', async () => {
    const workbookId = await openFirst();
    await fill(workbookId, 'dossier-1', 'dossier-2');
    const comment = '<script>alert(1)</script> & "ngoặc" \u0065\u0302\u0301 ’';
    await service.record({ workbookId, events: [{ type: 'comment.set', dossierId: 'dossier-1', comment }] });
    const { file } = await service.submit({ workbookId });
    const opened = await openReturn(await bytesOf(file), keys.identity);
    if (!opened.ok) throw new Error(opened.refusal.code);
    expect(opened.value.ballots['dossier-1']?.comment).toBe(comment.normalize('NFC'));
  });

  it('moves a removed workbook to the bin and forgets it', async () => {
    const workbookId = await openFirst();
    await service.remove({ workbookId });
    expect(await service.list()).toEqual([]);
    expect(await codeOf(service.get({ workbookId }))).toBe('store.notFound');
    await expect(readFile(join(folder, 'workbooks', workbookId, 'journal.jsonl'))).rejects.toThrow();
  });
});
