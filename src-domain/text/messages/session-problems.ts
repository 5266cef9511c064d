import type { ProblemTexts } from '#domain/text/problem-texts.ts';

const megabytes = (bytes: unknown): string => String(Math.round(Number(bytes) / (1024 * 1024)));

/** Problems of sessions, their attachments, packages, returns and minutes. */
export const sessionProblems: ProblemTexts = {
  'session.unknownMember': {
    vi: () => 'Thành viên này không còn trong phiên họp. Không có gì bị thay đổi; hãy mở lại danh sách thành viên.',
    en: () => 'This member is no longer in the session. Nothing was changed; open the list of members again.',
  },
  'session.unknownDossier': {
    vi: () => 'Hồ sơ này không còn trong phiên họp. Không có gì bị thay đổi; hãy mở lại danh sách hồ sơ.',
    en: () => 'This dossier is no longer in the session. Nothing was changed; open the list of dossiers again.',
  },
  'session.unknownAttachment': {
    vi: () => 'Tệp này không còn trong hồ sơ. Hãy mở lại hồ sơ.',
    en: () => 'This file is no longer in the dossier. Open the dossier again.',
  },
  'session.unknownSignedFile': {
    vi: () => 'Văn bản đã ký này không còn trong phiên họp. Hãy mở lại bước Văn bản in.',
    en: () => 'This signed file is no longer in the session. Open the step of the printed pages again.',
  },
  'session.badField': {
    vi: () => 'Nội dung vừa nhập không đúng dạng nên chưa được lưu. Hãy sửa lại rồi nhập tiếp.',
    en: () => 'What was entered does not have the right form and is not saved. Correct it and go on.',
  },
  'session.doubleId': {
    vi: () => 'Mục này đã có trong phiên họp. Không có gì bị thay đổi.',
    en: () => 'This is in the session already. Nothing was changed.',
  },
  'session.kindHasBallots': {
    vi: () =>
      'Không thể đổi loại hội đồng khi đã có phiếu. Các phiếu vẫn được giữ nguyên; hãy tạo một phiên họp mới cho loại hội đồng khác.',
    en: () =>
      'The kind of council cannot change once there are ballots. The ballots are kept; create a new session for another kind.',
  },
  'session.packNeedsReason': {
    vi: () => 'Phiên họp đã có phiếu: đổi bộ quy định cần ghi lý do. Chưa có gì thay đổi; hãy ghi lý do rồi làm lại.',
    en: () => 'The session has ballots: changing the regulation pack needs a written reason. Nothing was changed yet.',
  },
  'session.memberHasBallots': {
    vi: ({ name }) =>
      `Không xóa được ${String(name)} vì đã có phiếu của thành viên này. Phiếu được giữ nguyên; nếu thành viên không dự họp, hãy ghi vắng mặt ở bước Điểm danh.`,
    en: ({ name }) =>
      `${String(name)} cannot be removed because there is a ballot of this member. It is kept; record an absence instead.`,
  },
  'session.dossierHasBallots': {
    vi: ({ title }) =>
      `Không xóa được hồ sơ “${String(title)}” vì đã có phiếu đánh giá hồ sơ này. Phiếu được giữ nguyên.`,
    en: ({ title }) =>
      `The dossier “${String(title)}” cannot be removed because there are ballots on it. They are kept.`,
  },
  'session.recusedBallot': {
    vi: ({ name }) =>
      `${String(name)} đã được xác nhận có xung đột lợi ích với hồ sơ này nên không bỏ phiếu. Phiếu chưa được ghi.`,
    en: ({ name }) =>
      `${String(name)} has a confirmed conflict of interest in this dossier and does not vote. The ballot was not recorded.`,
  },
  'session.nothingToMerge': {
    vi: ({ name }) =>
      `Không còn đúng hai bản phiếu này của ${String(name)} để gộp: có thể một bản vừa được thay hoặc đã gộp. Không có gì thay đổi; hãy mở lại bước Phiếu gửi lại.`,
    en: ({ name }) =>
      `These two returns of ${String(name)} no longer wait to be merged: one may have been replaced or merged. Nothing was changed; open the step Returns again.`,
  },
  'session.mergeOpen': {
    vi: ({ count }) =>
      `Còn ${String(count)} chỗ hai bản khác nhau chưa được chọn. Chưa có gì được ghi; hãy chọn từng chỗ rồi bấm gộp lại.`,
    en: ({ count }) =>
      `${String(count)} places where the two differ are not chosen yet. Nothing was recorded; choose at each and merge again.`,
  },
  'session.mergeTooLong': {
    vi: ({ count }) =>
      `Ở ${String(count)} chỗ, hai đoạn văn ghép lại dài quá mức cho phép. Chưa có gì được ghi; ở chỗ ấy hãy chọn một bản, bản kia vẫn được giữ nguyên trong tệp.`,
    en: ({ count }) =>
      `At ${String(count)} places the two texts together are longer than allowed. Nothing was recorded; choose one there, the other stays in its file.`,
  },
  'session.noOpenMerge': {
    vi: ({ name }) =>
      `Bản gộp này của ${String(name)} không còn chờ xác nhận. Không có gì thay đổi; hãy xem lại bước Phiếu gửi lại.`,
    en: ({ name }) =>
      `This merge of ${String(name)} no longer waits. Nothing was changed; look at the step Returns again.`,
  },
  'session.countClosed': {
    vi: () =>
      'Kiểm phiếu đã chốt nên không sửa được những gì làm thay đổi kết quả. Không có gì bị mất; muốn sửa, hãy mở lại kiểm phiếu và ghi lý do.',
    en: () =>
      'The count is closed, so nothing that changes the result can be edited. Nothing is lost; open the count again with a reason to edit.',
  },
  'session.countClosedAlready': {
    vi: () => 'Kiểm phiếu đã được chốt trước đó.',
    en: () => 'The count was closed before.',
  },
  'session.countNotClosed': {
    vi: () => 'Kiểm phiếu đang mở, không cần mở lại.',
    en: () => 'The count is open; there is nothing to open again.',
  },
  'session.countDoesNotAddUp': {
    vi: () =>
      'Số phiếu chưa khớp: hợp lệ cộng không hợp lệ phải bằng thu về, và thu về không được nhiều hơn phát ra. Kiểm phiếu chưa chốt; hãy đối chiếu lại.',
    en: () =>
      'The counts do not add up: valid and invalid must make returned, and returned may not exceed issued. The count is not closed.',
  },
  'session.conclusionNeedsCount': {
    vi: () => 'Hãy chốt kiểm phiếu trước khi thông qua kết luận. Chưa có gì thay đổi.',
    en: () => 'Close the count before adopting the conclusion. Nothing was changed.',
  },
  'session.minutesLocked': {
    vi: () =>
      'Biên bản đã khóa nên phiên họp không sửa được nữa. Muốn sửa, hãy lập bản đính chính và ghi lý do; bản đã khóa vẫn được giữ.',
    en: () =>
      'The minutes are locked, so the session cannot be edited. Start a correction with its reason; the locked pages are kept.',
  },
  'session.minutesNotLocked': {
    vi: () => 'Biên bản chưa khóa nên chưa cần đính chính; cứ sửa trực tiếp.',
    en: () => 'The minutes are not locked; edit them directly.',
  },
  'session.minutesNotAgreed': {
    vi: () => 'Hãy đánh dấu biên bản “đã thống nhất” trước khi khóa. Chưa có gì thay đổi.',
    en: () => 'Mark the minutes as agreed before locking them. Nothing was changed.',
  },
  'session.noPack': {
    vi: () => 'Phiên họp chưa có bộ quy định nên chưa có phiếu để chấm. Hãy chọn bộ quy định ở bước Hội đồng.',
    en: () => 'The session has no regulation pack and so no ballot form. Choose one in the step Council.',
  },
  'session.noDossiersForMember': {
    vi: ({ name }) =>
      `Không có hồ sơ nào để đưa vào gói của ${String(name)}. Hãy thêm hồ sơ hoặc xem lại mục xung đột lợi ích.`,
    en: ({ name }) =>
      `There is no dossier to put into the package of ${String(name)}. Add a dossier or look at the conflicts of interest.`,
  },
  'session.keysLost': {
    vi: () =>
      'Khóa của phiên họp này không có trên máy này nên chưa mở được phiếu. Phiếu và phiên họp vẫn còn nguyên; hãy vào “Khóa và khi bị mất” để nhập tệp khóa, khôi phục từ bản sao lưu của máy đã tạo gói, hoặc làm trên máy đó.',
    en: () =>
      'The keys of this session are not on this computer, so returns cannot be opened. Everything is kept; go to “Keys, and what was lost” and import a key file, restore a backup of the computer that made the packages, or work there.',
  },
  'session.noReturn': {
    vi: ({ name }) => `Chưa nhận phiếu nào của ${String(name)} nên chưa có giấy biên nhận.`,
    en: ({ name }) => `No return of ${String(name)} was taken, so there is no receipt.`,
  },
  'session.noSuchBatch': {
    vi: () => 'Bản xem trước này đã được áp dụng hoặc đã cũ. Không có gì bị nhập hai lần; hãy chọn lại các tệp.',
    en: () => 'This preview was applied already or is too old. Nothing was imported twice; choose the files again.',
  },
  'session.nothingToImport': {
    vi: () => 'Không có tệp nào trong danh sách có thể nhập. Xem lý do ở từng dòng.',
    en: () => 'No file in the list can be imported. See the reason on each line.',
  },
  'attachments.empty': {
    vi: ({ name }) => `Tệp “${String(name)}” không có nội dung nên chưa được thêm. Hãy kiểm tra lại tệp gốc.`,
    en: ({ name }) => `The file “${String(name)}” is empty and was not added. Check the original.`,
  },
  'attachments.tooLarge': {
    vi: ({ name, size, max }) =>
      `Tệp “${String(name)}” nặng ${megabytes(size)} MB, quá mức ${megabytes(max)} MB nên chưa được thêm. Hãy nén hoặc tách tệp.`,
    en: ({ name, size, max }) =>
      `The file “${String(name)}” has ${megabytes(size)} MB, more than the ${megabytes(max)} MB taken, and was not added. Compress or split it.`,
  },
  'attachments.notPdf': {
    vi: ({ name }) =>
      `Tệp “${String(name)}” có đuôi .pdf nhưng không phải là PDF nên chưa được thêm. Hãy xuất lại tệp PDF từ bản gốc.`,
    en: ({ name }) =>
      `The file “${String(name)}” is called .pdf but is none, and was not added. Export it to PDF again.`,
  },
  'vault.absent': {
    vi: () => 'Máy này chưa có kho khóa. Hãy đặt mật khẩu kho khóa trước khi tạo gói.',
    en: () => 'There is no key vault on this computer yet. Set its passphrase before making packages.',
  },
  'vault.exists': {
    vi: () => 'Kho khóa đã có trên máy này.',
    en: () => 'There is a key vault on this computer already.',
  },
  'vault.locked': {
    vi: () => 'Kho khóa đang khóa. Hãy nhập mật khẩu kho khóa để mở phiếu của các thành viên.',
    en: () => "The key vault is locked. Enter its passphrase to open the members' returns.",
  },
  'vault.needsPassphrase': {
    vi: () => 'Hệ điều hành của máy này không giữ được khóa, nên cần đặt một mật khẩu.',
    en: () => 'The operating system of this computer keeps no keys, so a passphrase is needed.',
  },
  'vault.wrongPassphrase': {
    vi: () =>
      'Mật khẩu kho khóa chưa đúng. Không có gì bị mất; hãy kiểm tra chữ hoa, chữ thường, bộ gõ tiếng Việt rồi nhập lại. Nếu đã quên hẳn, mở phiên họp và vào “Khóa và khi bị mất”.',
    en: () =>
      'The vault passphrase is not right. Nothing is lost; check capitals and the keyboard and enter it again. If it is forgotten, open the session and go to “Keys, and what was lost”.',
  },
  'vault.osRefused': {
    vi: () =>
      'Hệ điều hành không mở được kho khóa cho tài khoản này. Hãy đăng nhập đúng tài khoản đã tạo kho khóa rồi thử lại. Nếu kho khóa đến từ máy khác hoặc tài khoản ấy không còn, mở phiên họp và vào “Khóa và khi bị mất”.',
    en: () =>
      'The operating system did not open the key vault for this account. Log in as the account that made it and try again. If it came from another computer, or the account is gone, open the session and go to “Keys, and what was lost”.',
  },
  'vault.damaged': {
    vi: () => 'Kho khóa trên máy này bị hỏng nên không mở được. Tệp được giữ nguyên; hãy khôi phục từ bản sao lưu.',
    en: () =>
      'The key vault on this computer is damaged and cannot be opened. The file is kept; restore it from a backup.',
  },
  'documents.unknownPaper': {
    vi: () =>
      'Văn bản này không còn trong phiên họp, có thể vì hồ sơ hoặc thành viên đã đổi. Hãy mở lại danh sách văn bản.',
    en: () =>
      'This page is no longer part of the session, perhaps because a dossier or member changed. Open the list of pages again.',
  },
  'documents.nothingForFormat': {
    vi: ({ format }) =>
      `Các văn bản đã chọn không có nội dung cho định dạng ${String(format).toUpperCase()}. Hãy chọn PDF.`,
    en: ({ format }) => `The chosen pages have nothing for the format ${String(format).toUpperCase()}. Choose PDF.`,
  },
  'documents.notLocked': {
    vi: () =>
      'Không tìm thấy bản đã khóa của văn bản này. Hãy khôi phục từ bản sao lưu, hoặc lập bản đính chính và khóa lại.',
    en: () =>
      'The locked copy of this page is not there. Restore it from a backup, or start a correction and lock again.',
  },
  'documents.unreadable': {
    vi: ({ paper }) =>
      `Văn bản “${String(paper)}” đã in nhưng đọc lại không khớp nên không được giao ra. Không có gì bị mất; hãy thử lại, nếu vẫn vậy hãy xem các tên và đoạn văn có ký tự lạ.`,
    en: ({ paper }) =>
      `The page “${String(paper)}” was made but does not read back as it should, so it is not handed over. Nothing is lost; try again, then look for unusual characters.`,
  },
  'documents.failed': {
    vi: () => 'Phần in văn bản bị dừng giữa chừng. Phiên họp vẫn còn nguyên; hãy thử lại.',
    en: () => 'Printing stopped half way. The session is as it was; try again.',
  },
};
