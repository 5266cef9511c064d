import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandIo } from '#main/cli/command.ts';
import { run as agreement } from '#main/cli/commands/agreement.ts';
import { run as conclude } from '#main/cli/commands/conclude.ts';
import { run as packs } from '#main/cli/commands/packs.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const call = async (
  command: (args: readonly string[], io: CommandIo) => Promise<number>,
  ...args: readonly string[]
) => {
  let [out, err] = ['', ''];
  const code = await command(args, { out: (text) => (out += text), err: (text) => (err += text), language: 'vi' });
  return { code, out, err };
};
const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
const caseNamed = (name: string): string =>
  fileURLToPath(new URL(`../../data/cases/${name}.case.json`, import.meta.url));

describe('hoidong packs', () => {
  test('lists every shipped pack with its dates and marks, as JSON and to read', async () => {
    const { code, out } = await call(packs);
    expect(code).toBe(0);
    const listed = JSON.parse(out) as { id: string; approvedTo: string | null; marks: { seen: number } }[];
    expect(listed).toHaveLength(10);
    expect(listed.find(({ id }) => id === 'nscl-selection-2022')).toMatchObject({
      approvedTo: '2025-09-30',
      councils: ['selection'],
    });
    const readable = await call(packs, '--text');
    expect(readable.out).toContain('acceptance-draft-100@1 (dự thảo)');
    expect(readable.out).toContain('Áp dụng cho nhiệm vụ phê duyệt: 27/11/2023 – 30/09/2025');
  });

  test('a refused pack file ends with 1, its places and reasons, and the others listed', async () => {
    await file('bad.json', '{"format":1}');
    const { code, out, err } = await call(packs, '--folder', folder);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([]);
    expect(err).toContain('bad.json:\n  id: thiếu mục này');
    await rm(join(folder, 'bad.json'));
  });
});

describe('hoidong conclude', () => {
  test('prints the tree as JSON, and with --what-if the smallest change', async () => {
    const { code, out } = await call(conclude, caseNamed('nscl-tie-chair-score'), '--what-if');
    expect(code).toBe(0);
    const answer = JSON.parse(out) as {
      dossiers: { verdict: string }[];
      step: { id: string };
      whatIf: { criterion: { change: { cost: string } } };
    };
    expect(answer.dossiers.map(({ verdict }) => verdict)).toEqual(['eligible', 'recommended']);
    expect(answer.step.id).toBe('conclusion');
    expect(answer.whatIf.criterion.change.cost).toBe('0.5');
  });

  test('with --text it is readable Vietnamese with the mark of every rule', async () => {
    const { code, out } = await call(conclude, caseNamed('acceptance-quantity-test'), '--text');
    expect(code).toBe(0);
    expect(out).toContain('- Hội đồng đề nghị xếp loại “Nhiệm vụ 1”: Đạt.');
    expect(out).toContain('- Chưa đủ căn cứ để kết luận về “Nhiệm vụ 3”.');
    expect(out).toContain('[theo nguồn thứ cấp (11/2014/TT-BKHCN)]');
    expect(out).toContain('Thực hiện: 75; Đặt hàng: 100');
  });

  test('a file that is missing, no JSON or contradictory ends with 1 and says what to do', async () => {
    expect(await call(conclude, join(folder, 'none.json'))).toMatchObject({ code: 1, out: '' });
    const broken = await file('broken.txt', '{');
    expect((await call(conclude, broken)).err).toContain('không phải JSON');
    const wrong = await file(
      'wrong.txt',
      JSON.stringify({
        format: 1,
        pack: 'nothing',
        council: 'selection',
        members: [{ id: 'a', office: 'chair' }],
        dossiers: [{ id: 'd' }],
      }),
    );
    expect(await call(conclude, wrong)).toMatchObject({ code: 1, out: '' });
    expect((await call(conclude, wrong)).err).toContain('pack: không có bộ quy định “nothing” trong thư viện');
  });

  test('no file at all is a usage error', async () => {
    await expect(call(conclude)).rejects.toThrow('Cần tên một tệp.');
  });
});

describe('hoidong agreement', () => {
  test('prints one JSON object: Shrout & Fleiss (1979)', async () => {
    const table = await file('sf.csv', '9,2,5,8\n6,1,3,2\n8,4,6,8\n7,1,2,6\n10,5,6,9\n6,2,4,7\n');
    const { code, out } = await call(agreement, table);
    expect(code).toBe(0);
    const found = JSON.parse(out) as Record<string, number>;
    expect(Object.keys(found)).toEqual(['kendallW', 'icc2_1', 'icc2_k', 'krippendorffAlpha', 'n', 'k']);
    expect(found).toMatchObject({ n: 6, k: 4 });
    expect(found['icc2_1']).toBeCloseTo(0.29, 3);
    expect(found['icc2_k']).toBeCloseTo(0.62, 3);
  });

  test('in words with --text, and 1 for a table that is none', async () => {
    const table = await file('t.csv', 'hồ sơ;Nguyễn Văn A;Trần Thị B\n1;70;72\n2;80;81,5\n3;90;92\n');
    expect((await call(agreement, table, '--text')).out).toContain('Trần Thị B cho điểm cao hơn mức chung 1,8 điểm');
    const bad = await file('b.csv', '1,2\n3,x\n');
    expect(await call(agreement, bad)).toMatchObject({ code: 1, out: '' });
  });
});
