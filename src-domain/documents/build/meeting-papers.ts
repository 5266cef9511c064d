import { dossiersOf, seatsOf, type Member, type Session } from '#domain/session/state.ts';
import { longDate, longTime, parseDay, parseTime, placeAndDate } from '#domain/text/date-words.ts';
import { countWithWords } from '#domain/text/number-words.ts';
import { bold, italic, plain, type Block, type Cell, type Paper } from '../model.ts';
import { bodyOf, officeName } from './body-words.ts';
import {
  authorityLetterhead,
  cell,
  chairSignature,
  councilLetterhead,
  councilName,
  datedPlace,
  decisionPhrase,
  dossierNoun,
  fullName,
  holderOf,
  linesOf,
  locality,
  lowerFirst,
  meetingDay,
  meetingForms,
  meetingTime,
  orDots,
  outputOf,
  paper,
  secretarySignature,
  workplace,
} from './council.ts';

/** Danh sách thành viên tham dự, to sign by hand. */
export function buildAttendanceList(session: Session): Paper {
  const output = outputOf(session, 'attendanceList');
  const clerk = holderOf(session, 'administrativeSecretary');
  const people = [...seatsOf(session), ...(clerk ? [clerk] : [])];
  const statuses = { present: '', online: 'Trực tuyến', absent: 'Vắng mặt' } as const;
  return paper(
    session,
    { id: 'danh-sach-tham-du', kind: 'attendanceList', title: 'Danh sách tham dự', formLines: output.lines },
    [
      councilLetterhead(session, null, datedPlace(session)),
      {
        kind: 'title',
        name: (output.title ?? 'Danh sách thành viên tham dự phiên họp').toLocaleUpperCase('vi'),
        about: councilName(session),
      },
      {
        kind: 'definitions',
        items: [
          { label: 'Thời gian', value: plain(meetingTime(session)) },
          {
            label: 'Địa điểm',
            value: session.meeting.place.trim() === '' ? null : plain(session.meeting.place.trim()),
          },
        ],
      },
      {
        kind: 'table',
        name: 'Tham dự',
        columns: [
          { share: 6, align: 'center' },
          { share: 31 },
          { share: 31 },
          { share: 19 },
          { share: 21, align: 'center' },
        ],
        head: [
          [
            cell('TT'),
            cell('Họ và tên'),
            cell('Chức vụ, nơi công tác'),
            cell(`Chức danh trong ${bodyOf(session)}`),
            cell('Ký tên'),
          ],
        ],
        rows: people.map((member, index): Cell[] => {
          const status = session.attendance[member.id]?.status;
          return [
            cell(String(index + 1)),
            cell(fullName(member)),
            cell(workplace(member)),
            cell(officeName(session, member.office)),
            cell(status ? statuses[status] : ''),
          ];
        }),
        rowHeight: 12,
        smaller: 1,
      },
      ...guestTable(session),
      {
        kind: 'paragraph',
        runs: plain(
          `Danh sách gồm ${countWithWords(seatsOf(session).length)} thành viên ${bodyOf(session)}${clerk ? ' và thư ký hành chính' : ''}.`,
        ),
      },
      {
        kind: 'signatures',
        placeDate: null,
        recipients: [],
        columns: [secretarySignature(session, false), chairSignature(session, false)],
      },
    ],
  );
}

function guestTable(session: Session): Block[] {
  const guests = linesOf(session.meeting.guests);
  if (guests.length === 0) return [];
  return [
    { kind: 'heading', level: 2, number: null, text: 'Khách mời' },
    {
      kind: 'table',
      name: 'Khách mời',
      columns: [{ share: 6, align: 'center' }, { share: 80 }, { share: 22 }],
      head: [[cell('TT'), cell('Họ và tên, đơn vị'), cell('Ký tên')]],
      rows: guests.map((guest, index) => [cell(String(index + 1)), cell(guest), cell('')]),
      rowHeight: 11,
      smaller: 1,
    },
  ];
}

/** Giấy mời họp, with the agenda. Issued by the authority, so it carries số and nơi nhận. */
export function buildInvitation(session: Session, invited: Member | null = null): Paper {
  const { meeting, council } = session;
  const day = meetingDay(session);
  const time = parseTime(meeting.startsAt);
  const deadline = parseDay(meeting.deadline);
  const deadlineTime = parseTime(meeting.deadline);
  return paper(
    session,
    {
      id: invited ? `giay-moi-${invited.id}` : 'giay-moi',
      kind: 'invitation',
      title: invited ? `Giấy mời họp, ${invited.name}` : 'Giấy mời họp',
      bodySize: 14,
    },
    [
      authorityLetterhead(session, 'Số: ……/GM-……', placeAndDate(locality(session), null)),
      { kind: 'title', name: 'GIẤY MỜI', about: `Họp ${lowerFirst(councilName(session))}` },
      {
        kind: 'paragraph',
        align: 'center',
        indent: false,
        runs: [...plain('Kính gửi: '), ...bold(invited ? addressed(invited) : '……………………………………………')],
      },
      {
        kind: 'paragraph',
        runs: plain(
          `Thực hiện ${decisionPhrase(session)} về việc thành lập ${lowerFirst(councilName(session))}, ${orDots(council.decision.issuer)} trân trọng kính mời ${invited ? addressed(invited) : 'Ông/Bà'} tham dự phiên họp ${bodyOf(session)}:`,
        ),
      },
      {
        kind: 'definitions',
        items: [
          {
            label: '1. Thời gian',
            value: plain(
              `${time ? longTime(time) : '…… giờ …… phút'}, ${day ? longDate(day) : 'ngày …… tháng …… năm 20……'}`,
            ),
          },
          { label: '2. Địa điểm', value: meeting.place.trim() === '' ? null : plain(meeting.place.trim()) },
          { label: '3. Hình thức', value: plain(meetingForms[meeting.form]) },
          {
            label: '4. Nội dung',
            value: plain(
              `Xem xét, đánh giá ${countWithWords(dossiersOf(session).length)} ${dossierNoun(session)} (danh sách và chương trình kèm theo).`,
            ),
          },
          ...(deadline
            ? [
                {
                  label: '5. Đề nghị gửi lại phiếu đánh giá trước',
                  value: plain(`${deadlineTime ? `${longTime(deadlineTime)}, ` : ''}${longDate(deadline)}`),
                },
              ]
            : []),
        ],
      },
      {
        kind: 'paragraph',
        runs: plain(
          `Rất mong Ông/Bà sắp xếp thời gian tham dự. Trường hợp không thể dự họp, đề nghị gửi ý kiến bằng văn bản về thư ký ${bodyOf(session)} trước phiên họp.`,
        ),
      },
      {
        kind: 'signatures',
        placeDate: null,
        recipients: ['Như trên', `Lưu: VT, hồ sơ ${bodyOf(session)}`],
        columns: [{ title: ['THỦ TRƯỞNG CƠ QUAN'], hint: '(Ký, ghi rõ họ tên và đóng dấu)', name: null, field: null }],
      },
    ],
  );
}

const addressed = (member: Member): string =>
  [fullName(member), member.organisation.trim()].filter((part) => part !== '').join(', ');

/** Chương trình họp: what is typed line by line; a time before a colon gets a column of its own. */
export function buildAgenda(session: Session): Paper {
  const lines = linesOf(session.meeting.agenda);
  const timed = lines.map((line) =>
    /^((?:\d{1,2} giờ(?: \d{1,2})?(?: phút)?|\d{1,2}[:h]\d{0,2})(?:\s*[-–]\s*(?:\d{1,2} giờ(?: \d{1,2})?|\d{1,2}[:h]\d{0,2}))?)\s*[:.]?\s+(.*)$/u.exec(
      line,
    ),
  );
  const rows = lines.map((line, index): Cell[] => {
    const match = timed[index];
    return [cell(match?.[1]?.replace(/[:.]$/u, '') ?? ''), cell(match?.[2] ?? line)];
  });
  const day = meetingDay(session);
  return paper(session, { id: 'chuong-trinh', kind: 'agenda', title: 'Chương trình họp' }, [
    councilLetterhead(session, null, null),
    { kind: 'title', name: 'CHƯƠNG TRÌNH HỌP', about: councilName(session) },
    {
      kind: 'paragraph',
      align: 'center',
      indent: false,
      runs: italic(
        `(${[day ? longDate(day).replace(/^n/u, 'N') : 'Ngày …… tháng …… năm 20……', orDots(session.meeting.place)].join(', ')})`,
      ),
    },
    {
      kind: 'table',
      name: 'Chương trình',
      columns: [{ share: 18, align: 'center' }, { share: 82 }],
      head: [[cell('Thời gian'), cell('Nội dung')]],
      rows: rows.length > 0 ? rows : Array.from({ length: 6 }, () => [cell(''), cell('')]),
      ...(rows.length > 0 ? {} : { rowHeight: 11 }),
    },
    { kind: 'heading', level: 2, number: null, text: `Danh sách ${dossierNoun(session)}` },
    {
      kind: 'table',
      name: 'Hồ sơ',
      columns: [{ share: 6, align: 'center' }, { share: 60 }, { share: 34 }],
      head: [
        [
          cell('TT'),
          cell('Tên nhiệm vụ'),
          cell(session.council.kind === 'identification' ? 'Tổ chức đề xuất' : 'Tổ chức chủ trì'),
        ],
      ],
      rows: dossiersOf(session).map((dossier, index) => [
        cell(String(index + 1)),
        cell(orDots(dossier.title)),
        cell(dossier.hostOrganisation),
      ]),
      smaller: 1,
    },
  ]);
}

/** Phụ lục of the decision that sets the council up: the list of its members. */
export function buildDecisionAnnex(session: Session): Paper {
  const { decision } = session.council;
  const day = parseDay(decision.date);
  const clerk = holderOf(session, 'administrativeSecretary');
  const seats = seatsOf(session);
  return paper(
    session,
    { id: 'phu-luc-quyet-dinh', kind: 'decisionAnnex', title: `Phụ lục: danh sách ${bodyOf(session)}` },
    [
      authorityLetterhead(session, null, null),
      { kind: 'title', name: 'PHỤ LỤC', about: `Danh sách ${lowerFirst(councilName(session))}` },
      {
        kind: 'paragraph',
        align: 'center',
        indent: false,
        runs: italic(
          `(Kèm theo Quyết định số ${orDots(decision.number)} ${day ? longDate(day) : 'ngày …… tháng …… năm 20……'} của ${orDots(decision.issuer)})`,
        ),
      },
      {
        kind: 'table',
        name: `Thành viên ${bodyOf(session)}`,
        columns: [{ share: 7, align: 'center' }, { share: 36 }, { share: 42 }, { share: 26 }],
        head: [
          [
            cell('TT'),
            cell('Họ và tên, học hàm, học vị'),
            cell('Chức vụ, nơi công tác'),
            cell(`Chức danh trong ${bodyOf(session)}`),
          ],
        ],
        rows: seats.map((member, index) => [
          cell(String(index + 1)),
          cell(fullName(member)),
          cell(workplace(member)),
          cell(officeName(session, member.office)),
        ]),
      },
      {
        kind: 'paragraph',
        runs: plain(
          `Danh sách gồm ${countWithWords(seats.length)} thành viên.${clerk ? ` Thư ký hành chính: ${[fullName(clerk), workplace(clerk)].filter((part) => part !== '').join(', ')}.` : ''}`,
        ),
      },
    ],
  );
}
