import type { Ballot } from '#domain/forms/ballot.ts';
import { criteriaOf } from '#domain/forms/points.ts';
import { dossiersOf, type Dossier, type Member, type Session, type Statement } from '#domain/session/state.ts';
import { longDate } from '#domain/text/date-words.ts';
import { plain, type Block, type Paper, type Signature } from '../model.ts';
import { paragraphs } from './ballot.ts';
import { mergeNote } from './merge-note.ts';
import { bodyOf, officeName, symbolOf } from './body-words.ts';
import {
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
          {
            label: `2. Chức danh trong ${bodyOf(session)}`,
            value: member ? plain(officeName(session, member.office)) : null,
          },
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
      title: `Kiến nghị của ${bodyOf(session)}`,
      formLines: output.lines,
      draft: isDraft(session),
    },
    [
      councilLetterhead(session, numberLine('', symbolOf(session, 'KN')), datedPlace(session)),
      {
        kind: 'title',
        name: (output.title ?? `Kiến nghị của ${bodyOf(session)}`).toLocaleUpperCase('vi'),
        about: councilName(session),
      },
      {
        kind: 'legalBases',
        items: [
          `Căn cứ ${decisionPhrase(session)} về việc thành lập ${bodyOf(session)}`,
          `Căn cứ Biên bản họp ${bodyOf(session)} ${numberLine(minutes.number, symbolOf(session, 'BB')).replace('Số: ', 'số ')} ${day ? longDate(day) : 'ngày …… tháng …… năm 20……'}`,
        ],
      },
      {
        kind: 'paragraph',
        runs: plain(`${bodyOf(session)} kiến nghị ${orDots(council.decision.issuer)} xem xét các nội dung sau:`),
      },
      ...recommendations(input, true),
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
        runs: plain(
          `${bodyOf(session)} kính đề nghị ${orDots(council.decision.issuer)} xem xét, quyết định theo thẩm quyền.`,
        ),
      },
      {
        kind: 'signatures',
        placeDate: null,
        recipients: [orDots(council.decision.issuer), `Thành viên ${bodyOf(session)}`, `Lưu: hồ sơ ${bodyOf(session)}`],
        columns: [onBehalf(session, chairSignature(session, true))],
      },
    ],
  );
}

const onBehalf = (session: Session, signature: Signature): Signature => ({
  ...signature,
  title: [
    `TM. ${bodyOf(session).toLocaleUpperCase('vi')}`,
    ...signature.title.map((line) => line.replace(/ (?:HỘI ĐỒNG|KIỂM TRA)$/u, '')),
  ],
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
          {
            label: `2. Chức danh trong ${bodyOf(session)}`,
            value: member ? plain(officeName(session, member.office)) : null,
          },
          {
            label: '3. Về nội dung',
            value: plain(dossier ? orDots(dossier.title) : `Kết luận chung của ${bodyOf(session)}`),
          },
        ],
      },
      { kind: 'heading', level: 2, number: '4.', text: 'Ý kiến bảo lưu và lý do' },
      ...(statement.text.trim() === '' ? [{ kind: 'fillLines', count: 8 } as const] : paragraphs('', statement.text)),
      {
        kind: 'paragraph',
        runs: plain(
          `Tôi chịu trách nhiệm cá nhân về ý kiến của mình và đề nghị ghi ý kiến này vào biên bản họp ${bodyOf(session)}.`,
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
