import { isSecret } from '#domain/session/secret-ballot.ts';
import { dossiersOf, seatsOf, type Session } from '#domain/session/state.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import { countWithWords } from '#domain/text/number-words.ts';
import { paragraph, plain, type Block } from '../model.ts';
import { bodyOf, presidingName } from './body-words.ts';
import {
  decisionPhrase,
  dossierNoun,
  fullName,
  holderOf,
  linesOf,
  minutesKeeper,
  orDots,
  presiding,
  rulesOf,
} from './council.ts';
import { countTable } from './count-record.ts';
import type { PaperInput } from './input.ts';
import { paragraphs } from './ballot.ts';
import { discussion } from './minutes-discussion.ts';
import { followUps, results } from './minutes-results.ts';

/** One step of the meeting as the minutes report it. */
export type Part =
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

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What the minutes say of one step; null where there is nothing to say. */
export function workPart(input: PaperInput, part: Part): Section | null {
  const { session } = input;
  switch (part) {
    case 'decision': {
      const reader = holderOf(session, 'administrativeSecretary') ?? minutesKeeper(session);
      return {
        title: `Công bố quyết định thành lập ${bodyOf(session)}`,
        blocks: [
          paragraph(
            `${reader ? orDots(reader.name) : 'Thư ký'} đọc ${decisionPhrase(session)} về việc thành lập ${bodyOf(session)} và giới thiệu thành phần tham dự.`,
          ),
        ],
      };
    }
    case 'opening': {
      const chair = presiding(session);
      const authorised =
        chair?.office === 'viceChair' && session.viceChairAuthorised
          ? ` (theo ủy quyền bằng văn bản của ${presidingName(session, 'chair')})`
          : '';
      return {
        title: 'Chủ trì phiên họp',
        blocks: [
          paragraph(
            `${chair ? `${fullName(chair)}, ${presidingName(session, chair.office === 'viceChair' ? 'viceChair' : 'chair')},` : `${dottedName}, ${presidingName(session, 'chair')},`} chủ trì phiên họp${authorised}.`,
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
            blocks: [paragraph(`${bodyOf(session)} thống nhất cử ${fullName(keeper)} làm thư ký khoa học.`)],
          }
        : null;
    }
    case 'method': {
      const threshold = rulesOf(session)?.conclusion;
      const text =
        threshold?.method === 'points'
          ? `${bodyOf(session)} thống nhất làm việc theo phương thức chấm điểm trên phiếu đánh giá, thang điểm ${formatDecimal(threshold.outOf.points)}.`
          : `${bodyOf(session)} thống nhất phương thức làm việc và đánh giá bằng phiếu.`;
      return { title: 'Thống nhất phương thức làm việc', blocks: [paragraph(text)] };
    }
    case 'committee': {
      const committee = session.counting.committee.flatMap((id) => session.members[id] ?? []);
      if (committee.length === 0) return null;
      return {
        title: 'Bầu ban kiểm phiếu',
        blocks: [
          paragraph(`${bodyOf(session)} bầu Ban kiểm phiếu gồm ${countWithWords(committee.length)} người:`),
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
            `Thư ký đọc ý kiến bằng văn bản của thành viên vắng mặt để ${bodyOf(session)} tham khảo; ý kiến này không được tính vào kết quả.`,
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
            `Các thành viên ${bodyOf(session)} đánh giá độc lập trên phiếu${isSecret(session) ? ' và bỏ phiếu kín' : ''}. ${committee ? 'Ban kiểm phiếu' : 'Thư ký'} tổng hợp phiếu và báo cáo kết quả như sau:`,
          ),
          countTable(input, session.dossierOrder),
        ],
      };
    }
    case 'results':
      return input.conclusion ? { title: 'Kết quả đánh giá', blocks: results(input) } : null;
    case 'followUps': {
      const votes = followUps(session);
      return votes.length === 0 ? null : { title: `Các nội dung ${bodyOf(session)} biểu quyết`, blocks: votes };
    }
  }
}

const dottedName = '…………………………';

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
