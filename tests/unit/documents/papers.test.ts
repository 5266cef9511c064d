import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Ballot } from '#domain/forms/ballot.ts';
import type { Form } from '#domain/forms/form.ts';
import { criteriaOf } from '#domain/forms/points.ts';
import { packSchema, type CouncilKind } from '#domain/regulation/pack.ts';
import { emptySession } from '#domain/session/apply.ts';
import { blankDossier } from '#domain/session/blank.ts';
import { dossiersOf, seatsOf, type Member, type Session } from '#domain/session/state.ts';
import { buildBallot } from '#domain/documents/build/ballot.ts';
import { formLines, locality, numberLine } from '#domain/documents/build/council.ts';
import { buildCountRecord } from '#domain/documents/build/count-record.ts';
import { buildMinutes } from '#domain/documents/build/minutes.ts';
import { buildReasoningAppendix } from '#domain/documents/build/reasoning-appendix.ts';
import { buildScoreSheet } from '#domain/documents/build/score-sheet.ts';
import { buildPassphraseSlips } from '#domain/documents/build/slips.ts';
import { paperKinds, textOfRuns, type Paper } from '#domain/documents/model.ts';
import { textsOf } from '#domain/documents/paper-text.ts';
import { preflight } from '#domain/documents/preflight.ts';
import { buildPaper, papersOf, setOf, type PaperInput } from '#domain/documents/set.ts';
import { sameText } from '#domain/text/bilingual.ts';
import { createPaperWorks } from '#main/documents/paper-works.ts';
import { createdAt, fontsDir } from './paper-samples.ts';
import {
  concluded,
  finished,
  itemsForm,
  levelsForm,
  marksForm,
  packWith,
  pointsForm,
  sampleSession,
} from './session-samples.ts';

const appraisalPack = new URL('../../../assets/regulations/appraisal-inspection.json', import.meta.url);

const renderer = createPaperWorks({ workerUrl: null, fontsDir });
const inputOf = (session: Session): PaperInput => ({ session, conclusion: concluded(session) });
const whole = (paper: Paper): string => textsOf(paper).join('\n');

const forms: readonly (readonly [CouncilKind, Form])[] = [
  ['identification', itemsForm],
  ['selection', pointsForm],
  ['selection', marksForm],
  ['acceptance', levelsForm],
  ['appraisal', itemsForm],
  ['inspection', itemsForm],
];

function answered(form: Form, products: readonly { id: string; name: string }[]): Ballot {
  return {
    answers: Object.fromEntries(
      criteriaOf(form, products).map(({ key, criterion: { scale } }) => [
        key,
        {
          value:
            scale.kind === 'points'
              ? { kind: 'points', points: scale.max }
              : scale.kind === 'marks'
                ? { kind: 'marks', mark: 3 }
                : scale.kind === 'passFail'
                  ? { kind: 'passFail', passed: true }
                  : { kind: 'levels', level: 'pass' },
          comment: 'Nhận xét\nhai dòng',
        } as const,
      ]),
    ),
    opinion: form.opinions.at(-1)?.id ?? null,
    opinionFields: Object.fromEntries((form.opinions.at(-1)?.fields ?? []).map(({ id }) => [id, `Nội dung ${id}`])),
    comment: 'Ý kiến chung',
    abstained: false,
  };
}

/** A session of a kind of council with some members and dossiers, everybody present and every ballot on paper. */
function sessionOf(kind: CouncilKind, form: Form, members: number, dossiers: number): Session {
  const base = sampleSession();
  const people = Array.from({ length: members }, (_, index): Member => ({
    id: `m${index}`,
    name: `Nguyễn Thị Thành Viên Có Tên Rất Dài ${index}`,
    office: index === 0 ? 'chair' : index === 1 ? 'scientificSecretary' : index < 4 ? 'reviewer' : 'member',
    academicTitle: 'PGS.TS',
    position: 'Trưởng phòng',
    organisation: 'Viện Nghiên cứu Mẫu',
    outside: true,
    email: '',
    phone: '',
  }));
  const files = Array.from({ length: dossiers }, (_, index) => ({
    ...blankDossier(`d${index}`),
    title: `Nhiệm vụ số ${index} với một cái tên dài để xuống dòng trong bảng`,
    hostOrganisation: 'Viện Năng suất Mẫu',
    principal: 'TS. Trần Văn B',
    products:
      kind === 'acceptance'
        ? [
            { id: 'p1', name: 'Báo cáo', group: 'I' as const },
            { id: 'p2', name: 'Mô hình', group: 'II' as const },
          ]
        : [],
  }));
  return {
    ...base,
    council: { ...base.council, kind },
    pack: packWith(kind, form),
    members: Object.fromEntries(people.map((member) => [member.id, member])),
    memberOrder: people.map(({ id }) => id),
    dossiers: Object.fromEntries(files.map((dossier) => [dossier.id, dossier])),
    dossierOrder: files.map(({ id }) => id),
    conflicts: {},
    returns: {},
    paperBallots: Object.fromEntries(
      people.map(({ id }) => [
        id,
        Object.fromEntries(files.map((dossier) => [dossier.id, answered(form, dossier.products)])),
      ]),
    ),
    attendance: Object.fromEntries(
      people.map(({ id }) => [id, { status: 'present', reason: '', writtenComments: '' } as const]),
    ),
    counting: { committee: people.slice(1, 4).map(({ id }) => id), closed: null, reopened: [] },
    minutes: { ...base.minutes, statements: [], recommendations: {} },
  };
}

describe('the minutes', () => {
  const session = finished(sampleSession());
  const text = whole(buildMinutes(inputOf(session)));

  test('name every member, dossier, mean, place and recommendation', () => {
    for (const member of seatsOf(session)) expect(text).toContain(member.name);
    for (const dossier of dossiersOf(session)) expect(text).toContain(dossier.title);
    for (const result of concluded(session).dossiers) expect(text).toContain(result.mean?.rounded.replace('.', ','));
    expect(text).toContain('tám mươi sáu phẩy ba mươi tám điểm');
    expect(text).toContain('Kiến nghị cơ quan có thẩm quyền xem xét giao Viện Năng suất Mẫu');
  });

  test('say who was absent and why, who was recused, and that written comments are not counted', () => {
    expect(text).toContain('08/09 người; vắng mặt 01 người, gồm: Bùi Thị K (đi công tác đột xuất');
    expect(text).toContain('Đỗ Văn L không nhận hồ sơ, không thảo luận và không đánh giá');
    expect(text).toContain('ý kiến này không được tính vào kết quả');
  });

  test('recommend and never decide', () => {
    for (const paper of setOf(inputOf(session))) {
      for (const line of textsOf(paper)) {
        expect(line).not.toMatch(/Hội đồng (?:đã )?quyết định/u);
      }
    }
    expect(text).toContain('Hội đồng kiến nghị Cơ quan Quản lý Mẫu xem xét, quyết định theo thẩm quyền');
  });

  test('go in the order of work, with the signatures of secretary and chair', () => {
    const order = [
      'NHỮNG THÔNG TIN CHUNG',
      'Công bố quyết định',
      'Bầu ban kiểm phiếu',
      'Xem xét, thảo luận',
      'Bỏ phiếu đánh giá',
      'Kết quả đánh giá',
      'KẾT LUẬN VÀ KIẾN NGHỊ',
      'Ý KIẾN BẢO LƯU',
      'Phiên họp kết thúc lúc 11 giờ 45 phút',
      'THƯ KÝ HỘI ĐỒNG',
      'CHỦ TỊCH HỘI ĐỒNG',
    ].map((part) => text.indexOf(part));
    expect(order).not.toContain(-1);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  test('are signed by the vice-chair where the chair is absent', () => {
    const away = {
      ...session,
      attendance: { ...session.attendance, m1: { status: 'absent', reason: '', writtenComments: '' } as const },
    };
    const signed = whole(buildMinutes(inputOf(away)));
    expect(signed).toContain('KT. CHỦ TỊCH HỘI ĐỒNG\nPHÓ CHỦ TỊCH');
    expect(signed).toContain('Trần Thị B, Phó Chủ tịch Hội đồng, chủ trì phiên họp');
  });

  test('carry a watermark as a draft, none when agreed, another in a rehearsal, and name a correction', () => {
    expect(buildMinutes(inputOf(sampleSession())).watermark).toBe('DỰ THẢO');
    expect(buildMinutes(inputOf(session)).watermark).toBeNull();
    expect(buildMinutes(inputOf({ ...session, rehearsal: true })).watermark).toBe('HỌP THỬ');
    const corrected = {
      ...session,
      minutes: { ...session.minutes, corrections: [{ number: 1, at: createdAt, reason: 'Sửa tên thành viên.' }] },
    };
    expect(whole(buildMinutes(inputOf(corrected)))).toContain('(Bản đính chính lần thứ 01: Sửa tên thành viên)');
  });

  test('say so when nobody is absent, and hold everybody’s dissent', () => {
    const all = sessionOf('selection', pointsForm, 9, 2);
    const loud = {
      ...all,
      minutes: {
        ...all.minutes,
        statements: seatsOf(all).map((member) => ({
          id: `s-${member.id}`,
          kind: 'dissent' as const,
          dossierId: 'd0',
          memberId: member.id,
          speaker: '',
          text: `Bảo lưu của ${member.id}`,
        })),
      },
    };
    const said = whole(buildMinutes(inputOf(loud)));
    expect(said).toContain('09/09 người; không có thành viên vắng mặt');
    for (const member of seatsOf(all)) expect(said).toContain(`Bảo lưu của ${member.id}`);
    expect(papersOf(inputOf(loud)).filter(({ kind }) => kind === 'dissent')).toHaveLength(9);
  });
});

describe('the count and the scores', () => {
  const session = finished(sampleSession());

  test('the record of the count has the four counts, both denominators and the committee', () => {
    const paper = buildCountRecord(inputOf(session));
    const text = whole(paper);
    for (const words of ['Số phiếu phát ra', 'Số phiếu thu về', 'Số phiếu hợp lệ', 'Số phiếu không hợp lệ']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('07 phiếu hợp lệ trên 07 thành viên có mặt được đánh giá và trên 09 thành viên Hội đồng');
    const block = paper.blocks.find((candidate) => candidate.kind === 'signatures');
    expect(block?.kind === 'signatures' ? block.columns.map(({ name }) => name) : []).toEqual([
      'Phạm Thị D',
      'Đặng Văn H',
      'Hoàng Văn E',
    ]);
  });

  test('the score sheet keeps numbers as numbers and says why a row has none', () => {
    const paper = buildScoreSheet(inputOf(session));
    const tables = paper.blocks.filter((block) => block.kind === 'table');
    expect(tables).toHaveLength(4);
    const numbers = tables[0]?.rows[0]?.flatMap(({ number }) => number ?? []);
    expect(numbers).toEqual(['14', '43.5', '30', '87.5']);
    expect(whole(paper)).toContain('Không đánh giá (xung đột lợi ích)');
    expect(whole(paper)).toContain('Vắng mặt');
  });

  test('criteria that stand over their columns by number are named above the table', () => {
    const input = inputOf(session);
    const [dossier] = input.conclusion?.dossiers ?? [];
    const [criterion] = dossier?.criteria ?? [];
    if (!input.conclusion || !dossier || !criterion) throw new Error('sample without criteria');
    const criteria = Array.from({ length: 9 }, (_, index) => ({
      ...criterion,
      key: `k${index}`,
      label: sameText(`Nội dung ${index + 1}`),
    }));
    const conclusion = { ...input.conclusion, dossiers: [{ ...dossier, criteria }] };
    const text = whole(buildScoreSheet({ session, conclusion }));
    expect(text).toContain('TC 9\n(tối đa');
    expect(text).toContain('TC 1: Nội dung 1; ');
    expect(text).toContain('TC 9: Nội dung 9.');
    expect(whole(buildScoreSheet(input))).not.toContain('TC 1');
  });

  test('many criteria turn the score sheet on its side', () => {
    expect(buildScoreSheet(inputOf(sessionOf('selection', marksForm, 9, 1))).orientation).toBe('landscape');
    expect(buildScoreSheet(inputOf(session)).orientation).toBe('portrait');
  });

  test('the appendix names each basis once and does not say the same conditions again for the next member', () => {
    const input = inputOf(session);
    const [dossier] = input.conclusion?.dossiers ?? [];
    const condition = dossier?.step.children[1];
    if (!input.conclusion || !dossier || !condition) throw new Error('sample without steps');
    const basis = { vi: 'theo nguồn thứ cấp (11/2014/TT-BKHCN)', en: '' };
    const memberStep = (id: string) => ({
      ...condition,
      id: `x.${id}`,
      basis,
      title: { vi: `Thành viên ${id}`, en: '' },
      children: [{ ...condition, id: `x.${id}.c`, title: { vi: 'Báo cáo ở mức Đạt', en: '' } }],
    });
    const branch = { ...dossier.step, children: [memberStep('một'), memberStep('hai')] };
    const conclusion = { ...input.conclusion, step: { ...input.conclusion.step, children: [branch] } };
    const paper = buildReasoningAppendix({ session, conclusion });
    const rows = paper.blocks.flatMap((block) => (block.kind === 'table' && block.name === 'Bước 1' ? block.rows : []));
    const texts = rows.map((row) => row.map(({ runs }) => textOfRuns(runs)));
    expect(texts.map(([number]) => number)).toEqual(['1', '1.1', '1.1.1', '1.2']);
    expect(texts[3]?.[1]).toContain('như bước 1.1');
    expect(texts[3]?.[3]).toBe('[2]');
    expect(whole(paper).split(basis.vi)).toHaveLength(2);
    expect(whole(paper)).toContain(`[2] ${basis.vi}`);
  });

  test('the appendix has each step with its basis, and the code of each return', () => {
    const text = whole(buildReasoningAppendix(inputOf(session)));
    expect(text).toContain('Mức điểm tối thiểu');
    expect(text).toContain('chưa đối chiếu');
    for (const [memberId, returns] of Object.entries(session.returns))
      expect(text, memberId).toContain(returns[0]?.code);
  });
});

describe('a team of inspection', () => {
  const inspection = sessionOf('inspection', itemsForm, 5, 1);
  const session = { ...inspection, council: { ...inspection.council, name: '' } };

  test('is never called a council, nor its head a chair', () => {
    // Nothing typed by a person and no computed sentence: what the pages say by themselves.
    const bare: Session = {
      ...session,
      pack: packSchema.parse(JSON.parse(readFileSync(appraisalPack, 'utf8'))),
      minutes: emptySession.minutes,
      meeting: { ...session.meeting, agenda: '', guests: '' },
    };
    for (const entry of papersOf({ session: bare, conclusion: null }))
      for (const text of textsOf(entry.build()))
        expect({ page: entry.id, said: /Hội đồng|Chủ tịch/iu.exec(text)?.input ?? null }).toEqual({
          page: entry.id,
          said: null,
        });
  });

  test('signs with its own offices', () => {
    const text = whole(buildMinutes(inputOf(session)));
    expect(text).toContain('TRƯỞNG ĐOÀN KIỂM TRA');
    expect(text).toContain('THƯ KÝ ĐOÀN KIỂM TRA');
    expect(text).toContain('KIẾN NGHỊ CỦA ĐOÀN KIỂM TRA');
  });
});

describe('words of the result', () => {
  const rules = packWith('appraisal', itemsForm);
  test('speak of what the form asks: items are met or not, and no place is given where nothing is ranked', () => {
    const base = sessionOf('appraisal', itemsForm, 5, 1);
    const input = inputOf(base);
    const [council] = rules.councils;
    if (!council || !input.conclusion) throw new Error('no rules');
    const vote = JSON.parse(readFileSync(appraisalPack, 'utf8')) as {
      councils: [{ conclusion: typeof council.conclusion }];
    };
    const session: Session = {
      ...base,
      pack: { ...rules, councils: [{ ...council, conclusion: vote.councils[0].conclusion }] },
    };
    const conclusion = {
      ...input.conclusion,
      dossiers: input.conclusion.dossiers.map((dossier) => ({
        ...dossier,
        mean: null,
        rank: null,
        votes: { for: 4, forWithChanges: 0, against: 1 },
        verdict: 'recommended' as const,
      })),
    };
    const record = whole(buildCountRecord({ session, conclusion }));
    expect(record).toContain('số phiếu đạt yêu cầu: 04/05');
    expect(record).toContain('số phiếu không đạt yêu cầu: 01/05');
    expect(record).not.toContain('điều chỉnh');
    expect(record).toContain('đề nghị thông qua.');
    expect(whole(buildMinutes({ session, conclusion }))).not.toContain('Xếp hạng');
  });
});

describe('what a council has settled', () => {
  const voting = (): PaperInput => {
    const base = sessionOf('identification', itemsForm, 7, 2);
    const pack = packWith('identification', itemsForm);
    const shipped = packSchema.parse(
      JSON.parse(
        readFileSync(new URL('../../../assets/regulations/identification-2023.json', import.meta.url), 'utf8'),
      ),
    );
    const rules = shipped.councils.find(({ kind }) => kind === 'identification');
    if (!rules) throw new Error('no rules');
    const session: Session = {
      ...base,
      pack: { ...pack, councils: pack.councils.map((council) => ({ ...council, conclusion: rules.conclusion })) },
    };
    const { conclusion } = inputOf(session);
    if (!conclusion) throw new Error('no conclusion');
    const dossiers = conclusion.dossiers.map((dossier) => ({
      ...dossier,
      mean: null,
      rank: null,
      criteria: [],
      votes: { for: 2, forWithChanges: 5, against: 0 },
      verdict: 'recommendedWithChanges' as const,
      ballots: dossier.ballots.map((ballot) => ({
        ...ballot,
        judgementLabel: { vi: 'Đề nghị thực hiện với các điều chỉnh nêu dưới đây', en: '' },
      })),
    }));
    return { session, conclusion: { ...conclusion, dossiers } };
  };

  test('leaves room for changes nobody has named, and none where they are', () => {
    const input = voting();
    const fill = (paper: Paper) => paper.blocks.filter(({ kind }) => kind === 'fillLines').length;
    expect(whole(buildMinutes(input)).split('Các điều chỉnh gồm:')).toHaveLength(3);
    const minutes = { ...input.session.minutes, recommendations: { d0: 'Thu hẹp phạm vi.', d1: 'Đổi tên.' } };
    const named = buildMinutes({ ...input, session: { ...input.session, minutes } });
    expect(whole(named)).not.toContain('Các điều chỉnh gồm:');
    expect(fill(buildMinutes(input)) - fill(named)).toBe(2);
  });

  test('tells the authority the name and the aims that were voted on', () => {
    const input = voting();
    const session = {
      ...input.session,
      followUpVotes: { d0: { name: { text: 'Tên đã biểu quyết', agree: 6, disagree: 1 } } },
    };
    const paper = buildPaper({ ...input, session }, 'kien-nghi');
    expect(paper && whole(paper)).toContain('- Tên nhiệm vụ: Tên đã biểu quyết (đồng ý 06, không đồng ý 01)');
    // In the minutes the vote stands where it was taken, once.
    expect(whole(buildMinutes({ ...input, session })).split('Tên đã biểu quyết')).toHaveLength(2);
  });

  test('speaks of points only where points were given, and of an opinion as a page can say it', () => {
    const input = voting();
    expect(whole(buildMinutes(input))).toContain('Ý kiến đánh giá của từng thành viên');
    expect(whole(buildMinutes(inputOf(finished(sampleSession()))))).toContain('Điểm của từng thành viên');
    const sheet = buildScoreSheet(input);
    expect(whole(sheet)).not.toContain('nêu dưới đây');
    // The opinions, not the notes, are what the table is for.
    const [table] = sheet.blocks.filter((block) => block.kind === 'table');
    expect(table?.columns[2]?.share).toBeGreaterThan(table?.columns[3]?.share ?? 99);
  });

  test('proposes a grade instead of giving one', () => {
    const base = sessionOf('acceptance', levelsForm, 9, 1);
    const { conclusion } = inputOf(base);
    if (!conclusion) throw new Error('no conclusion');
    const dossiers = conclusion.dossiers.map((dossier) => ({
      ...dossier,
      mean: null,
      votes: { excellent: 1, pass: 8, fail: 0 },
      grade: { id: 'pass', label: { vi: 'Đạt', en: 'Pass' } },
    }));
    const input = { session: base, conclusion: { ...conclusion, dossiers } };
    expect(whole(buildCountRecord(input))).toContain('đề nghị xếp loại Đạt.');
    expect(whole(buildMinutes(input))).toContain('Đề nghị xếp loại Đạt');
  });

  test('names the returns that came late and what was ruled on them', () => {
    const session = finished(sampleSession());
    const late = {
      ...session,
      lateRulings: {
        m2: { valid: true, reason: 'Mất điện cả buổi sáng.', at: createdAt },
        m3: { valid: false, reason: '', at: createdAt },
      },
    };
    const text = whole(buildCountRecord(inputOf(late)));
    expect(text).toContain('Phiếu gửi lại sau thời hạn, theo ý kiến của Chủ tịch Hội đồng:');
    expect(text).toContain('- Trần Thị B: được nhận (Mất điện cả buổi sáng)');
    expect(text).toContain('- Lê Văn C: không được nhận');
    expect(whole(buildCountRecord(inputOf(session)))).not.toContain('sau thời hạn');
  });
});

describe('ballots', () => {
  for (const [kind, form] of forms) {
    test(`of ${kind} with the form ${form.id} print blank, with a name and filled`, () => {
      const session = sessionOf(kind, form, 5, 1);
      const [dossier] = dossiersOf(session);
      const [member] = seatsOf(session);
      if (!dossier || !member) throw new Error('sample without people');
      const ballot = session.paperBallots[member.id]?.[dossier.id] ?? null;
      const blank = buildBallot(session, { dossier, member: null, ballot: null });
      const named = buildBallot(session, { dossier, member, ballot: null });
      const filled = buildBallot(session, { dossier, member, ballot });
      if (!blank || !named || !filled) throw new Error('no ballot');
      expect(new Set([blank.id, named.id, filled.id]).size).toBe(3);
      expect(whole(blank)).not.toContain(member.name);
      expect(whole(named)).toContain(member.name);
      for (const paper of [blank, named, filled]) {
        for (const { criterion } of criteriaOf(form, dossier.products)) expect(whole(paper)).toContain(criterion.label);
        // A form of a regulation carries its code and no number of its own.
        expect(paper.formLines[0]).toContain(form.code ?? '');
        expect(paper.blocks[0]).toMatchObject({ kind: 'letterhead', number: null });
      }
      expect(whole(filled)).toContain('hai dòng');
      expect(whole(filled)).toContain('Ý kiến chung');
    });
  }

  test('say the total in digits and words, and tick what was chosen', () => {
    const session = sessionOf('selection', pointsForm, 5, 1);
    const filled = buildPaper(inputOf(session), 'phieu-d0-m0');
    expect(filled && whole(filled)).toContain('(Bằng chữ: Một trăm điểm)');
    const voted = buildPaper(inputOf(sessionOf('identification', itemsForm, 5, 1)), 'phieu-d0-m0');
    const ticks = voted?.blocks.flatMap((block) => (block.kind === 'checks' ? block.items : [])) ?? [];
    expect(ticks.filter(({ ticked }) => ticked).map(({ label }) => label)).toEqual([
      'Đạt yêu cầu',
      'Đạt yêu cầu',
      'Đạt yêu cầu',
      'Đề nghị thực hiện với các điều chỉnh nêu dưới đây',
    ]);
    expect(voted && whole(voted)).toContain('Nội dung aims');
  });

  test('an abstention says so instead of points', () => {
    const session = sessionOf('selection', pointsForm, 5, 1);
    const ballot = session.paperBallots['m0']?.['d0'];
    const away = {
      ...session,
      paperBallots: {
        ...session.paperBallots,
        m0: { d0: { ...(ballot ?? answered(pointsForm, [])), abstained: true } },
      },
    };
    const paper = buildPaper(inputOf(away), 'phieu-d0-m0');
    expect(paper && whole(paper)).toContain('bỏ phiếu trắng');
  });

  test('of an absent member stays out of the set that is signed', () => {
    const ids = setOf(inputOf(finished(sampleSession()))).map(({ id }) => id);
    expect(ids).toContain('phieu-d1-m1');
    expect(ids).not.toContain('phieu-d1-m8');
  });

  test('a recused member has none', () => {
    const ids = papersOf(inputOf(sampleSession())).map(({ id }) => id);
    expect(ids).toContain('phieu-ten-d1-m9');
    expect(ids).not.toContain('phieu-ten-d2-m9');
  });
});

describe('the set of a session', () => {
  test('has every kind of page, each under its own id', () => {
    const entries = papersOf(inputOf(finished(sampleSession())));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const entry of entries) {
      const paper = entry.build();
      expect(paper.id).toBe(entry.id);
      expect(paper.kind).toBe(entry.kind);
      expect(paper.id).toMatch(/^[a-z0-9-]{1,200}$/);
    }
    const kinds = new Set(entries.map(({ kind }) => kind));
    for (const kind of paperKinds) {
      if (!['passphraseSlip', 'dossierText'].includes(kind)) expect(kinds).toContain(kind);
    }
  });

  test('of every kind of council renders whole, with 3 members and with 30', async () => {
    for (const [kind, form] of forms) {
      for (const members of [3, 30]) {
        const session = sessionOf(kind, form, members, members === 3 ? 3 : 1);
        const papers = setOf(inputOf(session)).filter((paper) => members === 3 || paper.kind !== 'ballotFilled');
        const { faults } = await renderer.renderFully(papers, { createdAt });
        expect(faults).toEqual([]);
      }
    }
  }, 120_000);

  test('renders an empty session without a pack as drafts with dots', async () => {
    const input = { session: emptySession, conclusion: null };
    const papers = setOf(input);
    expect(papers.map(({ kind }) => kind)).toContain('minutes');
    await renderer.renderFully(papers, { createdAt });
    expect(papers.map(whole).join('\n')).toContain('……');
  });

  test('is plain data', () => {
    for (const paper of setOf(inputOf(sampleSession()))) expect(structuredClone(paper)).toEqual(paper);
  });
});

describe('slips', () => {
  test('of several members carry each passphrase once, with a line to cut along between them', () => {
    const session = sampleSession();
    const entries = seatsOf(session).map((member, index) => ({
      member,
      passphrase: `hoa-mai-${index}`,
      fileName: `${member.id}.hdgoi`,
    }));
    const paper = buildPassphraseSlips(session, entries);
    expect(paper.blocks.filter(({ kind }) => kind === 'cutLine')).toHaveLength(entries.length - 1);
    for (const { passphrase } of entries) expect(whole(paper).split(passphrase)).toHaveLength(2);
  });
});

describe('what a page lacks', () => {
  const codes = (session: Session, kind: Parameters<typeof preflight>[0]) =>
    preflight(kind, inputOf(session)).map(({ code }) => code);

  test('an empty session lacks nearly everything, in both languages', () => {
    const input = { session: emptySession, conclusion: null };
    const vi = preflight('minutes', input, 'vi');
    const en = preflight('minutes', input, 'en');
    expect(vi.map(({ code }) => code)).toEqual(en.map(({ code }) => code));
    expect(vi.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'lackDecisionNumber',
        'lackMembers',
        'lackDossiers',
        'lackPack',
        'lackStart',
        'lackCountOpen',
      ]),
    );
    for (const [index, lack] of vi.entries()) expect(lack.text).not.toBe(en[index]?.text);
  });

  test('a finished session lacks nothing but the place of an unknown city', () => {
    expect(codes(finished(sampleSession()), 'countRecord').filter((code) => code !== 'lackUnverified')).toEqual([]);
    const session = finished(sampleSession());
    expect(codes({ ...session, meeting: { ...session.meeting, place: 'Phòng họp số 1' } }, 'attendanceList')).toEqual([
      'lackLocality',
    ]);
  });

  test('names a missing quorum, an open tie, unreturned ballots and counts that do not add up', () => {
    const session = finished(sampleSession());
    const away = {
      ...session,
      attendance: Object.fromEntries(
        Object.keys(session.members).map((id) => [id, { status: 'absent', reason: '', writtenComments: '' } as const]),
      ),
    };
    expect(codes(away, 'minutes')).toContain('lackQuorum');
    const open = {
      ...concluded(session),
      openTies: [{ contest: 'x', dossiers: ['d1', 'd2'], awaits: 'lot' as const }],
    };
    expect(preflight('recommendation', { session, conclusion: open }).map(({ code }) => code)).toContain('lackTies');
    const odd = {
      ...session,
      counting: {
        ...session.counting,
        closed: { at: createdAt, counts: { d1: { issued: 8, returned: 7, valid: 6, invalid: 0 } } },
      },
    };
    const lacks = preflight('countRecord', inputOf(odd));
    expect(lacks.map(({ code }) => code)).toEqual(expect.arrayContaining(['lackReconciled', 'lackBallots']));
    expect(lacks.find(({ code }) => code === 'lackReconciled')?.text).toContain(session.dossiers['d1']?.title);
  });
});

describe('lines of a form', () => {
  test('claim no more than their mark allows', () => {
    const source = { document: '15/2022/TT-BKHCN', clause: null, note: null };
    expect(formLines('B8-ĐGNV', { ...source, mark: 'seen' })).toEqual(['Mẫu B8-ĐGNV', '15/2022/TT-BKHCN']);
    expect(formLines('Mẫu 8', { ...source, mark: 'secondary' })).toEqual([
      'Mẫu 8',
      '15/2022/TT-BKHCN',
      '(theo nguồn thứ cấp)',
    ]);
    expect(formLines('B8-ĐGNV', { ...source, mark: 'unverified' }).at(-1)).toBe('(chưa đối chiếu)');
    // A form nobody has seen is not named at the head of a page.
    expect(buildMinutes(inputOf(sampleSession())).formLines).toEqual([]);
    expect(formLines(null, { document: null, clause: null, mark: 'unverified', note: null })).toEqual([]);
  });

  test('numbers below ten carry a zero, a missing one leaves dots', () => {
    expect(numberLine('5', 'BB-HĐTC')).toBe('Số: 05/BB-HĐTC');
    expect(numberLine('', 'BB-HĐ')).toBe('Số: ……/BB-HĐ');
    expect(numberLine('12/BB-X', 'BB-HĐ')).toBe('Số: 12/BB-X');
  });

  test('the place before the date is a province or city, or nothing', () => {
    const at = (place: string) => locality({ ...emptySession, meeting: { ...emptySession.meeting, place } });
    expect(at('Phòng họp 2, số 8 Hoàng Quốc Việt, Hà Nội')).toBe('Hà Nội');
    expect(at('Trụ sở Sở, thành phố Đà Nẵng.')).toBe('Đà Nẵng');
    expect(at('Hội trường A, Thành phố Hồ Chí Minh')).toBe('Thành phố Hồ Chí Minh');
    expect(at('Phòng họp số 1, trụ sở Cơ quan Quản lý Mẫu')).toBe('');
    expect(at('')).toBe('');
    expect(textOfRuns([{ text: 'a' }, { text: 'b', bold: true }])).toBe('ab');
  });
});
