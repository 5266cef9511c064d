import { dossiersOf, seatsOf, type Session } from '#domain/session/state.ts';
import { twoDigits } from '#domain/text/number-words.ts';
import { plain, type Block, type Cell } from '../model.ts';
import { bodyOf, officeName } from './body-words.ts';
import {
  absentSeats,
  cell,
  decisionPhrase,
  dossierNoun,
  fullName,
  holderOf,
  linesOf,
  meetingForms,
  meetingTime,
  orDots,
  presentSeats,
  workplace,
} from './council.ts';
import type { PaperInput } from './input.ts';

/** I: who met, when, where, about what. */
export function generalPart(input: PaperInput): Block[] {
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
          label: `${council.programme.trim() === '' ? 1 : 2}. Quyết định thành lập ${bodyOf(session)}`,
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
            runs: plain(
              `Thư ký hành chính: ${[fullName(clerk), workplace(clerk)].filter(Boolean).join(', ')} (không phải thành viên ${bodyOf(session)}).`,
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
            runs: plain(`${council.programme.trim() === '' ? 5 : 6}. Khách mời tham dự phiên họp:`),
          } as const,
          { kind: 'list', marker: 'dash', items: guests.map((guest) => plain(guest)) } as const,
        ]),
    {
      kind: 'paragraph',
      runs: plain(
        `${council.programme.trim() === '' ? 6 : 7}. Danh sách ${dossierNoun(session)} được ${bodyOf(session)} xem xét:`,
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
function membersTable(session: Session): Block {
  const statuses = { present: 'Có mặt', online: 'Trực tuyến', absent: 'Vắng mặt' } as const;
  return {
    kind: 'table',
    name: `Thành phần ${bodyOf(session)}`,
    columns: [
      { share: 6, align: 'center' },
      { share: 31 },
      { share: 33 },
      { share: 19 },
      { share: 14, align: 'center' },
    ],
    head: [
      [
        cell('TT'),
        cell('Họ và tên'),
        cell('Chức vụ, nơi công tác'),
        cell(`Chức danh trong ${bodyOf(session)}`),
        cell('Tham dự'),
      ],
    ],
    rows: seatsOf(session).map((member, index): Cell[] => {
      const status = session.attendance[member.id]?.status;
      return [
        cell(String(index + 1)),
        cell(fullName(member)),
        cell(workplace(member)),
        cell(officeName(session, member.office)),
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
