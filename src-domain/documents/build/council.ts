import type { Form } from '#domain/forms/form.ts';
import { rulesFor, type CouncilRules, type Office } from '#domain/regulation/pack.ts';
import type { Source } from '#domain/regulation/source.ts';
import { dossiersOf, seatsOf, type Dossier, type Member, type Session } from '#domain/session/state.ts';
import { longDate, longTime, parseDay, parseTime, placeAndDate, type Day } from '#domain/text/date-words.ts';
import { signatureName } from '#domain/text/names.ts';
import {
  plain,
  type Block,
  type Cell,
  type LetterheadBlock,
  type Paper,
  type PaperKind,
  type Signature,
} from '../model.ts';
import { bodyOf, presidingTitle } from './body-words.ts';

/**
 * What several pages of a council say in the same words. Pages are Vietnamese whatever the screen's language is: they are
 * official papers.
 */

export const dotted = '……………';

/** The text, or dots to write on where it is empty. */
export const orDots = (text: string | null | undefined): string => (text ?? '').trim() || dotted;

export function rulesOf(session: Session): CouncilRules | undefined {
  return session.pack ? rulesFor(session.pack, session.council.kind) : undefined;
}

/** The form a dossier is judged with; undefined while no pack is chosen. */
export function formOf(session: Session, dossier: Dossier): Form | undefined {
  const forms = rulesOf(session)?.forms ?? [];
  return forms.find((form) => form.id === dossier.formId) ?? forms[0];
}

const fallbackName = (session: Session): string =>
  session.council.kind === 'inspection' ? bodyOf(session) : 'Hội đồng tư vấn';

export function councilName(session: Session): string {
  return session.council.name.trim() || rulesOf(session)?.name || fallbackName(session);
}

/** Name for the letterhead: without the task's name, which the title carries. */
export function councilShortName(session: Session): string {
  const full = councilName(session);
  const beforeTask = full.split(/["“«(]/u)[0]?.trim() ?? '';
  if (beforeTask.length >= 8 && beforeTask.length <= 70) return beforeTask.replace(/\s+nhiệm vụ$/u, ' nhiệm vụ');
  const ruled = rulesOf(session)?.name ?? '';
  if (full.length > 70 && ruled !== '' && ruled.length <= 70) return ruled;
  return full.length > 70 ? fallbackName(session) : full;
}

/** "PGS.TS. Nguyễn Văn A": with the academic title, as lists of members have it. */
export function fullName(member: Member): string {
  const title = member.academicTitle.trim();
  const name = orDots(member.name);
  if (title === '') return name;
  return `${title.endsWith('.') ? title : `${title}.`} ${name}`;
}

/** "Viện trưởng, Viện Nghiên cứu Mẫu". */
export function workplace(member: Member): string {
  return [member.position, member.organisation]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
}

export const holderOf = (session: Session, office: Office): Member | undefined =>
  session.memberOrder.flatMap((id) => session.members[id] ?? []).find((member) => member.office === office);

export const takesPart = (session: Session, memberId: string): boolean => {
  const status = session.attendance[memberId]?.status;
  return status === 'present' || status === 'online';
};

export const presentSeats = (session: Session): readonly Member[] =>
  seatsOf(session).filter((member) => takesPart(session, member.id));

export const absentSeats = (session: Session): readonly Member[] =>
  seatsOf(session).filter((member) => session.attendance[member.id]?.status === 'absent');

/** Whoever presides: the chair, or the vice-chair where the chair is absent. */
export function presiding(session: Session): Member | undefined {
  const chair = holderOf(session, 'chair');
  const vice = holderOf(session, 'viceChair');
  const chairAway = chair !== undefined && session.attendance[chair.id]?.status === 'absent';
  return chairAway && vice && session.attendance[vice.id]?.status !== 'absent' ? vice : chair;
}

/** Who keeps the minutes: thư ký khoa học, or thư ký hành chính where there is none. */
export const minutesKeeper = (session: Session): Member | undefined =>
  holderOf(session, 'scientificSecretary') ?? holderOf(session, 'administrativeSecretary');

export function meetingDay(session: Session): Day | null {
  return parseDay(session.meeting.startsAt);
}

/** "Quyết định số 12/QĐ-BKHCN ngày 05 tháng 01 năm 2026 của Bộ Khoa học và Công nghệ"; dots where parts are missing. */
export function decisionPhrase(session: Session): string {
  const { number, date, issuer } = session.council.decision;
  const day = parseDay(date);
  return `Quyết định số ${orDots(number)} ${day ? longDate(day) : 'ngày …… tháng …… năm 20……'} của ${orDots(issuer)}`;
}

const notLocalities =
  /^(?:trụ sở|phòng|tầng|số|khu|đường|tòa|nhà|hội trường|ngõ|trung tâm|viện|trường|cơ quan|trực tuyến)(?!\p{L})/iu;

/**
 * Địa danh before the date: the last part of the meeting's place where that can be a province or city ("Phòng 2, 8 Hoàng
 * Quốc Việt, Hà Nội" gives "Hà Nội"), else nothing, which prints as dots.
 */
export function locality(session: Session): string {
  const last = session.meeting.place.split(',').at(-1)?.trim() ?? '';
  if (last === '' || last.length > 30 || /\d/.test(last) || notLocalities.test(last)) return '';
  return last.replace(/^(?:thành phố|tỉnh|tp\.?)\s+(?!Hồ Chí Minh)/iu, '').replace(/\.$/, '');
}

export function datedPlace(session: Session): string {
  return placeAndDate(locality(session), meetingDay(session));
}

/** "Số: 05/BB-HĐTV": a number below ten carries a leading zero. A number typed with its ký hiệu stays as it is. */
export function numberLine(number: string, symbol: string): string {
  const digits = number.trim();
  const shown = digits === '' ? '……' : /^\d$/.test(digits) ? `0${digits}` : digits;
  if (digits.includes('/')) return `Số: ${digits}`;
  return `Số: ${shown}/${symbol}`;
}

/** Letterhead of a page the council itself makes. */
export function councilLetterhead(session: Session, number: string | null, placeDate: string | null): LetterheadBlock {
  return {
    kind: 'letterhead',
    parentBody: session.council.decision.issuer.trim() || dotted,
    body: councilShortName(session),
    number,
    placeDate,
  };
}

/** Letterhead of a page the authority makes that set up the council. */
export function authorityLetterhead(
  session: Session,
  number: string | null,
  placeDate: string | null,
): LetterheadBlock {
  const { issuer, parentIssuer } = session.council.decision;
  return {
    kind: 'letterhead',
    parentBody: parentIssuer.trim() === '' ? null : parentIssuer.trim(),
    body: issuer.trim() || dotted,
    number,
    placeDate,
  };
}

/**
 * Lines at the top right: the code, where it stands, and how surely that is known. Only what was read in the regulation
 * itself stands without a remark.
 */
export function formLines(code: string | null, source: Source): readonly string[] {
  const lines: string[] = [];
  if (code !== null) lines.push(/^(?:Mẫu|Biểu|Phụ lục)(?!\p{L})/iu.test(code) ? code : `Mẫu ${code}`);
  if (source.document !== null) lines.push(source.document);
  if (lines.length === 0) return lines;
  switch (source.mark) {
    case 'seen':
      return lines;
    case 'secondary':
      return [...lines, '(theo nguồn thứ cấp)'];
    case 'unverified':
      return [...lines, '(chưa đối chiếu)'];
  }
}

type Output = CouncilRules['outputs'][number];
export type OutputKind = Output['output'];

/** What the pack says about a printed page: its title and the lines of its form; none where no form is known for it, only supposed. */
export function outputOf(session: Session, output: OutputKind): { title: string | null; lines: readonly string[] } {
  const found = rulesOf(session)?.outputs.find((candidate) => candidate.output === output);
  if (!found) return { title: null, lines: [] };
  const supposed = found.code === null && found.source.mark === 'unverified';
  return { title: found.title, lines: supposed ? [] : formLines(found.code, found.source) };
}

/** Words across the page: rehearsals always, drafts of the minutes until they are agreed. */
export function watermarkOf(session: Session, draft: boolean): string | null {
  if (session.rehearsal) return 'HỌP THỬ';
  return draft ? 'DỰ THẢO' : null;
}

export const isDraft = (session: Session): boolean => session.minutes.state === 'draft';

export function paper(
  session: Session,
  facts: { id: string; kind: PaperKind; title: string; draft?: boolean } & Partial<
    Pick<Paper, 'orientation' | 'formLines' | 'bodySize'>
  >,
  blocks: readonly Block[],
): Paper {
  const { draft, ...rest } = facts;
  return {
    lang: 'vi',
    orientation: 'portrait',
    formLines: [],
    bodySize: 13,
    logos: [],
    ...rest,
    watermark: watermarkOf(session, draft ?? false),
    blocks,
  };
}

export const hint = '(Ký và ghi rõ họ tên)';

/** The chair's signature, or the vice-chair's in the chair's place. */
export function chairSignature(session: Session, field: boolean): Signature {
  const member = presiding(session);
  return {
    title: presidingTitle(session, member?.office === 'viceChair' ? 'viceChair' : 'chair'),
    hint,
    name: nameOrNull(member),
    field: field ? 'chu-tich' : null,
  };
}

export function secretarySignature(session: Session, field: boolean): Signature {
  const member = minutesKeeper(session);
  return {
    title: [`Thư ký ${bodyOf(session)}`.toLocaleUpperCase('vi')],
    hint,
    name: nameOrNull(member),
    field: field ? 'thu-ky' : null,
  };
}

export const nameOrNull = (member: Member | undefined): string | null => {
  const name = signatureName(member?.name ?? '');
  return name === '' ? null : name;
};

/** "từ 08 giờ 30 phút đến 11 giờ 45 phút, ngày 22 tháng 01 năm 2026". */
export function meetingTime(session: Session): string {
  const { startsAt, endsAt } = session.meeting;
  const [from, to, day] = [parseTime(startsAt), parseTime(endsAt), meetingDay(session)];
  const time = `từ ${from ? longTime(from) : '…… giờ …… phút'} đến ${to ? longTime(to) : '…… giờ …… phút'}`;
  return `${time}, ${day ? longDate(day) : 'ngày …… tháng …… năm 20……'}`;
}

export const meetingForms = {
  inPerson: 'Họp trực tiếp',
  online: 'Họp trực tuyến',
  hybrid: 'Họp trực tiếp kết hợp với trực tuyến',
} as const;

/** Lines of a text typed with line ends, without empty ones. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A name as it stands inside a sentence. */
export const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** What a council of this kind judges, in one word. */
export function dossierNoun(session: Session): string {
  switch (session.council.kind) {
    case 'identification':
      return 'đề xuất nhiệm vụ';
    case 'selection':
      return 'hồ sơ';
    case 'acceptance':
      return 'nhiệm vụ';
    case 'appraisal':
      return 'tài liệu chuyên môn';
    case 'inspection':
      return 'nhiệm vụ';
  }
}

export const cell = (text: string, more: Omit<Cell, 'runs'> = {}): Cell => ({ runs: plain(text), ...more });
export const boldCell = (text: string, more: Omit<Cell, 'runs'> = {}): Cell => ({
  runs: text === '' ? [] : [{ text, bold: true }],
  ...more,
});

/** "Hồ sơ 1" where several are judged, for headings and ids; the position counts from 1. */
export function dossierPosition(session: Session, dossierId: string): number {
  return dossiersOf(session).findIndex((dossier) => dossier.id === dossierId) + 1;
}
