import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { join } from 'node:path';
import type { Paper } from '#domain/documents/model.ts';
import { renderDocx } from '#main/documents/office/docx.ts';
import { renderPapers } from '#main/documents/pdf/render.ts';
import { createPaperWorks } from '#main/documents/paper-works.ts';
import { paperInputOf } from '#domain/documents/paper-input.ts';
import { papersOf } from '#domain/documents/set.ts';
import { median, timed, type Bench, type Measurement } from './bench.ts';
import { finished, sampleSession } from '../unit/documents/session-samples.ts';
import { createdAt, fontsDir, minutes, stock } from './documents-samples.ts';
import { longestBlock } from './longest-block.ts';

const require = createRequire(import.meta.url);
const workerUrl = new URL('../../src-main/documents/worker.ts', import.meta.url);
/**
 * Milliseconds of processor time some work takes in this process. Ratios are of processor time, not of the clock, so that other work
 * on the machine does not change them; all of it runs on one thread.
 */
async function cpuTimed(work: () => unknown): Promise<number> {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** Sets of a programme's year: one for each proposal. */
const BATCH = 55;

/** The floor: a bare pdfkit writing lines that somebody else broke and placed, with our cut-down fonts. */
function bare(): (paper: Paper) => Promise<number> {
  const PDFDocument = createRequire(require.resolve('pdfmake'))('pdfkit') as new (
    options: object,
  ) => NodeJS.ReadableStream & {
    registerFont(name: string, source: Buffer): void;
    font(name: string, size: number): { text(text: string, x: number, y: number, options: object): void };
    addPage(): void;
    end(): void;
  };
  const regular = readFileSync(join(fontsDir, 'Tinos-Regular.ttf'));
  return (paper) => {
    const document = new PDFDocument({ size: 'A4', margin: 57, font: null });
    document.registerFont('regular', regular);
    const texts = paper.blocks.flatMap((block) => {
      if (block.kind === 'paragraph') {
        return block.runs.flatMap((run) => run.text.match(/(?:\S+\s*){1,14}/g) ?? []);
      }
      return block.kind === 'table'
        ? [...block.head, ...block.rows].flat().map((cell) => cell.runs[0]?.text ?? '')
        : [];
    });
    texts.forEach((text, index) => {
      if (index > 0 && index % 100 === 0) document.addPage();
      document.font('regular', 13).text(text, 85, 57 + (index % 100) * 7, { lineBreak: false });
    });
    return new Promise((resolve) => {
      let bytes = 0;
      document.on('data', (chunk: Buffer) => (bytes += chunk.length));
      document.on('end', () => resolve(bytes));
      document.end();
    });
  };
}

/** The renderer as it is shipped: in one file, its types taken off. */
async function bundled(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      ssr: true,
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('../../src-main/documents/pdf/render.ts', import.meta.url)),
        output: { format: 'es', entryFileNames: 'render.js' },
      },
    },
    ssr: { noExternal: true, target: 'node' },
  });
  return pathToFileURL(join(folder, 'render.js')).href;
}

/** Cold: a process of its own that loads the renderer, prints one set and ends. Processor time, without starting Node. */
function cold(work: string): number {
  const code = `
    const began = process.cpuUsage();
    ${work}
    const { user, system } = process.cpuUsage(began);
    process.stdout.write(String((user + system) / 1000));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

/** LibreOffice from Word files: one, and a batch in one call; null where it is not installed. */
async function libreOffice(): Promise<{ one: number; batch: number } | null> {
  if (spawnSync('sh', ['-c', 'command -v soffice']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'hoidong-bench-'));
  try {
    const paths: string[] = [];
    for (let number = 0; number < BATCH; number++) {
      const path = join(folder, `${number}.docx`);
      writeFileSync(path, await renderDocx(minutes(number)));
      paths.push(path);
    }
    const convert = (files: readonly string[]): number => {
      const options = `-env:UserInstallation=file://${folder}/profile --headless --convert-to pdf --outdir ${folder}/out`;
      const script = `TIMEFORMAT='%U %S'; time soffice ${options} ${files.join(' ')} >/dev/null 2>&1`;
      const { stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
      const [user = NaN, system = NaN] = stderr.trim().split(/\s+/).slice(-2).map(Number);
      return (user + system) * 1000;
    };
    // The first start makes a profile; that is not what is measured.
    convert(paths.slice(0, 1));
    const one = convert(paths.slice(0, 1));
    const batch = convert(paths);
    return { one, batch };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The renderers take turns, document by document, so that none has the quieter minute. */
async function byTurns(count: number, renderers: readonly ((paper: Paper) => unknown)[]): Promise<number[][]> {
  const figures: number[][] = renderers.map(() => []);
  for (let number = 0; number < count; number++) {
    for (const [index, render] of renderers.entries()) {
      figures[index]?.push(await cpuTimed(() => render(minutes(100 + number))));
    }
  }
  return figures;
}

const sum = (figures: readonly number[] = []): number => figures.reduce((total, figure) => total + figure, 0);

async function run(): Promise<readonly Measurement[]> {
  const rows: Measurement[] = [];
  const add = (what: string, figure: number, unit: Measurement['unit'], repeats: number, limit?: number) =>
    rows.push({ what, median: figure, unit, repeats, ...(limit === undefined ? {} : { limit }) });

  const folder = mkdtempSync(join(tmpdir(), 'hoidong-bench-'));
  const renderUrl = await bundled(folder);
  const coldOne = `const { renderPapers } = await import(${JSON.stringify(renderUrl)});
    await renderPapers([${JSON.stringify(minutes(1))}], { createdAt: ${JSON.stringify(createdAt)} }, ${JSON.stringify(fontsDir)});`;
  const coldStockOne = `const { minutes, stock } = await import(${JSON.stringify(new URL('documents-samples.ts', import.meta.url).href)});
    await stock()(minutes(1));`;
  const coldOurs = median([cold(coldOne), cold(coldOne), cold(coldOne)]);
  const coldStock = median([cold(coldStockOne), cold(coldStockOne), cold(coldStockOne)]);
  rmSync(folder, { recursive: true, force: true });
  add('one set of minutes, cold', coldOurs, 'ms', 3);
  add('one set of minutes, cold, stock pdfmake', coldStock, 'ms', 3);

  const ours = (paper: Paper) => renderPapers([paper], { createdAt }, fontsDir);
  const stockRender = stock();
  const bareRender = bare();
  // Warm-up: the compiler needs some pages before it knows the code.
  for (let index = 0; index < 4; index++) {
    await ours(minutes(index));
    await stockRender(minutes(index));
    await bareRender(minutes(index));
  }
  const [oursAll, stockAll, bareAll] = await byTurns(BATCH, [ours, stockRender, bareRender]);
  const [batchOurs, batchStock, batchBare] = [sum(oursAll), sum(stockAll), sum(bareAll)];
  add('one set of minutes, warm', median(oursAll ?? []), 'ms', BATCH);
  add('one set of minutes, warm, stock pdfmake', median(stockAll ?? []), 'ms', BATCH);
  add('one set of minutes, warm, bare pdfkit', median(bareAll ?? []), 'ms', BATCH);
  add(`${BATCH} sets`, batchOurs / 1000, 's', 1);
  add(`${BATCH} sets, stock pdfmake`, batchStock / 1000, 's', 1);
  add(`${BATCH} sets, bare pdfkit`, batchBare / 1000, 's', 1);
  add(`${BATCH} sets, to stock pdfmake`, batchOurs / batchStock, 'times', 1, 0.3);
  add(`${BATCH} sets, bare pdfkit to stock pdfmake`, batchBare / batchStock, 'times', 1);

  const office = await libreOffice();
  if (office) {
    add('one Word file by LibreOffice', office.one, 'ms', 1);
    add(`${BATCH} Word files by LibreOffice`, office.batch / 1000, 's', 1);
    add(`${BATCH} sets, to LibreOffice`, batchOurs / office.batch, 'times', 1, 0.3);
    add('one set cold, to LibreOffice', coldOurs / office.one, 'times', 1, 0.3);
  }

  // In the worker, read back, while this thread's event loop is watched.
  const renderer = createPaperWorks({ workerUrl, fontsDir });
  const session = finished(sampleSession());
  const paperIds = papersOf(paperInputOf(session)).flatMap(({ id, inSet }) => (inSet ? [id] : []));
  const papers = Array.from({ length: BATCH }, (_, number) => minutes(number));
  await renderer.render(papers.slice(0, 2), { createdAt });
  const clock: number[] = [];
  const blocks: number[] = [];
  const officeBlocks: number[] = [];
  for (let round = 0; round < 3; round++) {
    blocks.push(await longestBlock(async () => clock.push(await timed(() => renderer.render(papers, { createdAt })))));
    officeBlocks.push(await longestBlock(() => renderer.press(session, paperIds, 'docx')));
  }
  await renderer.close();
  add(`${BATCH} sets as one file in the worker, read back`, median(clock) / 1000, 's', 3);
  add('longest block of the calling event loop meanwhile', Math.max(...blocks), 'ms', 3, 50);
  add('the same while the set of a session becomes Word files', Math.max(...officeBlocks), 'ms', 3, 50);
  return rows;
}

export const bench: Bench = { name: 'Printed pages', run };
