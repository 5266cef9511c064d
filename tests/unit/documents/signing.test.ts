import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkSignedFile } from '#main/documents/signing/check-signed-file.ts';
import { appendObjects, openForUpdate, pdfText, readPdfText } from '#main/documents/signing/pdf-update.ts';
import { signatureFields } from '#main/documents/signing/fields.ts';
import { describeIdentity, openP12 } from '#main/documents/signing/p12.ts';
import { addSignature, signPdf } from '#main/documents/signing/sign.ts';
import { verifyPdf } from '#main/documents/signing/verify.ts';
import { createPaperWorks } from '#main/documents/paper-works.ts';
import { run as runSign } from '#main/cli/commands/sign.ts';
import { run as runVerify } from '#main/cli/commands/verify-pdf.ts';
import { makeP12 } from '../../support/make-p12.ts';
import { createdAt, fontsDir, letterhead, paperOf, paragraph, sentence, signatures } from './paper-samples.ts';
import { keep, run, scratch, testWith } from './tools.ts';

const identity = (name: string, passphrase: string, algorithm: 'aes256' | '3des' = 'aes256'): Uint8Array =>
  makeP12({ name, passphrase, from: '2026-01-01', to: '2028-01-01', algorithm });

const renderer = createPaperWorks({ workerUrl: null, fontsDir });
const at = new Date('2026-01-22T05:00:00Z');
let page: Uint8Array;
let chair: Uint8Array;
let secretary: Uint8Array;
let signedTwice: Uint8Array;

beforeAll(async () => {
  page = await renderer.render(paperOf([letterhead, paragraph(sentence), signatures]), { createdAt });
  chair = identity('Nguyễn Văn A', 'mat khau');
  secretary = identity('Trần Thị B', 'b', '3des');
  const once = await signPdf(page, { p12: secretary, passphrase: 'b', field: 'thu-ky', at, fontsDir });
  signedTwice = await signPdf(once, {
    p12: chair,
    passphrase: 'mat khau',
    reason: 'Ký biên bản',
    location: 'Hà Nội',
    at,
    fontsDir,
  });
}, 60_000);

describe('signing', () => {
  test('finds the visible fields of chair and secretary', () => {
    const pdf = openForUpdate(page);
    expect(pdf && signatureFields(pdf).map(({ name, signed }) => [name, signed])).toEqual([
      ['thu-ky', false],
      ['chu-tich', false],
    ]);
  });

  test('two people sign one after the other, each in their field, and both hold', () => {
    const { signatures: found, intact } = verifyPdf(signedTwice);
    expect(intact).toBe(true);
    expect(found.map(({ signer, faults, coversWholeFile }) => ({ signer, faults, coversWholeFile }))).toEqual([
      { signer: 'Trần Thị B', faults: [], coversWholeFile: false },
      { signer: 'Nguyễn Văn A', faults: [], coversWholeFile: true },
    ]);
    expect(found[1]).toMatchObject({ claimedAt: at.toISOString(), reason: 'Ký biên bản', selfSigned: true });
    // What was there before stays as it was, byte for byte.
    expect(
      Buffer.from(signedTwice.subarray(0, page.length - 1)).equals(Buffer.from(page.subarray(0, page.length - 1))),
    ).toBe(true);
  });

  testWith(['pdfsig', 'qpdf', 'pdftotext'], 'other programs find both signatures good and the file sound', () => {
    const path = keep(signedTwice);
    const report = run('pdfsig', ['-nocert', path]);
    expect(report.match(/Signature is Valid\./g)).toHaveLength(2);
    expect(report).toContain('ETSI.CAdES.detached');
    expect(report).toContain('Total document signed');
    expect(run('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors');
    expect(run('pdftotext', ['-raw', path, '-'])).toContain('CHỦ TỊCH HỘI ĐỒNG');
  });

  testWith(['pdfsig'], 'one changed byte is noticed, by us and by others', () => {
    const changed = Buffer.from(signedTwice);
    const place = changed.indexOf('FlateDecode') + 60;
    changed[place] = (changed[place] ?? 0) ^ 1;
    const { signatures: found, intact } = verifyPdf(changed);
    expect(intact).toBe(false);
    expect(found.map(({ faults }) => faults)).toEqual([['changed'], ['changed']]);
    expect(run('pdfsig', ['-nocert', keep(changed)])).not.toContain('Signature is Valid.');
  });

  test('every changed byte of the signed part is noticed', () => {
    for (let step = 1; step < 40; step++) {
      const changed = Buffer.from(signedTwice);
      const place = Math.floor((page.length * step) / 40);
      changed[place] = (changed[place] ?? 0) ^ 0x20;
      expect(verifyPdf(changed).intact, String(place)).toBe(false);
    }
  });

  test('something added after signing is noticed', () => {
    const { intact, signatures: found } = verifyPdf(
      Buffer.concat([Buffer.from(signedTwice), Buffer.from('1 0 obj\n<<>>\nendobj\n')]),
    );
    expect(intact).toBe(false);
    expect(found.every(({ coversWholeFile }) => !coversWholeFile)).toBe(true);
  });

  test('a signature put in the place of another, or a range with a hole, is refused', () => {
    const text = Buffer.from(signedTwice).toString('latin1');
    const ranges = [...text.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)];
    const [first, second] = ranges;
    const moved = text.replace(second?.[0] ?? '', (first?.[0] ?? '').padEnd(second?.[0].length ?? 0));
    expect(verifyPdf(Buffer.from(moved, 'latin1')).intact).toBe(false);
    const hole = text.replace(/\/ByteRange \[0 \d+/, '/ByteRange [0 10');
    expect(verifyPdf(Buffer.from(hole, 'latin1')).signatures[0]?.faults).toEqual(['range']);
  });

  test('a time outside the certificate is told', async () => {
    const late = await addSignature(page, openP12(chair, 'mat khau'), {
      at: new Date('2030-01-01T00:00:00Z'),
      fontsDir,
    });
    expect(verifyPdf(late).signatures[0]?.faults).toEqual(['expired']);
  });

  testWith(['openssl', 'pdfsig'], 'an elliptic-curve certificate signs as well, and other programs agree', async () => {
    const folder = scratch();
    const inFolder = (file: string) => join(folder, file);
    run('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'],
      ...['-utf8', '-subj', '/CN=Lê Văn C/O=Cơ quan Mẫu/C=VN', '-keyout', inFolder('k.pem'), '-out', inFolder('c.pem')],
    ]);
    run('openssl', [
      ...['pkcs12', '-export', '-inkey', inFolder('k.pem'), '-in', inFolder('c.pem')],
      ...['-passout', 'pass:mật khẩu', '-out', inFolder('ec.p12')],
    ]);
    const p12 = readFileSync(inFolder('ec.p12'));
    const now = new Date();
    expect(describeIdentity(openP12(p12, 'mật khẩu'), now)).toMatchObject({
      holder: 'Lê Văn C',
      organisation: 'Cơ quan Mẫu',
      algorithm: 'ec',
      validity: 'good',
    });
    const signed = await signPdf(page, { p12, passphrase: 'mật khẩu', at: now, fontsDir });
    expect(verifyPdf(signed)).toMatchObject({ intact: true, signatures: [{ signer: 'Lê Văn C', faults: [] }] });
    expect(run('pdfsig', ['-nocert', keep(signed)])).toContain('Signature is Valid.');
  });

  test('an expired certificate, or one not good yet, signs nothing', async () => {
    const options = { p12: chair, passphrase: 'mat khau', fontsDir };
    await expect(signPdf(page, { ...options, at: new Date('2028-01-02T00:00:00Z') })).rejects.toMatchObject({
      code: 'documents.p12Expired',
      details: { day: '2028-01-01' },
    });
    await expect(signPdf(page, { ...options, at: new Date('2025-12-31T00:00:00Z') })).rejects.toMatchObject({
      code: 'documents.p12NotYet',
    });
  });

  test('what can’t be signed is a problem with a name', async () => {
    const options = { p12: chair, passphrase: 'mat khau', at, fontsDir };
    await expect(signPdf(page, { ...options, passphrase: 'sai' })).rejects.toMatchObject({
      code: 'documents.p12Locked',
    });
    await expect(signPdf(page, { ...options, p12: new Uint8Array(10) })).rejects.toMatchObject({
      code: 'documents.p12Locked',
    });
    await expect(signPdf(new Uint8Array(10), options)).rejects.toMatchObject({ code: 'documents.notSignable' });
    await expect(signPdf(page, { ...options, field: 'ai-khac' })).rejects.toMatchObject({ code: 'documents.noField' });
    await expect(signPdf(signedTwice, { ...options, field: 'chu-tich' })).rejects.toMatchObject({
      code: 'documents.fieldSigned',
    });
    await expect(signPdf(signedTwice, options)).rejects.toMatchObject({ code: 'documents.noField' });
    const fieldless = await renderer.render(paperOf([paragraph(sentence)]), { createdAt });
    await expect(signPdf(fieldless, options)).rejects.toMatchObject({ code: 'documents.noField' });
  });

  test('files without signatures and no files at all have none', () => {
    for (const bytes of [page, new Uint8Array(0), Buffer.from('/ByteRange [0 1 2 3]')])
      expect(verifyPdf(bytes).intact).toBe(false);
    expect(verifyPdf(page).signatures).toEqual([]);
  });

  test('texts survive the way into a PDF string and back', () => {
    for (const text of ['', 'Nguyễn Văn A', 'a)b(c\\d', '👍']) expect(readPdfText(pdfText(text))).toBe(text);
    expect(readPdfText('(a\\)b\\053)')).toBe('a)b+');
    expect(readPdfText('nothing')).toBeNull();
  });
});

describe('a signed file that comes back', () => {
  const lockedOf = (bytes: Uint8Array) => ({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
  });

  test('is known to be the locked page with signatures and nothing else', () => {
    expect(checkSignedFile(signedTwice, [lockedOf(Buffer.from('x')), lockedOf(page)])).toMatchObject({
      intact: true,
      sameness: { kind: 'same', sha256: lockedOf(page).sha256 },
      additions: 'signatures',
    });
    expect(checkSignedFile(page, [lockedOf(page)])).toMatchObject({ intact: false, additions: 'none' });
  });

  test('is told apart from another document, and from one with nothing to compare with', async () => {
    const other = await renderer.render(paperOf([letterhead, paragraph('Khác'), signatures]), { createdAt });
    expect(checkSignedFile(signedTwice, [lockedOf(other)])).toMatchObject({
      intact: true,
      sameness: { kind: 'different' },
      // Behind the first signature stands the second one.
      additions: 'signatures',
    });
    expect(checkSignedFile(signedTwice, []).sameness).toEqual({ kind: 'nothingLocked' });
  });

  test('is not trusted when words were put over the page after signing, though the bytes before are untouched', () => {
    const pdf = openForUpdate(signedTwice);
    if (!pdf) throw new Error('a signed page can be added to');
    const pageId = [...pdf.offsets.keys()].find((id) => /\/Type\s*\/Page\b/.test(pdf.dictionary(id) ?? '')) ?? 0;
    const dictionary = pdf.dictionary(pageId) ?? '';
    const stream = 'BT ET';
    const painted = appendObjects(pdf, [
      { id: pdf.size, body: `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream` },
      { id: pageId, body: dictionary.replace(/\/Contents\s+\d+ 0 R/, `/Contents ${pdf.size} 0 R`) },
    ]);
    const note = appendObjects(pdf, [
      { id: pdf.size, body: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] /Contents (x) >>' },
      {
        id: pageId,
        body: /\/Annots/.test(dictionary)
          ? dictionary.replace(/\/Annots\s*\[/, `/Annots [${pdf.size} 0 R `)
          : dictionary.replace(/>>\s*$/, `/Annots [${pdf.size} 0 R] >>`),
      },
    ]);
    for (const changed of [painted, note])
      expect(checkSignedFile(changed, [lockedOf(page)])).toMatchObject({
        intact: false,
        sameness: { kind: 'same' },
        additions: 'other',
      });
  });

  test('whose bytes were changed is neither intact nor the locked page', () => {
    const changed = Buffer.from(signedTwice);
    changed[200] = (changed[200] ?? 0) ^ 1;
    expect(checkSignedFile(changed, [lockedOf(page)])).toMatchObject({
      intact: false,
      sameness: { kind: 'different' },
    });
  });
});

describe('the commands', () => {
  const said: string[] = [];
  const io = {
    out: (text: string) => said.push(text),
    err: (text: string) => said.push(text),
    language: 'vi' as const,
  };

  test('sign a file with a passphrase from a file, then verify it', async () => {
    const [file, p12, secret, out] = [
      keep(page),
      join(scratch(), 'a.p12'),
      join(scratch(), 'a.txt'),
      join(scratch(), 'ky.pdf'),
    ];
    writeFileSync(p12, chair);
    writeFileSync(secret, 'mat khau\n');
    expect(
      await runSign([file, '--p12', p12, '--passphrase-file', secret, '--field', 'chu-tich', '--out', out], io),
    ).toBe(0);
    said.length = 0;
    expect(await runVerify([out], io)).toBe(0);
    expect(said.join('\n')).toContain('Nguyễn Văn A');
    said.length = 0;
    expect(await runVerify([out, '--json'], io)).toBe(0);
    expect(JSON.parse(said.join(''))).toMatchObject({ intact: true, signatures: [{ signer: 'Nguyễn Văn A' }] });
    // Never over an existing file.
    expect(await runSign([file, '--p12', p12, '--passphrase-file', secret, '--out', out], io)).toBe(1);
  });

  test('an unsigned file and a missing one end with 1 and a sentence', async () => {
    said.length = 0;
    expect(await runVerify([keep(page)], io)).toBe(1);
    expect(said.join('\n')).toContain('không có chữ ký số');
    said.length = 0;
    expect(await runVerify([join(scratch(), 'không có.pdf')], io)).toBe(1);
    expect(said.join('\n')).toContain('không đọc được');
  });
});
