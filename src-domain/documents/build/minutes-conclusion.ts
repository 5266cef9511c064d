import { dossiersOf, type Dossier } from '#domain/session/state.ts';
import { formatRounded } from '#domain/text/decimals.ts';
import { numberInWords, roman } from '#domain/text/number-words.ts';
import { paragraph, bold, plain, type Block } from '../model.ts';
import { bodyOf } from './body-words.ts';
import { linesOf, orDots } from './council.ts';
import { resultOf, type PaperInput } from './input.ts';
import { paragraphs } from './ballot.ts';
import { followUpList } from './minutes-results.ts';
import { speaker } from './minutes-discussion.ts';

/** III: what the council recommends, and who keeps another opinion. */
export function conclusionPart(input: PaperInput): Block[] {
  const { session } = input;
  const { minutes, council } = session;
  const dossiers = dossiersOf(session);
  const blocks: Block[] = [
    {
      kind: 'heading',
      level: 1,
      number: 'III.',
      text: `KẾT LUẬN VÀ KIẾN NGHỊ CỦA ${bodyOf(session).toLocaleUpperCase('vi')}`,
    },
  ];
  blocks.push(...recommendations(input, false));
  if (minutes.generalRecommendation.trim() !== '') {
    blocks.push(
      { kind: 'heading', level: 2, number: `${dossiers.length + 1}.`, text: 'Kiến nghị chung' },
      ...linesOf(minutes.generalRecommendation).map(paragraph),
    );
  }
  blocks.push(
    paragraph(`${bodyOf(session)} kiến nghị ${orDots(council.decision.issuer)} xem xét, quyết định theo thẩm quyền.`),
  );
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

/**
 * The recommendation for each dossier: the computed one in words, then the council's own, then what was voted on beside where the page
 * does not say it elsewhere.
 */
export function recommendations(input: PaperInput, withVotes: boolean): Block[] {
  const { session } = input;
  return dossiersOf(session).flatMap((dossier: Dossier, index): Block[] => {
    const result = resultOf(input, dossier.id);
    const own = linesOf(session.minutes.recommendations[dossier.id] ?? '');
    const votes = followUpList(session, dossier);
    // A recommendation with changes that names none says nothing: there is room to write them.
    const unnamed = result?.verdict === 'recommendedWithChanges' && own.length === 0 && votes === null;
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
      ...(unnamed ? [paragraph('Các điều chỉnh gồm:'), { kind: 'fillLines', count: 2 } as const] : []),
      ...(withVotes && votes !== null ? [votes] : []),
      ...(result || own.length > 0 ? [] : [{ kind: 'fillLines', count: 2 } as const]),
    ];
  });
}
