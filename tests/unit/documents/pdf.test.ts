import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, describe, expect, test } from 'vitest';
import { textsOf } from '#domain/documents/paper-text.ts';
import { bold, plain, type Block, type Paper, type Picture } from '#domain/documents/model.ts';
import { printable } from '#domain/documents/printable.ts';
import { findMissingText, readBack } from '#main/documents/pdf/read-back.ts';
import { createPaperWorks } from '#main/documents/paper-works.ts';
import {
  createdAt,
  fontsDir,
  letterhead,
  paperOf,
  paragraph,
  png,
  sentence,
  signatures,
  tableOf,
  workerUrl,
} from './paper-samples.ts';
import { keep, letters, pdfLetters, run, scratch, testWith, wordBoxes } from './tools.ts';

const here = createPaperWorks({ workerUrl: null, fontsDir });
const worker = createPaperWorks({ workerUrl, fontsDir });
afterAll(() => worker.close());

const mm = 72 / 25.4;
const render = (papers: Paper | readonly Paper[]) => here.renderFully(papers, { createdAt });

/** Every text of the paper is found in what poppler reads from the file. */
function expectAllTexts(paper: Paper, path: string): void {
  const found = pdfLetters(path).toLocaleUpperCase('vi');
  for (const text of textsOf(paper)) {
    expect(found).toContain(letters(printable(text).text).toLocaleUpperCase('vi'));
  }
}

describe('a paper as PDF', () => {
  const whole = paperOf([
    letterhead,
    { kind: 'title', name: 'BIÊN BẢN HỌP', about: 'Về việc đánh giá hồ sơ' },
    { kind: 'legalBases', items: ['Căn cứ Thông tư số 15/2022/TT-BKHCN;', 'Căn cứ Quyết định số 3014/QĐ-BKHCN'] },
    { kind: 'heading', level: 1, number: 'I.', text: 'Thông tin chung' },
    {
      kind: 'definitions',
      items: [
        { label: 'Địa điểm', value: plain('Hà Nội') },
        { label: 'Khách mời', value: null },
      ],
    },
    tableOf(3),
    {
      kind: 'checks',
      inline: true,
      items: [
        { label: 'Đạt', ticked: true },
        { label: 'Không đạt', ticked: false },
      ],
    },
    { kind: 'list', marker: 'letter', items: [plain('Một'), plain('Hai')] },
    paragraph(sentence),
    signatures,
  ]);

  testWith(
    ['pdftotext', 'qpdf', 'pdffonts'],
    'holds every letter, sound structure and embedded subset fonts',
    async () => {
      const path = keep((await render(whole)).bytes);
      expectAllTexts(whole, path);
      expect(run('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors');
      const fonts = run('pdffonts', [path]).trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(1);
      for (const font of fonts) expect(font).toMatch(/\+Tinos-\S+ +CID TrueType +Identity-H +yes yes yes/);
      expect(run('pdftotext', ['-raw', path, '-'])).toContain('☒ Đạt');
    },
  );

  testWith(['pdfinfo', 'qpdf'], 'says what it is: title, language, tags, PDF/A-2b, date', async () => {
    const path = keep((await render({ ...whole, title: 'Biên bản <b>&"thử"' })).bytes);
    const info = run('pdfinfo', [path]);
    expect(info).toContain('Title:           Biên bản <b>&"thử"');
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/Pages: +1/);
    const json = run('qpdf', ['--json=1', '--json-key=objects', path]);
    expect(json).toMatch(/"\/Lang": "(u:)?vi-VN"/);
    expect(json).toContain('/OutputIntents');
    const metadata = run('pdfinfo', ['-meta', path]);
    expect(metadata).toContain('Biên bản &lt;b&gt;&amp;&quot;thử&quot;');
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    const structure = run('pdfinfo', ['-struct-text', path]);
    for (const role of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'LI', 'Form']) expect(structure).toContain(role);
    expect(structure.normalize('NFC')).toContain('"Căn cứ Thông tư số 15/2022/TT-BKHCN;"');
  });

  test('has the same bytes for the same input, in the worker too, whatever was rendered before', async () => {
    const first = (await render(whole)).bytes;
    await render(paperOf([paragraph('aáàảãạăắằẳẵặâấầẩẫậ eéẹê oôơ uư')]));
    const again = (await render(whole)).bytes;
    const threaded = await worker.render(whole, { createdAt });
    expect(Buffer.compare(first, again)).toBe(0);
    expect(Buffer.compare(first, threaded)).toBe(0);
    const later = (await here.renderFully(whole, { createdAt: '2026-01-15T00:00:00Z' })).bytes;
    expect(Buffer.compare(first, later)).not.toBe(0);
  });

  testWith(['pdftotext'], 'loses no bare letter in documents rendered after others in one process', async () => {
    await render(paperOf([paragraph('ấ ề ỗ ự ỷ ị Ậ Ể Ộ Ứ')]));
    const text = 'a e i o u ơ ư y A E I O U đ không\u00a0tách soft\u00adhyphen';
    const path = keep((await render(paperOf([paragraph(text)]))).bytes);
    expect(pdfLetters(path)).toContain(letters('a e i o u ơ ư y A E I O U đ không tách softhyphen'));
  });

  testWith(['pdftotext'], 'keeps the margins of the decree on both orientations', async () => {
    for (const orientation of ['portrait', 'landscape'] as const) {
      const blocks = [
        letterhead,
        ...Array.from({ length: 40 }, () => paragraph(`${sentence} ${sentence}`)),
        tableOf(60),
      ];
      const { words, pages } = wordBoxes(keep((await render(paperOf(blocks, { orientation }))).bytes));
      const [page] = pages;
      expect(page?.width).toBeCloseTo((orientation === 'portrait' ? 210 : 297) * mm, 0);
      for (const word of words) {
        expect(word.xMin).toBeGreaterThanOrEqual(30 * mm - 0.5);
        expect(word.xMax).toBeLessThanOrEqual((page?.width ?? 0) - 15 * mm + 0.5);
        expect(word.yMax).toBeLessThanOrEqual((page?.height ?? 0) - 20 * mm + 0.5);
      }
      const heads = words.filter((word) => word.yMin < 20 * mm - 0.5);
      // Nothing above the text but one number a page, from page 2 on, in the middle of the text.
      expect(heads.map((word) => word.text)).toEqual(pages.slice(1).map((_, index) => String(index + 2)));
      const middle = (30 * mm + (page?.width ?? 0) - 15 * mm) / 2;
      for (const head of heads) expect((head.xMin + head.xMax) / 2).toBeCloseTo(middle, 0);
    }
  });

  testWith(['pdftotext'], 'justifies full lines to the right margin', async () => {
    const { words } = wordBoxes(
      keep((await render(paperOf([paragraph(`${sentence} ${sentence} ${sentence}`)]))).bytes),
    );
    const lineEnds = new Map<number, number>();
    for (const word of words) {
      const line = Math.round(word.yMin);
      lineEnds.set(line, Math.max(lineEnds.get(line) ?? 0, word.xMax));
    }
    const ends = [...lineEnds.values()];
    for (const end of ends.slice(0, -1)) expect(end).toBeCloseTo(195 * mm, 0);
  });

  testWith(['pdftotext'], 'never leaves signatures alone on a page, nor a heading at the foot of one', async () => {
    for (let lines = 32; lines <= 46; lines++) {
      const filler = Array.from(
        { length: lines },
        (_, index) => ({ ...paragraph(`Dòng ${index}`), indent: false }) as Block,
      );
      const closing = paragraph(`${sentence} ${sentence} Hết biên bản.`);
      const path = keep((await render(paperOf([...filler, closing, signatures]))).bytes);
      const { words } = wordBoxes(path);
      const pageOf = (text: string) => words.find((word) => word.text === text)?.page;
      expect(pageOf('CHỦ')).toBe(words.findLast((word) => word.text === 'bản.')?.page);
      const heading: Block = { kind: 'heading', level: 1, number: 'II.', text: 'Mục' };
      const second = wordBoxes(keep((await render(paperOf([...filler, heading, closing]))).bytes)).words;
      expect(second.find((word) => word.text === 'Mục')?.page).toBe(second.find((word) => word.text === 'Hội')?.page);
      // A short text that goes with the signatures takes its heading along.
      const third = wordBoxes(
        keep((await render(paperOf([...filler, heading, paragraph(sentence), signatures]))).bytes),
      );
      const pageIn = (text: string) => third.words.find((word) => word.text === text)?.page;
      expect([pageIn('Mục'), pageIn('Hội')]).toEqual([pageIn('CHỦ'), pageIn('CHỦ')]);
    }
  });

  testWith(
    ['pdftotext'],
    'parts neither choices nor lines to write on from each other, nor a lead-in from its list',
    async () => {
      for (let lines = 32; lines <= 46; lines++) {
        const filler = Array.from(
          { length: lines },
          (_, index) => ({ ...paragraph(`Dòng ${index}`), indent: false }) as Block,
        );
        const pagesOf = async (blocks: readonly Block[], texts: readonly string[]) => {
          const { words } = wordBoxes(keep((await render(paperOf([...filler, ...blocks]))).bytes));
          return texts.map((text) => words.find((word) => word.text === text)?.page);
        };
        const same = async (blocks: readonly Block[], texts: readonly string[]) =>
          expect(new Set(await pagesOf(blocks, texts)).size, `${lines} lines, ${texts.join(' ')}`).toBe(1);
        const checks: Block = {
          kind: 'checks',
          inline: false,
          items: ['Một', 'Hai', 'Ba'].map((label) => ({ label, ticked: false })),
        };
        await same([{ kind: 'heading', level: 2, number: '5.', text: 'Chọn' }, checks], ['Chọn', 'Một', 'Ba']);
        await same([paragraph('Gồm:'), { kind: 'list', marker: 'dash', items: [plain('Đầu')] }], ['Gồm:', 'Đầu']);
        await same(
          [paragraph('Viết:'), { kind: 'fillLines', count: 3 }, { kind: 'checks', inline: true, items: checks.items }],
          ['Viết:', 'Một'],
        );
      }
    },
  );

  testWith(
    ['pdftotext'],
    'writes a head that spans rows inside its cell, whatever number of lines it takes',
    async () => {
      const head = (text: string, rowSpan = 1) => ({ runs: plain(text), ...(rowSpan > 1 ? { rowSpan } : {}) });
      const table: Block = {
        kind: 'table',
        name: 'Điểm',
        columns: [{ share: 3 }, { share: 5 }, { share: 5 }, { share: 60 }],
        head: [
          [head('Hệ số tối đa', 2), { runs: plain('Mức'), colSpan: 2 }, head('Nội dung', 2)],
          [head('4'), head('3')],
        ],
        rows: [[{ runs: plain('xx') }, { runs: [] }, { runs: [] }, { runs: plain('dưới') }]],
      };
      const { words } = wordBoxes(keep((await render(paperOf([table]))).bytes));
      const at = (text: string) => words.find((word) => word.text === text);
      expect(at('đa')?.yMax).toBeLessThan(at('xx')?.yMin ?? 0);
      // In the middle of its two rows: between the upper and the lower line of its neighbour.
      expect(at('Nội')?.yMin).toBeGreaterThan(at('Mức')?.yMin ?? 999);
      expect(at('Nội')?.yMin).toBeLessThan(at('4')?.yMin ?? 0);
    },
  );

  test('never leaves the last row of a table alone on the next page, and repeats the head above what goes there', async () => {
    const layouts = new Set<number>();
    for (let rows = 24; rows <= 50; rows++) {
      const { bytes } = await render(paperOf([tableOf(rows, (row) => `hàng${row + 1}.`)]));
      const pages = readBack(bytes).pages.map((page) => page.replace(/\s/g, ''));
      layouts.add(pages.length);
      const pageOf = (row: number) => pages.findIndex((page) => page.includes(`hàng${row}.`));
      expect(pageOf(rows), `${rows} rows`).toBe(pageOf(rows - 1));
      for (let row = 1; row <= rows; row++)
        expect(
          pages.filter((page) => page.includes(`hàng${row}.`)),
          `row ${row} of ${rows}`,
        ).toHaveLength(1);
      expect(
        pages.every((page) => page.split('Họvàtên').length === 2),
        `head with ${rows} rows`,
      ).toBe(true);
    }
    expect([...layouts]).toEqual([1, 2]);
  });

  testWith(['pdftotext'], 'marks every page of a draft and none of a final paper', async () => {
    const blocks = [letterhead, ...Array.from({ length: 60 }, () => paragraph(sentence))];
    const draft = await render(paperOf(blocks, { watermark: 'DỰ THẢO' }));
    expect(draft.pages).toBeGreaterThan(2);
    expect(readBack(draft.bytes).pages.every((page) => page.replace(/\s/g, '').includes('DỰTHẢO'))).toBe(true);
    const final = await render(paperOf(blocks));
    expect(readBack(final.bytes).pages.some((page) => page.includes('THẢO'))).toBe(false);
  });

  testWith(
    ['pdfinfo', 'pdftotext'],
    'puts several papers in one file, each with its bookmark and its own page numbers',
    async () => {
      const papers = ['a', 'b', 'c'].map((id) =>
        paperOf(
          [
            { kind: 'title', name: `PHIẾU ${id}`, about: null },
            ...Array.from({ length: 50 }, () => paragraph(sentence)),
          ],
          {
            id,
            title: `Phiếu ${id}`,
            ...(id === 'b' ? { orientation: 'landscape' as const } : {}),
          },
        ),
      );
      const { bytes, pages, firstPages } = await render(papers);
      expect(firstPages['a']).toBe(1);
      expect(firstPages['c']).toBeGreaterThan(firstPages['b'] ?? 99);
      const boxes = wordBoxes(keep(bytes));
      const numbers = boxes.words.filter((word) => word.yMin < 20 * mm - 0.5);
      expect(numbers.filter((word) => word.text === '2')).toHaveLength(3);
      expect(numbers).toHaveLength(pages - 3);
      const outline = run('qpdf', ['--json=1', '--json-key=outlines', keep(bytes)]);
      for (const id of ['a', 'b', 'c']) expect(outline).toContain(`Phiếu ${id}`);
    },
  );
});

describe('odd papers', () => {
  for (const rows of [0, 1, 16, 17, 28, 200]) {
    testWith(['pdftotext', 'qpdf'], `a table of ${rows} rows keeps every row whole and repeats its head`, async () => {
      const paper = paperOf([letterhead, tableOf(rows, (row) => `Hàng ${row + 1}`), paragraph('Hết.'), signatures]);
      const rendered = await render(paper);
      const path = keep(rendered.bytes);
      expectAllTexts(paper, path);
      const text = run('pdftotext', ['-layout', path, '-']).normalize('NFC');
      for (let row = 1; row <= rows; row++) expect(text).toMatch(new RegExp(`^ *${row} +Hàng ${row} +87,5$`, 'm'));
      const { words } = wordBoxes(path);
      const withRows = new Set(words.filter((word) => word.text === 'Hàng').map((word) => word.page));
      const withHead = new Set(words.filter((word) => word.text === 'TT').map((word) => word.page));
      for (const page of withRows) expect(withHead).toContain(page);
      run('qpdf', ['--check', path]);
    });
  }

  testWith(['pdftotext'], 'a row taller than a page runs over pages without losing a word', async () => {
    const long = Array.from({ length: 900 }, (_, word) => `chữ${word}`).join(' ');
    const paper = paperOf([tableOf(3, (row) => (row === 1 ? long : 'ngắn')), paragraph('Hết.')]);
    const { bytes, pages } = await render(paper);
    expect(pages).toBeGreaterThan(2);
    const found = new Set(
      run('pdftotext', ['-raw', keep(bytes), '-'])
        .normalize('NFC')
        .split(/\s+/),
    );
    for (let word = 0; word < 900; word++) expect(found).toContain(`chữ${word}`);
  });

  testWith(
    ['pdftotext'],
    'an organisation of eight lines and a title of 600 letters stay within the page',
    async () => {
      const body = 'Viện Nghiên cứu và Phát triển Tiêu chuẩn Chất lượng Khu vực Miền Trung và Tây Nguyên '.repeat(3);
      const paper = paperOf([
        { ...letterhead, kind: 'letterhead', parentBody: body, body } as Block,
        { kind: 'title', name: 'BIÊN BẢN', about: 'Nghiên cứu, áp dụng công cụ cải tiến năng suất '.repeat(13) },
      ]);
      const path = keep((await render(paper)).bytes);
      expectAllTexts(paper, path);
      for (const word of wordBoxes(path).words) {
        expect(word.xMin).toBeGreaterThanOrEqual(30 * mm - 0.5);
        expect(word.xMax).toBeLessThanOrEqual(195 * mm + 0.5);
      }
    },
  );

  testWith(['pdftotext'], 'names with combining marks come out composed', async () => {
    const name = 'Nguyễn Thị Hường Đặng Ngọc Ánh';
    const path = keep((await render(paperOf([paragraph(name.normalize('NFD'))]))).bytes);
    expect(run('pdftotext', ['-raw', path, '-'])).toContain(name.normalize('NFC'));
  });

  testWith(
    ['pdftotext', 'qpdf'],
    'text with tags, emoji, tabs and 10,000 letters without a blank is printed as text',
    async () => {
      const endless = 'Ưỡn'.repeat(3334);
      const paper = paperOf([
        paragraph('<script>alert("x")</script> & &amp; \\ ( ) {{x}} \u202Eabc\u0000\u0007'),
        paragraph('Vui 👍🏽 quá 漢字 ✓'),
        paragraph('một\tbốn\r\nhai\u2028ba'),
        paragraph(endless),
        {
          kind: 'table',
          name: 'Hẹp',
          columns: [{ share: 1 }, { share: 9 }],
          head: [],
          rows: [[{ runs: plain('RấtDàiKhôngCáchTrongÔHẹp') }, { runs: plain(endless) }]],
        },
      ]);
      const { bytes, faults } = await render(paper);
      const path = keep(bytes);
      const found = pdfLetters(path);
      expect(found.slice(0, 80)).toContain('<script>alert("x")</script>&&amp;\\(){{x}}abc');
      expect(found.slice(0, 120)).toContain('Vui□quá□□□');
      expect(found.slice(0, 120)).toContain('mộtbốnhaiba');
      expect(found.split('Ưỡn').length - 1).toBe(6668);
      expect(faults).toEqual([{ paper: 'thu', kind: 'characters', item: '👍 漢 字 ✓' }]);
      for (const word of wordBoxes(path).words) expect(word.xMax).toBeLessThanOrEqual(195 * mm + 0.5);
      run('qpdf', ['--check', path]);
    },
  );

  const svg = (attributes: string): Picture => ({
    kind: 'svg',
    svg: `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="40" height="20" fill="#123"/><text x="2" y="12">Ấn</text><image href="/etc/passwd" width="5" height="5"/></svg>`,
    alt: 'Biểu trưng',
  });
  const picture: Picture = { kind: 'png', base64: png, alt: 'Dấu' };

  testWith(
    ['pdfimages', 'qpdf'],
    'pictures of all kinds print: four corners, SVG with and without a view box, wider than the page',
    async () => {
      const paper = paperOf(
        [
          { kind: 'picture', picture: svg('viewBox="0 0 40 20"'), width: null, align: 'center' },
          { kind: 'picture', picture: svg('width="40" height="20"'), width: 60, align: 'left' },
          { kind: 'picture', picture: svg(''), width: null, align: 'right' },
          { kind: 'picture', picture, width: 900, align: 'center' },
          paragraph('Sau hình.'),
        ],
        {
          logos: (['topLeft', 'topRight', 'bottomLeft', 'bottomRight'] as const).map((corner) => ({ corner, picture })),
        },
      );
      const { bytes, faults, pages } = await render(paper);
      // Each drawing asks for a file beside it, and gets none.
      expect(faults).toEqual(Array.from({ length: 3 }, () => ({ paper: 'thu', kind: 'picture', item: 'Biểu trưng' })));
      expect(pages).toBe(1);
      const path = keep(bytes);
      const images = run('pdfimages', ['-list', path]).trim().split('\n').slice(2);
      expect(images.length).toBeGreaterThanOrEqual(5);
      run('qpdf', ['--check', path]);
    },
  );

  test('a picture that is none leaves its name on the page and in the report', async () => {
    for (const broken of [
      { kind: 'png', base64: 'AAAA', alt: 'Logo hỏng' },
      { kind: 'jpeg', base64: '', alt: 'Logo hỏng' },
      { kind: 'svg', svg: '<svg><rect', alt: 'Logo hỏng' },
      { kind: 'svg', svg: 'không phải', alt: 'Logo hỏng' },
    ] as const) {
      const { faults, bytes } = await render(
        paperOf([{ kind: 'picture', picture: broken, width: null, align: 'left' }, paragraph('x')]),
      );
      expect(faults).toEqual([{ paper: 'thu', kind: 'picture', item: 'Logo hỏng' }]);
      expect(readBack(bytes).pages[0]).toContain('[Logo hỏng]');
    }
  });

  test('an empty paper is a page all the same', async () => {
    expect((await render(paperOf([]))).pages).toBe(1);
  });
});

describe('reading back', () => {
  test('names the text a file does not show', async () => {
    const paper = paperOf([
      paragraph('Có trên trang'),
      { kind: 'heading', level: 1, number: 'I.', text: 'Mục một' },
      paragraph('x'),
    ]);
    const back = readBack((await render(paper)).bytes);
    expect(findMissingText(paper, back.pages)).toBeNull();
    const more = {
      ...paper,
      blocks: [...paper.blocks, { kind: 'paragraph', runs: bold('Không có trên trang') } as const],
    };
    expect(findMissingText(more, back.pages)).toBe('Không có trên trang');
  });

  test('finds a long text that pages part, and still misses one with a hole', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `từ${index}`);
    const paper = paperOf([paragraph(words.join(' '))], { watermark: 'DỰ THẢO' });
    const back = readBack((await render(paper)).bytes);
    expect(back.pages.length).toBeGreaterThan(3);
    expect(findMissingText(paper, back.pages)).toBeNull();
    const other = paperOf([paragraph(words.with(1500, 'thiếu').join(' '))]);
    expect(findMissingText(other, back.pages)).not.toBeNull();
  });

  test('a broken file is refused', async () => {
    const { bytes } = await render(paperOf([paragraph(sentence)]));
    expect(() => readBack(bytes.slice(0, bytes.length - 200))).toThrow();
    const damaged = Buffer.from(bytes);
    damaged.write('99 0 obj', damaged.indexOf('\n5 0 obj') + 1);
    expect(() => readBack(damaged)).toThrow(/object 5/);
  });
});

describe('the renderer', () => {
  test('prints the same bytes from a bundle, away from the packages it was made of', async () => {
    const outDir = join(scratch(), 'bundle');
    await build({
      configFile: false,
      logLevel: 'silent',
      publicDir: false,
      build: {
        ssr: true,
        outDir,
        emptyOutDir: true,
        minify: false,
        rolldownOptions: { input: fileURLToPath(workerUrl), output: { format: 'es', entryFileNames: 'worker.js' } },
      },
      ssr: { noExternal: true, target: 'node' },
    });
    const bundled = createPaperWorks({ workerUrl: pathToFileURL(join(outDir, 'worker.js')), fontsDir });
    const paper = paperOf([letterhead, tableOf(3), paragraph(sentence), signatures]);
    const bytes = await bundled.render(paper, { createdAt });
    await bundled.close();
    expect(Buffer.compare(bytes, (await render(paper)).bytes)).toBe(0);
  }, 120_000);

  const many = Array.from({ length: 40 }, (_, index) =>
    paperOf([letterhead, tableOf(30), paragraph(sentence)], { id: `p${index}` }),
  );

  test('tells its progress and can be stopped between papers', async () => {
    const steps: number[] = [];
    const stop = new AbortController();
    const rendering = worker.render(many, { createdAt }, stop.signal, (done, total) => {
      steps.push(done);
      expect(total).toBe(40);
      if (done === 3) stop.abort();
    });
    await expect(rendering).rejects.toMatchObject({ name: 'AbortError' });
    expect(steps.slice(0, 3)).toEqual([1, 2, 3]);
    expect(steps.length).toBeLessThan(40);
    // And goes on with the next page asked for.
    expect((await worker.render(paperOf([paragraph('x')]), { createdAt })).length).toBeGreaterThan(1000);
    await expect(worker.render(many, { createdAt }, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('reports its own breakdown as a problem, in the worker and without', async () => {
    for (const renderer of [
      createPaperWorks({ workerUrl, fontsDir: '/nirgends' }),
      createPaperWorks({ workerUrl: null, fontsDir: '/nirgends' }),
      createPaperWorks({ workerUrl: new URL('file:///nirgends.ts'), fontsDir }),
    ]) {
      await expect(renderer.render(paperOf([]), { createdAt })).rejects.toMatchObject({ code: 'documents.failed' });
      await renderer.close();
    }
  });
});
