import type { Office } from '#domain/regulation/pack.ts';
import type { Session } from '#domain/session/state.ts';

/** What the pages call those who meet: a council, but for the periodic inspection, which a team makes. */
export const bodyOf = ({ council }: Pick<Session, 'council'>): string =>
  council.kind === 'inspection' ? 'Đoàn kiểm tra' : 'Hội đồng';

const councilOffices: Readonly<Record<Office, string>> = {
  chair: 'Chủ tịch',
  viceChair: 'Phó Chủ tịch',
  reviewer: 'Ủy viên phản biện',
  scientificSecretary: 'Ủy viên thư ký khoa học',
  member: 'Ủy viên',
  administrativeSecretary: 'Thư ký hành chính',
};

const teamOffices: Readonly<Record<Office, string>> = {
  chair: 'Trưởng đoàn',
  viceChair: 'Phó Trưởng đoàn',
  reviewer: 'Thành viên phản biện',
  scientificSecretary: 'Thư ký khoa học',
  member: 'Thành viên',
  administrativeSecretary: 'Thư ký hành chính',
};

/** An office by the name it has in this body. */
export const officeName = ({ council }: Pick<Session, 'council'>, office: Office): string =>
  (council.kind === 'inspection' ? teamOffices : councilOffices)[office];

/** The office of who presides, with the body: "Phó Chủ tịch Hội đồng", "Trưởng đoàn kiểm tra". */
export const presidingName = (session: Pick<Session, 'council'>, office: 'chair' | 'viceChair'): string =>
  `${officeName(session, office)} ${session.council.kind === 'inspection' ? 'kiểm tra' : 'Hội đồng'}`;

/** Lines over the signature of who presides; the deputy signs in the chair's stead. */
export const presidingTitle = (session: Pick<Session, 'council'>, office: 'chair' | 'viceChair'): readonly string[] => {
  const lines =
    office === 'viceChair'
      ? [`KT. ${presidingName(session, 'chair')}`, officeName(session, 'viceChair')]
      : [presidingName(session, 'chair')];
  return lines.map((line) => line.toLocaleUpperCase('vi'));
};

/** Ký hiệu of a page: the typed one of the minutes with the sign of this kind of page, or the body's own letters. */
export function symbolOf(session: Pick<Session, 'council' | 'minutes'>, page: 'BB' | 'KN'): string {
  const typed = session.minutes.symbol.trim();
  const rest = /^BB-(.+)$/u.exec(typed)?.[1] ?? (session.council.kind === 'inspection' ? 'ĐKT' : 'HĐ');
  return page === 'BB' && typed !== '' ? typed : `${page}-${rest}`;
}
