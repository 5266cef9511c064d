import type { HeldReturn, SealedReturn, Member, Session } from '#domain/session/state.ts';
import { longDate, longTime, parseDay, parseTime } from '#domain/text/date-words.ts';
import { bold, italic, plain, type Block, type Paper } from '../model.ts';
import { officeName } from './body-words.ts';
import { councilName, fullName, paper } from './council.ts';

/** Slip that goes to one member by another way than the package itself: the passphrase, shown once. */
export function buildPassphraseSlip(
  session: Session,
  member: Member,
  facts: { passphrase: string; fileName: string },
): Paper {
  return buildPassphraseSlips(session, [{ member, ...facts }], `mat-khau-${member.id}`);
}

/** Slips of several members, a dashed line to cut along between them. */
export function buildPassphraseSlips(
  session: Session,
  entries: readonly { readonly member: Member; readonly passphrase: string; readonly fileName: string }[],
  id = 'mat-khau',
): Paper {
  return paper(
    session,
    { id, kind: 'passphraseSlip', title: 'Mật khẩu mở gói phiên họp', bodySize: 12 },
    entries.flatMap(({ member, passphrase, fileName }, index): Block[] => [
      ...(index > 0 ? [{ kind: 'cutLine' } as const] : []),
      {
        kind: 'slip',
        lines: [
          { runs: bold('MẬT KHẨU MỞ GÓI PHIÊN HỌP'), align: 'center' },
          { runs: plain(councilName(session)), align: 'center' },
          {
            runs: [
              ...plain('Thành viên: '),
              ...bold(fullName(member)),
              ...plain(` (${officeName(session, member.office)})`),
            ],
            align: 'left',
          },
          { runs: plain(`Tệp: ${fileName}`), align: 'left' },
          { runs: bold(passphrase), align: 'center', large: true },
          {
            runs: italic(
              'Mở tệp bằng chương trình HoiDong và nhập mật khẩu trên. Không gửi mật khẩu cùng đường với tệp; giữ phiếu này đến khi nộp xong phiếu đánh giá.',
            ),
            align: 'left',
          },
        ],
      },
    ]),
  );
}

/** Slip with the passphrase of a key file, for the second secretary. */
export function buildKeySlip(
  session: Session,
  facts: { readonly passphrase: string; readonly fileName: string },
): Paper {
  return paper(
    session,
    { id: 'mat-khau-tep-khoa', kind: 'passphraseSlip', title: 'Mật khẩu mở tệp khóa', bodySize: 12 },
    [
      {
        kind: 'slip',
        lines: [
          { runs: bold('MẬT KHẨU MỞ TỆP KHÓA CỦA PHIÊN HỌP'), align: 'center' },
          { runs: plain(councilName(session)), align: 'center' },
          { runs: plain(`Tệp: ${facts.fileName}`), align: 'left' },
          { runs: bold(facts.passphrase), align: 'center', large: true },
          {
            runs: italic(
              'Chỉ trao cho thư ký thứ hai, không cùng đường với tệp. Ai có cả tệp và mật khẩu này thì mở được mọi phiếu của phiên họp.',
            ),
            align: 'left',
          },
        ],
      },
    ],
  );
}

/** Giấy biên nhận: what the secretary holds of a member's return, and the short code that stands in the appendix too. */
export function buildReceiptSlip(session: Session, member: Member, held: HeldReturn | SealedReturn): Paper {
  const day = parseDay(held.importedAt);
  const time = parseTime(held.importedAt);
  const when = [time ? longTime(time) : '', day ? longDate(day) : ''].filter((part) => part !== '').join(', ');
  return paper(
    session,
    { id: `bien-nhan-${member.id}`, kind: 'receiptSlip', title: `Giấy biên nhận, ${member.name}`, bodySize: 12 },
    [
      {
        kind: 'slip',
        lines: [
          { runs: bold('GIẤY BIÊN NHẬN PHIẾU ĐÁNH GIÁ'), align: 'center' },
          { runs: plain(councilName(session)), align: 'center' },
          { runs: [...plain('Thành viên: '), ...bold(fullName(member))], align: 'left' },
          {
            runs: plain(
              `Số phiếu trong tệp: ${'ballots' in held ? Object.keys(held.ballots).length : held.dossiers.length}; lần gửi thứ ${held.revision}`,
            ),
            align: 'left',
          },
          { runs: plain(`Nhận lúc: ${when}${held.late ? ' (sau thời hạn)' : ''}`), align: 'left' },
          { runs: plain('Mã đối chiếu'), align: 'center' },
          { runs: bold(held.code), align: 'center', large: true },
          { runs: italic('Mã này trùng với mã trên máy của thành viên và trong phụ lục biên bản.'), align: 'center' },
        ],
      },
    ],
  );
}
