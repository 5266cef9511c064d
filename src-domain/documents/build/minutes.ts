import type { CouncilKind } from '#domain/regulation/pack.ts';
import { isSecret } from '#domain/session/secret-ballot.ts';
import { dossiersOf, seatsOf, type Dossier, type Session } from '#domain/session/state.ts';
import { formatDecimal, formatRounded } from '#domain/text/decimals.ts';
import { longTime, parseTime } from '#domain/text/date-words.ts';
import { countWithWords, numberInWords, roman, twoDigits } from '#domain/text/number-words.ts';
import { bold, italic, plain, type Block, type Cell, type Paper } from '../model.ts';
import {
  absentSeats,
  cell,
  chairSignature,
  councilLetterhead,
  councilName,
  datedPlace,
  decisionPhrase,
  dossierNoun,
  fullName,
  holderOf,
  isDraft,
  linesOf,
  meetingForms,
  meetingTime,
  minutesKeeper,
  numberLine,
  orDots,
  outputOf,
  paper,
  presiding,
  presentSeats,
  rulesOf,
  secretarySignature,
  workplace,
} from './council.ts';
import { countTable } from './count-record.ts';
import { resultOf, type PaperInput } from './input.ts';
import { paragraphs } from './ballot.ts';
import { agreeing, verdictWords } from './score-sheet.ts';

/** One step of the meeting as the minutes report it. */
type Part =
  | 'decision'
  | 'opening'
  | 'secretary'
  | 'method'
  | 'committee'
  | 'dossiers'
  | 'absent'
  | 'voting'
  | 'results'
  | 'followUps';

/** Order of work of each kind of council (11/2014 for acceptance, 33/2014 for identification, 37/2016 for selection as analogues). */
const orders: Readonly<Record<CouncilKind, readonly Part[]>> = {
  identification: [
    'decision',
    'opening',
    'secretary',
    'committee',
    'dossiers',
    'absent',
    'voting',
    'results',
    'followUps',
  ],
  selection: ['decision', 'opening', 'method', 'committee', 'dossiers', 'absent', 'voting', 'results', 'followUps'],
  acceptance: ['decision', 'opening', 'secretary', 'committee', 'dossiers', 'absent', 'voting', 'results', 'followUps'],
  appraisal: ['decision', 'opening', 'committee', 'dossiers', 'absent', 'voting', 'results', 'followUps'],
  inspection: ['decision', 'opening', 'dossiers', 'absent', 'voting', 'results', 'followUps'],
};

/** Biên bản họp hội đồng, in the order of work of its kind. */
export function buildMinutes(input: PaperInput): Paper {
  const { session } = input;
  const output = outputOf(session, 'minutes');
  const { minutes, council } = session;
  const correction = minutes.corrections.at(-1);
  return paper(
    session,
    {
      id: 'bien-ban',
      kind: 'minutes',
      title: 'Biên bản họp Hội đồng',
      formLines: output.lines,
      draft: isDraft(session),
    },
    [
      councilLetterhead(session, numberLine(minutes.number, minutes.symbol, 'BB-HĐ'), datedPlace(session)),
      {
        kind: 'title',
        name: (output.title ?? 'Biên bản họp Hội đồng').toLocaleUpperCase('vi'),
        about: councilName(session),
      },
      ...(correction
        ? [
            {
              kind: 'paragraph',
              align: 'center',
              runs: italic(
                `(Bản đính chính lần thứ ${twoDigits(correction.number)}: ${correction.reason.trim().replace(/\.$/u, '')})`,
              ),
            } as const,
          ]
        : []),
      ...generalPart(input),
      { kind: 'heading', level: 1, number: 'II.', text: 'NỘI DUNG LÀM VIỆC' },
      ...numbered(orders[council.kind].map((part) => workPart(input, part))),
      ...conclusionPart(input),
      { kind: 'paragraph', runs: plain(closing(session)) },
      {
        kind: 'signatures',
        placeDate: null,
        columns: [secretarySignature(session, true), chairSignature(session, true)],
        recipients: [orDots(council.decision.issuer), 'Thành viên Hội đồng', 'Lưu: hồ sơ Hội đồng'],
      },
    ],
  );
}

function generalPart(input: PaperInput): Block[] {
  const { session } = input;
  const { council, meeting } = session;
  const seats = seatsOf(session);
  const present = presentSeats(session);
  const absent = absentSeats(session);
  const recorded = seats.some((member) => session.attendance[member.id] !== undefined);
  const guests = linesOf(meeting.guests);
  const clerk = holderOf(session, 'administrativeSecretary');
  return [
    { kind: 'heading', level: 1, number: 'I.', text: 'NHỮNG THÔNG TIN CHUNG' },
    {
      kind: 'definitions',
      items: [
        ...(council.programme.trim() === ''
          ? []
          : [{ label: '1. Thuộc chương trình', value: plain(council.programme.trim()) }]),
        {
          label: `${council.programme.trim() === '' ? 1 : 2}. Quyết định thành lập Hội đồng`,
          value: plain(decisionPhrase(session)),
        },
        { label: `${council.programme.trim() === '' ? 2 : 3}. Thời gian`, value: plain(meetingTime(session)) },
        {
          label: `${council.programme.trim() === '' ? 3 : 4}. Địa điểm, hình thức`,
          value: plain(`${orDots(meeting.place)}; ${meetingForms[meeting.form].toLocaleLowerCase('vi')}`),
        },
        {
          label: `${council.programme.trim() === '' ? 4 : 5}. Số thành viên có mặt trên tổng số thành viên`,
          value: plain(
            recorded
              ? `${twoDigits(present.length)}/${twoDigits(seats.length)} người; ${
                  absent.length === 0
                    ? 'không có thành viên vắng mặt'
                    : `vắng mặt ${twoDigits(absent.length)} người, gồm: ${absent.map((member) => withReason(session, member.id)).join('; ')}`
                }`
              : `……/${twoDigits(seats.length)} người`,
          ),
        },
      ],
    },
    membersTable(session),
    ...(clerk
      ? [
          {
            kind: 'paragraph',
            indent: false,
            runs: plain(
              `Thư ký hành chính: ${[fullName(clerk), workplace(clerk)].filter(Boolean).join(', ')} (không phải thành viên Hội đồng).`,
            ),
          } as const,
        ]
      : []),
    ...(guests.length === 0
      ? [
          {
            kind: 'definitions',
            items: [{ label: `${council.programme.trim() === '' ? 5 : 6}. Khách mời`, value: plain('không') }],
          } as const,
        ]
      : [
          {
            kind: 'paragraph',
            indent: false,
            runs: plain(`${council.programme.trim() === '' ? 5 : 6}. Khách mời tham dự họp Hội đồng:`),
          } as const,
          { kind: 'list', marker: 'dash', items: guests.map((guest) => plain(guest)) } as const,
        ]),
    {
      kind: 'paragraph',
      indent: false,
      runs: plain(
        `${council.programme.trim() === '' ? 6 : 7}. Danh sách ${dossierNoun(session)} được Hội đồng xem xét:`,
      ),
    },
    dossierTable(session),
  ];
}

function withReason(session: Session, memberId: string): string {
  const reason = session.attendance[memberId]?.reason.trim().replace(/\.$/u, '') ?? '';
  const name = orDots(session.members[memberId]?.name);
  return reason === '' ? name : `${name} (${reason.charAt(0).toLocaleLowerCase('vi')}${reason.slice(1)})`;
}

/** Members with office, workplace and how they took part. */
export function membersTable(session: Session): Block {
  const statuses = { present: 'Có mặt', online: 'Trực tuyến', absent: 'Vắng mặt' } as const;
  const offices = {
    chair: 'Chủ tịch',
    viceChair: 'Phó Chủ tịch',
    reviewer: 'Ủy viên phản biện',
    scientificSecretary: 'Ủy viên thư ký khoa học',
    member: 'Ủy viên',
    administrativeSecretary: 'Thư ký hành chính',
  } as const;
  return {
    kind: 'table',
    name: 'Thành phần Hội đồng',
    columns: [
      { share: 6, align: 'center' },
      { share: 31 },
      { share: 33 },
      { share: 19 },
      { share: 14, align: 'center' },
    ],
    head: [
      [cell('TT'), cell('Họ và tên'), cell('Chức vụ, nơi công tác'), cell('Chức danh trong Hội đồng'), cell('Tham dự')],
    ],
    rows: seatsOf(session).map((member, index): Cell[] => {
      const status = session.attendance[member.id]?.status;
      return [
        cell(String(index + 1)),
        cell(fullName(member)),
        cell(workplace(member)),
        cell(offices[member.office]),
        cell(status ? statuses[status] : ''),
      ];
    }),
    smaller: 1,
  };
}

function dossierTable(session: Session): Block {
  const proposals = session.council.kind === 'identification';
  return {
    kind: 'table',
    name: 'Hồ sơ',
    columns: [{ share: 6, align: 'center' }, { share: 16 }, { share: 44 }, { share: 24 }, { share: 20 }],
    head: [
      [
        cell('TT'),
        cell('Mã số'),
        cell('Tên nhiệm vụ'),
        cell(proposals ? 'Tổ chức đề xuất' : 'Tổ chức chủ trì'),
        cell(proposals ? 'Người đề xuất' : 'Chủ nhiệm'),
      ],
    ],
    rows: dossiersOf(session).map((dossier, index) => [
      cell(String(index + 1)),
      cell(dossier.code),
      cell(orDots(dossier.title)),
      cell(dossier.hostOrganisation),
      cell(dossier.principal),
    ]),
    smaller: 1,
  };
}

interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Sections that say something, numbered 1., 2., … */
function numbered(sections: readonly (Section | null)[]): Block[] {
  return sections
    .filter((section) => section !== null)
    .flatMap((section, index): Block[] => [
      { kind: 'heading', level: 2, number: `${index + 1}.`, text: section.title },
      ...section.blocks,
    ]);
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: plain(text) });

function workPart(input: PaperInput, part: Part): Section | null {
  const { session } = input;
  switch (part) {
    case 'decision': {
      const reader = holderOf(session, 'administrativeSecretary') ?? minutesKeeper(session);
      return {
        title: 'Công bố quyết định thành lập Hội đồng',
        blocks: [
          paragraph(
            `${reader ? orDots(reader.name) : 'Thư ký'} đọc ${decisionPhrase(session)} về việc thành lập Hội đồng và giới thiệu thành phần tham dự.`,
          ),
        ],
      };
    }
    case 'opening': {
      const chair = presiding(session);
      const authorised =
        chair?.office === 'viceChair' && session.viceChairAuthorised
          ? ' (theo ủy quyền bằng văn bản của Chủ tịch Hội đồng)'
          : '';
      return {
        title: 'Chủ trì phiên họp',
        blocks: [
          paragraph(
            `${chair ? `${fullName(chair)}, ${chair.office === 'viceChair' ? 'Phó Chủ tịch' : 'Chủ tịch'} Hội đồng,` : dottedChair} chủ trì phiên họp${authorised}.`,
          ),
          ...linesOf(session.minutes.opening).map(paragraph),
          ...conflicts(session),
        ],
      };
    }
    case 'secretary': {
      const keeper = holderOf(session, 'scientificSecretary');
      return keeper
        ? {
            title: 'Thư ký khoa học',
            blocks: [paragraph(`Hội đồng thống nhất cử ${fullName(keeper)} làm thư ký khoa học.`)],
          }
        : null;
    }
    case 'method': {
      const threshold = rulesOf(session)?.conclusion;
      const text =
        threshold?.method === 'points'
          ? `Hội đồng thống nhất làm việc theo phương thức chấm điểm trên phiếu đánh giá, thang điểm ${formatDecimal(threshold.outOf.points)}.`
          : 'Hội đồng thống nhất phương thức làm việc và đánh giá bằng phiếu.';
      return { title: 'Thống nhất phương thức làm việc', blocks: [paragraph(text)] };
    }
    case 'committee': {
      const committee = session.counting.committee.flatMap((id) => session.members[id] ?? []);
      if (committee.length === 0) return null;
      return {
        title: 'Bầu ban kiểm phiếu',
        blocks: [
          paragraph(`Hội đồng bầu Ban kiểm phiếu gồm ${countWithWords(committee.length)} người:`),
          {
            kind: 'list',
            marker: 'dash',
            items: committee.map((member, index) =>
              plain(`${fullName(member)}, ${index === 0 ? 'Trưởng ban' : 'Ủy viên'}`),
            ),
          },
        ],
      };
    }
    case 'dossiers':
      return { title: `Xem xét, thảo luận từng ${dossierNoun(session)}`, blocks: discussion(session) };
    case 'absent': {
      const written = seatsOf(session).flatMap((member) => {
        const comments = session.attendance[member.id]?.writtenComments.trim() ?? '';
        return session.attendance[member.id]?.status === 'absent' && comments !== '' ? [{ member, comments }] : [];
      });
      if (written.length === 0) return null;
      return {
        title: 'Ý kiến bằng văn bản của thành viên vắng mặt',
        blocks: [
          paragraph(
            'Thư ký đọc ý kiến bằng văn bản của thành viên vắng mặt để Hội đồng tham khảo; ý kiến này không được tính vào kết quả.',
          ),
          ...written.flatMap(({ member, comments }) => paragraphs(`${member.name}: `, comments)),
        ],
      };
    }
    case 'voting': {
      const committee = session.counting.committee.length > 0;
      return {
        title: 'Bỏ phiếu đánh giá và kiểm phiếu',
        blocks: [
          paragraph(
            `Các thành viên Hội đồng đánh giá độc lập trên phiếu${isSecret(session) ? ' và bỏ phiếu kín' : ''}. ${committee ? 'Ban kiểm phiếu' : 'Thư ký'} tổng hợp phiếu và báo cáo kết quả như sau:`,
          ),
          countTable(input, session.dossierOrder),
        ],
      };
    }
    case 'results':
      return input.conclusion ? { title: 'Kết quả đánh giá', blocks: results(input) } : null;
    case 'followUps': {
      const votes = followUps(session);
      return votes.length === 0 ? null : { title: 'Các nội dung Hội đồng biểu quyết', blocks: votes };
    }
  }
}

const dottedChair = '…………………………, Chủ tịch Hội đồng,';

function conflicts(session: Session): Block[] {
  const items = seatsOf(session).flatMap((member) =>
    dossiersOf(session).flatMap((dossier) => {
      const conflict = session.conflicts[member.id]?.[dossier.id];
      if (conflict?.state !== 'confirmed') return [];
      const reason = conflict.reason.trim();
      return [
        plain(
          `${member.name} không nhận hồ sơ, không thảo luận và không đánh giá “${dossier.title}”${reason === '' ? '.' : `: ${reason}`}`,
        ),
      ];
    }),
  );
  if (items.length === 0) return [];
  return [paragraph('Trường hợp có xung đột lợi ích đã được xác nhận:'), { kind: 'list', marker: 'dash', items }];
}

const speechLabels = {
  question: 'hỏi',
  answer: 'trả lời',
  opinion: 'ý kiến',
  dissent: 'bảo lưu ý kiến',
  other: 'phát biểu',
} as const;

/** Who spoke: a member by name, anybody else as typed. */
function speaker(session: Session, memberId: string | null, typed: string): string {
  return memberId === null ? orDots(typed) : orDots(session.members[memberId]?.name);
}

function statements(session: Session, dossierId: string | null): Block[] {
  return session.minutes.statements
    .filter((statement) => statement.dossierId === dossierId && statement.kind !== 'dissent')
    .flatMap((statement) =>
      paragraphs(
        `${speaker(session, statement.memberId, statement.speaker)} (${speechLabels[statement.kind]}): `,
        statement.text,
      ),
    );
}

function discussion(session: Session): Block[] {
  const dossiers = dossiersOf(session);
  const reviewers = seatsOf(session).filter(
    (member) => member.office === 'reviewer' && session.attendance[member.id]?.status !== 'absent',
  );
  const blocks: Block[] = [];
  if (reviewers.length > 0) {
    blocks.push(
      paragraph(
        `Các ủy viên phản biện (${reviewers.map((member) => member.name).join(', ')}) trình bày nhận xét; Hội đồng thảo luận.`,
      ),
    );
  }
  blocks.push(...statements(session, null));
  dossiers.forEach((dossier, index) => {
    blocks.push({ kind: 'heading', level: 3, number: `${letter(index)})`, text: orDots(dossier.title) });
    const spoken = statements(session, dossier.id);
    blocks.push(...(spoken.length > 0 ? spoken : [paragraph('Không có ý kiến khác ngoài nội dung ghi trên phiếu.')]));
  });
  return blocks;
}

const letters = 'abcdđeghiklmnopqrstuvxy';
const letter = (index: number): string => letters[index % letters.length] ?? '-';

function results(input: PaperInput): Block[] {
  const { session } = input;
  const rows = dossiersOf(session).map((dossier, index): Cell[] => {
    const result = resultOf(input, dossier.id);
    return [
      cell(String(index + 1)),
      cell(orDots(dossier.title)),
      result?.mean
        ? { runs: plain(formatRounded(result.mean.rounded)), number: result.mean.rounded }
        : cell(result ? agreeing(result) : ''),
      result?.rank ? { runs: plain(String(result.rank)), number: String(result.rank) } : cell('–'),
      cell(result ? verdictWords(result) : ''),
    ];
  });
  const points = input.conclusion?.dossiers.some((dossier) => dossier.mean !== null) ?? false;
  return [
    {
      kind: 'table',
      name: 'Kết quả',
      columns: [
        { share: 6, align: 'center' },
        { share: 46 },
        { share: 16, align: 'center' },
        { share: 12, align: 'center' },
        { share: 26 },
      ],
      head: [
        [
          cell('TT'),
          cell('Tên nhiệm vụ'),
          cell(points ? 'Điểm trung bình' : 'Số phiếu đồng ý'),
          cell('Xếp hạng'),
          cell('Kết quả'),
        ],
      ],
      rows,
      smaller: 1,
    },
    paragraph(
      isSecret(session)
        ? 'Hội đồng bỏ phiếu kín. Kết quả từng phiếu (đánh số, không ghi tên) và các bước tính kết luận nêu tại Bảng tổng hợp và Phụ lục kèm theo biên bản này.'
        : 'Điểm của từng thành viên và các bước tính kết luận nêu tại Bảng tổng hợp và Phụ lục kèm theo biên bản này.',
    ),
  ];
}

function followUps(session: Session): Block[] {
  const rules = rulesOf(session)?.conclusion;
  const topics = rules?.method === 'vote' ? rules.followUps : [];
  return dossiersOf(session).flatMap((dossier): Block[] => {
    const votes = Object.entries(session.followUpVotes[dossier.id] ?? {});
    if (votes.length === 0) return [];
    return [
      { kind: 'heading', level: 3, number: null, text: orDots(dossier.title) },
      {
        kind: 'list',
        marker: 'dash',
        items: votes.map(([topic, vote]) => {
          const name = topics.find(({ id }) => id === topic)?.text ?? topic;
          const text = vote.text.trim() === '' ? '' : ` ${vote.text.trim()}`;
          return plain(`${name}:${text} (đồng ý ${twoDigits(vote.agree)}, không đồng ý ${twoDigits(vote.disagree)})`);
        }),
      },
    ];
  });
}

/** III: what the council recommends, and who keeps another opinion. */
function conclusionPart(input: PaperInput): Block[] {
  const { session } = input;
  const { minutes, council } = session;
  const dossiers = dossiersOf(session);
  const blocks: Block[] = [{ kind: 'heading', level: 1, number: 'III.', text: 'KẾT LUẬN VÀ KIẾN NGHỊ CỦA HỘI ĐỒNG' }];
  blocks.push(...recommendations(input));
  if (minutes.generalRecommendation.trim() !== '') {
    blocks.push(
      { kind: 'heading', level: 2, number: `${dossiers.length + 1}.`, text: 'Kiến nghị chung' },
      ...linesOf(minutes.generalRecommendation).map(paragraph),
    );
  }
  blocks.push(paragraph(`Hội đồng kiến nghị ${orDots(council.decision.issuer)} xem xét, quyết định theo thẩm quyền.`));
  const dissents = minutes.statements.filter((statement) => statement.kind === 'dissent');
  if (dissents.length > 0) {
    blocks.push({ kind: 'heading', level: 1, number: `${roman(4)}.`, text: 'Ý KIẾN BẢO LƯU' });
    for (const dissent of dissents) {
      const about = dissent.dossierId === null ? '' : ` về “${orDots(session.dossiers[dissent.dossierId]?.title)}”`;
      blocks.push(
        ...paragraphs(
          `${speaker(session, dissent.memberId, dissent.speaker)} đề nghị bảo lưu ý kiến${about}: `,
          dissent.text,
        ),
      );
    }
  }
  return blocks;
}

/** The recommendation for each dossier: the computed one in words, then the council's own. */
export function recommendations(input: PaperInput): Block[] {
  const { session } = input;
  return dossiersOf(session).flatMap((dossier: Dossier, index): Block[] => {
    const result = resultOf(input, dossier.id);
    const own = linesOf(session.minutes.recommendations[dossier.id] ?? '');
    return [
      { kind: 'heading', level: 2, number: `${index + 1}.`, text: orDots(dossier.title) },
      ...(result?.mean
        ? [
            {
              kind: 'paragraph',
              runs: [
                ...plain('Điểm trung bình: '),
                ...bold(formatRounded(result.mean.rounded)),
                ...plain(
                  ` điểm (bằng chữ: ${numberInWords(result.mean.rounded)} điểm)${result.rank === null ? '' : `; xếp hạng ${result.rank}`}.`,
                ),
              ],
            } as const,
          ]
        : []),
      ...(result ? [paragraph(result.statement.vi)] : []),
      ...own.map(paragraph),
      ...(result || own.length > 0 ? [] : [{ kind: 'fillLines', count: 2 } as const]),
    ];
  });
}

function closing(session: Session): string {
  const end = parseTime(session.meeting.endsAt);
  return `Phiên họp kết thúc lúc ${end ? longTime(end) : '…… giờ …… phút'} cùng ngày. Biên bản được đọc lại cho các thành viên Hội đồng có mặt cùng nghe và nhất trí thông qua.`;
}
