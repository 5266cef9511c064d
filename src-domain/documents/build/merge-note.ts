import { headsOf } from '#domain/exchange/held-returns.ts';
import { saysSame } from '#domain/exchange/merge.ts';
import type { Ballot } from '#domain/forms/ballot.ts';
import { allHeld, openMerge, signedSources } from '#domain/session/diverged.ts';
import { currentSealed } from '#domain/session/secret-ballot.ts';
import { currentReturn, type HeldReturn, type Session } from '#domain/session/state.ts';
import { longDate, parseDay } from '#domain/text/date-words.ts';
import { bold, italic, plain, type Block } from '../model.ts';

/** Do all the files say the same on this dossier, so that the member signed all of it each time? */
const signedAlike = (sources: readonly HeldReturn[], dossierId: string): boolean => {
  const sides = sources.map(({ ballots }) => {
    const ballot = ballots[dossierId];
    return { ballots: ballot ? { [dossierId]: ballot } : {}, conflicts: {}, remarks: '' };
  });
  return sides.every((side) => saysSame(side, sides[0] ?? side));
};

const listed = (codes: readonly string[]): string =>
  codes.length < 2 ? codes.join('') : `${codes.slice(0, -1).join(', ')} và ${codes.at(-1) ?? ''}`;

/** "ngày 23 tháng 11 năm 2026" of a moment; empty where it has none. */
const dayOf = (moment: string): string => {
  const day = parseDay(moment);
  return day ? longDate(day) : '';
};

/** How a merged return came about and what the member's signature covers, in two sentences. */
export const mergeOrigin = (session: Session, memberId: string, held: HeldReturn): string =>
  `Bản gộp mã ${held.code} do thư ký lập từ các tệp phiếu của cùng thành viên, mã ${listed(signedSources(session, memberId, held).map(({ code }) => code))}. Chữ ký số của thành viên có trên từng tệp, không có trên bản gộp.`;

const confirmation = ({ merge }: HeldReturn): string =>
  merge?.confirmed
    ? `Thành viên đã xác nhận bản gộp (ghi nhận ${dayOf(merge.confirmed.at)}): ${merge.confirmed.how}`
    : 'Bản gộp chưa được tính. Thành viên xem lại từng nội dung; nếu đồng ý thì ký tên dưới đây để xác nhận.';

/**
 * Was this counted ballot of a dossier put together by the secretary, so that the member signed its parts and not the whole? False for one
 * on which all the files say the same.
 */
export const isMergedBallot = (session: Session, memberId: string, dossierId: string): boolean => {
  const held = currentReturn(session, memberId);
  if (!held?.merge || !held.ballots[dossierId] || session.paperBallots[memberId]?.[dossierId]) return false;
  return !signedAlike(signedSources(session, memberId, held), dossierId);
};

/**
 * What a filled ballot's page must say where the ballot was put together by the secretary out of two returns; nothing for every other ballot.
 *
 * @param ballot the very ballot of the page, as the session holds it.
 */
export const mergeNote = (session: Session, memberId: string, dossierId: string, ballot: Ballot | null): Block[] => {
  const held = [currentReturn(session, memberId), openMerge(session, memberId)].find(
    (one) => one?.merge !== undefined && ballot !== null && one.ballots[dossierId] === ballot,
  );
  if (!held?.merge) return [];
  const sources = signedSources(session, memberId, held);
  if (signedAlike(sources, dossierId))
    return [
      {
        kind: 'paragraph',
        runs: italic(
          `Nội dung phiếu này giống hệt nhau trên mọi tệp thành viên đã ký, mã ${listed(sources.map(({ code }) => code))}.`,
        ),
      },
    ];
  return [
    {
      kind: 'paragraph',
      runs: [...bold('Bản gộp. '), ...plain(`${mergeOrigin(session, memberId, held)} ${confirmation(held)}`)],
    },
  ];
};

type Taken = Pick<HeldReturn, 'revision' | 'late' | 'code' | 'importedAt'>;

/** One line of the appendix's table of codes. */
export type CodeLine = { readonly origin: string; readonly code: string; readonly when: string };

const fileOrigin = ({ revision, late }: Taken): string => `Tệp, lần gửi ${revision}${late ? ' (sau thời hạn)' : ''}`;

/** The codes of one member's files and merges: the one that counts first, then what is held without counting. */
export const codeLines = (session: Session, memberId: string): readonly CodeLine[] => {
  const counted = currentReturn(session, memberId);
  // Of a secret vote it is known that a file came, and its code.
  const sealed = counted ? undefined : currentSealed(session, memberId);
  const open = openMerge(session, memberId);
  const line = (held: Taken, origin: string): CodeLine => ({
    origin,
    code: held.code,
    when: dayOf(held.importedAt),
  });
  const sources = counted?.merge ? signedSources(session, memberId, counted) : [];
  const held = allHeld(session, memberId);
  // What diverged and was not merged into what counts: kept, and said to be.
  const merged = new Set(counted ? [...counted.ancestors, ...(counted.supersedes ?? [])] : []);
  const asides = (session.divergedReturns[memberId] ?? []).filter(({ digest }) => !merged.has(digest));
  const newest = headsOf(asides);
  return [
    ...(counted
      ? [
          counted.merge
            ? line(counted, `Bản gộp của thư ký, thành viên đã xác nhận${counted.late ? ' (sau thời hạn)' : ''}`)
            : line(counted, fileOrigin(counted)),
        ]
      : []),
    ...(sealed ? [line(sealed, fileOrigin(sealed))] : []),
    ...held.filter((one) => sources.includes(one)).map((one) => line(one, `${fileOrigin(one)}, đã gộp`)),
    ...newest.map((one) => line(one, `${fileOrigin(one)}, giữ lại, không tính`)),
    ...(open ? [line(open, 'Bản gộp chờ thành viên xác nhận, không tính')] : []),
  ];
};
