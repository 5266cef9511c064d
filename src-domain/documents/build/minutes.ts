import type { CouncilKind } from '#domain/regulation/pack.ts';
import type { Session } from '#domain/session/state.ts';
import { longTime, parseTime } from '#domain/text/date-words.ts';
import { twoDigits } from '#domain/text/number-words.ts';
import { italic, plain, type Block, type Paper } from '../model.ts';
import { bodyOf, symbolOf } from './body-words.ts';
import {
  chairSignature,
  councilLetterhead,
  councilName,
  datedPlace,
  isDraft,
  numberLine,
  orDots,
  outputOf,
  paper,
  secretarySignature,
} from './council.ts';
import type { PaperInput } from './input.ts';
import { conclusionPart } from './minutes-conclusion.ts';
import { generalPart } from './minutes-general.ts';
import { workPart, type Part, type Section } from './minutes-work.ts';

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
      title: `Biên bản họp ${bodyOf(session)}`,
      formLines: output.lines,
      draft: isDraft(session),
    },
    [
      councilLetterhead(session, numberLine(minutes.number, symbolOf(session, 'BB')), datedPlace(session)),
      {
        kind: 'title',
        name: (output.title ?? `Biên bản họp ${bodyOf(session)}`).toLocaleUpperCase('vi'),
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
        recipients: [orDots(council.decision.issuer), `Thành viên ${bodyOf(session)}`, `Lưu: hồ sơ ${bodyOf(session)}`],
      },
    ],
  );
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

function closing(session: Session): string {
  const end = parseTime(session.meeting.endsAt);
  return `Phiên họp kết thúc lúc ${end ? longTime(end) : '…… giờ …… phút'} cùng ngày. Biên bản được đọc lại cho các thành viên ${bodyOf(session)} có mặt cùng nghe và nhất trí thông qua.`;
}
