import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '#domain/forms/form.ts';
import { scaleMax } from '#domain/forms/points.ts';
import { basisOf, sourcesIn, weakestMark } from '#domain/regulation/mark.ts';
import type { CouncilKind, CouncilRules, Pack } from '#domain/regulation/pack.ts';
import { draftOf } from '#domain/regulation/edit-pack.ts';
import { proposePack } from '#domain/regulation/propose.ts';
import { loadPacks, type PackLibrary } from '#main/services/pack-library.ts';

const folder = fileURLToPath(new URL('../../../assets/regulations', import.meta.url));
let library: PackLibrary;
beforeAll(async () => {
  library = await loadPacks(folder);
});

const packOf = (id: string): Pack => {
  const pack = library.packs.find((item) => item.id === id);
  if (!pack) throw new Error(id);
  return pack;
};
const rulesOf = (id: string, index = 0): CouncilRules => {
  const rules = packOf(id).councils[index];
  if (!rules) throw new Error(id);
  return rules;
};
const maxima = ({ groups }: Form): readonly (string | null)[] =>
  groups.map(({ criteria }) => String(criteria.reduce((sum, { scale }) => sum + Number(scaleMax(scale)), 0)));

describe('the shipped packs', () => {
  test('every file is a usable pack named by its id', async () => {
    expect(library.refused).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(library.packs.map(({ id }) => `${id}.json`).sort());
  });

  test('a rule without a document is never more than unverified, and every borrowed rule says so', () => {
    for (const pack of library.packs)
      for (const { source, path } of sourcesIn(pack)) {
        if (source.document === null) expect(source.mark, `${pack.id} ${path.join('.')}`).toBe('unverified');
        if (source.mark !== 'unverified') expect(source.document).not.toBeNull();
        if (
          /[Mm]ượn|hiểu biết chung|[Mm]ặc định/.test(source.note ?? '') &&
          !/Điểm cho trực tiếp|ngày có hiệu lực/.test(source.note ?? '')
        )
          expect(source.mark, `${pack.id} ${path.join('.')}`).toBe('unverified');
      }
  });

  test('B8-ĐGNV is 15 / 50 / 35 given directly, as seen in Điều 16 of 15/2022; its threshold, zero rule and quorum are not verified', () => {
    const { forms, conclusion, quorum, composition } = rulesOf('nscl-selection-2022');
    expect(forms[0]?.code).toBe('B8-ĐGNV');
    expect(forms[0]?.groups[0]?.criteria.map(({ scale }) => scale)).toEqual(
      ['15', '50', '35'].map((max) => ({ kind: 'points', max, step: '0.5', min: null })),
    );
    expect(forms[0]?.source).toMatchObject({ document: '15/2022/TT-BKHCN', mark: 'seen' });
    if (conclusion.method !== 'points') throw new Error('method');
    expect(conclusion.outOf.source.mark).toBe('seen');
    expect([
      conclusion.threshold?.source.mark,
      conclusion.zeroRule?.source.mark,
      quorum.presence.source.mark,
      composition.size.source.mark,
    ]).toEqual(Array.from({ length: 4 }, () => 'unverified'));
    expect(conclusion.threshold).toMatchObject({ points: '70', comparison: 'atLeast' });
    expect(conclusion.zeroRule?.fraction).toEqual({ num: 1, den: 3, comparison: 'moreThan' });
  });

  test('Điều 12 of 20/2023: applied research 12 / 24 / 16 / 16 / 16 / 16 seen; pilot production 8 / 20 / 12 read elsewhere, the rest unverified', () => {
    const [applied, pilot] = rulesOf('national-selection-2023').forms;
    if (!applied || !pilot) throw new Error('forms');
    expect(applied.groups[0]?.criteria.map(({ scale }) => scaleMax(scale))).toEqual([
      '12',
      '24',
      '16',
      '16',
      '16',
      '16',
    ]);
    expect(applied.source.mark).toBe('seen');
    expect(maxima(pilot)).toEqual(['8', '20', '12', '20', '20', '20']);
    expect(pilot.source.mark).toBe('unverified');
    expect(pilot.groups.map(({ source }) => source?.mark)).toEqual([
      'seen',
      'seen',
      'seen',
      'unverified',
      'unverified',
      'unverified',
    ]);
    expect(pilot.groups[0]?.source?.document).toBe('26/2018/TT-BTNMT');
    expect(rulesOf('national-selection-2023').composition.size).toMatchObject({
      min: 7,
      max: 9,
      source: { clause: 'điểm a khoản 1 Điều 8', mark: 'seen' },
    });
  });

  test('identification asks for more than 3/4 of those present, then votes; its forms are read in a secondary source', () => {
    const { conclusion, forms, countingCommittee } = rulesOf('identification-2023');
    if (conclusion.method !== 'vote') throw new Error('method');
    expect(conclusion.approval).toMatchObject({ fraction: { num: 3, den: 4, comparison: 'moreThan' }, of: 'present' });
    expect(conclusion.approval.source).toMatchObject({ document: '33/2014/TT-BKHCN', mark: 'seen' });
    expect(conclusion.followUps.map(({ id, when }) => `${id} ${when}`)).toEqual([
      'name approved',
      'aims approved',
      'products approved',
      'method approved',
      'priority approved',
      'reasons rejected',
    ]);
    expect(forms.map(({ code, source }) => [code, source.mark])).toEqual([
      ['B1-TVHĐ', 'secondary'],
      ['B2-TVHĐ', 'secondary'],
      ['B3-TVHĐ', 'secondary'],
    ]);
    expect(forms.map(({ opinions }) => opinions.map(({ label }) => label))).toEqual(
      forms.map(() => [
        'Đề nghị thực hiện',
        'Đề nghị không thực hiện',
        'Đề nghị thực hiện với các điều chỉnh nêu dưới đây',
      ]),
    );
    expect(countingCommittee).toMatchObject({ size: 2, source: { mark: 'secondary' } });
  });

  test('11/2014 judges by levels; the draft of 100 points is a pack of its own, marked as a draft', () => {
    const { conclusion, composition, countingCommittee } = rulesOf('acceptance-2014');
    if (conclusion.method !== 'levels') throw new Error('method');
    expect(conclusion.member.pass.source.mark).toBe('secondary');
    expect(conclusion.member.pass.quantityShare.fraction).toEqual({ num: 3, den: 4, comparison: 'atLeast' });
    expect(conclusion.council.excellent).toMatchObject({
      fraction: { num: 3, den: 4, comparison: 'atLeast' },
      noneFailing: true,
      source: { mark: 'unverified' },
    });
    expect(conclusion.council.fail).toMatchObject({
      fraction: { num: 1, den: 3, comparison: 'moreThan' },
      source: { mark: 'unverified' },
    });
    expect([composition.size.min, composition.size.max, countingCommittee?.size]).toEqual([9, 9, 3]);
    const draft = packOf('acceptance-draft-100');
    expect(draft.draft).toBe(true);
    expect(draft.councils[0]?.forms[0]?.groups[0]?.criteria.map(({ scale }) => scaleMax(scale))).toEqual([
      '20',
      '10',
      '20',
      '30',
      '5',
      '15',
    ]);
    expect(library.packs.filter(({ draft: is }) => is)).toEqual([draft]);
  });

  test('ministry analogues are templates', () => {
    expect(
      library.packs
        .filter(({ template }) => template)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['template-bands', 'template-lateness', 'template-minimums']);
  });

  test('appraisal and inspection claim no legal origin', () => {
    const pack = packOf('appraisal-inspection');
    expect(pack.councils.map(({ kind }) => kind)).toEqual(['appraisal', 'inspection']);
    for (const { source } of sourcesIn(pack)) expect([source.document, source.mark]).toEqual([null, 'unverified']);
  });

  test('the regime since 01/10/2025 has its own words and dates, and claims nothing about councils', () => {
    const pack = packOf('regime-2025');
    expect(pack.vocabulary).toMatchObject({ selection: 'xét tài trợ, đặt hàng', acceptance: 'đánh giá cuối kỳ' });
    expect(pack.appliesTo.approvedFrom).toBe('2025-10-01');
    for (const { conclusion, composition, quorum, forms } of pack.councils)
      for (const { source } of sourcesIn({ conclusion, composition, quorum, forms }))
        expect(source.mark).toBe('unverified');
  });
});

describe('the mark of a rule decides what may be said of it', () => {
  test.each([
    ['seen', 'theo quy định (A, Điều 1)'],
    ['secondary', 'theo nguồn thứ cấp (A, Điều 1)'],
    ['unverified', 'chưa đối chiếu (A, Điều 1)'],
  ] as const)('%s', (mark, text) => {
    expect(basisOf({ document: 'A', clause: 'Điều 1', mark, note: null }).vi).toBe(text);
  });

  test('the least sure mark wins', () => {
    expect(weakestMark(['seen', 'secondary'])).toBe('secondary');
    expect(weakestMark(['seen', 'unverified', 'secondary'])).toBe('unverified');
    expect(weakestMark([])).toBe('seen');
  });
});

describe('the pack proposed for a session', () => {
  const proposed = (kind: CouncilKind, day: string | null, programme = ''): string | undefined =>
    proposePack(library.packs, { kind, approvedOn: day, programme }).pack?.id;
  const nscl = 'Chương trình NSCL giai đoạn 2021-2030';

  test.each([
    ['selection', '2024-11-18', nscl, 'nscl-selection-2022'],
    ['selection', '2024-11-18', 'Chương trình khác', 'national-selection-2023'],
    ['selection', '2025-09-30', nscl, 'nscl-selection-2022'],
    ['selection', '2025-10-01', nscl, 'regime-2025'],
    ['selection', null, nscl, 'regime-2025'],
    ['selection', '2020-01-01', '', undefined],
    ['identification', '2024-11-18', nscl, 'identification-2023'],
    ['acceptance', '2022-05-01', nscl, 'acceptance-2014'],
    ['acceptance', '2026-01-10', '', 'regime-2025'],
    ['appraisal', '2026-01-10', nscl, 'appraisal-inspection'],
    ['inspection', null, '', 'appraisal-inspection'],
  ] as const)('%s approved on %s in “%s”: %s', (kind, day, programme, id) => {
    expect(proposed(kind, day, programme)).toBe(id);
  });

  test('a draft or a template is never proposed but can be chosen', () => {
    const { pack, others, reasons } = proposePack(library.packs, {
      kind: 'acceptance',
      approvedOn: '2026-01-10',
      programme: '',
    });
    expect(pack?.id).toBe('regime-2025');
    expect(others.map(({ id }) => id)).toEqual([
      'acceptance-2014',
      'acceptance-draft-100',
      'template-bands',
      'template-lateness',
    ]);
    expect(reasons.map(({ vi }) => vi)).toContain('một phần quy tắc của bộ này chưa đối chiếu');
  });
});

describe('an own pack in the proposal', () => {
  const own = (id: string): Pack => ({
    ...draftOf(packOf(id), { id: `own-${id}`, at: '2026-11-23T08:00:00Z' }),
    change: { author: 'Nguyễn Văn A', at: '2026-11-23T08:00:00Z', reason: 'Quy chế' },
  });
  const ask = { kind: 'selection', approvedOn: '2024-11-18', programme: 'NSCL' } as const;

  test('comes right after the shipped one it was made from', () => {
    const { fitting } = proposePack([own('nscl-selection-2022'), ...library.packs], ask);
    expect(fitting.slice(0, 2).map(({ id }) => id)).toEqual(['nscl-selection-2022', 'own-nscl-selection-2022']);
  });

  test('is proposed where nothing that ships fits better, and says so', () => {
    const { pack, reasons } = proposePack([own('template-minimums')], { ...ask, approvedOn: '2026-01-01' });
    expect(pack?.id).toBe('own-template-minimums');
    expect(reasons[0]?.vi).toMatch(/^bộ quy định riêng/);
  });
});

describe('a folder of packs', () => {
  const folders: string[] = [];
  afterAll(async () => {
    for (const made of folders) await rm(made, { recursive: true });
  });

  test('a file that can’t be used is refused with place and reason, and the others are still there', async () => {
    const own = await mkdtemp(join(tmpdir(), 'packs-'));
    folders.push(own);
    const good = await readFile(join(folder, 'nscl-selection-2022.json'), 'utf8');
    await writeFile(join(own, 'a.json'), good);
    await writeFile(join(own, 'b.json'), good);
    await writeFile(join(own, 'c.json'), '{');
    await writeFile(join(own, 'd.json'), JSON.stringify({ ...JSON.parse(good), councils: [] }));
    const { packs, refused } = await loadPacks(own);
    expect(packs.map(({ id }) => id)).toEqual(['nscl-selection-2022']);
    expect(
      refused.map(({ fileName, problems }) => [
        fileName,
        problems.map(({ place, reason }) => `${place}: ${reason.vi}`),
      ]),
    ).toEqual([
      ['b.json', ['id: đã có bộ quy định khác cùng mã và phiên bản "nscl-selection-2022 1"']],
      ['c.json', [': tệp không phải JSON đọc được']],
      ['d.json', ['councils: cần ít nhất 1 mục']],
    ]);
  });

  test('a folder that isn’t there is refused under its name', async () => {
    const { packs, refused } = await loadPacks('/không/có');
    expect(packs).toEqual([]);
    expect(refused[0]?.fileName).toBe('/không/có');
  });
});
