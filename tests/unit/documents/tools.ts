import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';

/** Programs of others that judge our files. Missing ones skip their tests aloud; REQUIRE_TOOLS=1 makes that a failure. */
export type Tool =
  'pdftotext' | 'pdffonts' | 'pdfinfo' | 'pdfsig' | 'pdfimages' | 'qpdf' | 'soffice' | 'openssl' | 'unzip';

const found = new Map<Tool, boolean>();
const required = process.env['REQUIRE_TOOLS'] === '1';

function has(tool: Tool): boolean {
  let answer = found.get(tool);
  if (answer === undefined) {
    answer = spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
    found.set(tool, answer);
  }
  return answer;
}

/** A test that needs tools; each missing one is named in the printed reason. */
export function testWith(
  tools: readonly Tool[],
  name: string,
  body: () => void | Promise<void>,
  timeout?: number,
): void {
  const missing = tools.filter((tool) => !has(tool));
  if (missing.length === 0) {
    test(name, body, timeout);
  } else if (required) {
    test(name, () => {
      throw new Error(`REQUIRE_TOOLS=1, but not installed: ${missing.join(', ')}`);
    });
  } else {
    process.stderr.write(`skipped, not installed: ${missing.join(', ')}: ${name}\n`);
    test.skip(name, body);
  }
}

let folder: string | undefined;
let files = 0;

export function scratch(): string {
  folder ??= mkdtempSync(join(tmpdir(), 'hoidong-documents-'));
  return folder;
}

export function keep(bytes: Uint8Array, ending = 'pdf'): string {
  const path = join(scratch(), `${files++}.${ending}`);
  writeFileSync(path, bytes);
  return path;
}

export function run(tool: Tool, args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Text of a PDF in NFC, without any white space: line ends and blanks are layout, letters are not. */
export function letters(text: string): string {
  return text.normalize('NFC').replace(/[\s\u2610\u2612\f]+/gu, '');
}

export function pdfLetters(path: string, extra: readonly string[] = []): string {
  return letters(run('pdftotext', ['-raw', ...extra, path, '-']));
}

export interface WordBox {
  readonly page: number;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
  readonly text: string;
}

/** Boxes of all words, in points from the top left of their page, and the size of each page. */
export function wordBoxes(path: string): { words: WordBox[]; pages: { width: number; height: number }[] } {
  const html = run('pdftotext', ['-bbox', path, '-']);
  const pages: { width: number; height: number }[] = [];
  const words: WordBox[] = [];
  for (const match of html.matchAll(
    /<page width="([\d.]+)" height="([\d.]+)">|<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g,
  )) {
    if (match[1] !== undefined) pages.push({ width: Number(match[1]), height: Number(match[2]) });
    else {
      words.push({
        page: pages.length,
        xMin: Number(match[3]),
        yMin: Number(match[4]),
        xMax: Number(match[5]),
        yMax: Number(match[6]),
        text: match[7] ?? '',
      });
    }
  }
  return { words, pages };
}
