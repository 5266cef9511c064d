import type { Step } from '#domain/conclusion/step.ts';
import type { Ballot } from '#domain/forms/ballot.ts';
import { criteriaOf } from '#domain/forms/points.ts';
import {
  currentReturn,
  dossiersOf,
  seatsOf,
  type Dossier,
  type Member,
  type Session,
  type Statement,
} from '#domain/session/state.ts';
import { isSecret } from '#domain/session/secret-ballot.ts';
import { longDate } from '#domain/text/date-words.ts';
import { bold, italic, plain, type Block, type Cell, type Paper, type Run } from '../model.ts';
import { paragraphs } from './ballot.ts';
import { codeLines, mergeNote, mergeOrigin } from './merge-note.ts';
import {
  cell,
  chairSignature,
  councilLetterhead,
  councilName,
  datedPlace,
  decisionPhrase,
  dossierPosition,
  formOf,
  fullName,
  isDraft,
  linesOf,
  meetingDay,
  nameOrNull,
  numberLine,
  officeName,
  orDots,
  outputOf,
  paper,
  workplace,
} from './council.ts';
import type { PaperInput } from './input.ts';
import { recommendations } from './minutes-conclusion.ts';

/** Phiếu nhận xét: the member's comments on one dossier in running text, or lines to write on. */
export function buildReview(session: Session, dossier: Dossier, member: Member | null, ballot: Ballot | null): Paper {
  const output = outputOf(session, 'review');
  const form = formOf(session, dossier);
  const parts = form ? criteriaOf(form, dossier.products) : [];
  const general = ballot?.comment.trim() ?? '';
  return paper(
    session,
    {
      id: `nhan-xet-${dossier.id}${member ? `-${member.id}` : ''}`,
      kind: ballot ? 'reviewFilled' : 'reviewBlank',
      title: `Phiếu nhận xét, hồ sơ ${dossierPosition(session, dossier.id)}${member ? `, ${member.name}` : ''}`,
      formLines: output.lines,
    },
    [
      councilLetterhead(session, null, null),
      { kind: 'title', name: (output.title ?? 'Phiếu nhận xét').toLocaleUpperCase('vi'), about: null },
      {
        kind: 'definitions',
        items: [
          {
            label: '1. Họ và tên người nhận xét',
            value: member
              ? plain([fullName(member), workplace(member)].filter((part) => part !== '').join(', '))
              : null,
          },
          { label: '2. Chức danh trong Hội đồng', value: member ? plain(officeName(member.office)) : null },
          { label: '3. Tên nhiệm vụ', value: plain(orDots(dossier.title)) },
          { label: '4. Tổ chức chủ trì', value: plain(orDots(dossier.hostOrganisation)) },
        ],
      },
      { kind: 'heading', level: 2, number: null, text: 'Nội dung nhận xét' },
      ...parts.flatMap(({ key, criterion, product }, index): Block[] => {
        const comment = ballot?.answers[key]?.comment.trim() ?? '';
        return [
          {
            kind: 'heading',
            level: 3,
            number: `${index + 1}.`,
            text: product ? `${criterion.label}: ${product.name}` : criterion.label,
          },
          ...(ballot === null
            ? [{ kind: 'fillLines', count: 4 } as const]
            : comment === ''
              ? paragraphs('', 'Không có nhận xét.')
              : paragraphs('', comment)),
        ];
      }),
      { kind: 'heading', level: 3, number: `${parts.length + 1}.`, text: 'Nhận xét chung, kiến nghị' },
      ...(ballot === null
        ? [{ kind: 'fillLines', count: 5 } as const]
        : paragraphs('', general === '' ? 'Không có nhận xét.' : general)),
      ...(member ? mergeNote(session, member.id, dossier.id, ballot) : []),
      {
        kind: 'signatures',
        placeDate: datedPlace(session),
        recipients: [],
        columns: [
          { title: [], hint: null, name: '', field: null },
          {
            title: [member?.office === 'reviewer' ? 'ỦY VIÊN PHẢN BIỆN' : 'NGƯỜI NHẬN XÉT'],
            hint: '(Ký, ghi rõ họ tên)',
            name: nameOrNull(member ?? undefined),
            field: null,
          },
        ],
      },
    ],
  );
}

/** Kiến nghị của Hội đồng: a council advises; the authority that set it up decides. */
export function buildRecommendation(input: PaperInput): Paper {
  const { session } = input;
  const output = outputOf(session, 'recommendation');
  const { minutes, council } = session;
  const day = meetingDay(session);
  return paper(
    session,
    {
      id: 'kien-nghi',
      kind: 'recommendation',
      title: 'Kiến nghị của Hội đồng',
      formLines: output.lines,
      draft: isDraft(session),
    },
    [
      councilLetterhead(session, numberLine('', 'KN-HĐ', 'KN-HĐ'), datedPlace(session)),
      {
        kind: 'title',
        name: (output.title ?? 'Kiến nghị của Hội đồng').toLocaleUpperCase('vi'),
        about: councilName(session),
      },
      {
        kind: 'legalBases',
        items: [
          `Căn cứ ${decisionPhrase(session)} về việc thành lập Hội đồng`,
          `Căn cứ Biên bản họp Hội đồng ${numberLine(minutes.number, minutes.symbol, 'BB-HĐ').replace('Số: ', 'số ')} ${day ? longDate(day) : 'ngày …… tháng …… năm 20……'}`,
        ],
      },
      {
        kind: 'paragraph',
        runs: plain(`Hội đồng kiến nghị ${orDots(council.decision.issuer)} xem xét các nội dung sau:`),
      },
      ...recommendations(input),
      ...(minutes.generalRecommendation.trim() === ''
        ? []
        : [
            {
              kind: 'heading',
              level: 2,
              number: `${dossiersOf(session).length + 1}.`,
              text: 'Kiến nghị chung',
            } as const,
            ...linesOf(minutes.generalRecommendation).map((line): Block => ({ kind: 'paragraph', runs: plain(line) })),
          ]),
      {
        kind: 'paragraph',
        runs: plain(`Hội đồng kính đề nghị ${orDots(council.decision.issuer)} xem xét, quyết định theo thẩm quyền.`),
      },
      {
        kind: 'signatures',
        placeDate: null,
        recipients: [orDots(council.decision.issuer), 'Thành viên Hội đồng', 'Lưu: hồ sơ Hội đồng'],
        columns: [withCouncil(chairSignature(session, true))],
      },
    ],
  );
}

const withCouncil = (signature: ReturnType<typeof chairSignature>): ReturnType<typeof chairSignature> => ({
  ...signature,
  title: ['TM. HỘI ĐỒNG', ...signature.title.map((line) => line.replace(' HỘI ĐỒNG', ''))],
});

/** Phiếu bảo lưu ý kiến of one member. */
export function buildDissent(session: Session, statement: Statement): Paper {
  const output = outputOf(session, 'dissent');
  const member = statement.memberId === null ? undefined : session.members[statement.memberId];
  const dossier = statement.dossierId === null ? undefined : session.dossiers[statement.dossierId];
  return paper(
    session,
    {
      id: `bao-luu-${statement.id}`,
      kind: 'dissent',
      title: `Ý kiến bảo lưu, ${member?.name ?? statement.speaker}`,
      formLines: output.lines,
    },
    [
      councilLetterhead(session, null, null),
      { kind: 'title', name: (output.title ?? 'Ý kiến bảo lưu').toLocaleUpperCase('vi'), about: councilName(session) },
      {
        kind: 'definitions',
        items: [
          { label: '1. Họ và tên', value: plain(member ? fullName(member) : orDots(statement.speaker)) },
          { label: '2. Chức danh trong Hội đồng', value: member ? plain(officeName(member.office)) : null },
          { label: '3. Về nội dung', value: plain(dossier ? orDots(dossier.title) : 'Kết luận chung của Hội đồng') },
        ],
      },
      { kind: 'heading', level: 2, number: '4.', text: 'Ý kiến bảo lưu và lý do' },
      ...(statement.text.trim() === '' ? [{ kind: 'fillLines', count: 8 } as const] : paragraphs('', statement.text)),
      {
        kind: 'paragraph',
        runs: plain(
          'Tôi chịu trách nhiệm cá nhân về ý kiến của mình và đề nghị ghi ý kiến này vào biên bản họp Hội đồng.',
        ),
      },
      {
        kind: 'signatures',
        placeDate: datedPlace(session),
        recipients: [],
        columns: [
          { title: [], hint: null, name: '', field: null },
          { title: ['NGƯỜI BẢO LƯU Ý KIẾN'], hint: '(Ký, ghi rõ họ tên)', name: nameOrNull(member), field: null },
        ],
      },
    ],
  );
}

const outcomeWords = {
  holds: 'Đạt',
  fails: 'Không đạt',
  value: '',
  undetermined: 'Chưa xác định',
  recorded: 'Ghi nhận',
} as const;

/** Phụ lục: each step of the conclusion with its figures and its source, and the codes of the ballots counted. */
export function buildReasoningAppendix(input: PaperInput): Paper {
  const { session, conclusion } = input;
  const output = outputOf(session, 'reasoning');
  const pack = session.pack;
  return paper(
    session,
    {
      id: 'phu-luc-can-cu',
      kind: 'reasoningAppendix',
      title: 'Phụ lục: các bước tính kết luận',
      formLines: output.lines,
      bodySize: 12,
      draft: isDraft(session),
    },
    [
      { kind: 'title', name: 'PHỤ LỤC', about: output.title ?? 'Các bước tính kết luận và mã đối chiếu phiếu' },
      {
        kind: 'paragraph',
        align: 'center',
        indent: false,
        runs: italic(`(Kèm theo Biên bản họp ${councilName(session)})`),
      },
      ...(pack
        ? [
            {
              kind: 'definitions',
              items: [
                {
                  label: 'Bộ quy định áp dụng',
                  value: plain(
                    `${pack.title} (phiên bản ${pack.version}${pack.draft ? ', dự thảo văn bản' : ''}${pack.change ? `, bản sửa của đơn vị: ${pack.change.reason}` : ''})`,
                  ),
                },
              ],
            } as const,
          ]
        : []),
      ...(conclusion
        ? [{ kind: 'heading', level: 1, number: 'I.', text: 'CÁC BƯỚC TÍNH' } as const, ...stepBlocks(conclusion.step)]
        : []),
      ...codes(session, conclusion ? 'II.' : 'I.'),
    ],
  );
}

/** One table a branch: step, figures, outcome and source, in reading order. */
function stepBlocks(root: Step): Block[] {
  const branches = root.children.length > 0 ? root.children : [root];
  return branches.flatMap((branch, index): Block[] => [
    { kind: 'heading', level: 2, number: `${index + 1}.`, text: branch.title.vi },
    {
      kind: 'table',
      name: `Bước ${index + 1}`,
      columns: [{ share: 9, align: 'center' }, { share: 34 }, { share: 33 }, { share: 24 }],
      head: [[cell('Bước'), cell('Nội dung và số liệu'), cell('Kết quả'), cell('Căn cứ')]],
      rows: flatten(branch, `${index + 1}`).map(({ step, number }): Cell[] => [
        cell(number),
        { runs: stepRuns(step, step === branch) },
        cell(step.outcome.text.vi === '' ? outcomeWords[step.outcome.kind] : step.outcome.text.vi),
        cell(step.basis?.vi ?? ''),
      ]),
      smaller: 1,
    },
  ]);
}

/** Title and figures of a step; the first of a branch has its title in the heading above. */
function stepRuns(step: Step, titled: boolean): readonly Run[] {
  const figures = step.figures.map((figure) => `${figure.label.vi}: ${figure.shown.vi}`).join('; ');
  if (titled) return plain(figures === '' ? 'Kết quả chung' : figures);
  return [...bold(step.title.vi), ...plain(figures === '' ? '' : `\n${figures}`)];
}

function flatten(step: Step, number: string): { step: Step; number: string }[] {
  return [{ step, number }, ...step.children.flatMap((child, index) => flatten(child, `${number}.${index + 1}`))];
}

/** Ballots that were put together out of two files: what was signed, what was not, why, and how the member confirmed it. */
function mergedReturns(session: Session): Block[] {
  return seatsOf(session).flatMap((member): Block[] => {
    const held = currentReturn(session, member.id);
    if (!held?.merge?.confirmed) return [];
    const { reason, confirmed } = held.merge;
    return [
      {
        kind: 'paragraph',
        runs: [
          ...bold(`${member.name}: `),
          ...plain(
            `${mergeOrigin(session, member.id, held)} Lý do gộp: ${reason} Thành viên xác nhận: ${confirmed.how}`,
          ),
        ],
      },
    ];
  });
}

function codes(session: Session, number: string): Block[] {
  const rows = seatsOf(session).flatMap((member): { member: Member; origin: string; code: string; when: string }[] => {
    const paperDossiers = Object.keys(
      (isSecret(session) ? session.secretBallot.paperVoters : session.paperBallots)[member.id] ?? {},
    );
    const list: { member: Member; origin: string; code: string; when: string }[] = codeLines(session, member.id).map(
      (line) => ({ member, ...line }),
    );
    if (paperDossiers.length > 0) {
      list.push({
        member,
        origin: `Phiếu giấy: ${paperDossiers.map((id) => `hồ sơ ${dossierPosition(session, id)}`).join(', ')}`,
        code: '–',
        when: '',
      });
    }
    return list;
  });
  return [
    { kind: 'heading', level: 1, number, text: 'MÃ ĐỐI CHIẾU CÁC PHIẾU ĐÃ NHẬN' },
    {
      kind: 'paragraph',
      runs: italic(
        `Mã đối chiếu rút từ dấu vân tay của tệp phiếu, trùng với mã trên giấy biên nhận của thành viên.${isSecret(session) ? ' Bỏ phiếu kín: mã chỉ cho biết tệp đã được nhận, không cho biết phiếu nào là của ai; thứ tự ở đây là thứ tự thành viên, không phải thứ tự đánh số phiếu.' : ''}`,
      ),
    },
    {
      kind: 'table',
      name: 'Mã đối chiếu',
      columns: [
        { share: 6, align: 'center' },
        { share: 34 },
        { share: 29 },
        { share: 26, align: 'center' },
        { share: 27 },
      ],
      head: [[cell('TT'), cell('Thành viên'), cell('Hình thức'), cell('Mã'), cell('Ngày nhận')]],
      rows: rows.map((row, index) => [
        cell(String(index + 1)),
        cell(row.member.name),
        cell(row.origin),
        cell(row.code),
        cell(row.when),
      ]),
      smaller: 1,
    },
    ...mergedReturns(session),
  ];
}
