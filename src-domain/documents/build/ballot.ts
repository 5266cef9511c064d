import { blankBallot, type Answer, type Ballot } from '#domain/forms/ballot.ts';
import type { Criterion, Form, Scale } from '#domain/forms/form.ts';
import {
  checkBallot,
  criteriaOf,
  formTotalMax,
  pointsOf,
  scaleMax,
  type AskedCriterion,
} from '#domain/forms/points.ts';
import { isSecret } from '#domain/session/secret-ballot.ts';
import type { Dossier, Member, Session } from '#domain/session/state.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import { capitalised, numberInWords } from '#domain/text/number-words.ts';
import {
  bold,
  italic,
  plain,
  type Block,
  type Cell,
  type Column,
  type Paper,
  type Run,
  type TableBlock,
} from '../model.ts';
import { bodyOf } from './body-words.ts';
import {
  boldCell,
  cell,
  councilLetterhead,
  datedPlace,
  decisionPhrase,
  dossierPosition,
  formLines,
  formOf,
  fullName,
  nameOrNull,
  orDots,
  paper,
  workplace,
} from './council.ts';
import { mergeNote } from './merge-note.ts';

export interface BallotPaperOptions {
  readonly dossier: Dossier;
  /** Whose ballot it is; null prints one without a name. */
  readonly member: Member | null;
  /** A ballot of a secret vote: what stands in the place of the member, in the page's id and on the page. */
  readonly anonymous?: { readonly id: string; readonly title: string };
  /** What was judged; null prints a form to write on. */
  readonly ballot: Ballot | null;
  /** The form where no pack is at hand, as on a member's computer; else the one of the session's pack. */
  readonly form?: Form;
}

/**
 * Phiếu đánh giá: blank, with the member's name, or filled. A ballot is a form of its regulation and not an administrative
 * paper, so it carries the form's code and neither số nor nơi nhận. Null while no pack is chosen, since the form is the pack's.
 */
export function buildBallot(
  session: Session,
  { dossier, member, ballot, anonymous, ...given }: BallotPaperOptions,
): Paper | null {
  const form = given.form ?? formOf(session, dossier);
  if (!form) return null;
  const secret = isSecret(session);
  // The facts come first, then who judges.
  const place = dossierFacts(session, dossier).length + 2;
  const position = dossierPosition(session, dossier.id);
  const kind = ballot ? 'ballotFilled' : member ? 'ballotNamed' : 'ballotBlank';
  const about = {
    ballotFilled: 'Phiếu đánh giá',
    ballotNamed: 'Phiếu đánh giá ghi sẵn tên',
    ballotBlank: 'Phiếu đánh giá trắng',
  };
  return paper(
    session,
    {
      id: `${kind === 'ballotFilled' ? 'phieu' : kind === 'ballotNamed' ? 'phieu-ten' : 'phieu-trang'}-${dossier.id}${member ? `-${member.id}` : anonymous ? `-${anonymous.id}` : ''}`,
      kind,
      title: `${about[kind]}, hồ sơ ${position}${member ? `, ${member.name}` : anonymous ? `, ${anonymous.title.toLocaleLowerCase('vi')}` : ''}`,
      formLines: formLines(form.code, form.source),
    },
    [
      councilLetterhead(session, null, null),
      { kind: 'title', name: form.title.toLocaleUpperCase('vi'), about: null },
      ...subject(session, dossier, member, anonymous?.title ?? null),
      {
        kind: 'heading',
        level: 2,
        number: `${place}.`,
        text: `Đánh giá của ${judgeName(session)}`,
      },
      ...judgement(form, dossier, ballot, place),
      ...closing(session, form, ballot, place + 1),
      ...(member ? mergeNote(session, member.id, dossier.id, ballot) : []),
      {
        kind: 'signatures',
        placeDate: datedPlace(session),
        recipients: [],
        columns: [
          { title: [], hint: null, name: '', field: null },
          {
            title: [secret ? 'BAN KIỂM PHIẾU' : `${judgeName(session)} đánh giá`.toLocaleUpperCase('vi')],
            hint: secret ? '(Ký xác nhận phiếu; thành viên không ký, không ghi tên)' : '(Ký, ghi rõ họ tên)',
            name: nameOrNull(member ?? undefined),
            field: null,
          },
        ],
      },
    ],
  );
}

function dossierFacts(session: Session, dossier: Dossier): readonly (readonly [string, string])[] {
  const facts: [string, string][] = [['Tên nhiệm vụ', orDots(dossier.title)]];
  if (dossier.code.trim() !== '')
    facts[0] = ['Tên nhiệm vụ', `${orDots(dossier.title)} (mã số ${dossier.code.trim()})`];
  if (session.council.kind === 'identification') {
    facts.push([
      'Tổ chức, cá nhân đề xuất',
      [dossier.hostOrganisation, dossier.principal]
        .map((part) => part.trim())
        .filter(Boolean)
        .join('; ') || orDots(''),
    ]);
  } else {
    facts.push(
      ['Tổ chức chủ trì', orDots(dossier.hostOrganisation)],
      ['Chủ nhiệm nhiệm vụ', orDots(dossier.principal)],
    );
  }
  return facts;
}

function subject(session: Session, dossier: Dossier, member: Member | null, anonymous: string | null): Block[] {
  const facts = dossierFacts(session, dossier).map(([label, value], index) => ({
    label: `${index + 1}. ${label}`,
    value: plain(value),
  }));
  const named = member ? [fullName(member), workplace(member)].filter((part) => part !== '').join(', ') : null;
  return [
    {
      kind: 'paragraph',
      align: 'center',
      runs: italic(`(${bodyOf(session)} được thành lập theo ${decisionPhrase(session)})`),
    },
    {
      kind: 'definitions',
      items: [
        ...facts,
        isSecret(session)
          ? { label: `${facts.length + 1}. Bỏ phiếu kín`, value: plain(anonymous ?? 'phiếu không ghi tên') }
          : {
              label: `${facts.length + 1}. Họ và tên ${judgeName(session)}`,
              value: named === null ? null : plain(named),
            },
      ],
    },
  ];
}

/** Who judges: experts sit on a council; a team of inspection has members. */
const judgeName = ({ council }: Session): string => (council.kind === 'inspection' ? 'thành viên' : 'chuyên gia');

/** The table of criteria, or for items with long comments one part per item. */
function judgement(form: Form, dossier: Dossier, ballot: Ballot | null, place: number): Block[] {
  const asked = criteriaOf(form, dossier.products);
  if (ballot?.abstained === true)
    return [{ kind: 'paragraph', runs: bold('Thành viên bỏ phiếu trắng, không đánh giá.') }];
  const scored = asked.some(({ criterion }) => scaleMax(criterion.scale) !== null);
  return scored ? scoredParts(form, dossier, asked, ballot) : itemParts(form, asked, ballot, place);
}

const answerOf = (ballot: Ballot | null, key: string): Answer | undefined => ballot?.answers[key];

function scoredParts(form: Form, dossier: Dossier, asked: readonly AskedCriterion[], ballot: Ballot | null): Block[] {
  const check = checkBallot(form, dossier.products, ballot ?? blankBallot);
  const marks = asked.find(({ criterion }) => criterion.scale.kind === 'marks')?.criterion.scale;
  const top = marks?.kind === 'marks' ? marks.top : null;
  const markColumns = top === null ? [] : Array.from({ length: top + 1 }, (_, index) => top - index);
  const withComments = asked.some(({ criterion }) => criterion.comment !== 'none');
  const grouped = form.groups.length > 1 && form.groups.some((group) => group.criteria.length > 1);
  const columns: Column[] = [
    { share: 6, align: 'center' },
    { share: markColumns.length > 0 ? 42 : 46 },
    ...markColumns.map((): Column => ({ share: 5, align: 'center' })),
    ...(markColumns.length > 0 ? [{ share: 8, align: 'center' } as const] : []),
    { share: 12, align: 'center' },
    { share: 12, align: 'center' },
  ];
  const head: Cell[][] =
    markColumns.length > 0
      ? [
          [
            cell('TT', { rowSpan: 2 }),
            cell('Tiêu chí đánh giá', { rowSpan: 2 }),
            cell('Chuyên gia đánh giá', { colSpan: markColumns.length }),
            cell('Hệ số', { rowSpan: 2 }),
            cell('Điểm', { rowSpan: 2 }),
            cell('Điểm tối đa', { rowSpan: 2 }),
          ],
          markColumns.map((mark) => cell(String(mark))),
        ]
      : [[cell('TT'), cell('Tiêu chí đánh giá'), cell('Điểm tối đa'), cell('Điểm đánh giá')]];

  const rows: Cell[][] = [];
  form.groups.forEach((group, groupIndex) => {
    const own = asked.filter((item) => item.group.id === group.id);
    if (grouped) {
      const points = check.perGroup.find(({ id }) => id === group.id);
      const label = boldCell(group.label, { colSpan: 1 + markColumns.length + (markColumns.length > 0 ? 1 : 0) });
      const max = pointCell(points?.max ?? null, true);
      const sum = ballot ? pointCell(points?.points ?? null, true) : cell('');
      rows.push([boldCell(String(groupIndex + 1)), label, ...(markColumns.length > 0 ? [sum, max] : [max, sum])]);
    }
    own.forEach((item, index) => {
      const number = grouped ? `${groupIndex + 1}.${index + 1}` : String(rows.length + 1);
      const { scale } = item.criterion;
      const value = answerOf(ballot, item.key)?.value ?? null;
      const given = pointsCell(scale, value);
      const max = pointCell(scaleMax(scale), false);
      if (markColumns.length === 0) {
        rows.push([cell(number), cell(labelOf(item)), max, given]);
        return;
      }
      rows.push([
        cell(number),
        cell(labelOf(item)),
        ...markColumns.map((mark) => cell(value?.kind === 'marks' && value.mark === mark ? 'X' : '')),
        scale.kind === 'marks' ? numberCell(scale.coefficient) : cell(''),
        given,
        max,
      ]);
    });
  });
  const total = formTotalMax(form);
  const given = check.total === null ? cell('') : pointCell(check.total, true);
  rows.push([
    boldCell('Tổng số điểm', { colSpan: 2 + (markColumns.length > 0 ? markColumns.length + 1 : 0), align: 'center' }),
    ...(markColumns.length > 0 ? [given, pointCell(total, true)] : [pointCell(total, true), given]),
  ]);
  const table: TableBlock = {
    kind: 'table',
    name: 'Điểm đánh giá',
    columns,
    head,
    rows,
    ...(ballot ? {} : { rowHeight: 9 }),
  };
  const words: Block[] =
    ballot === null
      ? [{ kind: 'definitions', items: [{ label: 'Tổng số điểm bằng chữ', value: null }] }]
      : check.total === null
        ? []
        : [
            {
              kind: 'paragraph',
              runs: [...italic('(Bằng chữ: '), ...italic(`${capitalised(numberInWords(check.total))} điểm)`)],
            },
          ];
  return [table, ...words, ...(withComments ? comments(asked, ballot) : [])];
}

/** Comments per criterion below the table, where a form asks for them. */
function comments(asked: readonly AskedCriterion[], ballot: Ballot | null): Block[] {
  const commented = asked.filter(({ criterion }) => criterion.comment !== 'none');
  const written = commented.filter(({ key }) => (answerOf(ballot, key)?.comment ?? '').trim() !== '');
  if (ballot !== null && written.length === 0) return [];
  return [
    { kind: 'heading', level: 3, number: null, text: 'Nhận xét theo tiêu chí' },
    ...commented.flatMap((item): Block[] => {
      const comment = answerOf(ballot, item.key)?.comment.trim() ?? '';
      if (ballot === null) {
        return [
          { kind: 'paragraph', runs: plain(`- ${labelOf(item)}:`) },
          { kind: 'fillLines', count: 2 },
        ];
      }
      return comment === '' ? [] : paragraphs(`- ${labelOf(item)}: `, comment);
    }),
  ];
}

function itemParts(form: Form, asked: readonly AskedCriterion[], ballot: Ballot | null, place: number): Block[] {
  const many = form.groups.length > 1;
  return form.groups.flatMap((group, groupIndex): Block[] => [
    ...(many ? [{ kind: 'heading', level: 3, number: `${place}.${groupIndex + 1}.`, text: group.label } as const] : []),
    ...asked
      .filter((item) => item.group.id === group.id)
      .flatMap((item, index): Block[] => {
        const answer = answerOf(ballot, item.key);
        const comment = answer?.comment.trim() ?? '';
        return [
          {
            kind: 'heading',
            level: 2,
            number: `${place}.${many ? `${groupIndex + 1}.` : ''}${index + 1}.`,
            text: labelOf(item),
          },
          ...(item.criterion.comment === 'none'
            ? []
            : ballot === null
              ? ([
                  { kind: 'paragraph', runs: plain('Nhận xét:') },
                  { kind: 'fillLines', count: 3 },
                ] as const)
              : comment === ''
                ? []
                : paragraphs('Nhận xét: ', comment)),
          { kind: 'checks', inline: true, items: choices(item.criterion, answer) },
        ];
      }),
  ]);
}

function choices(criterion: Criterion, answer: Answer | undefined): { label: string; ticked: boolean }[] {
  const value = answer?.value ?? null;
  const none = criterion.allowNotApplicable
    ? [{ label: 'Không áp dụng', ticked: value?.kind === 'notApplicable' }]
    : [];
  if (criterion.scale.kind === 'levels') {
    const level = value?.kind === 'levels' ? value.level : null;
    return [
      { label: 'Xuất sắc', ticked: level === 'excellent' },
      { label: 'Đạt', ticked: level === 'pass' },
      { label: 'Không đạt', ticked: level === 'fail' },
      ...none,
    ];
  }
  const passed = value?.kind === 'passFail' ? value.passed : null;
  return [
    { label: 'Đạt yêu cầu', ticked: passed === true },
    { label: 'Không đạt yêu cầu', ticked: passed === false },
    ...none,
  ];
}

/** Opinion, general comment and recommendation, numbered on from a place. */
function closing(session: Session, form: Form, ballot: Ballot | null, from: number): Block[] {
  const blocks: Block[] = [];
  const opinionPlace = form.opinions.length > 0 ? 1 : 0;
  const general = {
    kind: 'heading',
    level: 2,
    number: `${from + opinionPlace}.`,
    text: 'Nhận xét chung, kiến nghị',
  } as const;
  if (form.opinions.length > 0) {
    blocks.push(
      {
        kind: 'heading',
        level: 2,
        number: `${from}.`,
        text: `Ý kiến của ${judgeName(session)} (đánh dấu X vào 01 ô)`,
      },
      {
        kind: 'checks',
        inline: false,
        items: form.opinions.map((opinion) => ({ label: opinion.label, ticked: ballot?.opinion === opinion.id })),
      },
    );
    for (const opinion of form.opinions) {
      if (ballot !== null && ballot.opinion !== opinion.id) continue;
      for (const field of opinion.fields) {
        const text = ballot?.opinionFields[field.id]?.trim() ?? '';
        if (ballot === null) {
          blocks.push({ kind: 'paragraph', runs: plain(`${field.label}:`) }, { kind: 'fillLines', count: 2 });
        } else if (text !== '') blocks.push(...paragraphs(`${field.label}: `, text));
      }
    }
  }
  if (form.overallComment !== 'none') {
    const text = ballot?.comment.trim() ?? '';
    if (ballot === null) {
      blocks.push(general, { kind: 'fillLines', count: 5 });
    } else if (text !== '') {
      blocks.push(general, ...paragraphs('', text));
    }
  }
  return blocks;
}

/** A text with line ends as paragraphs, the first led in by a label. */
export function paragraphs(label: string, text: string): Block[] {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const runs: Run[] = index === 0 && label !== '' ? [...italic(label), ...plain(line)] : [...plain(line)];
    return { kind: 'paragraph', runs };
  });
}

function labelOf({ criterion, product }: AskedCriterion): string {
  return product ? `${criterion.label}: ${product.name}` : criterion.label;
}

function pointsCell(scale: Scale, value: Answer['value']): Cell {
  if (value?.kind === 'notApplicable') return cell('Không áp dụng');
  const points = pointsOf(scale, value);
  return points === null ? cell('') : numberCell(points);
}

export const numberCell = (value: string, places?: number): Cell => ({
  runs: plain(formatDecimal(value, places === undefined ? {} : { places })),
  number: value,
});

function pointCell(value: string | null, strong: boolean): Cell {
  if (value === null) return cell('');
  const text = formatDecimal(value);
  return { runs: strong ? bold(text) : plain(text), number: value };
}
