import type { CriterionResult, DossierResult } from '#domain/conclusion/step.ts';
import type { CouncilKind } from '#domain/regulation/pack.ts';
import { isSecret, voterName } from '#domain/session/secret-ballot.ts';
import { dossiersOf, seatsOf, type Dossier, type Session } from '#domain/session/state.ts';
import { formatDecimal, formatRounded } from '#domain/text/decimals.ts';
import { capitalised, numberInWords, twoDigits } from '#domain/text/number-words.ts';
import { italic, plain, type Block, type Cell, type Column, type Paper, type TableBlock } from '../model.ts';
import { bodyOf } from './body-words.ts';
import {
  boldCell,
  cell,
  chairSignature,
  councilLetterhead,
  councilName,
  datedPlace,
  decisionPhrase,
  formOf,
  orDots,
  outputOf,
  paper,
  rulesOf,
  secretarySignature,
} from './council.ts';
import { resultOf, type PaperInput } from './input.ts';
import { isMergedBallot } from './merge-note.ts';

const standings = {
  judged: '',
  abstained: 'Phiếu trắng',
  invalid: 'Không hợp lệ',
  missing: 'Không nộp phiếu',
  absent: 'Vắng mặt',
  recused: 'Không đánh giá (xung đột lợi ích)',
} as const;

/** Bảng tổng hợp: member by criterion with totals and means for each dossier, then all dossiers with their places. */
export function buildScoreSheet(input: PaperInput): Paper {
  const { session } = input;
  const output = outputOf(session, 'scoreSheet');
  const dossiers = dossiersOf(session);
  const results = dossiers.flatMap((dossier) => {
    const result = resultOf(input, dossier.id);
    return result ? [{ dossier, result }] : [];
  });
  // More than six columns of figures do not stand upright beside a name and stay legible.
  const wide = results.some(({ result }) => scoredCriteria(result).length + 2 > 7);
  return paper(
    session,
    {
      id: 'bang-tong-hop',
      kind: 'scoreSheet',
      title: 'Bảng tổng hợp kết quả đánh giá',
      formLines: output.lines,
      orientation: wide ? 'landscape' : 'portrait',
      draft: session.counting.closed === null,
    },
    [
      councilLetterhead(session, null, datedPlace(session)),
      {
        kind: 'title',
        name: (output.title ?? 'Bảng tổng hợp kết quả đánh giá').toLocaleUpperCase('vi'),
        about: councilName(session),
      },
      { kind: 'paragraph', align: 'center', runs: italic(`(Thành lập theo ${decisionPhrase(session)})`) },
      ...results.flatMap(({ dossier, result }, index) => dossierPart(session, dossier, result, index)),
      ...(results.length > 1 ? ranking(input, results) : []),
      { kind: 'paragraph', runs: plain(closing(input, results.length)) },
      {
        kind: 'signatures',
        placeDate: null,
        recipients: [],
        columns: [secretarySignature(session, true), chairSignature(session, true)],
      },
    ],
  );
}

const scoredCriteria = (result: DossierResult): readonly CriterionResult[] =>
  result.criteria.filter((criterion) => criterion.max !== null);

function dossierPart(session: Session, dossier: Dossier, result: DossierResult, index: number): Block[] {
  return [
    { kind: 'heading', level: 1, number: `${index + 1}.`, text: orDots(dossier.title) },
    {
      kind: 'definitions',
      items: [{ label: 'Tổ chức chủ trì', value: plain(orDots(dossier.hostOrganisation)) }],
    },
    ...criteriaKey(result),
    memberTable(session, dossier, result),
    ...mergedNote(session, dossier, result),
  ];
}

/** So many criteria stand over their columns by number; what the numbers mean is written above the table. */
const areNumbered = (criteria: readonly CriterionResult[]): boolean => criteria.length > 8;

function criteriaKey(result: DossierResult): Block[] {
  const criteria = scoredCriteria(result);
  if (!areNumbered(criteria)) return [];
  const names = criteria.map(({ label }, index) => `TC ${index + 1}: ${label.vi}`);
  return [{ kind: 'paragraph', runs: plain(`Tiêu chí (TC): ${names.join('; ')}.`) }];
}

/** Sign after the name of a member whose ballot was merged from two returns. */
const mergedSign = '(*)';

/** The members in this table whose ballot was put together out of returns that had diverged. */
const mergedVoters = (session: Session, dossier: Dossier, result: DossierResult): readonly string[] =>
  result.ballots.flatMap(({ member, standing }) =>
    standing !== 'absent' && standing !== 'recused' && isMergedBallot(session, member, dossier.id) ? [member] : [],
  );

function mergedNote(session: Session, dossier: Dossier, result: DossierResult): Block[] {
  if (mergedVoters(session, dossier, result).length === 0) return [];
  return [
    {
      kind: 'paragraph',
      runs: italic(
        `${mergedSign} Phiếu do thư ký gộp từ các bản gửi lại khác nhau của cùng thành viên; thành viên đã xác nhận bản gộp. Mã từng bản và lý do gộp nêu tại Phụ lục.`,
      ),
    },
  ];
}

/**
 * Members in the order of the council, one row each, whatever became of their ballot. In a secret vote the members who voted have none: the
 * ballots have, under their numbers.
 */
export function memberTable(session: Session, dossier: Dossier, result: DossierResult): TableBlock {
  const criteria = scoredCriteria(result);
  const points = criteria.length > 0;
  const form = formOf(session, dossier);
  const numbered = areNumbered(criteria);
  const label = (criterion: CriterionResult, index: number) => (numbered ? `TC ${index + 1}` : criterion.label.vi);
  const columns: Column[] = [
    { share: 5, align: 'center' },
    { share: numbered ? 26 : 28 },
    ...criteria.map((): Column => ({ share: numbered ? 7 : 16, align: 'center' })),
    ...(points ? [{ share: 12, align: 'center' } as const] : [{ share: 42, align: 'center' } as const, { share: 16 }]),
  ];
  const head: Cell[][] = [
    [
      cell('TT'),
      cell(isSecret(session) ? 'Phiếu (bỏ phiếu kín)' : `Thành viên ${bodyOf(session)}`),
      ...criteria.map((criterion, index) =>
        cell(`${label(criterion, index)}${criterion.max === null ? '' : `\n(tối đa ${formatDecimal(criterion.max)})`}`),
      ),
      cell(points ? 'Tổng điểm' : 'Ý kiến'),
      ...(points ? [] : [cell('Ghi chú')]),
    ],
  ];
  const merged = mergedVoters(session, dossier, result);
  const voters = isSecret(session) ? result.ballots.map(({ member }) => member) : seatsOf(session).map(({ id }) => id);
  const rows = voters.map((id, index): Cell[] => {
    const ballot = result.ballots.find((candidate) => candidate.member === id);
    const note = ballot ? standings[ballot.standing] : standings.missing;
    const name = voterName(session, id);
    const start = [cell(String(index + 1)), cell(merged.includes(id) ? `${name} ${mergedSign}` : name)];
    if (!points) {
      return [...start, cell(opinionWords(ballot?.judgementLabel?.vi ?? '')), cell(note)];
    }
    if (ballot?.standing !== 'judged')
      return [...start, { ...cell(note), colSpan: criteria.length + 1, align: 'center' }];
    return [
      ...start,
      ...criteria.map((criterion): Cell => {
        const given = ballot.points[criterion.key];
        return given === undefined ? cell('–') : { runs: plain(formatDecimal(given)), number: given };
      }),
      ballot.total === null ? cell('') : boldCell(formatDecimal(ballot.total), { number: ballot.total }),
    ];
  });
  if (points) {
    rows.push([
      boldCell('Điểm trung bình', { colSpan: 2, align: 'center' }),
      ...criteria.map((criterion): Cell =>
        criterion.mean === null
          ? cell('')
          : boldCell(formatRounded(criterion.mean.rounded), { number: criterion.mean.rounded }),
      ),
      result.mean === null ? cell('') : boldCell(formatRounded(result.mean.rounded), { number: result.mean.rounded }),
    ]);
  }
  return {
    kind: 'table',
    name: form?.code ? `Điểm ${form.code}` : 'Điểm',
    columns,
    head,
    rows,
    smaller: numbered ? 2 : 1,
  };
}

/** An opinion as a ballot names it, without its pointer to what stands below it on the ballot. */
const opinionWords = (label: string): string => label.replace(/ nêu dưới đây$/u, '');

function ranking(input: PaperInput, results: readonly { dossier: Dossier; result: DossierResult }[]): Block[] {
  const order = [...results].sort(
    (a, b) =>
      (a.result.rank ?? Number.MAX_SAFE_INTEGER) - (b.result.rank ?? Number.MAX_SAFE_INTEGER) ||
      Number(b.result.mean?.rounded ?? 0) - Number(a.result.mean?.rounded ?? 0),
  );
  const ranked = isRanked(input);
  return [
    { kind: 'heading', level: 1, number: null, text: ranked ? 'Tổng hợp và xếp hạng' : 'Tổng hợp' },
    {
      kind: 'table',
      name: ranked ? 'Xếp hạng' : 'Tổng hợp',
      columns: [
        { share: 6, align: 'center' },
        { share: 40 },
        { share: 26 },
        { share: 14, align: 'center' },
        ...(ranked ? [{ share: 12, align: 'center' } as const] : []),
        { share: ranked ? 22 : 34 },
      ],
      head: [
        [
          cell('TT'),
          cell('Tên nhiệm vụ'),
          cell('Tổ chức chủ trì'),
          cell(tallyHead(input)),
          ...(ranked ? [cell('Xếp hạng')] : []),
          cell('Kiến nghị'),
        ],
      ],
      rows: order.map(({ dossier, result }, index) => [
        cell(String(index + 1)),
        cell(orDots(dossier.title)),
        cell(orDots(dossier.hostOrganisation)),
        result.mean === null
          ? cell(agreeing(result))
          : { runs: plain(formatRounded(result.mean.rounded)), number: result.mean.rounded },
        ...(ranked ? [rankCell(result)] : []),
        cell(verdictWords(input.session, result)),
      ]),
      smaller: 1,
    },
    ...(input.conclusion?.openTies.map((tie): Block => ({
      kind: 'paragraph',
      runs: plain(
        `Các hồ sơ xếp cùng thứ hạng, chưa phân định: ${tie.dossiers.map((id) => titleOf(input, id)).join('; ')}.`,
      ),
    })) ?? []),
  ];
}

/** Does this council put its dossiers in an order? */
export const isRanked = ({ conclusion }: PaperInput): boolean =>
  conclusion?.dossiers.some(({ rank }) => rank !== null) ?? false;

export const rankCell = ({ rank }: DossierResult): Cell =>
  rank === null ? cell('–') : { runs: plain(String(rank)), number: String(rank) };

const titleOf = (input: PaperInput, id: string): string => orDots(input.session.dossiers[id]?.title);

/** What stands over the figure of each dossier: its mean, or the ballots in favour in the words of the form. */
export function tallyHead({ session, conclusion }: PaperInput): string {
  const rules = rulesOf(session)?.conclusion;
  if (conclusion?.dossiers.some(({ mean }) => mean !== null)) return 'Điểm trung bình';
  if (rules?.method === 'levels') return 'Số phiếu từ mức Đạt trở lên';
  return rules?.method === 'vote' && rules.from === 'items' ? 'Số phiếu đạt yêu cầu' : 'Số phiếu đồng ý';
}

/** "7/8": ballots in favour among the valid ones. */
export function agreeing(result: DossierResult): string {
  const { votes, denominators } = result;
  const inFavour =
    (votes['for'] ?? 0) + (votes['forWithChanges'] ?? 0) + (votes['excellent'] ?? 0) + (votes['pass'] ?? 0);
  return Object.keys(votes).length === 0 ? '' : `${inFavour}/${denominators.valid}`;
}

const favourable: Readonly<Record<CouncilKind, readonly [string, string]>> = {
  identification: ['Đề nghị thực hiện', 'Đề nghị không thực hiện'],
  selection: ['Đề nghị thực hiện', 'Không đề nghị'],
  acceptance: ['Đề nghị đánh giá ở mức Đạt', 'Không đề nghị'],
  appraisal: ['Đề nghị thông qua', 'Không đề nghị thông qua'],
  inspection: ['Đề nghị ghi nhận đạt yêu cầu', 'Đề nghị ghi nhận chưa đạt yêu cầu'],
};

/** The recommendation in a few words: a council recommends, the authority decides. */
export function verdictWords({ council }: Pick<Session, 'council'>, result: DossierResult): string {
  if (result.grade) return `Đề nghị xếp loại ${result.grade.label.vi}`;
  const [recommended, notRecommended] = favourable[council.kind];
  switch (result.verdict) {
    case 'recommended':
      return recommended;
    case 'recommendedWithChanges':
      return 'Đề nghị thực hiện với các điều chỉnh';
    case 'eligible':
      return 'Đạt yêu cầu, không xếp thứ nhất';
    case 'tied':
      return 'Chưa phân định thứ hạng';
    case 'notRecommended':
      return notRecommended;
    case 'undetermined':
      return 'Chưa đủ căn cứ kết luận';
    case 'noQuorum':
      return 'Chưa đủ điều kiện kết luận';
  }
}

function closing(input: PaperInput, count: number): string {
  if (count === 0) return 'Chưa có hồ sơ nào được tổng hợp.';
  const scored = input.conclusion?.dossiers.some(({ mean }) => mean !== null) ?? false;
  const judged = Math.max(0, ...(input.conclusion?.dossiers.map((dossier) => dossier.denominators.valid) ?? [0]));
  return `${capitalised(numberInWords(count))} hồ sơ được tổng hợp từ các phiếu hợp lệ (nhiều nhất ${twoDigits(judged)} phiếu một hồ sơ)${scored ? '; điểm trung bình tính trên số phiếu hợp lệ có cho điểm' : ''}.`;
}
