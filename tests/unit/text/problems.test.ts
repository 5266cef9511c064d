import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemTexts } from '#domain/text/problems.ts';

const sources = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder, { recursive: true });
  return Promise.all(names.filter((name) => name.endsWith('.ts')).map((name) => readFile(join(folder, name), 'utf8')));
};

describe('problems', () => {
  it('have a text in both languages for every code that is thrown', async () => {
    const all = (await Promise.all(['src-domain', 'src-main'].map(sources))).flat().join('\n');
    const thrown = [...all.matchAll(/new ProblemError\(\s*'([^']+)'/g)].map(([, code]) => code ?? '');
    expect(thrown.length).toBeGreaterThan(20);
    expect([...new Set(thrown)].filter((code) => !problemTexts[code])).toEqual([]);
  });

  it('say something even when a value is missing', () => {
    for (const [code, texts] of Object.entries(problemTexts))
      for (const language of ['vi', 'en'] as const)
        expect(texts[language]({}), `${code} ${language}`).toMatch(/\p{L}{2}/u);
  });

  it('name the data folder that is gone, not the file in it that was to be written', () => {
    for (const path of ['/media/usb/hd/sessions/a1/journal.jsonl', 'E:\\hd\\workbooks\\a1\\journal.jsonl']) {
      const folder = path.startsWith('/') ? '(/media/usb/hd)' : '(E:\\hd)';
      expect(problemTexts['store.folderGone']?.vi({ path })).toContain(folder);
    }
  });

  it('are normalised Vietnamese', () => {
    for (const [code, texts] of Object.entries(problemTexts))
      expect(texts.vi({}), code).toBe(texts.vi({}).normalize('NFC'));
  });
});
