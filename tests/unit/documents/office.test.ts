import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bold, plain, type Block } from '#domain/documents/model.ts';
import { textsOf } from '#domain/documents/paper-text.ts';
import { papersOf } from '#domain/documents/set.ts';
import { pixelSize } from '#main/documents/office/docx-pictures.ts';
import { renderDocx } from '#main/documents/office/docx.ts';
import { renderCsv, renderXlsx, sheetNames } from '#main/documents/office/sheets.ts';
import { letterhead, paperOf, paragraph, png, sentence, signatures, tableOf } from './paper-samples.ts';
import { concluded, finished, sampleSession } from './session-samples.ts';
import { keep, letters, run, scratch, testWith } from './tools.ts';

const session = finished(sampleSession());
const entries = papersOf({ session, conclusion: concluded(session) });
const oneOfEachKind = [...new Map(entries.map((entry) => [entry.kind, entry.build()])).values()];

/** Converts with LibreOffice and gives the new files' paths. */
function convert(paths: readonly string[], ending: string): string[] {
  const folder = join(scratch(), `out-${ending.split(':')[0] ?? ''}`);
  const profile = `-env:UserInstallation=file://${join(scratch(), 'profile')}`;
  run('soffice', [profile, '--headless', '--convert-to', ending, '--outdir', folder, ...paths]);
  const [plainEnding = ending] = ending.split(':');
  return paths.map((path) => join(folder, basename(path).replace(/\.\w+$/, `.${plainEnding}`)));
}

const utf8Text = 'txt:Text (encoded):UTF8';

const documentXml = (bytes: Uint8Array): string =>
  Buffer.from(unzipSync(bytes)['word/document.xml'] ?? []).toString('utf8');

describe('a paper as a Word file', () => {
  testWith(
    ['soffice'],
    'says every text of the paper once LibreOffice has opened it, for each kind of page',
    async () => {
      const paths: string[] = [];
      for (const paper of oneOfEachKind) paths.push(keep(await renderDocx(paper), 'docx'));
      // As text and not as a PDF: the fonts of a test machine may lack Vietnamese letters, which scatters a PDF's text.
      const texts = convert(paths, utf8Text);
      oneOfEachKind.forEach((paper, index) => {
        const found = letters(readFileSync(texts[index] ?? '', 'utf8')).toLocaleUpperCase('vi');
        const missing = textsOf(paper).filter((text) => !found.includes(letters(text).toLocaleUpperCase('vi')));
        expect({ paper: paper.id, missing }).toEqual({ paper: paper.id, missing: [] });
      });
    },
    180_000,
  );

  test('has real styles, real tables with repeated heads, page numbers as fields, and no shapes', async () => {
    const bytes = await renderDocx(
      paperOf([
        letterhead,
        { kind: 'heading', level: 1, number: 'I.', text: 'Mục' },
        tableOf(3),
        paragraph(sentence),
        signatures,
      ]),
    );
    const parts = unzipSync(bytes);
    const xml = documentXml(bytes);
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('<w:cantSplit/>');
    expect(xml).not.toMatch(/<w:pict|<mc:AlternateContent|<wps:/);
    const headers = Object.entries(parts)
      .filter(([name]) => /word\/header\d*\.xml/.test(name))
      .map(([, part]) => Buffer.from(part).toString('utf8'));
    expect(headers.some((header) => header.includes('PAGE'))).toBe(true);
    // Margins of the decree in twentieths of a point: 20, 15, 20, 30 mm.
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
  });

  test('keeps a heading, the head of its table and its first row together, in a way that loses no row in LibreOffice', async () => {
    const xml = documentXml(
      await renderDocx(paperOf([{ kind: 'heading', level: 1, number: 'I.', text: 'Mục' }, tableOf(3)])),
    );
    const [before = ''] = xml.split('<w:tbl>');
    // The little space between heading and table holds on to the table too.
    expect(before.match(/<w:keepNext\/>/g)).toHaveLength(1);
    const [head = '', first = ''] = xml.split('<w:tr>').slice(1);
    expect(head).toContain('<w:tblHeader/>');
    // A head that may not be split, alone at the foot of a page, makes LibreOffice drop every row below it.
    expect(head).not.toContain('<w:cantSplit/>');
    expect(head).toContain('<w:keepNext/>');
    expect(first).toContain('<w:cantSplit/>');
  });

  test('keeps the last paragraph with the signatures and marks a draft', async () => {
    const bytes = await renderDocx(paperOf([paragraph(sentence), signatures], { watermark: 'DỰ THẢO' }));
    expect(documentXml(bytes)).toMatch(/<w:keepNext\/>[\s\S]*nghiêng ngả/);
    const headers = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('word/header'));
    for (const [, part] of headers) expect(Buffer.from(part).toString('utf8')).toContain('DỰ THẢO');
  });

  test('holds the last rows of a table, all rows of the signatures and the recipients together, as Word asks for', async () => {
    const xml = documentXml(await renderDocx(paperOf([tableOf(4), signatures])));
    const body = xml.slice(0, xml.indexOf('<w:sectPr'));
    const rows = body.split('<w:tr>').slice(1);
    const paragraphs = rows.map((row) => (row.split('</w:tr>')[0] ?? '').match(/<w:p>.*?<\/w:p>/gs) ?? []);
    const held = paragraphs.map((row) => new Set(row.map((one) => one.includes('<w:keepNext/>'))));
    // Head, four rows; titles, names, recipients.
    expect(held.map((row) => [...row])).toEqual(
      [true, false, false, true, true, true, true, false].map((keep) => [keep]),
    );
    // Nothing but one paragraph without height stands between the two tables.
    const between = /<\/w:tbl>(.*?)<w:tbl>/s.exec(body)?.[1] ?? '';
    expect(between.match(/<w:p>/g)).toHaveLength(1);
    expect(between).toContain('<w:keepNext/>');
  });

  testWith(
    ['soffice', 'pdftotext'],
    'leaves no signatures alone on a page in LibreOffice, wherever they fall and whatever stands before them',
    async () => {
      // Without diacritics: what a test machine has for Times New Roman may scatter Vietnamese letters.
      const sign = (mark: string, columns: number, recipients: readonly string[] = []): Block => ({
        kind: 'signatures',
        placeDate: null,
        recipients,
        columns: Array.from({ length: columns }, () => ({
          title: [`Title-${mark}`],
          hint: null,
          name: `Name-${mark}`,
          field: null,
        })),
      });
      const heading: Block = { kind: 'heading', level: 1, number: 'I.', text: 'Part' };
      const endings: Readonly<Record<string, (mark: string) => readonly Block[]>> = {
        table: (mark) => [tableOf(3, () => `Last-${mark}`), sign(mark, 2)],
        recipients: (mark) => [tableOf(12, () => `Last-${mark}`), sign(mark, 2, ['One', 'Two', `Recipient-${mark}`])],
        words: (mark) => [heading, paragraph(`Last-${mark} closing.`), sign(mark, 3)],
        beside: (mark) => [paragraph(`Last-${mark}`), sign(mark, 1, ['One', 'Two', `Recipient-${mark}`])],
      };
      const every = (step: number, from: number, to: number) =>
        Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
      const cases = Object.keys(endings).flatMap((name) => every(8, 110, 246).map((height) => ({ name, height })));
      // Just above the foot of the page it takes finer steps to meet a table that fills it.
      cases.push(...every(1, 200, 232).map((height) => ({ name: 'table', height })));
      // All of them in one file, each on a page of its own: one start of LibreOffice instead of a hundred.
      const blocks = cases.flatMap(({ name, height }, index): readonly Block[] => [
        ...(index > 0 ? [{ kind: 'pageBreak' } as const] : []),
        { kind: 'space', height },
        ...(endings[name]?.(`${index}.`) ?? []),
      ]);
      const [path = ''] = convert([keep(await renderDocx(paperOf(blocks)), 'docx')], 'pdf');
      const pages = run('pdftotext', ['-layout', path, '-']).split('\f');
      expect(pages.length).toBeGreaterThan(cases.length);
      cases.forEach((one, index) => {
        const words = ['Last', 'Title', 'Name', ...(/recipients|beside/.test(one.name) ? ['Recipient'] : [])];
        const places = words.map((word) => pages.findLastIndex((page) => page.includes(`${word}-${index}.`)));
        expect({ ...one, places: new Set(places).size, found: !places.includes(-1) }).toEqual({
          ...one,
          places: 1,
          found: true,
        });
      });
    },
    120_000,
  );

  testWith(
    ['soffice'],
    'survives odd content: control characters, tags, pictures, empty tables, a lone table',
    async () => {
      const blocks: Block[] = [
        paragraph('<script>&amp;\u0000\u0008\ud800 một\tbốn\nhai 👍'),
        { kind: 'picture', picture: { kind: 'png', base64: png, alt: 'Dấu "đỏ" <1>' }, width: 900, align: 'center' },
        { kind: 'picture', picture: { kind: 'svg', svg: '<svg/>', alt: 'Biểu trưng' }, width: null, align: 'left' },
        { kind: 'picture', picture: { kind: 'jpeg', base64: 'AAAA', alt: 'Hỏng' }, width: null, align: 'left' },
        { kind: 'slip', lines: [{ runs: bold('Phiếu'), align: 'center', large: true }] },
        { kind: 'cutLine' },
        { kind: 'space', height: 5 },
        { kind: 'pageBreak' },
        tableOf(0),
        { kind: 'table', name: 'Rỗng', columns: [{ share: 1 }], head: [], rows: [] },
      ];
      const [text = ''] = convert([keep(await renderDocx(paperOf(blocks)), 'docx')], utf8Text);
      const found = letters(readFileSync(text, 'utf8'));
      expect(found).toContain('<script>&amp;mộtbốnhai');
      expect(found).toContain('[Biểutrưng]');
      expect(found).toContain('[Hỏng]');
    },
    120_000,
  );

  test('leaves a line that a person ended as short as it is, and the reading direction as it was', async () => {
    const bytes = await renderDocx(paperOf([paragraph('một\r\nhai\u2028ba \u202ebốn\u2066')]));
    const settings = Buffer.from(unzipSync(bytes)['word/settings.xml'] ?? []).toString('utf8');
    // Otherwise Word and LibreOffice stretch the words of such a line across the page.
    expect(settings).toContain('<w:doNotExpandShiftReturn/>');
    const xml = documentXml(bytes);
    expect(xml.match(/<w:br\/>/g)).toHaveLength(2);
    expect(xml).toContain('ba bốn<');
  });

  test('moves a short lead-in with its table, and never a paragraph as long as a page', async () => {
    const kept = async (text: string, after: Block) =>
      (documentXml(await renderDocx(paperOf([paragraph(text), after]))).split('</w:p>')[0] ?? '').includes(
        '<w:keepNext/>',
      );
    const long = sentence.repeat(20);
    expect(await kept(sentence, tableOf(3))).toBe(true);
    expect(await kept(long, tableOf(3))).toBe(false);
    expect(await kept(long, signatures)).toBe(true);
  });

  test('reads the size of pictures from their own headers', () => {
    expect(pixelSize(Buffer.from(png, 'base64'))).toEqual({ width: 8, height: 4 });
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080005000301011100', 'hex');
    expect(pixelSize(jpeg)).toEqual({ width: 3, height: 5 });
    expect(pixelSize(Buffer.from('no picture at all'))).toBeNull();
    expect(pixelSize(Buffer.alloc(0))).toBeNull();
  });
});

describe('tables as worksheets', () => {
  testWith(
    ['soffice'],
    'numbers are numbers, texts are texts, and LibreOffice reads the same cells',
    async () => {
      const scores = oneOfEachKind.find(({ kind }) => kind === 'scoreSheet');
      const bytes = scores && (await renderXlsx([scores]));
      expect(bytes).toBeTruthy();
      const [csv = ''] = convert([keep(bytes ?? new Uint8Array(), 'xlsx')], 'csv:Text - txt - csv (StarCalc):44,34,76');
      const text = readFileSync(csv, 'utf8').normalize('NFC');
      expect(text).toContain('1,Nguyễn Văn A,14,43.5,30,87.5');
      expect(text).toMatch(/Điểm trung bình,,13\.63,42\.75,30\.00,86\.38/);
      const sheet = Buffer.from(unzipSync(bytes ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? []).toString(
        'utf8',
      );
      expect(sheet).toMatch(/<v>43\.5<\/v>/);
    },
    120_000,
  );

  test('a paper without tables has no worksheet and no CSV', async () => {
    expect(await renderXlsx([paperOf([paragraph('x')])])).toBeNull();
    expect(renderCsv(paperOf([paragraph('x')]))).toBeNull();
  });

  test('sheet names are what spreadsheets take, and differ', () => {
    const names = sheetNames(['Điểm [1]: a/b?*', 'Bảng', 'bảng', '', '', 'x'.repeat(40), 'X'.repeat(40)]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]/);
    }
  });

  test('CSV quotes what needs it, marks its encoding and defuses formulas', () => {
    const paper = paperOf([
      {
        kind: 'table',
        name: 'Thử',
        columns: [{ share: 1 }, { share: 1 }],
        head: [[{ runs: plain('A, "B"') }, { runs: plain('C') }]],
        rows: [
          [{ runs: plain('=HYPERLINK("x")') }, { runs: plain('1,5'), number: '1.5' }],
          [{ runs: plain('hai cột'), colSpan: 2 }],
        ],
      },
    ]);
    const text = Buffer.from(renderCsv(paper) ?? []).toString('utf8');
    expect(text).toBe('\ufeff"A, ""B""",C\r\n"\'=HYPERLINK(""x"")",1.5\r\nhai cột,\r\n');
  });
});
