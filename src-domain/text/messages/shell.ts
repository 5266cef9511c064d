import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  appName: 'HoiDong',
  skipToTask: 'Đến phần nội dung chính',
  archive: 'Các phiên họp',
  workbooks: 'Gói đã mở',
  startPage: 'Trang đầu',
  steps: 'Các bước của phiên họp',
  stepsShort: 'Các bước',
  elsewhere: 'Lối đi khác',
  help: 'Trợ giúp',

  saved: (time: string) => `Đã lưu ${time}`,
  saving: 'Đang lưu…',
  notSaved: 'Chưa lưu được',
  retry: 'Lưu lại',
  discard: 'Bỏ thay đổi này',
  notSavedKept: (lastSaved: string) =>
    `Những gì đã nhập vẫn còn nguyên trên màn hình; lần lưu được gần nhất là ${lastSaved}.`,
  retryingByItself: 'Chương trình tự lưu lại khi có thể.',
  unsavedElsewhere: 'Còn nội dung đã nhập mà chưa lưu được',
  unsavedElsewhereKept:
    'Nội dung đó vẫn được giữ trong chương trình và tự lưu lại khi có thể; đừng đóng chương trình trước lúc ấy.',
  unsavedSession: 'Về phiên họp chưa lưu',
  unsavedWorkbook: 'Về gói chưa lưu',
  unsavedPack: 'Về bộ quy định chưa lưu',
  leavingTitle: 'Đóng khi còn nội dung chưa lưu được?',
  leavingText:
    'Có nội dung đã nhập mà chưa ghi được xuống đĩa. Đóng bây giờ thì mất phần đó; những gì đã báo “Đã lưu” vẫn còn nguyên. Để giữ lại, hãy bấm Hủy rồi xử lý nguyên nhân đang ghi ở cuối màn hình.',
  leavingConfirm: 'Đóng, bỏ phần chưa lưu',
  readOnly: 'Chỉ xem',
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  undoWhat: (what: string) => `Hoàn tác: ${what}`,
  redoWhat: (what: string) => `Làm lại: ${what}`,
  nothingToUndo: 'Không có gì để hoàn tác',
  nothingToRedo: 'Không có gì để làm lại',
  undone: (what: string) => `Đã hoàn tác: ${what}`,
  redone: (what: string) => `Đã làm lại: ${what}`,

  display: 'Hiển thị',
  textSize: 'Cỡ chữ',
  textNormal: 'Vừa',
  textLarge: 'Lớn',
  textLarger: 'Rất lớn',
  theme: 'Nền',
  themeLight: 'Sáng',
  themeDark: 'Tối',
  themeSystem: 'Theo máy',
  language: 'Ngôn ngữ',
  role: 'Vai trò',
  roleSecretary: 'Thư ký',
  roleMember: 'Thành viên',
  close: 'Đóng',
  cancel: 'Hủy',
  back: 'Quay lại',
  next: (step: string) => `Bước sau: ${step}`,
  previous: (step: string) => `Bước trước: ${step}`,
  optional: 'không bắt buộc',

  moreLacks: (count: number) => `và ${count} mục khác`,
  stepDone: 'đã đủ',
  stepOpen: 'còn thiếu',
  stepIdle: 'chưa đến',
  stepNumber: (number: number, count: number) => `Bước ${number}/${count}`,

  loading: 'Đang mở…',
  notFoundTitle: 'Không có trang này',
  notFoundText: 'Địa chỉ không dẫn đến màn hình nào của chương trình.',
  cannotOpenTitle: 'Chưa mở được',
  tryAgain: 'Thử lại',
  crashTitle: 'Màn hình này gặp lỗi',
  crashText: 'Những gì đã lưu vẫn còn nguyên. Hãy mở lại màn hình; nếu vẫn lỗi, hãy quay về trang đầu.',
  crashReload: 'Mở lại màn hình',
  crashHome: 'Về trang đầu',
  startFailedTitle: 'Chương trình chưa chạy được',

  chooseFile: 'Chọn tệp…',
  chooseFiles: 'Chọn các tệp…',
  dropHere: 'hoặc kéo tệp thả vào đây',
  dropNow: 'Thả tệp vào đây',
  wrongFileKind: (name: string, wanted: string) => `“${name}” không phải tệp ${wanted}; tệp này không được nhận.`,
  savedFiles: (count: number) => (count === 1 ? 'Đã lưu 1 tệp.' : `Đã lưu ${count} tệp.`),
  savedFileTo: (place: string) => `Đã lưu vào ${place}`,

  dateHint: 'ngày/tháng/năm',
  dateWrong: 'Ngày không đúng; hãy nhập như 05/02/2026.',
  timeHint: 'giờ:phút',
  timeWrong: 'Giờ không đúng; hãy nhập như 08:30.',
  dateFirst: 'Hãy nhập ngày trước, rồi nhập giờ.',
  day: 'Ngày',
  time: 'Giờ',
  dateOf: (field: string) => `${field}: ngày`,
  timeOf: (field: string) => `${field}: giờ`,

  pdfLoading: 'Đang mở tệp…',
  pdfBroken: 'Không mở được tệp này: nó không phải tệp PDF hoặc đã hỏng. Hãy xin lại tệp gốc rồi đính kèm lần nữa.',
  pdfLocked:
    'Tệp PDF này đặt mật khẩu nên không xem được ở đây. Hãy xin một bản không có mật khẩu rồi đính kèm lần nữa.',

  showPassphrase: 'Hiện mật khẩu',
  copy: 'Chép',
  copied: 'Đã chép',
};

const en: typeof vi = {
  appName: 'HoiDong',
  skipToTask: 'To the main content',
  archive: 'Sessions',
  workbooks: 'Opened packages',
  startPage: 'Start page',
  steps: 'Steps of the session',
  stepsShort: 'Steps',
  elsewhere: 'Elsewhere',
  help: 'Help',

  saved: (time) => `Saved ${time}`,
  saving: 'Saving…',
  notSaved: 'Not saved',
  retry: 'Save again',
  discard: 'Drop this change',
  notSavedKept: (lastSaved) => `What was typed is still on the screen; it was last saved at ${lastSaved}.`,
  retryingByItself: 'The program saves it by itself as soon as it can.',
  unsavedElsewhere: 'Something that was typed is not saved yet',
  unsavedElsewhereKept:
    'It is kept in the program and saved by itself as soon as that can be done; do not close the program before then.',
  unsavedSession: 'To the unsaved session',
  unsavedWorkbook: 'To the unsaved package',
  unsavedPack: 'To the unsaved pack',
  leavingTitle: 'Close although something is not saved?',
  leavingText:
    'Something that was typed could not be written to the disk. Closing now loses it; everything reported as saved is safe. To keep it, press Cancel and see to the cause, which is told at the foot of the screen.',
  leavingConfirm: 'Close, drop what is not saved',
  readOnly: 'Read only',
  undo: 'Undo',
  redo: 'Redo',
  undoWhat: (what) => `Undo: ${what}`,
  redoWhat: (what) => `Redo: ${what}`,
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to redo',
  undone: (what) => `Undone: ${what}`,
  redone: (what) => `Redone: ${what}`,

  display: 'Display',
  textSize: 'Text size',
  textNormal: 'Normal',
  textLarge: 'Large',
  textLarger: 'Larger',
  theme: 'Background',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeSystem: 'As the computer',
  language: 'Language',
  role: 'Role',
  roleSecretary: 'Secretary',
  roleMember: 'Member',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  next: (step) => `Next step: ${step}`,
  previous: (step) => `Previous step: ${step}`,
  optional: 'optional',

  moreLacks: (count) => `and ${count} more`,
  stepDone: 'complete',
  stepOpen: 'incomplete',
  stepIdle: 'not yet',
  stepNumber: (number, count) => `Step ${number}/${count}`,

  loading: 'Opening…',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address leads to no screen of the program.',
  cannotOpenTitle: 'It could not be opened',
  tryAgain: 'Try again',
  crashTitle: 'This screen has failed',
  crashText:
    'Everything that was saved is still there. Open the screen again; if it fails once more, go back to the start page.',
  crashReload: 'Open the screen again',
  crashHome: 'To the start page',
  startFailedTitle: 'The program could not start',

  chooseFile: 'Choose a file…',
  chooseFiles: 'Choose files…',
  dropHere: 'or drop files here',
  dropNow: 'Drop the files here',
  wrongFileKind: (name, wanted) => `“${name}” is not a ${wanted} file; it was not taken.`,
  savedFiles: (count) => (count === 1 ? '1 file saved.' : `${count} files saved.`),
  savedFileTo: (place) => `Saved to ${place}`,

  dateHint: 'day/month/year',
  dateWrong: 'There is no such day; type it like 05/02/2026.',
  timeHint: 'hh:mm',
  timeWrong: 'There is no such time; type it like 08:30.',
  dateFirst: 'Type the day first, then the time.',
  day: 'Day',
  time: 'Time',
  dateOf: (field) => `${field}: day`,
  timeOf: (field) => `${field}: time`,

  pdfLoading: 'Opening the file…',
  pdfBroken: 'This file could not be opened: it is not a PDF or is damaged. Ask for the original and attach it again.',
  pdfLocked: 'This PDF has a password, so it can not be read here. Ask for one without a password and attach it again.',

  showPassphrase: 'Show the passphrase',
  copy: 'Copy',
  copied: 'Copied',
};

/** Texts of the frame around every screen and of the parts that screens share. */
export const shellMessages: Catalogue<typeof vi> = { vi, en };

/** Problems that the screen itself meets on the way to the back end. */
export const shellProblems: Readonly<Record<string, { readonly vi: () => string; readonly en: () => string }>> = {
  'app.unreachable': {
    vi: () =>
      'Phần lưu trữ của chương trình không trả lời. Hãy kiểm tra chương trình còn chạy không; nếu đã tắt, hãy mở lại.',
    en: () =>
      'The part of the program that keeps the data does not answer. See whether it still runs; if it has stopped, start it again.',
  },
  'app.unauthorised': {
    vi: () => 'Trang này đã mất khóa truy cập. Hãy đóng thẻ này và mở lại chương trình bằng địa chỉ mới của nó.',
    en: () => 'This page has lost its key. Close this tab and open the program again by its new address.',
  },
  'app.refused': {
    vi: () =>
      'Thay đổi này không được nhận vì có giá trị không hợp lệ (ví dụ quá dài). Hãy sửa lại hoặc bỏ thay đổi này.',
    en: () =>
      'This change was not taken because it holds something that can not be (for example a text too long). Correct it or drop it.',
  },
  'app.tooLarge': {
    vi: () => 'Tệp quá lớn nên không nhận được. Hãy chia nhỏ hoặc nén tệp rồi thử lại.',
    en: () => 'The file is too large to be taken. Split or compress it, then try again.',
  },
  'app.fault': {
    vi: () =>
      'Chương trình gặp lỗi khi làm việc này. Những gì đã lưu vẫn còn nguyên. Hãy thử lại; nếu vẫn lỗi, hãy đóng và mở lại chương trình.',
    en: () =>
      'The program failed while doing this. Everything that was saved is still there. Try again; if it fails once more, close the program and start it again.',
  },
};
