import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  summary: 'chuyển khóa của một phiên họp sang máy khác',
  help: `Cách dùng: hoidong keys export PHIÊN_HỌP --out TỆP
           hoidong keys import TỆP --passphrase-file TỆP_MẬT_KHẨU

Xuất khóa của phiên họp ra một tệp .hdkhoa; in ra JSON có mật khẩu của tệp, chỉ hiện một lần này. Nhập thì giữ khóa trong kho khóa của máy.
Việc này được ghi vào lịch sử phiên họp.

`,
  deedMissing: 'Thiếu việc cần làm: export hoặc import.',
  fileMissing: 'Thiếu tên tệp khóa.',
  passphraseMissing: 'Thiếu --passphrase-file TỆP_MẬT_KHẨU.',
};

const en: typeof vi = {
  summary: "moves a session's keys to another computer",
  help: `Usage: hoidong keys export SESSION --out FILE
       hoidong keys import FILE --passphrase-file P

Exports the keys of a session into a .hdkhoa file; prints JSON with the file's passphrase, which is told this once. Import keeps them in this
computer's vault. Both go into the history of the session.

`,
  deedMissing: 'Say what to do: export or import.',
  fileMissing: 'The key file is missing.',
  passphraseMissing: 'The option --passphrase-file P is missing.',
};

/** Texts of the command that moves keys. */
export const keyCommandMessages: Catalogue<typeof vi> = { vi, en };
