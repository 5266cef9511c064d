import type { Label } from '#domain/journal/document-kind.ts';
import { packText } from '#domain/regulation/reading.ts';
import type { SessionEvent, SessionField } from '#domain/session/events.ts';

const fieldNames: Readonly<Record<SessionField, Label>> = {
  'council.programme': { vi: 'chương trình', en: 'the programme' },
  'council.name': { vi: 'tên hội đồng', en: "the council's name" },
  'council.decision.number': { vi: 'số quyết định', en: "the decision's number" },
  'council.decision.date': { vi: 'ngày quyết định', en: "the decision's date" },
  'council.decision.issuer': { vi: 'cơ quan ban hành quyết định', en: 'the issuing body' },
  'council.decision.parentIssuer': { vi: 'cơ quan chủ quản', en: 'the parent body' },
  'council.taskApprovedOn': { vi: 'ngày phê duyệt nhiệm vụ', en: 'the approval date' },
  'meeting.place': { vi: 'địa điểm họp', en: 'the place' },
  'meeting.startsAt': { vi: 'giờ bắt đầu', en: 'the start' },
  'meeting.endsAt': { vi: 'giờ kết thúc', en: 'the end' },
  'meeting.form': { vi: 'hình thức họp', en: 'the form of meeting' },
  'meeting.guests': { vi: 'khách mời', en: 'the guests' },
  'meeting.agenda': { vi: 'chương trình họp', en: 'the agenda' },
  'meeting.deadline': { vi: 'hạn gửi phiếu', en: 'the deadline' },
  'minutes.number': { vi: 'số biên bản', en: "the minutes' number" },
  'minutes.symbol': { vi: 'ký hiệu biên bản', en: "the minutes' symbol" },
  'minutes.opening': { vi: 'phần mở đầu biên bản', en: "the minutes' opening" },
  'minutes.generalRecommendation': { vi: 'kiến nghị chung', en: 'the general recommendation' },
};

const labels: Readonly<Record<Exclude<SessionEvent['type'], 'field.set'>, Label>> = {
  'session.created': { vi: 'tạo phiên họp', en: 'create the session' },
  'council.kindSet': { vi: 'đổi loại hội đồng', en: 'change the kind of council' },
  'rehearsal.set': { vi: 'đổi chế độ họp thử', en: 'change the rehearsal mode' },
  'pack.chosen': { vi: 'chọn bộ quy định', en: 'choose the regulation pack' },
  'member.added': { vi: 'thêm thành viên', en: 'add a member' },
  'member.changed': { vi: 'sửa thông tin thành viên', en: "edit a member's details" },
  'member.removed': { vi: 'xóa thành viên', en: 'remove a member' },
  'member.moved': { vi: 'đổi thứ tự thành viên', en: 'reorder the members' },
  'dossier.added': { vi: 'thêm hồ sơ', en: 'add a dossier' },
  'dossier.changed': { vi: 'sửa thông tin hồ sơ', en: "edit a dossier's details" },
  'dossier.removed': { vi: 'xóa hồ sơ', en: 'remove a dossier' },
  'dossier.moved': { vi: 'đổi thứ tự hồ sơ', en: 'reorder the dossiers' },
  'attachment.added': { vi: 'thêm tệp đính kèm', en: 'add an attachment' },
  'attachment.renamed': { vi: 'đổi tên tệp đính kèm', en: 'rename an attachment' },
  'attachment.removed': { vi: 'bỏ tệp đính kèm', en: 'remove an attachment' },
  'conflict.set': { vi: 'ghi xung đột lợi ích', en: 'record a conflict of interest' },
  'conflict.cleared': { vi: 'bỏ ghi xung đột lợi ích', en: 'clear a conflict of interest' },
  'attendance.set': { vi: 'ghi điểm danh', en: 'record attendance' },
  'viceChair.authorised': { vi: 'ghi ủy quyền cho phó chủ tịch', en: "record the vice-chair's authorisation" },
  'paperBallot.entered': { vi: 'nhập phiếu giấy', en: 'enter a paper ballot' },
  'paperBallot.removed': { vi: 'bỏ phiếu giấy', en: 'remove a paper ballot' },
  'ballot.ruled': { vi: 'quyết định tính hợp lệ của phiếu', en: "rule on a ballot's validity" },
  'ballot.rulingCleared': { vi: 'bỏ quyết định về tính hợp lệ', en: 'clear a ruling on validity' },
  'late.ruled': { vi: 'xử lý phiếu nộp muộn', en: 'rule on a late return' },
  'counting.committeeSet': { vi: 'bầu ban kiểm phiếu', en: 'set the counting committee' },
  'counting.closed': { vi: 'chốt kiểm phiếu', en: 'close the count' },
  'counting.reopened': { vi: 'mở lại kiểm phiếu', en: 'open the count again' },
  'tie.castingVote': { vi: 'ghi ý kiến chủ tịch khi bằng điểm', en: "record the chair's casting vote" },
  'tie.lotDrawn': { vi: 'ghi kết quả rút thăm', en: 'record a drawn lot' },
  'tie.cleared': { vi: 'bỏ cách xử lý bằng điểm', en: 'clear a resolved tie' },
  'outlier.explained': { vi: 'ghi lý do phiếu chênh lệch', en: 'explain a flagged ballot' },
  'followUp.voted': { vi: 'ghi kết quả biểu quyết', en: 'record a vote' },
  'followUp.cleared': { vi: 'bỏ kết quả biểu quyết', en: 'clear a vote' },
  'conclusion.adopted': { vi: 'thông qua kết luận', en: 'adopt the conclusion' },
  'conclusion.withdrawn': { vi: 'rút lại kết luận', en: 'withdraw the conclusion' },
  'statement.added': { vi: 'thêm ý kiến vào biên bản', en: 'add a statement to the minutes' },
  'statement.changed': { vi: 'sửa ý kiến trong biên bản', en: 'edit a statement' },
  'statement.removed': { vi: 'xóa ý kiến khỏi biên bản', en: 'remove a statement' },
  'statement.moved': { vi: 'đổi thứ tự ý kiến', en: 'reorder the statements' },
  'recommendation.set': { vi: 'sửa kiến nghị cho hồ sơ', en: "edit a dossier's recommendation" },
  'minutes.agreed': { vi: 'thống nhất biên bản', en: 'agree the minutes' },
  'minutes.redrafted': { vi: 'đưa biên bản về bản nháp', en: 'return the minutes to draft' },
  'keys.made': { vi: 'tạo khóa phiên họp', en: "make the session's keys" },
  'keys.exported': { vi: 'xuất khóa cho máy khác', en: 'export the keys for another computer' },
  'keys.imported': { vi: 'nhập khóa từ máy khác', en: 'import the keys of another computer' },
  'keys.renewed': { vi: 'thay khóa phiên họp đã mất', en: 'replace the lost keys of the session' },
  'packages.issued': { vi: 'tạo gói cho thành viên', en: 'make a package' },
  'seat.keyReset': { vi: 'cho phép khóa mới của thành viên', en: "allow a member's new key" },
  'returns.imported': { vi: 'nhập phiếu gửi lại', en: 'import returns' },
  'returns.merged': { vi: 'gộp hai bản phiếu của một thành viên', en: 'merge two returns of one member' },
  'merge.confirmed': { vi: 'ghi thành viên xác nhận bản gộp', en: "record the member's confirmation of a merge" },
  'merge.withdrawn': { vi: 'bỏ bản gộp, giữ hai bản gốc', en: 'withdraw a merge and keep both returns' },
  'seat.furtherKeyAllowed': { vi: 'cho phép thêm máy thứ hai của thành viên', en: "allow a member's second computer" },
  'minutes.locked': { vi: 'khóa biên bản', en: 'lock the minutes' },
  'secretBallot.chosen': { vi: 'chọn cách bỏ phiếu', en: 'choose how the council votes' },
  'secretBallot.returnsTaken': { vi: 'bỏ phiếu gửi lại vào hòm phiếu', en: 'put returns into the ballot box' },
  'secretBallot.returnDropped': { vi: 'bỏ phiếu đã nhận để nhận lại', en: 'drop a return to take it again' },
  'secretBallot.paperMarked': { vi: 'ghi ai bỏ phiếu giấy', en: 'record who voted on paper' },
  'secretBallot.paperPut': { vi: 'bỏ một phiếu giấy vào hòm phiếu', en: 'put a paper ballot into the box' },
  'secretBallot.paperRemoved': { vi: 'lấy một phiếu giấy khỏi hòm phiếu', en: 'take a paper ballot out of the box' },
  'secretBallot.opened': { vi: 'mở hòm phiếu', en: 'open the ballot box' },
  'secretBallot.votedAgain': { vi: 'hủy kết quả mở phiếu, bỏ phiếu lại', en: 'void the vote and vote again' },
  'daysOff.set': { vi: 'sửa các ngày nghỉ', en: 'edit the days off' },
  'signedFile.added': { vi: 'ghi văn bản đã ký hoặc bản quét', en: 'add a signed page or a scan' },
  'signedFile.removed': { vi: 'bỏ văn bản đã ký hoặc bản quét', en: 'remove a signed page or a scan' },
  'minutes.corrected': { vi: 'đính chính biên bản', en: 'correct the minutes' },
};

/** The name of a deed, fit to follow "Hoàn tác: ". */
export const sessionEventLabel = (event: SessionEvent): Label => {
  // Given with ballots present: the reason is part of what happened.
  if (event.type === 'pack.chosen' && event.reason.trim() !== '') {
    const [title, version, reason] = [packText(event.pack.title), event.pack.version, event.reason.trim()];
    return {
      vi: `đổi sang bộ quy định ${title.vi} (${version}), lý do: ${reason}`,
      en: `change to the pack ${title.en} (${version}), because: ${reason}`,
    };
  }
  if (event.type !== 'field.set') return labels[event.type];
  const field = fieldNames[event.field];
  return { vi: `sửa ${field.vi}`, en: `edit ${field.en}` };
};
