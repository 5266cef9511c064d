import { formatDecimal } from '#domain/text/decimals.ts';
import type { Catalogue } from '#domain/text/catalogue.ts';
import type { ProblemDetails, ProblemTexts } from '#domain/text/problem-texts.ts';

/** The five verbal marks of the 0-4 scale. */
const markNamesVi = ['rất kém', 'kém', 'trung bình', 'tốt', 'rất tốt'] as const;
const markNamesEn = ['very poor', 'poor', 'average', 'good', 'very good'] as const;

const vi = {
  // The list of workbooks
  homeTitle: 'Phiên họp của tôi',
  homeLead:
    'Mỗi phiên họp bắt đầu bằng một tệp gói (.hdgoi) do thư ký hội đồng gửi. Mở tệp, đọc hồ sơ, chấm điểm, rồi gửi lại một tệp phiếu.',
  homeEmptyTitle: 'Chưa có phiên họp nào',
  homeEmptyText: 'Khi mở tệp gói của thư ký, phiên họp sẽ hiện ở đây và luôn được giữ trên máy này.',
  openFile: 'Mở tệp thư ký gửi…',
  fileRefused: 'Tệp này không mở ở đây được',
  dropHint: 'Có thể kéo tệp .hdgoi hoặc .hdbiennhan thả vào đây.',
  dropNow: 'Thả tệp ra để mở',
  listHeading: 'Các phiên họp trên máy này',
  rehearsal: 'Họp thử',
  memberOf: (name: string) => `Thành viên: ${name}`,
  meetingAt: (when: string) => `Họp lúc ${when}`,
  meetingUnknown: 'Chưa có giờ họp',
  deadlineAt: (when: string) => `Hạn gửi phiếu: ${when}`,
  progressOf: (complete: number, all: number) => `Đã chấm xong ${complete} trên ${all} hồ sơ`,
  notSent: 'Chưa gửi phiếu',
  sentRevision: (revision: number) => `Đã tạo phiếu gửi lại, lần ${revision}`,
  receivedRevision: (revision: number) => `Thư ký đã nhận phiếu lần ${revision}`,
  remove: 'Xóa khỏi máy này…',
  removeTitle: 'Xóa phiên họp khỏi máy này?',
  removeText:
    'Phiếu chấm và hồ sơ của phiên họp này sẽ được chuyển vào thùng rác trong thư mục dữ liệu. Tệp đã gửi cho thư ký không bị ảnh hưởng.',
  removeConfirm: 'Xóa khỏi máy',
  cancel: 'Hủy',
  close: 'Đóng',

  // Opening files
  passphraseTitle: 'Mở gói phiên họp',
  passphraseFile: (name: string) => `Tệp: ${name}`,
  passphraseLabel: 'Mật khẩu của gói',
  passphraseHelp:
    'Mật khẩu ghi trên phiếu thư ký trao riêng cho từng thành viên. Không cần để ý chữ hoa, chữ thường; có thể dán cả dòng.',
  passphraseEmpty: 'Hãy nhập mật khẩu ghi trên phiếu thư ký trao.',
  passphraseOpen: 'Mở gói',
  openingCarrying: 'Đang đọc tệp…',
  openingDeriving: 'Đang mở khóa bằng mật khẩu. Việc này mất vài giây…',
  openingUnsealing: 'Đang giải mã gói…',
  openingChecking: 'Đang kiểm tra từng tệp trong gói…',
  openingWriting: 'Đang cất hồ sơ vào máy…',
  openingStop: 'Dừng',
  openingStopping: 'Đang dừng…',
  openingStopped: 'Đã dừng. Chưa có gì được ghi; tệp gói vẫn còn nguyên và có thể mở lại bất cứ lúc nào.',
  trustNewKey: 'Đã hỏi thư ký, vẫn dùng gói này',
  unknownFile: (name: string) =>
    `“${name}” không phải tệp của phiên họp. Hãy chọn tệp có đuôi .hdgoi (gói của thư ký) hoặc .hdbiennhan (giấy biên nhận).`,
  returnFileGiven: (name: string) =>
    `“${name}” là phiếu gửi lại, dành cho máy của thư ký. Máy này đã giữ bản của phiếu đó; không cần mở.`,
  openedNew: 'Đã mở gói. Có thể bắt đầu chấm.',
  openedUpdated: 'Đã nhận gói mới. Điểm và nhận xét cho các hồ sơ không đổi vẫn được giữ.',
  openedUnchanged: 'Gói này đã được mở trước đây. Mọi điểm và nhận xét vẫn còn.',
  openedOlder: 'Đây là gói cũ hơn gói đang dùng. Không có gì thay đổi; hãy tiếp tục với gói đang dùng.',
  receiptTaken: (revision: number, code: string) => `Thư ký đã nhận phiếu lần ${revision}, mã ${code}.`,

  // One workbook
  workbookGone: 'Không tìm thấy phiên họp này trên máy.',
  backHome: 'Về danh sách phiên họp',
  overview: 'Tổng quan',
  councilHeading: 'Hội đồng',
  seat: (office: string) => `Tham gia với tư cách: ${office}`,
  place: (place: string) => `Địa điểm: ${place}`,
  decision: (decision: string) => `Quyết định: ${decision}`,
  deadlinePassed: 'Đã quá hạn. Phiếu vẫn gửi được; chủ tịch hội đồng sẽ quyết định có tính hay không.',
  dossiersHeading: 'Các hồ sơ',
  dossierNumber: (number: number) => `Hồ sơ ${number}`,
  dossierTitle: (number: number, title: string) => `Hồ sơ ${number}: ${title}`,
  stateConflict: 'Có xung đột lợi ích',
  stateUntouched: 'Chưa chấm',
  stateComplete: 'Đã xong',
  dossierStateChanged: 'Hồ sơ đã thay đổi',
  stateWithGaps: (gaps: number) => `Còn thiếu ${gaps} mục`,
  start: 'Bắt đầu chấm hồ sơ 1',
  goOn: (number: number) => `Chấm tiếp hồ sơ ${number}`,
  toCheck: 'Kiểm tra và gửi phiếu',
  nextStep: 'Việc tiếp theo',
  nextStepCheck: 'Đã chấm xong mọi hồ sơ. Hãy kiểm tra lần cuối và tạo tệp phiếu để gửi thư ký.',
  nextStepScore: (complete: number, all: number) =>
    `Đã xong ${complete} trên ${all} hồ sơ. Mọi thứ được lưu ngay khi gõ; có thể dừng và mở lại bất cứ lúc nào.`,
  nextStepSent: 'Phiếu đã tạo và từ đó chưa có gì thay đổi. Nếu chưa gửi tệp cho thư ký, hãy gửi.',
  nextStepReceived: (revision: number) =>
    `Thư ký đã nhận phiếu lần ${revision}. Không còn việc gì phải làm. Nếu sửa điểm hay nhận xét, hãy tạo và gửi phiếu lần nữa.`,
  seeSent: 'Xem phiếu đã gửi',
  history: 'Lịch sử sửa đổi',
  historyEmpty: 'Chưa có thay đổi nào.',

  // Changes of a re-issued package
  changesHeading: (number: number) => `Gói số ${number} có thay đổi`,
  changeAdded: (title: string) => `Thêm hồ sơ: ${title}`,
  changeReplaced: (title: string) => `Thay hồ sơ: ${title}`,
  changeWithdrawn: (title: string) => `Rút hồ sơ: ${title}`,
  changedTitle: 'Hồ sơ này đã thay đổi sau khi được chấm',
  changedText:
    'Thư ký đã gửi bản mới của hồ sơ hoặc của phiếu. Điểm và nhận xét cũ vẫn còn bên dưới. Hãy xem lại rồi xác nhận.',
  changedConfirm: 'Tôi đã xem lại hồ sơ này',

  // The ballot
  scoreTab: 'Chấm điểm',
  readTab: 'Đọc hồ sơ',
  formCode: (code: string) => `Mẫu ${code}`,
  criterion: (number: number, label: string) => `${number}. ${label}`,
  maxPoints: (max: string) => `tối đa ${formatDecimal(max)}`,
  minPoints: (min: string) => `tối thiểu để đạt ${formatDecimal(min)}`,
  coefficient: (coefficient: string) => `hệ số ${formatDecimal(coefficient)}`,
  stepOf: (step: string) => (step === '1' ? 'điểm nguyên' : `điểm lẻ đến ${formatDecimal(step)}`),
  markName: (mark: number, top: number): string => (top === 4 ? (markNamesVi[mark] ?? '') : ''),
  mark: (mark: number, top: number) => (top === 4 ? `${mark} – ${markNamesVi[mark] ?? ''}` : String(mark)),
  passed: 'Đạt',
  failed: 'Không đạt',
  levelExcellent: 'Xuất sắc',
  levelPass: 'Đạt',
  levelFail: 'Không đạt',
  aspectQuantity: 'Số lượng',
  aspectVolume: 'Khối lượng',
  aspectQuality: 'Chất lượng',
  aspectReport: 'Báo cáo',
  notApplicable: 'Không áp dụng',
  commentLabel: 'Nhận xét',
  commentRequired: 'Nhận xét (bắt buộc)',
  overallComment: 'Nhận xét chung, kiến nghị',
  overallCommentRequired: 'Nhận xét chung, kiến nghị (bắt buộc)',
  opinionHeading: 'Ý kiến kết luận',
  opinionHelp: 'Chọn một trong các ý kiến sau.',
  fieldRequired: (label: string) => `${label} (bắt buộc)`,
  groupTotal: (points: string, max: string) => `${formatDecimal(points)} / ${formatDecimal(max)}`,
  total: 'Tổng điểm',
  totalOf: (points: string, max: string) => `${formatDecimal(points)} / ${formatDecimal(max)}`,
  answeredOf: (answered: number, all: number) => `Đã chấm ${answered}/${all} tiêu chí`,
  allAnswered: 'Đã chấm đủ',
  nextUnanswered: 'Mục còn thiếu',
  previousDossier: 'Hồ sơ trước',
  nextDossier: 'Hồ sơ tiếp theo',
  notANumber: (typed: string) =>
    `“${typed}” không phải là điểm. Hãy nhập một số, ví dụ 12 hoặc 12,5. Điểm này chưa được ghi.`,
  aboveMax: (typed: string, max: string) =>
    `${typed} vượt quá mức tối đa ${formatDecimal(max)}. Hãy sửa lại; điểm này chưa được ghi.`,
  offStep: (typed: string, step: string) =>
    step === '1'
      ? `${typed} không phải điểm nguyên. Hãy sửa lại; điểm này chưa được ghi.`
      : `${typed} không đúng: điểm chỉ lẻ đến ${formatDecimal(step)}. Hãy sửa lại; điểm này chưa được ghi.`,
  belowMin: (min: string) => `Dưới mức tối thiểu ${formatDecimal(min)} của tiêu chí này. Điểm vẫn được ghi.`,

  // Abstention and conflict of interest
  otherHeading: 'Trường hợp khác',
  abstain: 'Bỏ phiếu trắng cho hồ sơ này',
  abstainHelp: 'Vẫn tham gia phiên họp nhưng không đánh giá hồ sơ này. Những gì đã viết được giữ lại trên máy.',
  abstainedNotice:
    'Đang bỏ phiếu trắng cho hồ sơ này. Điểm và nhận xét đã viết được giữ trên máy, không gửi đi và không tính.',
  abstainUndo: 'Chấm lại hồ sơ này',
  declareConflict: 'Khai xung đột lợi ích…',
  conflictTitle: 'Khai xung đột lợi ích',
  conflictText:
    'Khai khi có quan hệ với tổ chức chủ trì hoặc chủ nhiệm, hay có lợi ích liên quan. Hồ sơ này sẽ không được chấm; chủ tịch hội đồng xem xét lời khai.',
  conflictReason: 'Lý do',
  conflictReasonMissing: 'Hãy viết lý do, ví dụ: “Đang công tác tại tổ chức chủ trì”.',
  conflictConfirm: 'Khai xung đột lợi ích',
  conflictNotice:
    'Đã khai xung đột lợi ích với hồ sơ này. Hồ sơ không được chấm và phiếu của hồ sơ này không được gửi đi.',
  conflictWithdraw: 'Rút lời khai',

  // Reading
  reader: 'Tài liệu của hồ sơ',
  attachment: 'Tài liệu',
  noAttachments: 'Hồ sơ này không có tài liệu đính kèm.',
  reading: (name: string) => `Đang mở ${name}…`,
  notReadable: (name: string) =>
    `Không đọc được “${name}” như một tệp PDF. Phiếu chấm không bị ảnh hưởng. Hãy lưu tệp ra máy để mở bằng chương trình khác, hoặc báo thư ký gửi lại.`,
  notPdf: (name: string) =>
    `“${name}” không phải tệp PDF nên không xem được ở đây. Hãy lưu tệp ra máy để mở bằng chương trình khác.`,
  passwordPdf: (name: string) =>
    `“${name}” bị khóa bằng mật khẩu nên không xem được ở đây. Hãy báo thư ký gửi bản không khóa.`,
  saveAttachment: 'Lưu tệp ra máy…',
  resize: 'Kéo để chia lại hai phần màn hình',

  // Saving
  retry: 'Thử lại ngay',

  // Checking and sending
  checkTitle: 'Kiểm tra và gửi phiếu',
  checkMissing: (gaps: number) => `Còn ${gaps} mục chưa xong. Bấm vào từng mục để đến đúng chỗ.`,
  checkReady: 'Không còn thiếu mục nào.',
  checkNothing: 'Gói này không có hồ sơ nào để chấm.',
  gapUnanswered: (what: string) => `Chưa chấm: ${what}`,
  gapOutOfLimits: (what: string) => `Điểm không hợp lệ: ${what}`,
  gapComment: (what: string) => `Thiếu nhận xét bắt buộc: ${what}`,
  gapOpinion: 'Chưa chọn ý kiến kết luận',
  gapOpinionField: (label: string) => `Chưa điền: ${label}`,
  gapOverallComment: 'Thiếu nhận xét chung bắt buộc',
  gapChange: 'Hồ sơ đã thay đổi, cần xem lại và xác nhận',
  ofProduct: (criterion: string, product: string) => `${criterion} (${product})`,
  summaryConflict: 'Khai xung đột lợi ích, không chấm',
  summaryAbstained: 'Phiếu trắng',
  summaryDone: 'Đã chấm đủ',
  remarksLabel: 'Lời nhắn cho thư ký (không bắt buộc)',
  remarksHelp: 'Lời nhắn đi cùng tệp phiếu, không phải là một phần của phiếu.',
  submit: 'Tạo tệp phiếu gửi lại',
  submitAgain: (revision: number) => `Tạo tệp phiếu gửi lại, lần ${revision}`,
  submitting: 'Đang niêm phong phiếu…',
  submitBlocked: 'Hoàn thành các mục còn thiếu ở trên để tạo tệp phiếu.',
  sealedNote: 'Tệp được niêm phong: chỉ thư ký của phiên họp mở được.',
  doneTitle: (revision: number) => `Đã tạo phiếu, lần ${revision}`,
  doneFile: 'Tệp phiếu',
  doneCode: 'Mã phiếu',
  doneCodeHelp: 'Thư ký đọc hoặc in mã này để hai bên đối chiếu.',
  doneNext: 'Gửi tệp này cho thư ký qua e-mail, Zalo hoặc USB.',
  doneNextReceipt:
    'Khi thư ký gửi giấy biên nhận (.hdbiennhan), về danh sách phiên họp và bấm “Mở tệp thư ký gửi…” để thấy “Đã nhận”.',
  saveReturnAgain: 'Lưu lại tệp phiếu',
  printBallots: 'In phiếu của tôi (PDF)',
  printing: 'Đang tạo tệp PDF…',
  changedSince: 'Đã có thay đổi sau lần gửi trước. Nếu muốn thư ký nhận nội dung mới, hãy tạo tệp phiếu lần nữa.',
  revisionsHeading: 'Các lần gửi',
  revision: (revision: number) => `Lần ${revision}`,
  revisionMade: (when: string) => `tạo lúc ${when}`,
  revisionLead: (when: string, code: string) => `Tạo lúc ${when}, mã phiếu ${code}`,
  backToCheck: 'Về trang kiểm tra và gửi phiếu',
  revisionCode: (code: string) => `mã ${code}`,
  received: 'Đã nhận',
  receivedAt: (when: string) => `Thư ký nhận lúc ${when}`,
  awaitingReceipt: 'Chưa có biên nhận',
  viewRevisionLabel: (revision: number) => `Xem lại phiếu lần ${revision}`,
  revisionTitle: (revision: number) => `Phiếu đã gửi, lần ${revision}`,
  noAnswer: 'không chấm',

  // Shortcuts
  shortcuts: 'Phím tắt',
  shortcutsTitle: 'Chấm điểm bằng bàn phím',
  keyDigits: 'Gõ điểm; dấu phẩy hay dấu chấm đều được (12,5)',
  keyArrows: 'Tăng, giảm điểm; đổi lựa chọn',
  keyChoose: 'Chọn mức theo dấu ghi trước mỗi lựa chọn',
  keyEnter: 'Sang mục tiếp theo',
  keyShiftEnter: 'Về mục trước',
  keyLeaveComment: 'Rời ô nhận xét, sang mục tiếp theo',
  keyTab: 'Đi lần lượt qua mọi ô và nút',
  keyMissing: 'Đến mục còn thiếu tiếp theo',
  keyPane: 'Chuyển giữa phiếu và tài liệu',
  keyDossiers: 'Hồ sơ tiếp theo, hồ sơ trước',
  keyPages: 'Trang sau, trang trước (khi đang ở tài liệu)',
  keyZoom: 'Phóng to, thu nhỏ (khi đang ở tài liệu)',
  keyFind: 'Tìm trong tài liệu đang đọc, không cần gõ dấu',
  keyUndo: 'Hoàn tác, làm lại (khi không ở trong ô chữ)',
  keyCheck: 'Kiểm tra và gửi phiếu',
  keyHelp: 'Bảng phím tắt này',
};

const en: typeof vi = {
  homeTitle: 'My meetings',
  homeLead:
    "A meeting begins with a package file (.hdgoi) from the council's secretary. Open it, read the dossiers, give points, and send one file back.",
  homeEmptyTitle: 'No meetings yet',
  homeEmptyText: "When the secretary's package is opened, the meeting appears here and stays on this computer.",
  openFile: 'Open a file from the secretary…',
  fileRefused: 'This file cannot be opened here',
  dropHint: 'An .hdgoi or .hdbiennhan file can also be dropped here.',
  dropNow: 'Drop the file to open it',
  listHeading: 'Meetings on this computer',
  rehearsal: 'Rehearsal',
  memberOf: (name) => `Member: ${name}`,
  meetingAt: (when) => `Meets at ${when}`,
  meetingUnknown: 'No meeting time yet',
  deadlineAt: (when) => `Return by ${when}`,
  progressOf: (complete, all) => `${complete} of ${all} dossiers done`,
  notSent: 'Not sent yet',
  sentRevision: (revision) => `Return made, revision ${revision}`,
  receivedRevision: (revision) => `The secretary has revision ${revision}`,
  remove: 'Remove from this computer…',
  removeTitle: 'Remove the meeting from this computer?',
  removeText:
    'The ballots and dossiers of this meeting go to the bin inside the data folder. Files sent to the secretary are not affected.',
  removeConfirm: 'Remove',
  cancel: 'Cancel',
  close: 'Close',

  passphraseTitle: 'Open the package',
  passphraseFile: (name) => `File: ${name}`,
  passphraseLabel: 'Passphrase of the package',
  passphraseHelp:
    'It stands on the slip the secretary gave to each member. Capitals do not matter; the whole line can be pasted.',
  passphraseEmpty: 'Type the passphrase from the slip the secretary gave.',
  passphraseOpen: 'Open',
  openingCarrying: 'Reading the file…',
  openingDeriving: 'Unlocking with the passphrase. This takes a few seconds…',
  openingUnsealing: 'Decrypting the package…',
  openingChecking: 'Checking every file in the package…',
  openingWriting: 'Keeping the dossiers on this computer…',
  openingStop: 'Stop',
  openingStopping: 'Stopping…',
  openingStopped: 'Stopped. Nothing was recorded; the package file is untouched and can be opened at any time.',
  trustNewKey: 'The secretary confirms it, use this package',
  unknownFile: (name) =>
    `“${name}” is not a file of a meeting. Choose one that ends in .hdgoi (a package) or .hdbiennhan (a receipt).`,
  returnFileGiven: (name) =>
    `“${name}” is a return, meant for the secretary's computer. This one keeps its own copy; it need not be opened.`,
  openedNew: 'The package is open. Scoring can begin.',
  openedUpdated: 'The new package is taken in. Points and comments on unchanged dossiers are kept.',
  openedUnchanged: 'This package was opened before. All points and comments are still there.',
  openedOlder: 'This package is older than the one in use. Nothing has changed; go on with the one in use.',
  receiptTaken: (revision, code) => `The secretary has received revision ${revision}, code ${code}.`,

  workbookGone: 'This meeting is not on this computer.',
  backHome: 'Back to the meetings',
  overview: 'Overview',
  councilHeading: 'Council',
  seat: (office) => `Seat: ${office}`,
  place: (place) => `Place: ${place}`,
  decision: (decision) => `Decision: ${decision}`,
  deadlinePassed: 'The deadline has passed. The return can still be sent; the chair decides whether it counts.',
  dossiersHeading: 'Dossiers',
  dossierNumber: (number) => `Dossier ${number}`,
  dossierTitle: (number, title) => `Dossier ${number}: ${title}`,
  stateConflict: 'Conflict of interest',
  stateUntouched: 'Not begun',
  stateComplete: 'Done',
  dossierStateChanged: 'Dossier has changed',
  stateWithGaps: (gaps) => `${gaps} missing`,
  start: 'Begin with dossier 1',
  goOn: (number) => `Go on with dossier ${number}`,
  toCheck: 'Check and send',
  nextStep: 'Next',
  nextStepCheck: 'All dossiers are done. Check once more and make the file for the secretary.',
  nextStepScore: (complete, all) =>
    `${complete} of ${all} dossiers done. Everything is saved as it is typed; stop and go on at any time.`,
  nextStepSent:
    'The return is made and nothing has changed since. If it has not been sent to the secretary yet, send it.',
  nextStepReceived: (revision) =>
    `The secretary has received revision ${revision}. Nothing is left to do. After changing points or comments, make and send the return again.`,
  seeSent: 'See what was sent',
  history: 'History of changes',
  historyEmpty: 'No changes yet.',

  changesHeading: (number) => `Package ${number} brings changes`,
  changeAdded: (title) => `Added: ${title}`,
  changeReplaced: (title) => `Replaced: ${title}`,
  changeWithdrawn: (title) => `Withdrawn: ${title}`,
  changedTitle: 'This dossier has changed since it was judged',
  changedText:
    'The secretary sent another version of the dossier or of the form. The earlier points and comments are still below. Look again, then confirm.',
  changedConfirm: 'I have looked at this dossier again',

  scoreTab: 'Score',
  readTab: 'Read',
  formCode: (code) => `Form ${code}`,
  criterion: (number, label) => `${number}. ${label}`,
  maxPoints: (max) => `at most ${formatDecimal(max)}`,
  minPoints: (min) => `at least ${formatDecimal(min)} to pass`,
  coefficient: (coefficient) => `coefficient ${formatDecimal(coefficient)}`,
  stepOf: (step) => (step === '1' ? 'whole points' : `in steps of ${formatDecimal(step)}`),
  markName: (mark, top) => (top === 4 ? (markNamesEn[mark] ?? '') : ''),
  mark: (mark, top) => (top === 4 ? `${mark} – ${markNamesEn[mark] ?? ''}` : String(mark)),
  passed: 'Pass',
  failed: 'Fail',
  levelExcellent: 'Excellent',
  levelPass: 'Pass',
  levelFail: 'Fail',
  aspectQuantity: 'Quantity',
  aspectVolume: 'Volume',
  aspectQuality: 'Quality',
  aspectReport: 'Report',
  notApplicable: 'Not applicable',
  commentLabel: 'Comment',
  commentRequired: 'Comment (required)',
  overallComment: 'Overall comment and recommendations',
  overallCommentRequired: 'Overall comment and recommendations (required)',
  opinionHeading: 'Opinion',
  opinionHelp: 'Choose one of these.',
  fieldRequired: (label) => `${label} (required)`,
  groupTotal: (points, max) => `${formatDecimal(points)} / ${formatDecimal(max)}`,
  total: 'Total',
  totalOf: (points, max) => `${formatDecimal(points)} / ${formatDecimal(max)}`,
  answeredOf: (answered, all) => `${answered}/${all} criteria answered`,
  allAnswered: 'All answered',
  nextUnanswered: 'Missing item',
  previousDossier: 'Previous dossier',
  nextDossier: 'Next dossier',
  notANumber: (typed) => `“${typed}” is not a number of points. Type one such as 12 or 12,5. It has not been recorded.`,
  aboveMax: (typed, max) =>
    `${typed} is above the most, ${formatDecimal(max)}. Please correct it; it has not been recorded.`,
  offStep: (typed, step) =>
    step === '1'
      ? `${typed} is not a whole number. Please correct it; it has not been recorded.`
      : `${typed} is not in steps of ${formatDecimal(step)}. Please correct it; it has not been recorded.`,
  belowMin: (min) => `Below this criterion's least, ${formatDecimal(min)}. It is recorded all the same.`,

  otherHeading: 'Other cases',
  abstain: 'Abstain on this dossier',
  abstainHelp: 'Taking part in the meeting without judging this dossier. What was written stays on this computer.',
  abstainedNotice:
    'Abstaining on this dossier. Points and comments already written stay on this computer; they are not sent and do not count.',
  abstainUndo: 'Judge this dossier after all',
  declareConflict: 'Declare a conflict of interest…',
  conflictTitle: 'Declare a conflict of interest',
  conflictText:
    'For ties with the host organisation or the principal, or any other interest. The dossier is then not judged; the chair considers the declaration.',
  conflictReason: 'Reason',
  conflictReasonMissing: 'Write the reason, for example “Employed by the host organisation”.',
  conflictConfirm: 'Declare',
  conflictNotice: 'A conflict of interest in this dossier is declared. It is not judged and its ballot is not sent.',
  conflictWithdraw: 'Withdraw the declaration',

  reader: 'Documents of the dossier',
  attachment: 'Document',
  noAttachments: 'This dossier has no documents.',
  reading: (name) => `Opening ${name}…`,
  notReadable: (name) =>
    `“${name}” can't be read as a PDF. The ballot is not affected. Save the file to open it with another program, or ask the secretary to send it again.`,
  notPdf: (name) => `“${name}” is not a PDF and can't be shown here. Save the file to open it with another program.`,
  passwordPdf: (name) =>
    `“${name}” is locked with a password and can't be shown here. Ask the secretary for an unlocked copy.`,
  saveAttachment: 'Save the file…',
  resize: 'Drag to share the screen otherwise',

  retry: 'Try again now',

  checkTitle: 'Check and send',
  checkMissing: (gaps) =>
    gaps === 1 ? 'One item is missing. Click it to go there.' : `${gaps} items are missing. Click one to go there.`,
  checkReady: 'Nothing is missing.',
  checkNothing: 'This package has no dossiers to judge.',
  gapUnanswered: (what) => `Not answered: ${what}`,
  gapOutOfLimits: (what) => `Points out of limits: ${what}`,
  gapComment: (what) => `A required comment is missing: ${what}`,
  gapOpinion: 'No opinion chosen',
  gapOpinionField: (label) => `Not filled in: ${label}`,
  gapOverallComment: 'The required overall comment is missing',
  gapChange: 'The dossier has changed: look again and confirm',
  ofProduct: (criterion, product) => `${criterion} (${product})`,
  summaryConflict: 'Conflict of interest declared, not judged',
  summaryAbstained: 'Abstention',
  summaryDone: 'Complete',
  remarksLabel: 'A note to the secretary (optional)',
  remarksHelp: 'It travels with the file and is not part of the ballot.',
  submit: 'Make the return file',
  submitAgain: (revision) => `Make the return file, revision ${revision}`,
  submitting: 'Sealing the return…',
  submitBlocked: 'Finish the missing items above to make the file.',
  sealedNote: 'The file is sealed: only the secretary of this meeting can open it.',
  doneTitle: (revision) => `Return made, revision ${revision}`,
  doneFile: 'File',
  doneCode: 'Code',
  doneCodeHelp: 'The secretary reads out or prints this code, so both sides can compare.',
  doneNext: 'Send this file to the secretary by e-mail, Zalo or USB stick.',
  doneNextReceipt:
    'When the secretary sends a receipt (.hdbiennhan), go back to the meetings and open it with “Open a file from the secretary…” to see “Received”.',
  saveReturnAgain: 'Save the return file again',
  printBallots: 'Print my ballots (PDF)',
  printing: 'Making the PDF…',
  changedSince:
    'Something has changed since the last return. To give the secretary the new contents, make the file again.',
  revisionsHeading: 'Returns made',
  revision: (revision) => `Revision ${revision}`,
  revisionMade: (when) => `made ${when}`,
  revisionLead: (when, code) => `Made ${when}, code ${code}`,
  backToCheck: 'Back to checking and sending',
  revisionCode: (code) => `code ${code}`,
  received: 'Received',
  receivedAt: (when) => `Received by the secretary ${when}`,
  awaitingReceipt: 'No receipt yet',
  viewRevisionLabel: (revision) => `View revision ${revision}`,
  revisionTitle: (revision) => `Return sent, revision ${revision}`,
  noAnswer: 'not answered',

  shortcuts: 'Shortcuts',
  shortcutsTitle: 'Scoring by keyboard',
  keyDigits: 'Type the points; comma or point both work (12,5)',
  keyArrows: 'One step up or down; change the choice',
  keyChoose: 'Choose the level with the sign before it',
  keyEnter: 'Next item',
  keyShiftEnter: 'Previous item',
  keyLeaveComment: 'Leave a comment for the next item',
  keyTab: 'Through every field and button in turn',
  keyMissing: 'Next missing item',
  keyPane: 'Between the ballot and the documents',
  keyDossiers: 'Next dossier, previous dossier',
  keyPages: 'Next page, previous page (while in the documents)',
  keyZoom: 'Zoom in, zoom out (while in the documents)',
  keyFind: 'Find in the document being read; accents may be left out',
  keyUndo: 'Undo, redo (while not in a text field)',
  keyCheck: 'Check and send',
  keyHelp: 'This list',
};

/** Texts of the member's screens. */
export const memberMessages: Catalogue<typeof vi> = { vi, en };

const text = (details: ProblemDetails, key: string): string => String(details[key] ?? '');
const number = (details: ProblemDetails, key: string): string => {
  const value = text(details, key);
  return /^\d+(\.\d+)?$/.test(value) ? formatDecimal(value) : value;
};

/** Texts of the problems an operation on workbooks may end with. */
export const memberProblems: ProblemTexts = {
  'workbook.unknown': {
    vi: () => 'Không tìm thấy phiên họp này trên máy. Hãy mở lại tệp gói của thư ký.',
    en: () => "This meeting is not on this computer. Open the secretary's package again.",
  },
  'workbook.noPackage': {
    vi: () => 'Chưa mở gói nào cho phiên họp này. Hãy mở tệp gói của thư ký.',
    en: () => "No package has been opened for this meeting. Open the secretary's package.",
  },
  'workbook.unknownDossier': {
    vi: () => 'Hồ sơ này không còn trong gói đang dùng. Những gì đã viết vẫn được giữ trên máy.',
    en: () => 'This dossier is not in the package in use any more. What was written is kept on this computer.',
  },
  'workbook.unknownQuestion': {
    vi: () => 'Phiếu đang dùng không có mục này. Nội dung chưa được ghi; hãy mở lại hồ sơ.',
    en: () => 'The form in use has no such item. Nothing was recorded; open the dossier again.',
  },
  'workbook.unknownOpinion': {
    vi: () => 'Phiếu đang dùng không có ý kiến này. Nội dung chưa được ghi; hãy mở lại hồ sơ.',
    en: () => 'The form in use has no such opinion. Nothing was recorded; open the dossier again.',
  },
  'workbook.noCommentHere': {
    vi: () => 'Phiếu này không có chỗ cho nhận xét ở đây. Nội dung chưa được ghi.',
    en: () => 'This form has no room for a comment here. Nothing was recorded.',
  },
  'workbook.aboveMax': {
    vi: (details) =>
      `Điểm ${number(details, 'given')} vượt quá mức tối đa ${number(details, 'max')} của “${text(details, 'criterion')}”. Điểm này chưa được ghi; hãy sửa lại.`,
    en: (details) =>
      `${number(details, 'given')} is above the most, ${number(details, 'max')}, of “${text(details, 'criterion')}”. It was not recorded; please correct it.`,
  },
  'workbook.offStep': {
    vi: (details) =>
      `Điểm ${number(details, 'given')} của “${text(details, 'criterion')}” không theo bước ${number(details, 'step')}. Điểm này chưa được ghi; hãy sửa lại.`,
    en: (details) =>
      `${number(details, 'given')} for “${text(details, 'criterion')}” is not in steps of ${number(details, 'step')}. It was not recorded; please correct it.`,
  },
  'workbook.wrongScale': {
    vi: (details) =>
      `“${text(details, 'criterion')}” được đánh giá theo thang khác. Nội dung chưa được ghi; hãy mở lại hồ sơ.`,
    en: (details) =>
      `“${text(details, 'criterion')}” is judged on another scale. Nothing was recorded; open the dossier again.`,
  },
  'workbook.mustApply': {
    vi: (details) => `“${text(details, 'criterion')}” luôn áp dụng, không chọn “không áp dụng” được.`,
    en: (details) => `“${text(details, 'criterion')}” always applies; “not applicable” can't be chosen.`,
  },
  'workbook.conflictNeedsReason': {
    vi: () => 'Khai xung đột lợi ích cần có lý do. Hãy viết lý do rồi khai lại.',
    en: () => 'A declaration of a conflict of interest needs a reason. Write it and declare again.',
  },
  'workbook.noConflict': {
    vi: () => 'Chưa khai xung đột lợi ích với hồ sơ này nên không có gì để rút.',
    en: () => 'No conflict of interest is declared in this dossier, so there is nothing to withdraw.',
  },
  'workbook.conflictDeclared': {
    vi: (details) =>
      `Đã khai xung đột lợi ích với hồ sơ “${text(details, 'dossier')}” nên không chấm được. Nếu khai nhầm, hãy rút lời khai.`,
    en: (details) =>
      `A conflict of interest in “${text(details, 'dossier')}” is declared, so it can't be judged. If that was a mistake, withdraw the declaration.`,
  },
  'workbook.otherSeat': {
    vi: () => 'Tệp này dành cho thành viên hoặc phiên họp khác. Không có gì thay đổi; hãy báo thư ký.',
    en: () => 'This file is meant for another member or meeting. Nothing has changed; tell the secretary.',
  },
  'workbook.otherSecretary': {
    vi: () =>
      'Gói này được ký bằng khóa khác với gói trước của phiên họp. Không có gì thay đổi; hãy hỏi lại thư ký trước khi dùng.',
    en: () =>
      "This package is signed with another key than the meeting's earlier package. Nothing has changed; ask the secretary before using it.",
  },
  'workbook.olderPackage': {
    vi: (details) =>
      `Gói này cũ hơn gói số ${text(details, 'number')} đang dùng. Không có gì thay đổi; hãy tiếp tục với gói đang dùng.`,
    en: (details) =>
      `This package is older than number ${text(details, 'number')} in use. Nothing has changed; go on with the one in use.`,
  },
  'workbook.incomplete': {
    vi: (details) =>
      `Còn ${text(details, 'gaps')} mục chưa xong nên chưa tạo được tệp phiếu. Mọi nội dung đã viết vẫn được giữ; hãy hoàn thành các mục còn thiếu.`,
    en: (details) =>
      `${text(details, 'gaps')} items are missing, so the file was not made. Everything written is kept; finish the missing items.`,
  },
  'workbook.noReturn': {
    vi: () => 'Chưa tạo phiếu gửi lại nào cho phiên họp này.',
    en: () => 'No return has been made for this meeting yet.',
  },
  'workbook.returnFileGone': {
    vi: (details) =>
      `Bản lưu của tệp “${text(details, 'fileName')}” không còn trên máy. Hãy tạo tệp phiếu lần nữa; nội dung phiếu vẫn được giữ.`,
    en: (details) =>
      `The kept copy of “${text(details, 'fileName')}” is gone from this computer. Make the return file again; what was written is kept.`,
  },
  'workbook.keyGone': {
    vi: () =>
      'Khóa ký phiếu của phiên họp này không còn trên máy, nên chưa tạo được tệp phiếu. Mọi nội dung đã viết vẫn được giữ. Hãy nhờ thư ký “cho phép khóa mới”, rồi mở lại tệp gói.',
    en: () =>
      'The key that signs the returns of this meeting is gone from this computer, so no file was made. Everything written is kept. Ask the secretary to allow a new key, then open the package again.',
  },
  'workbook.noAttachment': {
    vi: () => 'Tài liệu này không có trong gói đang dùng. Hãy mở lại tệp gói của thư ký.',
    en: () => "This document is not in the package in use. Open the secretary's package again.",
  },
  'workbook.receiptOtherSeat': {
    vi: () => 'Giấy biên nhận này không thuộc phiên họp nào trên máy. Hãy kiểm tra lại với thư ký.',
    en: () => 'This receipt belongs to no meeting on this computer. Check with the secretary.',
  },
  'workbook.receiptUnknownReturn': {
    vi: (details) =>
      `Giấy biên nhận này (mã ${text(details, 'code')}) là cho một phiếu không tạo từ máy này. Hãy báo thư ký.`,
    en: (details) =>
      `This receipt (code ${text(details, 'code')}) is for a return that was not made on this computer. Tell the secretary.`,
  },
  'workbook.receiptForNoReturn': {
    vi: (details) =>
      `Giấy biên nhận này (mã ${text(details, 'code')}) là cho một phiếu không tạo từ máy này. Hãy báo thư ký.`,
    en: (details) =>
      `This receipt (code ${text(details, 'code')}) is for a return that was not made on this computer. Tell the secretary.`,
  },
  'workbook.createdAlready': {
    vi: () => 'Phiên họp này đã có trên máy.',
    en: () => 'This meeting is on this computer already.',
  },
  'workbook.revisionDisagrees': {
    vi: () => 'Một tệp phiếu khác vừa được tạo. Hãy mở lại trang này và thử lại.',
    en: () => 'Another return was made just now. Open this page again and try once more.',
  },

  'package.wrongPassphrase': {
    vi: () =>
      'Mật khẩu không đúng nên gói chưa mở được. Những gì đã nhập vẫn còn đó: hãy so lại với phiếu thư ký trao, hoặc kiểm tra xem có chọn đúng tệp của mình không.',
    en: () =>
      'The passphrase does not open this package. What was typed is still there: compare it with the slip, or check that the file is the right one.',
  },
  'package.notExchangeFile': {
    vi: (details) => `“${text(details, 'fileName')}” không phải gói phiên họp. Hãy chọn tệp .hdgoi mà thư ký gửi.`,
    en: (details) => `“${text(details, 'fileName')}” is not a package. Choose the .hdgoi file from the secretary.`,
  },
  'package.wrongKind': {
    vi: (details) =>
      `“${text(details, 'fileName')}” là một loại tệp khác của phiên họp, không phải gói. Hãy chọn tệp .hdgoi mà thư ký gửi.`,
    en: (details) =>
      `“${text(details, 'fileName')}” is another kind of file of a meeting. Choose the .hdgoi file from the secretary.`,
  },
  'package.damaged': {
    vi: (details) =>
      `“${text(details, 'fileName')}” bị hỏng hoặc thiếu một phần trên đường gửi. Không có gì thay đổi trên máy; hãy nhờ thư ký gửi lại tệp.`,
    en: (details) =>
      `“${text(details, 'fileName')}” was damaged or cut short on its way. Nothing has changed here; ask the secretary to send it again.`,
  },
  'package.tampered': {
    vi: (details) =>
      `“${text(details, 'fileName')}” đã bị sửa sau khi thư ký tạo ra nên không được mở. Không có gì thay đổi trên máy; hãy báo thư ký.`,
    en: (details) =>
      `“${text(details, 'fileName')}” was changed after the secretary made it, so it is not opened. Nothing has changed here; tell the secretary.`,
  },
  'package.newerFormat': {
    vi: (details) =>
      `“${text(details, 'fileName')}” được tạo bằng bản chương trình mới hơn. Hãy cài bản mới của chương trình rồi mở lại; không có gì bị mất.`,
    en: (details) =>
      `“${text(details, 'fileName')}” was made by a newer version of the program. Install it and open the file again; nothing is lost.`,
  },
  'package.danger': {
    vi: (details) =>
      `“${text(details, 'fileName')}” có cấu trúc không an toàn (${text(details, 'danger')}) nên không được mở. Không có gì thay đổi trên máy; hãy báo thư ký.`,
    en: (details) =>
      `“${text(details, 'fileName')}” is built in an unsafe way (${text(details, 'danger')}), so it is not opened. Nothing has changed here; tell the secretary.`,
  },
  'package.limit': {
    vi: (details) =>
      `“${text(details, 'fileName')}” vượt giới hạn an toàn của chương trình (${text(details, 'limit')}) nên không được mở. Không có gì thay đổi trên máy; hãy báo thư ký.`,
    en: (details) =>
      `“${text(details, 'fileName')}” is beyond the program's safe limits (${text(details, 'limit')}), so it is not opened. Nothing has changed here; tell the secretary.`,
  },
  'package.malformed': {
    vi: (details) =>
      `Nội dung của “${text(details, 'fileName')}” không đúng dạng của một gói (${text(details, 'path')}). Không có gì thay đổi trên máy; hãy báo thư ký.`,
    en: (details) =>
      `The contents of “${text(details, 'fileName')}” do not have the form of a package (${text(details, 'path')}). Nothing has changed here; tell the secretary.`,
  },
  'package.notForThisKey': {
    vi: (details) =>
      `“${text(details, 'fileName')}” không phải gói dành cho thành viên. Hãy chọn tệp .hdgoi mà thư ký gửi.`,
    en: (details) =>
      `“${text(details, 'fileName')}” is not a member's package. Choose the .hdgoi file from the secretary.`,
  },
  'receipt.notForThisKey': {
    vi: (details) =>
      `Giấy biên nhận “${text(details, 'fileName')}” không dành cho phiếu nào tạo trên máy này. Hãy kiểm tra lại với thư ký.`,
    en: (details) =>
      `The receipt “${text(details, 'fileName')}” is for no return made on this computer. Check with the secretary.`,
  },
  'receipt.wrongPassphrase': {
    vi: (details) =>
      `“${text(details, 'fileName')}” không phải giấy biên nhận. Hãy chọn tệp .hdbiennhan mà thư ký gửi.`,
    en: (details) => `“${text(details, 'fileName')}” is not a receipt. Choose the .hdbiennhan file from the secretary.`,
  },
  'receipt.notExchangeFile': {
    vi: (details) =>
      `“${text(details, 'fileName')}” không phải giấy biên nhận. Hãy chọn tệp .hdbiennhan mà thư ký gửi.`,
    en: (details) => `“${text(details, 'fileName')}” is not a receipt. Choose the .hdbiennhan file from the secretary.`,
  },
  'receipt.wrongKind': {
    vi: (details) =>
      `“${text(details, 'fileName')}” không phải giấy biên nhận. Hãy chọn tệp .hdbiennhan mà thư ký gửi.`,
    en: (details) => `“${text(details, 'fileName')}” is not a receipt. Choose the .hdbiennhan file from the secretary.`,
  },
  'receipt.damaged': {
    vi: (details) =>
      `Giấy biên nhận “${text(details, 'fileName')}” bị hỏng trên đường gửi. Phiếu của Ông/Bà không bị ảnh hưởng; hãy nhờ thư ký gửi lại.`,
    en: (details) =>
      `The receipt “${text(details, 'fileName')}” was damaged on its way. Your return is not affected; ask the secretary to send it again.`,
  },
  'receipt.tampered': {
    vi: (details) => `Giấy biên nhận “${text(details, 'fileName')}” đã bị sửa nên không được nhận. Hãy báo thư ký.`,
    en: (details) =>
      `The receipt “${text(details, 'fileName')}” was changed by somebody and is not taken. Tell the secretary.`,
  },
  'receipt.newerFormat': {
    vi: (details) =>
      `Giấy biên nhận “${text(details, 'fileName')}” được tạo bằng bản chương trình mới hơn. Hãy cài bản mới rồi mở lại.`,
    en: (details) =>
      `The receipt “${text(details, 'fileName')}” was made by a newer version of the program. Install it and open the file again.`,
  },
  'receipt.danger': {
    vi: (details) =>
      `“${text(details, 'fileName')}” có cấu trúc không an toàn (${text(details, 'danger')}) nên không được mở. Hãy báo thư ký.`,
    en: (details) =>
      `“${text(details, 'fileName')}” is built in an unsafe way (${text(details, 'danger')}), so it is not opened. Tell the secretary.`,
  },
  'receipt.limit': {
    vi: (details) =>
      `“${text(details, 'fileName')}” lớn hơn một giấy biên nhận (${text(details, 'limit')}) nên không được mở. Hãy báo thư ký.`,
    en: (details) =>
      `“${text(details, 'fileName')}” is larger than a receipt (${text(details, 'limit')}), so it is not opened. Tell the secretary.`,
  },
  'receipt.malformed': {
    vi: (details) =>
      `Nội dung của “${text(details, 'fileName')}” không đúng dạng của một giấy biên nhận. Hãy báo thư ký.`,
    en: (details) =>
      `The contents of “${text(details, 'fileName')}” do not have the form of a receipt. Tell the secretary.`,
  },
  'workbook.unknownCouncil': {
    vi: () =>
      'Gói này thuộc loại hội đồng mà bản chương trình này chưa biết. Hãy cài bản mới của chương trình rồi mở lại; không có gì bị mất.',
    en: () =>
      'This package is of a kind of council this version of the program does not know. Install the new version and open it again; nothing is lost.',
  },
};
