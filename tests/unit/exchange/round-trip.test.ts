import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgePackage, judgeReceipt } from '#domain/exchange/package-intake.ts';
import { shortCode, shortCodePattern } from '#domain/exchange/short-code.ts';
import { collectBytes } from '#main/exchange/byte-streams.ts';
import { seatProofHolds } from '#main/exchange/keys.ts';
import { openPackage, sealPackage, type OpenedPackage } from '#main/exchange/package-file.ts';
import { inProcessCipher, workerCipher } from '#main/exchange/passphrase-cipher.ts';
import {
  exportSessionKeys,
  importSessionKeys,
  protectSecret,
  unprotectSecret,
} from '#main/exchange/protected-secret.ts';
import { openReceipt, sealReceipt } from '#main/exchange/receipt-file.ts';
import { openReturn } from '#main/exchange/return-file.ts';
import { meantPassphrase, newPassphrase } from '#main/exchange/passphrase.ts';
import {
  ballot,
  dossierInput,
  dossiers,
  fileOf,
  form,
  makePackage,
  makeReturn,
  newSeat,
  packageInput,
  passphrase,
  quickCipher,
} from './samples.ts';

const opened = async (bytes: Uint8Array): Promise<OpenedPackage> => {
  const result = await openPackage(bytes, passphrase, { cipher: quickCipher });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exchange-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a package', () => {
  it('gives back everything that was put in', async () => {
    const seat = await newSeat();
    const { bytes, manifest, digest } = await makePackage(seat);
    const result = await opened(bytes);
    expect(result.manifest).toEqual(manifest);
    expect(result.digest).toBe(digest);
    expect(result.forms).toEqual({ [form.id]: form });
    const [file] = result.manifest.dossiers[0]?.files ?? [];
    if (!file) throw new Error('no file');
    expect(Buffer.from(await collectBytes(result.file(file))).toString()).toBe('%PDF-1.7\nmột\n%%EOF\n');
    await result.close();
  });

  it('tells a wrong passphrase from damage', async () => {
    const { bytes } = await makePackage(await newSeat());
    const wrong = await openPackage(bytes, 'HKLM-2345-QT67-89HH', { cipher: quickCipher });
    expect(wrong).toEqual({ ok: false, refusal: { code: 'wrongPassphrase' } });
    const hurt = Uint8Array.from(bytes);
    hurt[hurt.length - 40] = (hurt[hurt.length - 40] ?? 0) ^ 1;
    const damaged = await openPackage(hurt, passphrase, { cipher: quickCipher });
    expect(damaged).toEqual({ ok: false, refusal: { code: 'damaged', where: 'seal' } });
  });

  it('is opened however the passphrase is spaced and cased', async () => {
    const { bytes } = await makePackage(await newSeat());
    const result = await openPackage(bytes, ' hklm 2345–qt67.89hk ', { cipher: quickCipher });
    expect(result.ok).toBe(true);
  });

  it('keeps a file used by two dossiers once', async () => {
    const shared = fileOf('tep-9', 'Chung.pdf', Buffer.from('chung'));
    const seat = await newSeat();
    const { manifest } = await makePackage(seat, {
      dossiers: [dossierInput('a', [shared]), dossierInput('b', [shared])],
    });
    expect(manifest.entries.filter(({ path }) => path.startsWith('files/'))).toHaveLength(1);
  });

  it('is not made of a file that changed since it was taken in', async () => {
    const file = {
      ...fileOf('tep-9', 'Đổi.pdf', Buffer.from('trước')),
      open: fileOf('x', 'x', Buffer.from('saukk')).open,
    };
    const seat = await newSeat();
    const sealed = await sealPackage(
      packageInput(seat.session, seat.seatSecret, { dossiers: [dossierInput('a', [file])] }),
      passphrase,
      {
        cipher: quickCipher,
      },
    );
    await expect(collectBytes(sealed.chunks)).rejects.toMatchObject({ code: 'exchange.attachmentDamaged' });
  });

  it('fails with the file system’s error when an attachment can’t be read', async () => {
    const file = {
      ...fileOf('tep-9', 'Mất.pdf', Buffer.from('x')),
      // eslint-disable-next-line require-yield -- it fails before it has anything to give
      open: async function* (): AsyncGenerator<Uint8Array> {
        await Promise.resolve();
        throw new Error('EIO');
      },
    };
    const seat = await newSeat();
    const sealed = await sealPackage(
      packageInput(seat.session, seat.seatSecret, { dossiers: [dossierInput('a', [file])] }),
      passphrase,
      {
        cipher: quickCipher,
      },
    );
    await expect(collectBytes(sealed.chunks)).rejects.toThrow('EIO');
  });

  it('shows a file under a name every system can bear, whatever it was called', async () => {
    const names = [
      'a:b?.pdf',
      'CON.pdf',
      '../../x.pdf',
      'đè\u202Efdp.exe',
      ' ',
      `${'d'.repeat(400)}.docx`,
      'kết thúc.',
    ];
    const seat = await newSeat();
    const { bytes } = await makePackage(seat, {
      dossiers: [
        dossierInput(
          'a',
          names.map((name, at) => fileOf(`t-${at}`, name, Buffer.from(String(at)))),
        ),
      ],
    });
    const result = await opened(bytes);
    const shown = result.manifest.dossiers[0]?.files.map(({ name }) => name) ?? [];
    expect(shown[0]).toBe('a_b_.pdf');
    expect(shown[1]).toBe('_CON.pdf');
    expect(shown[2]).toBe('.._.._x.pdf');
    expect(shown[3]).toBe('đè_fdp.exe');
    expect(shown[5]).toMatch(/^d+\.docx$/);
    expect(shown[5]).toHaveLength(255);
    await result.close();
  });
});

describe('a re-issued package', () => {
  it('keeps the marks on unchanged dossiers and names what changed', async () => {
    const seat = await newSeat();
    const first = await makePackage(seat);
    const held = {
      sessionId: 'phien-1',
      memberId: 'tv-1',
      packageId: 'goi-1',
      number: 1,
      secretaryKey: seat.session.secretaryKey,
      dossiers: first.manifest.dossiers,
      formFingerprints: Object.fromEntries(first.manifest.forms.map(({ id, fingerprint }) => [id, fingerprint])),
    };
    const [one] = dossiers;
    if (!one) throw new Error('no dossier');
    const changed = dossierInput('hs-2', [fileOf('tep-3', 'Thuyết minh.pdf', Buffer.from('bản mới'))]);
    const second = await makePackage(seat, {
      packageId: 'goi-2',
      number: 2,
      dossiers: [one, changed, dossierInput('hs-3')],
    });
    expect(judgePackage(second.manifest, held)).toEqual({
      outcome: 'updated',
      kept: ['hs-1'],
      replaced: ['hs-2'],
      added: ['hs-3'],
      removed: [],
    });
    expect(judgePackage(first.manifest, held).outcome).toBe('unchanged');
    expect(judgePackage(first.manifest, null).outcome).toBe('new');
    expect(judgePackage(first.manifest, { ...held, packageId: 'goi-2', number: 2 }).outcome).toBe('older');
    const other = await makePackage(
      { ...(await newSeat()), seatSecret: seat.seatSecret },
      { packageId: 'goi-2', number: 2 },
    );
    expect(judgePackage(other.manifest, held).outcome).toBe('otherKey');
  });
});

describe('a return', () => {
  it('gives back everything that was put in', async () => {
    const seat = await newSeat();
    const { bytes, manifest, digest } = await makeReturn(seat);
    const result = await openReturn(bytes, seat.session.identity);
    expect(result).toEqual({ ok: true, value: { manifest, digest, ballots: { 'hs-1': ballot, 'hs-2': ballot } } });
    expect(seatProofHolds(manifest, [seat.seatSecret])).toBe(true);
    expect(seatProofHolds(manifest, [(await newSeat()).seatSecret])).toBe(false);
  });

  it('is opened by whichever of several sessions’ keys fits, and by no other', async () => {
    const seat = await newSeat();
    const other = await newSeat();
    const { bytes } = await makeReturn(seat);
    expect((await openReturn(bytes, [other.session.identity, seat.session.identity])).ok).toBe(true);
    expect(await openReturn(bytes, other.session.identity)).toEqual({ ok: false, refusal: { code: 'notForThisKey' } });
  });

  it('names nobody in the entry that holds the votes', async () => {
    const seat = await newSeat();
    const result = await openReturn((await makeReturn(seat)).bytes, seat.session.identity);
    if (!result.ok) throw new Error('not opened');
    expect(JSON.stringify(result.value.ballots)).not.toContain('tv-1');
  });

  it('taken for a package, and a package taken for it, is named for what it is', async () => {
    const seat = await newSeat();
    const returned = await makeReturn(seat);
    const issued = await makePackage(seat);
    expect(await openPackage(returned.bytes, passphrase, { cipher: quickCipher })).toMatchObject({
      refusal: { code: 'wrongKind', expected: 'package' },
    });
    expect(await openReturn(issued.bytes, seat.session.identity)).toMatchObject({
      refusal: { code: 'wrongKind', found: 'package' },
    });
  });
});

describe('a receipt', () => {
  it('says to its member, and to nobody else, that the return was taken', async () => {
    const seat = await newSeat();
    const returned = await makeReturn(seat);
    const sealed = await sealReceipt({
      sessionId: 'phien-1',
      receiptId: 'bn-1',
      createdAt: '2026-11-26T08:00:00+07:00',
      rehearsal: false,
      sessionTitle: 'Họp',
      memberId: 'tv-1',
      returnId: 'phieu-1',
      revision: 1,
      returnDigest: returned.digest,
      takenAt: '2026-11-26T08:00:00+07:00',
      late: false,
      keys: seat.session,
      recipient: returned.manifest.memberRecipient,
    });
    const bytes = await collectBytes(sealed.chunks);
    const result = await openReceipt(bytes, seat.member.identity);
    if (!result.ok) throw new Error('not opened');
    const { manifest } = result.value;
    expect(manifest.code).toBe(shortCode(returned.digest));
    expect(manifest.code).toMatch(shortCodePattern);
    const held = {
      sessionId: 'phien-1',
      memberId: 'tv-1',
      secretaryKey: seat.session.secretaryKey,
      returns: [{ returnId: 'phieu-1', digest: returned.digest }],
    };
    expect(judgeReceipt(manifest, held)).toBe('taken');
    expect(judgeReceipt(manifest, { ...held, returns: [] })).toBe('unknownReturn');
    expect(judgeReceipt(manifest, { ...held, memberId: 'tv-2' })).toBe('otherSeat');
    expect(judgeReceipt(manifest, { ...held, secretaryKey: seat.member.memberKey })).toBe('otherKey');
    expect((await openReceipt(bytes, (await newSeat()).member.identity)).ok).toBe(false);
  });
});

describe('secrets', () => {
  it('come back with their passphrase only', async () => {
    const armoured = await protectSecret('bí mật', passphrase, { cipher: quickCipher });
    expect(armoured).toContain('-----BEGIN AGE ENCRYPTED FILE-----');
    expect(await unprotectSecret(armoured, passphrase, { cipher: quickCipher })).toEqual({ ok: true, value: 'bí mật' });
    expect(await unprotectSecret(armoured, 'khác', { cipher: quickCipher })).toMatchObject({
      refusal: { code: 'wrongPassphrase' },
    });
    expect(await unprotectSecret('xin chào', passphrase, { cipher: quickCipher })).toMatchObject({
      refusal: { code: 'damaged' },
    });
  });

  it('of a session reach a second secretary’s computer in a sealed file', async () => {
    const { session } = await newSeat();
    const input = { sessionId: 'phien-1', sessionTitle: 'Họp', exportedAt: '2026-11-23T08:00:00+07:00', keys: session };
    const bytes = await exportSessionKeys(input, passphrase, { cipher: quickCipher });
    expect(await importSessionKeys(bytes, passphrase, { cipher: quickCipher })).toEqual({ ok: true, value: input });
    expect(Buffer.from(bytes).includes(session.identity)).toBe(false);
  });

  it('new passphrases are different, readable, and mean themselves', () => {
    const made = new Set(Array.from({ length: 200 }, newPassphrase));
    expect(made.size).toBe(200);
    for (const one of made) {
      expect(one).toMatch(/^(?:[2-9HKLMQT]{4}-){3}[2-9HKLMQT]{4}$/);
      expect(meantPassphrase(one.toLowerCase().replaceAll('-', ' '))).toBe(one);
    }
    expect(Math.log2(14 ** 16)).toBeGreaterThan(60);
    expect(meantPassphrase(' câu do tôi đặt '.normalize('NFD'))).toBe('câu do tôi đặt');
  });
});

describe('large packages', () => {
  const big = (size: number) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 4096) bytes[at] = at / 4096;
    return bytes;
  };

  it('go through a file of the program’s own, which is gone afterwards, with progress', async () => {
    const seat = await newSeat();
    const file = fileOf('to', 'To.pdf', big(20 * 1024 * 1024));
    const made = await makePackage(seat, { dossiers: [dossierInput('a', [file])] });
    const path = join(folder, 'goi.hdgoi');
    await writeFile(path, made.bytes);
    const phases = new Set<string>();
    const result = await openPackage({ path }, passphrase, {
      cipher: quickCipher,
      workDir: folder,
      onProgress: ({ phase }) => phases.add(phase),
    });
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    expect(await readdir(folder)).toHaveLength(2);
    const [shown] = result.value.manifest.dossiers[0]?.files ?? [];
    if (!shown) throw new Error('no file');
    let size = 0;
    for await (const chunk of result.value.file(shown)) size += chunk.length;
    expect(size).toBe(20 * 1024 * 1024);
    await result.value.close();
    expect(await readdir(folder)).toEqual(['goi.hdgoi']);
    expect([...phases]).toEqual(['deriving', 'opening', 'checking']);
  });

  it('can be cancelled while made and while opened, leaving nothing behind', async () => {
    const seat = await newSeat();
    const input = packageInput(seat.session, seat.seatSecret, {
      dossiers: [dossierInput('a', [fileOf('to', 'To.pdf', big(20 * 1024 * 1024))])],
    });
    const making = new AbortController();
    const sealed = await sealPackage(input, passphrase, { cipher: quickCipher, signal: making.signal });
    await expect(
      (async () => {
        for await (const _chunk of sealed.chunks) making.abort();
      })(),
    ).rejects.toThrow('abort');
    const path = join(folder, 'goi.hdgoi');
    await writeFile(path, (await makePackage(seat, { dossiers: input.dossiers })).bytes);
    const opening = new AbortController();
    await expect(
      openPackage({ path }, passphrase, {
        cipher: quickCipher,
        workDir: folder,
        signal: opening.signal,
        onProgress: ({ phase, done }) => {
          if (phase === 'opening' && done > 5_000_000) opening.abort();
        },
      }),
    ).rejects.toThrow('abort');
    expect(await readdir(folder)).toEqual(['goi.hdgoi']);
  });
});

describe('a passphrase in a worker', () => {
  const workerUrl = new URL('../../../src-main/exchange/passphrase-worker.ts', import.meta.url);

  it('makes and opens a package while this thread goes on working', async () => {
    const seat = await newSeat();
    const cipher = workerCipher(workerUrl, 14);
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    const sealed = await sealPackage(packageInput(seat.session, seat.seatSecret), passphrase, { cipher });
    const bytes = await collectBytes(sealed.chunks);
    const result = await openPackage(bytes, passphrase, { cipher });
    clearInterval(timer);
    expect(result.ok).toBe(true);
    expect(ticks).toBeGreaterThan(5);
    expect(await openPackage(bytes, 'khác', { cipher })).toMatchObject({ refusal: { code: 'wrongPassphrase' } });
    if (result.ok) await result.value.close();
  });

  it('is cancelled even while the key is derived', async () => {
    const seat = await newSeat();
    const { bytes } = await makePackage(seat);
    const sealed = await sealPackage(packageInput(seat.session, seat.seatSecret), passphrase, {
      cipher: inProcessCipher(4),
    });
    await collectBytes(sealed.chunks);
    const cancel = new AbortController();
    setTimeout(() => {
      cancel.abort();
    }, 30);
    await expect(
      sealPackage(packageInput(seat.session, seat.seatSecret), passphrase, {
        cipher: workerCipher(workerUrl, 18),
        signal: cancel.signal,
      }),
    ).rejects.toThrow('abort');
    expect(bytes.length).toBeGreaterThan(0);
  });
});
