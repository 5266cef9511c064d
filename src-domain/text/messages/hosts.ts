import type { Catalogue } from '#domain/text/catalogue.ts';
import type { ProblemTexts } from '#domain/text/problem-texts.ts';

const vi = {
  // The menu
  file: 'Tệp',
  quit: 'Thoát',
  edit: 'Sửa',
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  cut: 'Cắt',
  copy: 'Chép',
  paste: 'Dán',
  selectAll: 'Chọn tất cả',
  view: 'Xem',
  textLarger: 'Chữ lớn hơn',
  textSmaller: 'Chữ nhỏ hơn',
  textNormal: 'Cỡ chữ thường',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  zoomReset: 'Cỡ gốc',
  fullScreen: 'Toàn màn hình',
  home: 'Về trang đầu',
  window: 'Cửa sổ',
  minimise: 'Thu nhỏ cửa sổ',
  help: 'Trợ giúp',
  showData: 'Xem thư mục dữ liệu',
  otherData: 'Dùng thư mục dữ liệu khác…',
  otherDataChoose: 'Dùng thư mục này',
  backupFolder: 'Chọn thư mục sao lưu thứ hai',
  storage: 'Sao lưu và khôi phục…',
  about: 'Giới thiệu HoiDong',
  aboutText: (version: string) =>
    `HoiDong ${version}\nPhiên họp của hội đồng khoa học và công nghệ, hoàn toàn không cần mạng.\nGiấy phép Apache-2.0.`,
  hide: 'Ẩn HoiDong',
  // Dialogs
  filesOfKind: (endings: string) => `Tệp ${endings}`,
  allFiles: 'Mọi tệp',
  choose: 'Chọn tệp',
  save: 'Lưu tệp',
  chooseFolder: 'Chọn thư mục để lưu các tệp',
  saveHere: 'Lưu vào đây',
  lookInFolder: 'Thư mục có tệp phiếu gửi lại',
  lookHere: 'Chọn thư mục này',
  closingTitle: 'Màn hình chưa lưu xong',
  closingText: 'Chương trình chờ màn hình lưu xong nhưng không thấy trả lời. Những gì đã báo “Đã lưu” vẫn còn nguyên.',
  closingWait: 'Chờ tiếp',
  closingAnyway: 'Đóng',
};

const en: typeof vi = {
  file: 'File',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  textLarger: 'Larger text',
  textSmaller: 'Smaller text',
  textNormal: 'Normal text',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  fullScreen: 'Full screen',
  home: 'Back to the first page',
  window: 'Window',
  minimise: 'Minimise',
  help: 'Help',
  showData: 'Show the data folder',
  otherData: 'Use another data folder…',
  otherDataChoose: 'Use this folder',
  backupFolder: 'Choose the second backup folder',
  storage: 'Backups and restoring…',
  about: 'About HoiDong',
  aboutText: (version) =>
    `HoiDong ${version}\nSessions of science and technology councils, entirely without a network.\nLicence Apache-2.0.`,
  hide: 'Hide HoiDong',
  filesOfKind: (endings) => `${endings} files`,
  allFiles: 'All files',
  choose: 'Choose files',
  save: 'Save the file',
  chooseFolder: 'Choose a folder for the files',
  saveHere: 'Save here',
  lookInFolder: 'Folder with the returns',
  lookHere: 'Choose this folder',
  closingTitle: 'The screen has not finished saving',
  closingText:
    'The program waited for the screen to save and got no answer. Everything that was reported as saved is safe.',
  closingWait: 'Keep waiting',
  closingAnyway: 'Close',
};

/** What the hosts themselves say: menu and dialogs. */
export const hostMessages: Catalogue<typeof vi> = { vi, en };

/** What can go wrong between the screen and the files outside the program. */
export const hostProblems: ProblemTexts = {
  'files.tooLarge': {
    vi: ({ name, limitMb }) =>
      `Tệp “${String(name)}” quá lớn (giới hạn ${String(limitMb)} MB cho một lần mở). Chưa có tệp nào được nhận. Hãy chọn ít tệp hơn hoặc kiểm tra lại tệp.`,
    en: ({ name, limitMb }) =>
      `The file “${String(name)}” is too large (at most ${String(limitMb)} MB at a time). No file was taken. Choose fewer files, or check the file.`,
  },
  'files.unreadable': {
    vi: ({ name }) =>
      `Không đọc được tệp “${String(name)}”. Chưa có tệp nào được nhận. Hãy kiểm tra tệp còn ở chỗ cũ và được phép đọc, rồi chọn lại.`,
    en: ({ name }) =>
      `The file “${String(name)}” can't be read. No file was taken. Check that it is still there and may be read, then choose again.`,
  },
  'incoming.gone': {
    vi: () => 'Chương trình không còn giữ bản tạm của tệp vừa chọn. Tệp gốc vẫn còn nguyên. Hãy chọn lại tệp.',
    en: () =>
      'The program no longer holds its copy of the file just chosen. The file itself is untouched. Choose it again.',
  },
  'incoming.outOfTurn': {
    vi: ({ name }) =>
      `Tệp “${String(name)}” chưa được đọc trọn vẹn. Tệp gốc vẫn còn nguyên và chưa có gì được ghi. Hãy chọn lại tệp.`,
    en: ({ name }) =>
      `The file “${String(name)}” was not read to its end. The file itself is untouched and nothing was recorded. Choose it again.`,
  },
  'files.diskFull': {
    vi: ({ name }) =>
      `Đĩa đã đầy nên chưa lưu được “${String(name)}”. Dữ liệu trong chương trình vẫn còn nguyên. Hãy chọn ổ đĩa khác rồi lưu lại.`,
    en: ({ name }) =>
      `The disk is full, so “${String(name)}” was not saved. The data in the program is untouched. Choose another disk and save again.`,
  },
  'files.notWritten': {
    vi: ({ name }) =>
      `Không ghi được “${String(name)}” vào chỗ đã chọn. Dữ liệu trong chương trình vẫn còn nguyên. Hãy chọn thư mục khác rồi lưu lại.`,
    en: ({ name }) =>
      `“${String(name)}” can't be written there. The data in the program is untouched. Choose another folder and save again.`,
  },
  'files.noViewer': {
    vi: () => 'Máy này không có chương trình xem PDF. Hãy dùng nút lưu để lưu tệp PDF rồi in ở máy khác.',
    en: () => 'This computer has no PDF viewer. Save the PDF instead and print it on another computer.',
  },
};
