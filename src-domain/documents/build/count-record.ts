import { isBoxShut, isSecret, voterName } from '#domain/session/secret-ballot.ts';
import { dossiersOf, seatsOf, type Count, type Session } from '#domain/session/state.ts';
import { formatRounded } from '#domain/text/decimals.ts';
import { numberInWords, twoDigits } from '#domain/text/number-words.ts';
import { plain, type Block, type Cell, type Paper, type Signature } from '../model.ts';
import { bodyOf, presidingName } from './body-words.ts';
import {
  cell,
  councilLetterhead,
  councilName,
  datedPlace,
  decisionPhrase,
  dotted,
  fullName,
  hint,
  lowerFirst,
  meetingForms,
  meetingTime,
  nameOrNull,
  orDots,
  outputOf,
  paper,
  rulesOf,
} from './council.ts';
import { resultOf, type PaperInput } from './input.ts';
import { verdictWords } from './score-sheet.ts';

/** The four counts of a dossier: as closed by the committee, else as they stand now. */
export function countOf(input: PaperInput, dossierId: string): Count | null {
  const closed = input.session.counting.closed?.counts[dossierId];
  if (closed) return closed;
  // What lies in a shut box is not counted yet.
  if (isBoxShut(input.session)) return null;
  const now = resultOf(input, dossierId)?.denominators;
  return now ? { issued: now.issued, returned: now.returned, valid: now.valid, invalid: now.invalid } : null;
}

/**
 * Biên bản kiểm phiếu: issued, returned, valid and invalid of each dossier, results over both denominators (members present and
 * all members), signatures of the ban kiểm phiếu.
 */
export function buildCountRecord(input: PaperInput): Paper {
  const { session } = input;
  const output = outputOf(session, 'countRecord');
  const committee = session.counting.committee.flatMap((id) => session.members[id] ?? []);
  const presence = input.conclusion?.quorum;
  const dossiers = dossiersOf(session);
  return paper(
    session,
    {
      id: 'bien-ban-kiem-phieu',
      kind: 'countRecord',
      title: 'Biên bản kiểm phiếu',
      formLines: output.lines,
      draft: session.counting.closed === null,
    },
    [
      councilLetterhead(session, null, datedPlace(session)),
      {
        kind: 'title',
        name: (output.title ?? 'Biên bản kiểm phiếu').toLocaleUpperCase('vi'),
        about: councilName(session),
      },
      {
        kind: 'definitions',
        items: [
          { label: `1. Quyết định thành lập ${bodyOf(session)}`, value: plain(decisionPhrase(session)) },
          { label: '2. Thời gian họp', value: plain(meetingTime(session)) },
          {
            label: '3. Địa điểm',
            value:
              session.meeting.place.trim() === ''
                ? null
                : plain(
                    `${session.meeting.place.trim()} (${meetingForms[session.meeting.form].toLocaleLowerCase('vi')})`,
                  ),
          },
          {
            label: `4. Số thành viên có mặt trên tổng số thành viên ${bodyOf(session)}`,
            value: plain(
              presence ? `${twoDigits(presence.present)}/${twoDigits(presence.total)}` : `${dotted}/${dotted}`,
            ),
          },
        ],
      },
      { kind: 'paragraph', runs: plain('5. Ban kiểm phiếu gồm:') },
      ...(committee.length === 0
        ? [{ kind: 'fillLines', count: 3 } as const]
        : [
            {
              kind: 'list',
              marker: 'dash',
              items: committee.map((member, index) =>
                plain(`${index === 0 ? 'Trưởng ban' : 'Ủy viên'}: ${fullName(member)}`),
              ),
            } as const,
          ]),
      { kind: 'heading', level: 2, number: '6.', text: 'Kết quả kiểm phiếu' },
      countTable(
        input,
        dossiers.map((dossier) => dossier.id),
      ),
      ...lateReturns(session),
      ...invalidReasons(input),
      ...resultParts(input),
      { kind: 'paragraph', runs: plain(closing(session, dossiers.length)) },
      { kind: 'signatures', placeDate: null, recipients: [], columns: committeeSignatures(session) },
    ],
  );
}

export function countTable(input: PaperInput, dossierIds: readonly string[]): Block {
  const { session } = input;
  const figure = (value: number | undefined): Cell =>
    value === undefined ? cell(dotted) : { runs: plain(twoDigits(value)), number: String(value) };
  return {
    kind: 'table',
    name: 'Kiểm phiếu',
    columns: [
      { share: 6, align: 'center' },
      { share: 44 },
      { share: 12, align: 'center' },
      { share: 12, align: 'center' },
      { share: 12, align: 'center' },
      { share: 14, align: 'center' },
    ],
    head: [
      [
        cell('TT'),
        cell('Tên nhiệm vụ'),
        cell('Số phiếu phát ra'),
        cell('Số phiếu thu về'),
        cell('Số phiếu hợp lệ'),
        cell('Số phiếu không hợp lệ'),
      ],
    ],
    rows: dossierIds.map((id, index) => {
      const count = countOf(input, id);
      return [
        cell(String(index + 1)),
        cell(orDots(session.dossiers[id]?.title)),
        figure(count?.issued),
        figure(count?.returned),
        figure(count?.valid),
        figure(count?.invalid),
      ];
    }),
  };
}

/** What whoever presides decided about returns that came after the deadline: such a ballot counts or not by that decision. */
function lateReturns(session: Session): Block[] {
  const items = seatsOf(session).flatMap(({ id, name }) => {
    const ruling = session.lateRulings[id];
    if (ruling === undefined) return [];
    const reason = ruling.reason.trim().replace(/\.$/u, '');
    return [
      plain(`${orDots(name)}: ${ruling.valid ? 'được nhận' : 'không được nhận'}${reason === '' ? '' : ` (${reason})`}`),
    ];
  });
  if (items.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      runs: plain(`Phiếu gửi lại sau thời hạn, theo ý kiến của ${presidingName(session, 'chair')}:`),
    },
    { kind: 'list', marker: 'dash', items },
  ];
}

/** Why ballots were found invalid, member by member or, in a secret vote, number by number. */
function invalidReasons(input: PaperInput): Block[] {
  const reasons = (input.conclusion?.dossiers ?? []).flatMap((dossier) =>
    dossier.ballots.flatMap((ballot) =>
      ballot.standing === 'invalid' && ballot.reason
        ? [plain(`${orDots(voterName(input.session, ballot.member))}, “${dossier.title}”: ${ballot.reason.vi}`)]
        : [],
    ),
  );
  if (reasons.length === 0) return [];
  return [
    { kind: 'paragraph', runs: plain('Phiếu không hợp lệ và lý do:') },
    { kind: 'list', marker: 'dash', items: reasons },
  ];
}

/** Results of each dossier over both denominators. */
function resultParts(input: PaperInput): Block[] {
  const { session, conclusion } = input;
  if (!conclusion || conclusion.dossiers.length === 0) return [];
  const words: Readonly<Record<string, string>> = {
    for: 'đề nghị thực hiện',
    against: 'đề nghị không thực hiện',
    forWithChanges: 'đề nghị thực hiện với các điều chỉnh',
    excellent: 'xuất sắc',
    pass: 'đạt',
    fail: 'không đạt',
  };
  const itemWords: Readonly<Record<string, string>> = { for: 'đạt yêu cầu', against: 'không đạt yêu cầu' };
  const rules = rulesOf(session)?.conclusion;
  const byItems = rules?.method === 'vote' && rules.from === 'items';
  return [
    { kind: 'heading', level: 2, number: '7.', text: 'Kết quả đánh giá' },
    {
      kind: 'list',
      marker: 'letter',
      items: dossiersOf(session).flatMap((dossier) => {
        const result = resultOf(input, dossier.id);
        if (!result) return [];
        const { present, total } = result.denominators;
        const parts: string[] = [];
        if (result.mean)
          parts.push(
            `điểm trung bình ${formatRounded(result.mean.rounded)} (${numberInWords(result.mean.rounded)}) trên ${twoDigits(result.mean.count)} phiếu có cho điểm`,
          );
        for (const [judgement, votes] of Object.entries(result.votes)) {
          // Forms of items know no "with changes".
          if (byItems && judgement === 'forWithChanges' && votes === 0) continue;
          const word =
            (byItems ? itemWords[judgement] : undefined) ?? words[judgement] ?? gradeLabel(result, judgement);
          parts.push(
            `số phiếu ${word}: ${twoDigits(votes)}/${twoDigits(present)} thành viên có mặt được đánh giá, ${twoDigits(votes)}/${twoDigits(total)} tổng số thành viên ${bodyOf(session)}`,
          );
        }
        if (parts.length === 0) parts.push('chưa có phiếu được tính');
        const share = `${twoDigits(result.denominators.valid)} phiếu hợp lệ trên ${twoDigits(present)} thành viên có mặt được đánh giá và trên ${twoDigits(total)} thành viên ${bodyOf(session)}`;
        return [
          plain(
            `${orDots(dossier.title)}: ${parts.join('; ')}; ${share}; ${lowerFirst(verdictWords(session, result))}.`,
          ),
        ];
      }),
    },
  ];
}

function gradeLabel(
  result: { ballots: readonly { judgement: string | null; judgementLabel: { vi: string } | null }[] },
  judgement: string,
): string {
  return result.ballots.find((ballot) => ballot.judgement === judgement)?.judgementLabel?.vi ?? judgement;
}

function closing(session: Session, dossiers: number): string {
  const reopened = session.counting.reopened.length;
  const again =
    reopened > 0
      ? ` Việc kiểm phiếu đã được mở lại ${twoDigits(reopened)} lần, có ghi lý do trong hồ sơ phiên họp.`
      : '';
  const secret = isSecret(session)
    ? ` ${bodyOf(session)} bỏ phiếu kín: phiếu không ghi tên, được xáo ngẫu nhiên riêng từng hồ sơ rồi mới đánh số.`
    : '';
  const voided = session.secretBallot.votedAgain.length;
  const votedAgain =
    voided > 0
      ? ` Kết quả mở phiếu đã bị hủy ${twoDigits(voided)} lần để bỏ phiếu lại, có ghi lý do trong hồ sơ phiên họp.`
      : '';
  return `Ban kiểm phiếu đã kiểm phiếu đánh giá của ${twoDigits(dossiers)} hồ sơ và lập biên bản này để báo cáo ${bodyOf(session)}.${secret}${votedAgain}${again}`;
}

function committeeSignatures(session: Session): Signature[] {
  const committee = session.counting.committee.flatMap((id) => session.members[id] ?? []);
  const columns = committee.map((member, index): Signature => ({
    title: [index === 0 ? 'TRƯỞNG BAN' : 'ỦY VIÊN'],
    hint,
    name: nameOrNull(member),
    field: null,
  }));
  // The head signs at the right, as on all papers.
  return columns.length === 0
    ? [{ title: ['TM. BAN KIỂM PHIẾU', 'TRƯỞNG BAN'], hint, name: null, field: null }]
    : [...columns.slice(1), ...columns.slice(0, 1)];
}

export const reconciled = (count: Count): boolean =>
  count.valid + count.invalid === count.returned && count.returned <= count.issued;
