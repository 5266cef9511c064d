import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  title: 'Đổi bộ quy định khi đã có phiếu?',
  from: (title: string, version: number) => `Đang dùng: ${title}, phiên bản ${version}.`,
  to: (title: string, version: number) => `Đổi sang: ${title}, phiên bản ${version}.`,
  untouched: 'Không phiếu nào bị ảnh hưởng: mẫu phiếu và điểm vẫn như cũ. Cách kết luận có thể khác.',
  touched: (count: number) =>
    `${count} phiếu bị ảnh hưởng. Phiếu không bị xóa hay sửa; chương trình đọc lại theo bộ mới.`,
  invalid: (count: number) => `Trong đó ${count} phiếu không còn hợp lệ theo bộ mới, nêu ở đầu danh sách.`,
  member: 'Thành viên',
  dossier: 'Hồ sơ',
  effect: 'Ảnh hưởng',
  touchedList: 'Các phiếu bị ảnh hưởng',
  formGone: 'Bộ mới không có mẫu phiếu này; phiếu phải được đánh giá lại theo mẫu mới.',
  otherTotal: (before: string, after: string) => `Tổng điểm đổi từ ${before} thành ${after}.`,
  formChanged: 'Mẫu phiếu có chỗ khác; câu trả lời và điểm vẫn như cũ.',
  newProblems: (problems: string) => `Không còn hợp lệ theo mẫu mới: ${problems}.`,
  problemAt: (item: string, problem: string) => `${item}: ${problem}`,
  secret: 'Phiếu kín trong hòm phiếu không nêu được tên; các phiếu đó cũng được đọc lại theo bộ mới.',
  reason: 'Lý do đổi bộ quy định',
  reasonHint: 'Được lưu vào lịch sử phiên họp cùng với tên hai bộ quy định.',
  confirm: 'Đổi bộ quy định',
  shut: 'Lúc này không đổi được bộ quy định',
  toCounting: 'Tới bước Kiểm phiếu',
  unknown: 'có mục không còn trong mẫu mới',
};

const en: typeof vi = {
  title: 'Change the pack with ballots present?',
  from: (title, version) => `In use: ${title}, version ${version}.`,
  to: (title, version) => `Change to: ${title}, version ${version}.`,
  untouched: 'No ballot is touched: forms and points stay as they are. How the council concludes may differ.',
  touched: (count) =>
    `${count === 1 ? '1 ballot is' : `${count} ballots are`} touched. None is erased or edited; they are read by the new pack.`,
  invalid: (count) =>
    `${count === 1 ? '1 of them is' : `${count} of them are`} no longer valid by the new pack; they stand first.`,
  member: 'Member',
  dossier: 'Dossier',
  effect: 'What becomes of it',
  touchedList: 'Ballots that are touched',
  formGone: 'The new pack has no such form; the dossier must be judged again on the new one.',
  otherTotal: (before, after) => `The total changes from ${before} to ${after}.`,
  formChanged: 'The form differs somewhere; answers and points stay.',
  newProblems: (problems) => `No longer valid on the new form: ${problems}.`,
  problemAt: (item, problem) => `${item}: ${problem}`,
  secret: 'Ballots in the secret box cannot be named; they are read by the new pack, too.',
  reason: 'Why the pack is changed',
  reasonHint: 'Kept in the history of the session with the names of both packs.',
  confirm: 'Change the pack',
  shut: 'The pack cannot be changed now',
  toCounting: 'To the count',
  unknown: 'something is no longer on the form',
};

/** Texts of the guarded change of a session's regulation pack. */
export const packChangeMessages: Catalogue<typeof vi> = { vi, en };
