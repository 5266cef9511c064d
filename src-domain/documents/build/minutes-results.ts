import { isSecret } from '#domain/session/secret-ballot.ts';
import { dossiersOf, type Dossier, type Session } from '#domain/session/state.ts';
import { formatRounded } from '#domain/text/decimals.ts';
import { twoDigits } from '#domain/text/number-words.ts';
import { paragraph, plain, type Block, type Cell } from '../model.ts';
import { bodyOf } from './body-words.ts';
import { cell, orDots, rulesOf } from './council.ts';
import { resultOf, type PaperInput } from './input.ts';
import { agreeing, isRanked, rankCell, tallyHead, verdictWords } from './score-sheet.ts';

/** The mean, the rank and the recommendation of each dossier, in one table. */
export function results(input: PaperInput): Block[] {
  const { session } = input;
  const ranked = isRanked(input);
  const rows = dossiersOf(session).map((dossier, index): Cell[] => {
    const result = resultOf(input, dossier.id);
    return [
      cell(String(index + 1)),
      cell(orDots(dossier.title)),
      result?.mean
        ? { runs: plain(formatRounded(result.mean.rounded)), number: result.mean.rounded }
        : cell(result ? agreeing(result) : ''),
      ...(ranked ? [result ? rankCell(result) : cell('–')] : []),
      cell(result ? verdictWords(session, result) : ''),
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
        ...(ranked ? [{ share: 12, align: 'center' } as const] : []),
        { share: ranked ? 26 : 38 },
      ],
      head: [
        [
          cell('TT'),
          cell('Tên nhiệm vụ'),
          cell(tallyHead(input)),
          ...(ranked ? [cell('Xếp hạng')] : []),
          cell('Kết quả'),
        ],
      ],
      rows,
      smaller: 1,
    },
    paragraph(
      isSecret(session)
        ? `${bodyOf(session)} bỏ phiếu kín. Kết quả từng phiếu (đánh số, không ghi tên) và các bước tính kết luận nêu tại Bảng tổng hợp và Phụ lục kèm theo biên bản này.`
        : `${points ? 'Điểm' : 'Ý kiến đánh giá'} của từng thành viên và các bước tính kết luận nêu tại Bảng tổng hợp và Phụ lục kèm theo biên bản này.`,
    ),
  ];
}

/** What was voted on after the ballots. */
export function followUps(session: Session): Block[] {
  return dossiersOf(session).flatMap((dossier): Block[] => {
    const list = followUpList(session, dossier);
    return list === null ? [] : [{ kind: 'heading', level: 3, number: null, text: orDots(dossier.title) }, list];
  });
}

/** What was voted on about one dossier after the ballots, with the votes; null where nothing was. */
export function followUpList(session: Session, dossier: Dossier): Block | null {
  const rules = rulesOf(session)?.conclusion;
  const topics = rules?.method === 'vote' ? rules.followUps : [];
  const votes = Object.entries(session.followUpVotes[dossier.id] ?? {});
  if (votes.length === 0) return null;
  return {
    kind: 'list',
    marker: 'dash',
    items: votes.map(([topic, vote]) => {
      const name = topics.find(({ id }) => id === topic)?.text ?? topic;
      const text = vote.text.trim() === '' ? '' : ` ${vote.text.trim()}`;
      return plain(`${name}:${text} (đồng ý ${twoDigits(vote.agree)}, không đồng ý ${twoDigits(vote.disagree)})`);
    }),
  };
}
