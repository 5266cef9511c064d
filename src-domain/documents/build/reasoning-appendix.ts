import type { Step } from '#domain/conclusion/step.ts';
import { isSecret } from '#domain/session/secret-ballot.ts';
import { currentReturn, seatsOf, type Member, type Session } from '#domain/session/state.ts';
import { bold, italic, plain, type Block, type Cell, type Paper, type Run } from '../model.ts';
import { cell, councilName, dossierPosition, isDraft, outputOf, paper } from './council.ts';
import type { PaperInput } from './input.ts';
import { codeLines, mergeOrigin } from './merge-note.ts';

const outcomeWords = {
  holds: 'Đạt',
  fails: 'Không đạt',
  value: '',
  undetermined: 'Chưa xác định',
  recorded: 'Ghi nhận',
} as const;

/** Phụ lục: each step of the conclusion with its figures and its source, and the codes of the ballots counted. */
export function buildReasoningAppendix(input: PaperInput): Paper {
  const { session, conclusion } = input;
  const output = outputOf(session, 'reasoning');
  const pack = session.pack;
  return paper(
    session,
    {
      id: 'phu-luc-can-cu',
      kind: 'reasoningAppendix',
      title: 'Phụ lục: các bước tính kết luận',
      formLines: output.lines,
      bodySize: 12,
      draft: isDraft(session),
    },
    [
      { kind: 'title', name: 'PHỤ LỤC', about: output.title ?? 'Các bước tính kết luận và mã đối chiếu phiếu' },
      {
        kind: 'paragraph',
        align: 'center',
        indent: false,
        runs: italic(`(Kèm theo Biên bản họp ${councilName(session)})`),
      },
      ...(pack
        ? [
            {
              kind: 'definitions',
              items: [
                {
                  label: 'Bộ quy định áp dụng',
                  value: plain(
                    `${pack.title} (phiên bản ${pack.version}${pack.draft ? ', dự thảo văn bản' : ''}${pack.template ? ', mẫu tham khảo' : ''}${pack.change ? `, bản sửa của đơn vị: ${pack.change.reason}` : ''})`,
                  ),
                },
              ],
            } as const,
          ]
        : []),
      ...(conclusion
        ? [{ kind: 'heading', level: 1, number: 'I.', text: 'CÁC BƯỚC TÍNH' } as const, ...stepBlocks(conclusion.step)]
        : []),
      ...codes(session, conclusion ? 'II.' : 'I.'),
    ],
  );
}

/** The căn cứ of a tree of steps, each once, in the order they come up. */
function basesOf(root: Step): readonly string[] {
  const walk = (step: Step): string[] => [step.basis?.vi ?? '', ...step.children.flatMap(walk)];
  return [...new Set(walk(root))].filter((basis) => basis !== '');
}

const outcomeOf = ({ outcome }: Step): string =>
  outcome.text.vi === '' ? outcomeWords[outcome.kind] : outcome.text.vi;

const figuresOf = (step: Step): string =>
  step.figures.map((figure) => `${figure.label.vi}: ${figure.shown.vi}`).join('; ');

/** What a step says with all its parts, so that one that says the same can point to it. */
const sayings = (step: Step): string =>
  JSON.stringify([step.title.vi, figuresOf(step), outcomeOf(step), step.basis?.vi, step.children.map(sayings)]);

/**
 * One table a branch, one row a step, in reading order. A căn cứ is written once and then named by its number; steps that say what was said
 * before (the same conditions met by the same figures, member after member) point there instead of saying it again.
 */
function stepBlocks(root: Step): Block[] {
  const branches = root.children.length > 0 ? root.children : [root];
  const bases = basesOf(root);
  const said = new Map<string, string>();
  /** The number under which this was said before; else notes it under this one. */
  const before = (key: string, number: string): string | undefined => {
    const earlier = said.get(key);
    if (earlier === undefined) said.set(key, number);
    return earlier;
  };
  const row = (step: Step, number: string, runs: readonly Run[]): Cell[] => [
    cell(number),
    { runs },
    cell(outcomeOf(step)),
    cell(step.basis ? `[${bases.indexOf(step.basis.vi) + 1}]` : ''),
  ];
  const partRows = (step: Step, number: string): Cell[][] =>
    step.children.flatMap((part, index): Cell[][] => {
      const place = `${number}.${index + 1}`;
      const figures = figuresOf(part);
      const earlier = figures === '' && part.children.length === 0 ? undefined : before(sayings(part), place);
      if (earlier !== undefined) return [row(part, place, plain(`${part.title.vi} (như bước ${earlier})`))];
      const text = `${part.title.vi}${figures === '' ? '' : ` (${figures})`}`;
      return [row(part, place, plain(text)), ...partRows(part, place)];
    });
  const stepRows = (step: Step, number: string): Cell[][] => {
    const figures = figuresOf(step);
    const earlier = step.children.length === 0 ? undefined : before(JSON.stringify(step.children.map(sayings)), number);
    const lines = [figures, earlier === undefined ? '' : `Các điều kiện và số liệu như bước ${earlier}`];
    const below = lines.flatMap((line) => (line === '' ? [] : [`\n${line}`])).join('');
    return [
      row(step, number, [...bold(step.title.vi), ...plain(below)]),
      ...(earlier === undefined ? partRows(step, number) : []),
    ];
  };
  return [
    ...(bases.length === 0
      ? []
      : [
          { kind: 'paragraph', runs: plain('Căn cứ của từng bước được ghi bằng số trong ngoặc vuông:') } as const,
          { kind: 'list', marker: 'dash', items: bases.map((basis, at) => plain(`[${at + 1}] ${basis}`)) } as const,
        ]),
    ...branches.flatMap((branch, index): Block[] => {
      const number = String(index + 1);
      // The title of a branch stands in the heading.
      const figures = figuresOf(branch);
      return [
        { kind: 'heading', level: 2, number: `${number}.`, text: branch.title.vi },
        {
          kind: 'table',
          name: `Bước ${number}`,
          columns: [{ share: 11 }, { share: 52 }, { share: 28 }, { share: 9, align: 'center' }],
          head: [[cell('Bước'), cell('Nội dung và số liệu'), cell('Kết quả'), cell('Căn cứ')]],
          rows: [
            row(branch, number, plain(figures === '' ? 'Kết quả chung' : figures)),
            ...branch.children.flatMap((step, at) => stepRows(step, `${number}.${at + 1}`)),
          ],
          smaller: 1,
        },
      ];
    }),
  ];
}

/** Ballots that were put together out of two files: what was signed, what was not, why, and how the member confirmed it. */
function mergedReturns(session: Session): Block[] {
  return seatsOf(session).flatMap((member): Block[] => {
    const held = currentReturn(session, member.id);
    if (!held?.merge?.confirmed) return [];
    const { reason, confirmed } = held.merge;
    return [
      {
        kind: 'paragraph',
        runs: [
          ...bold(`${member.name}: `),
          ...plain(
            `${mergeOrigin(session, member.id, held)} Lý do gộp: ${reason} Thành viên xác nhận: ${confirmed.how}`,
          ),
        ],
      },
    ];
  });
}

function codes(session: Session, number: string): Block[] {
  const rows = seatsOf(session).flatMap((member): { member: Member; origin: string; code: string; when: string }[] => {
    const paperDossiers = Object.keys(
      (isSecret(session) ? session.secretBallot.paperVoters : session.paperBallots)[member.id] ?? {},
    );
    const list: { member: Member; origin: string; code: string; when: string }[] = codeLines(session, member.id).map(
      (line) => ({ member, ...line }),
    );
    if (paperDossiers.length > 0) {
      list.push({
        member,
        origin: `Phiếu giấy: ${paperDossiers.map((id) => `hồ sơ ${dossierPosition(session, id)}`).join(', ')}`,
        code: '–',
        when: '',
      });
    }
    return list;
  });
  return [
    { kind: 'heading', level: 1, number, text: 'MÃ ĐỐI CHIẾU CÁC PHIẾU ĐÃ NHẬN' },
    {
      kind: 'paragraph',
      runs: italic(
        `Mã đối chiếu rút từ dấu vân tay của tệp phiếu, trùng với mã trên giấy biên nhận của thành viên.${isSecret(session) ? ' Bỏ phiếu kín: mã chỉ cho biết tệp đã được nhận, không cho biết phiếu nào là của ai; thứ tự ở đây là thứ tự thành viên, không phải thứ tự đánh số phiếu.' : ''}`,
      ),
    },
    {
      kind: 'table',
      name: 'Mã đối chiếu',
      columns: [
        { share: 6, align: 'center' },
        { share: 34 },
        { share: 29 },
        { share: 26, align: 'center' },
        { share: 27 },
      ],
      head: [[cell('TT'), cell('Thành viên'), cell('Hình thức'), cell('Mã'), cell('Ngày nhận')]],
      rows: rows.map((row, index) => [
        cell(String(index + 1)),
        cell(row.member.name),
        cell(row.origin),
        cell(row.code),
        cell(row.when),
      ]),
      smaller: 1,
    },
    ...mergedReturns(session),
  ];
}
