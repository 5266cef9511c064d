import { dossiersOf, seatsOf, type Session } from '#domain/session/state.ts';
import { paragraph, type Block } from '../model.ts';
import { bodyOf } from './body-words.ts';
import { orDots } from './council.ts';
import { paragraphs } from './ballot.ts';

const speechLabels = {
  question: 'hỏi',
  answer: 'trả lời',
  opinion: 'ý kiến',
  dissent: 'bảo lưu ý kiến',
  other: 'phát biểu',
} as const;

/** Who spoke: a member by name, anybody else as typed. */
export function speaker(session: Session, memberId: string | null, typed: string): string {
  return memberId === null ? orDots(typed) : orDots(session.members[memberId]?.name);
}

/** What was said of one dossier, or of none; dissents stand elsewhere. */
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

/** What was said of each dossier, lettered, and of the meeting as a whole. */
export function discussion(session: Session): Block[] {
  const dossiers = dossiersOf(session);
  const reviewers = seatsOf(session).filter(
    (member) => member.office === 'reviewer' && session.attendance[member.id]?.status !== 'absent',
  );
  const blocks: Block[] = [];
  if (reviewers.length > 0) {
    blocks.push(
      paragraph(
        `Các ủy viên phản biện (${reviewers.map((member) => member.name).join(', ')}) trình bày nhận xét; ${bodyOf(session)} thảo luận.`,
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
