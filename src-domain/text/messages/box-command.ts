import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  summary: 'xem và mở hòm phiếu kín của một phiên họp',
  help: `Cách dùng: hoidong box PHIÊN_HỌP [--open]

In ra JSON: hòm đang khóa hay đã mở, mỗi hồ sơ có bao nhiêu phiếu, còn thiếu gì trước khi mở. Không cho biết ai bỏ phiếu thế nào.

  --open           mở hòm: phiếu được bỏ tên, xáo riêng từng hồ sơ và đánh số, rồi khóa của hòm bị hủy. Không hoàn tác được.

`,
  notSecret: 'Phiên họp này không bỏ phiếu kín nên không có hòm phiếu. Chưa có gì thay đổi.',
};

const en: typeof vi = {
  summary: 'shows and opens the ballot box of a secret vote',
  help: `Usage: hoidong box SESSION [--open]

Prints JSON: whether the box is shut or opened, how many ballots each dossier has, and what is missing before it can be opened. Never who voted how.

  --open           opens the box: ballots lose their names, are shuffled dossier by dossier and numbered; then the key of the box is
                   destroyed. It can't be undone.

`,
  notSecret: 'This session does not vote in secret, so there is no ballot box. Nothing was changed.',
};

/** Texts of the command that opens a ballot box. */
export const boxCommandMessages: Catalogue<typeof vi> = { vi, en };
