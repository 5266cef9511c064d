import Big from 'big.js';
import { readFileSync } from 'node:fs';
import type { Conclusion, DossierResult, Step } from '#domain/conclusion/step.ts';
import type { Ballot } from '#domain/forms/ballot.ts';
import type { Form } from '#domain/forms/form.ts';
import { checkBallot, criteriaOf, pointsOf, scaleMax } from '#domain/forms/points.ts';
import { packSchema, rulesFor, type CouncilKind, type CouncilRules, type Pack } from '#domain/regulation/pack.ts';
import type { Source } from '#domain/regulation/source.ts';
import { emptySession } from '#domain/session/apply.ts';
import { blankDossier } from '#domain/session/blank.ts';
import { dossiersOf, isRecused, seatsOf, sessionSchema, type HeldReturn, type Session } from '#domain/session/state.ts';
import { countedBallot } from '#domain/documents/set.ts';
import { formOf } from '#domain/documents/build/council.ts';
import { packText } from '#domain/regulation/reading.ts';

const folder = new URL('../../../assets/samples/nscl-2026/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

interface SampleDossier {
  readonly code: string;
  readonly title: string;
  readonly hostOrganisation: string;
  readonly principalInvestigator: string;
}

const seen: Source = { document: '15/2022/TT-BKHCN', clause: 'Điều 16', mark: 'seen', note: null };
const unverified: Source = { document: null, clause: null, mark: 'unverified', note: 'Chưa đọc văn bản' };

const points = (max: string) => ({ kind: 'points', max, step: '0.5', min: null }) as const;
const criterion = (id: string, label: string, max: string) =>
  ({
    id,
    label,
    guidance: null,
    scale: points(max),
    allowNotApplicable: false,
    comment: 'optional',
    perProduct: false,
  }) as const;

/** Mẫu B8-ĐGNV: three criteria, 15 / 50 / 35 points. */
export const pointsForm: Form = {
  id: 'b8',
  code: 'B8-ĐGNV',
  title: 'Phiếu đánh giá hồ sơ đăng ký thực hiện nhiệm vụ',
  source: { ...seen, clause: 'Mẫu B8-ĐGNV' },
  groups: [
    {
      id: 'all',
      label: 'Tiêu chí đánh giá',
      criteria: [
        criterion('urgency', 'Tính cấp thiết của nhiệm vụ', '15'),
        criterion('feasibility', 'Tính khả thi của nhiệm vụ', '50'),
        criterion('effect', 'Tính hiệu quả và khả năng duy trì, nhân rộng của nhiệm vụ', '35'),
      ],
    },
  ],
  opinions: [],
  overallComment: 'optional',
};

/** Marks from 0 to 4 times a coefficient, in groups. */
export const marksForm: Form = {
  id: 'marks',
  code: 'B2-3b-ĐGĐTXH/ĐGĐA',
  title: 'Phiếu đánh giá hồ sơ đề tài',
  source: { document: '08/2017/TT-BKHCN', clause: null, mark: 'secondary', note: null },
  groups: ['Tổng quan tình hình nghiên cứu', 'Nội dung, nhân lực và phương pháp nghiên cứu'].map((label, group) => ({
    id: `g${group}`,
    label,
    criteria: [1, 2, 3].map((index) => ({
      ...criterion(`c${group}${index}`, `Tiêu chí ${index} của nhóm: làm rõ xuất xứ, sự cần thiết và tính mới`, '1'),
      scale: { kind: 'marks', top: 4, coefficient: index === 2 ? '1.5' : '1' } as const,
    })),
  })),
  opinions: [],
  overallComment: 'required',
};

/** Đạt / không đạt with one of three opinions. */
export const itemsForm: Form = {
  id: 'items',
  code: 'B1-TVHĐ',
  title: 'Phiếu nhận xét và đánh giá đề xuất nhiệm vụ',
  source: { document: '03/2017/TT-BKHCN', clause: null, mark: 'secondary', note: null },
  groups: [
    {
      id: 'items',
      label: 'Nội dung đánh giá',
      criteria: [
        'Tính cấp thiết của việc thực hiện',
        'Khả năng không trùng lắp',
        'Nhu cầu huy động nguồn lực quốc gia',
      ].map((label, index) => ({
        ...criterion(`i${index}`, label, '1'),
        scale: { kind: 'passFail' } as const,
        allowNotApplicable: index === 2,
      })),
    },
  ],
  opinions: [
    { id: 'yes', label: 'Đề nghị thực hiện', meaning: 'for', fields: [] },
    { id: 'no', label: 'Đề nghị không thực hiện', meaning: 'against', fields: [] },
    {
      id: 'changed',
      label: 'Đề nghị thực hiện với các điều chỉnh nêu dưới đây',
      meaning: 'forWithChanges',
      fields: [
        { id: 'name', label: 'Dự kiến tên', required: true },
        { id: 'aims', label: 'Định hướng mục tiêu', required: true },
      ],
    },
  ],
  overallComment: 'optional',
};

/** Xuất sắc / đạt / không đạt for each product and the report. */
export const levelsForm: Form = {
  id: 'levels',
  code: 'Mẫu 7',
  title: 'Phiếu đánh giá kết quả thực hiện nhiệm vụ',
  source: { document: '11/2014/TT-BKHCN', clause: null, mark: 'secondary', note: null },
  groups: [
    {
      id: 'products',
      label: 'Sản phẩm',
      criteria: (['quantity', 'quality'] as const).map((aspect) => ({
        ...criterion(aspect, aspect === 'quantity' ? 'Số lượng' : 'Chất lượng', '1'),
        scale: { kind: 'levels', aspect } as const,
        perProduct: true,
      })),
    },
    {
      id: 'report',
      label: 'Báo cáo tổng hợp',
      criteria: [{ ...criterion('report', 'Báo cáo tổng hợp', '1'), scale: { kind: 'levels', aspect: 'report' } }],
    },
  ],
  opinions: [],
  overallComment: 'optional',
};

const rule = (id: string, text: string) => ({ id, text, source: unverified });

const councilNames: Readonly<Record<CouncilKind, string>> = {
  identification: 'Hội đồng tư vấn xác định nhiệm vụ',
  selection: 'Hội đồng tư vấn tuyển chọn',
  acceptance: 'Hội đồng tư vấn đánh giá, nghiệm thu',
  appraisal: 'Hội đồng thẩm định tài liệu chuyên môn',
  inspection: 'Đoàn kiểm tra định kỳ',
};

function councilRules(kind: CouncilKind, form: Form): CouncilRules {
  return {
    kind,
    name: councilNames[kind],
    composition: {
      size: { min: 7, max: 9, allowed: null, source: unverified },
      offices: [],
      outside: null,
      backgrounds: [],
    },
    quorum: {
      presence: { fraction: { num: 2, den: 3, comparison: 'atLeast' }, source: unverified },
      presiding: null,
      offices: [],
      online: { counts: true, source: unverified },
    },
    conflictOfInterest: {
      hostMembers: null,
      exclusions: [],
      leaving: [],
      recused: { countsForQuorum: true, source: unverified },
    },
    countingCommittee: { size: 3, composition: null, source: unverified },
    deadlines: [],
    meetingForms: { allowed: ['inPerson', 'online', 'hybrid'], source: unverified },
    forms: [form],
    validity: { invalidWhen: [] },
    absentComments: rule('absent', 'Chỉ để tham khảo'),
    rounding: { decimals: 2, mode: 'halfUp', use: 'shown', source: unverified },
    conclusion: {
      method: 'points',
      outOf: { points: '100', source: seen },
      mean: { source: unverified },
      threshold: { points: '70', comparison: 'atLeast', source: unverified },
      zeroRule: null,
      criterionMinimum: null,
      grades: null,
      memberGrades: null,
      ranking: { recommend: 'first', ties: [], source: unverified },
    },
    outlier: { mode: 'off', source: unverified },
    dissent: rule('dissent', 'Có thể bảo lưu ý kiến'),
    advisory: rule('advisory', 'Hội đồng tư vấn'),
    outputs: [
      {
        output: 'minutes',
        title: 'Biên bản họp Hội đồng',
        code: 'PL2-BBHĐ',
        source: { document: '33/2014/TT-BKHCN', clause: null, mark: 'secondary', note: null },
      },
      {
        output: 'countRecord',
        title: 'Biên bản kiểm phiếu',
        code: 'Mẫu 8',
        source: { ...unverified, document: '11/2014/TT-BKHCN' },
      },
    ],
    order: [],
  };
}

export function packWith(kind: CouncilKind, form: Form): Pack {
  return packSchema.parse({
    format: 1,
    id: 'thu',
    version: 1,
    title: 'Bộ quy định dùng để thử',
    summary: 'Chỉ dùng trong kiểm thử.',
    draft: false,
    template: false,
    basedOn: null,
    change: null,
    regime: 'any',
    documents: [],
    appliesTo: { approvedFrom: null, approvedTo: null, level: 'any', programmes: [], source: unverified },
    vocabulary: {
      identification: 'xác định nhiệm vụ',
      selection: 'tuyển chọn',
      acceptance: 'nghiệm thu',
      appraisal: 'thẩm định',
      inspection: 'kiểm tra',
      source: unverified,
    },
    councils: [councilRules(kind, form)],
  });
}

const moment = '2026-01-20T09:00:00+07:00';
const digest = 'ab'.repeat(32);

function heldReturn(memberId: string, ballots: Record<string, Ballot>): HeldReturn {
  return {
    returnId: `r-${memberId}`,
    revision: 1,
    digest,
    ancestors: [],
    packageNumber: 1,
    deviceId: 'may-1',
    publicKey: `key-${memberId}`,
    memberRecipient: 'age1thu',
    createdAt: moment,
    importedAt: moment,
    late: false,
    code: `7K2M-Q4T${memberId.slice(-1).toUpperCase()}`,
    fileName: `${memberId}.hdphieu`,
    ballots,
    dossierFingerprints: {},
    declaredConflicts: {},
    remarks: '',
  };
}

const shippedPack = (name: string): Pack =>
  packSchema.parse(
    JSON.parse(readFileSync(new URL(`../../../assets/regulations/${name}.json`, import.meta.url), 'utf8')),
  );

export const sampleForm = (): Form => {
  const form = rulesFor(shippedPack('nscl-selection-2022'), 'selection')?.forms[0];
  if (!form) throw new Error('The pack has no form');
  return form;
};

/** The sample session of the programme: nine members, three dossiers, one absent, one recused from one dossier. */
export function sampleSession(): Session {
  const raw = read('session.json') as {
    council: Session['council'];
    meeting: Session['meeting'];
    members: Session['members'][string][];
    dossiers: { id: string; content: string }[];
    conflicts: { memberId: string; dossierId: string; state: 'confirmed'; reason: string }[];
    attendance: ({ memberId: string } & Session['attendance'][string])[];
    countingCommittee: string[];
    minutes: Pick<Session['minutes'], 'number' | 'symbol' | 'opening' | 'recommendations' | 'generalRecommendation'> & {
      statements: Omit<Session['minutes']['statements'][number], 'id'>[];
    };
  };
  const returns = read('returns.json') as {
    ballots: { memberId: string; dossierId: string; points: string[]; comments: string[]; overall: string }[];
  };
  const perMember: Record<string, Record<string, Ballot>> = {};
  for (const entry of returns.ballots) {
    (perMember[entry.memberId] ??= {})[entry.dossierId] = {
      answers: Object.fromEntries(
        criteriaOf(sampleForm(), []).map(({ key }, index) => [
          key,
          {
            value: { kind: 'points', points: entry.points[index] ?? '0' },
            comment: entry.comments[index] ?? '',
          } as const,
        ]),
      ),
      opinion: null,
      opinionFields: {},
      comment: entry.overall,
      abstained: false,
    };
  }
  const dossiers = raw.dossiers.map(({ id, content }) => {
    const text = read(content) as SampleDossier;
    return {
      ...blankDossier(id),
      code: text.code,
      title: text.title,
      hostOrganisation: text.hostOrganisation,
      principal: text.principalInvestigator,
    };
  });
  const session: Session = {
    ...emptySession,
    id: 'mau',
    createdAt: moment,
    council: raw.council,
    meeting: { ...raw.meeting, place: `${raw.meeting.place}, Hà Nội` },
    pack: shippedPack('nscl-selection-2022'),
    members: Object.fromEntries(raw.members.map((member) => [member.id, member])),
    memberOrder: raw.members.map(({ id }) => id),
    dossiers: Object.fromEntries(dossiers.map((dossier) => [dossier.id, dossier])),
    dossierOrder: dossiers.map(({ id }) => id),
    conflicts: Object.fromEntries(
      raw.conflicts.map(({ memberId, dossierId, state, reason }) => [
        memberId,
        { [dossierId]: { state, reason, at: moment } },
      ]),
    ),
    returns: Object.fromEntries(Object.entries(perMember).map(([id, ballots]) => [id, [heldReturn(id, ballots)]])),
    attendance: Object.fromEntries(raw.attendance.map(({ memberId, ...attendance }) => [memberId, attendance])),
    counting: { committee: raw.countingCommittee, closed: null, reopened: [] },
    minutes: {
      ...emptySession.minutes,
      ...raw.minutes,
      statements: raw.minutes.statements.map((statement, index) => ({ ...statement, id: `s${index}` })),
    },
  };
  return sessionSchema.parse(session);
}

/** Counts closed, conclusion adopted, minutes agreed. */
export function finished(session: Session): Session {
  const conclusion = concluded(session);
  return {
    ...session,
    counting: {
      ...session.counting,
      closed: {
        at: moment,
        counts: Object.fromEntries(
          conclusion.dossiers.map(({ id, denominators: { issued, returned, valid, invalid } }) => [
            id,
            { issued, returned, valid, invalid },
          ]),
        ),
      },
    },
    conclusionAdoptedAt: moment,
    minutes: { ...session.minutes, state: 'agreed' },
  };
}

const text = (vi: string) => ({ vi, en: vi });

function step(id: string, title: string, outcome: string, children: readonly Step[] = []): Step {
  return {
    id,
    title: text(title),
    source: unverified,
    basis: text('chưa đối chiếu'),
    figures: [{ key: 'x', label: text('số phiếu hợp lệ'), value: '8', shown: text('8') }],
    computation: null,
    outcome: { kind: 'holds', value: null, text: text(outcome) },
    children,
  };
}

/** A plain stand-in for the computed conclusion: means of the counted ballots of those present, highest first. */
export function concluded(session: Session): Conclusion {
  const seats = seatsOf(session);
  const attending = seats.filter(({ id }) => ['present', 'online'].includes(session.attendance[id]?.status ?? ''));
  const results = dossiersOf(session).map((dossier): DossierResult => {
    const form = formOf(session, dossier) ?? pointsForm;
    const asked = criteriaOf(form, dossier.products);
    const may = attending.filter(({ id }) => !isRecused(session, id, dossier.id));
    const ballots = seats.map((member): DossierResult['ballots'][number] => {
      const ballot = countedBallot(session, member.id, dossier.id);
      const standing = isRecused(session, member.id, dossier.id)
        ? 'recused'
        : !attending.includes(member)
          ? 'absent'
          : ballot
            ? 'judged'
            : 'missing';
      const judged = standing === 'judged' && ballot;
      return {
        member: member.id,
        standing,
        origin: judged ? 'file' : null,
        reason: null,
        total: judged ? checkBallot(form, dossier.products, ballot).total : null,
        points: judged
          ? Object.fromEntries(
              asked.flatMap(({ key, criterion: { scale } }) => {
                const given = pointsOf(scale, ballot.answers[key]?.value ?? null);
                return given === null ? [] : [[key, given]];
              }),
            )
          : {},
        judgement: null,
        judgementLabel: null,
        flagged: false,
      };
    });
    const mean = (values: readonly string[]) =>
      values.length === 0
        ? null
        : {
            exact: '0',
            rounded: values
              .reduce((sum, value) => sum.plus(value), new Big(0))
              .div(values.length)
              .toFixed(2, Big.roundHalfUp),
            count: values.length,
          };
    const judged = ballots.filter(({ standing }) => standing === 'judged');
    const whole = mean(judged.flatMap(({ total }) => total ?? []));
    return {
      id: dossier.id,
      title: dossier.title,
      formId: form.id,
      contest: 'một nhiệm vụ',
      mark: 'unverified',
      denominators: {
        total: seats.length,
        attending: attending.length,
        recused: attending.length - may.length,
        present: may.length,
        issued: may.length,
        returned: judged.length,
        valid: judged.length,
        invalid: 0,
        abstained: 0,
        judged: judged.length,
        setAside: 0,
      },
      ballots,
      criteria: asked.map(({ key, criterion: { label, scale } }) => ({
        key,
        label: packText(label),
        max: scaleMax(scale),
        min: null,
        mean: mean(judged.flatMap(({ points: given }) => given[key] ?? [])),
        zeros: 0,
      })),
      mean: whole,
      lowest: null,
      highest: null,
      votes: {},
      grade: null,
      verdict: whole && new Big(whole.rounded).gte(70) ? 'recommended' : 'notRecommended',
      rank: null,
      tiedWith: [],
      withoutFlagged: null,
      statement: text(`Hội đồng kiến nghị về hồ sơ “${dossier.title}”.`),
      step: step(`dossier.${dossier.id}`, dossier.title, 'Đạt mức điểm yêu cầu', [
        step(`dossier.${dossier.id}.mean`, 'Điểm trung bình', '87,5 điểm'),
        step(`dossier.${dossier.id}.threshold`, 'Mức điểm tối thiểu', 'Từ 70 điểm trở lên'),
      ]),
    };
  });
  const ranked = [...results].sort((a, b) => Number(b.mean?.rounded ?? 0) - Number(a.mean?.rounded ?? 0));
  const dossiers = results.map((result): DossierResult => {
    const place = ranked.indexOf(result) + 1;
    return result.verdict === 'recommended'
      ? { ...result, rank: place, verdict: place === 1 ? 'recommended' : 'eligible' }
      : result;
  });
  return {
    pack: { id: 'thu', version: 1, title: 'Bộ quy định dùng để thử', draft: false },
    council: session.council.kind,
    quorum: {
      met: attending.length * 3 >= seats.length * 2,
      present: attending.length,
      total: seats.length,
      presiding: seats[0]?.id ?? null,
    },
    dossiers,
    rankings: [],
    openTies: [],
    warnings: [],
    mark: 'unverified',
    step: step(
      'root',
      'Kết luận',
      '',
      dossiers.map((dossier) => dossier.step),
    ),
  };
}
