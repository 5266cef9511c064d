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
  showData: 'Mở thư mục dữ liệu',
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
  closingTitle: 'Màn hình chưa lưu xong',
  closingText: 'Chương trình chờ màn hình lưu xong nhưng không thấy trả lời. Những gì đã báo “Đã lưu” vẫn còn nguyên.',
  closingWait: 'Chờ tiếp',
  closingAnyway: 'Đóng',
  // Start-up failure
  startFailed: 'HoiDong chưa mở được',
  startFailedFolder: (folder: string) => `Không ghi được vào thư mục dữ liệu: ${folder}`,
  startFailedKept: 'Không có dữ liệu nào bị thay đổi.',
  startFailedReason: (reason: string) => `Lý do máy báo: ${reason}`,
  startFailedNext: 'Có thể làm một trong các cách sau rồi thử lại:',
  startFailedFree: 'Nếu đĩa đầy, hãy xóa bớt tệp không cần.',
  startFailedRights: 'Nếu thư mục không cho ghi, hãy nhờ người quản trị máy cấp quyền cho tài khoản đang dùng.',
  startFailedOther: 'Chọn một thư mục khác cho lần mở này; thư mục cũ được giữ nguyên.',
  startFailedFault: (number: string) => `Chương trình gặp lỗi khi khởi động. Số ghi nhật ký: ${number}`,
  startFailedFaultNext: 'Hãy thử mở lại. Nếu vẫn lỗi, gửi tệp nhật ký trong thư mục dữ liệu cho người hỗ trợ.',
  tryAgain: 'Thử lại',
  chooseOtherFolder: 'Chọn thư mục khác…',
  reasonFull: 'đĩa đã đầy',
  reasonDenied: 'không có quyền ghi',
  reasonReadOnly: 'ổ đĩa chỉ cho đọc',
  reasonNotFolder: 'đường dẫn này là một tệp, không phải thư mục',
  reasonOther: (code: string) => `mã lỗi ${code}`,
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
  showData: 'Open the data folder',
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
  closingTitle: 'The screen has not finished saving',
  closingText:
    'The program waited for the screen to save and got no answer. Everything that was reported as saved is safe.',
  closingWait: 'Keep waiting',
  closingAnyway: 'Close',
  startFailed: 'HoiDong could not open',
  startFailedFolder: (folder) => `The data folder can't be written: ${folder}`,
  startFailedKept: 'No data was changed.',
  startFailedReason: (reason) => `The computer says: ${reason}`,
  startFailedNext: 'Do one of these, then try again:',
  startFailedFree: 'If the disk is full, delete files you no longer need.',
  startFailedRights:
    "If the folder can't be written, ask the administrator to give your account the right to write there.",
  startFailedOther: 'Choose another folder for this start; the old one stays as it is.',
  startFailedFault: (number) => `The program failed while starting. Log number: ${number}`,
  startFailedFaultNext:
    'Try to open it again. If it still fails, send the log file in the data folder to your support.',
  tryAgain: 'Try again',
  chooseOtherFolder: 'Choose another folder…',
  reasonFull: 'the disk is full',
  reasonDenied: 'no right to write',
  reasonReadOnly: 'the disk is read-only',
  reasonNotFolder: 'this path is a file and not a folder',
  reasonOther: (code) => `error code ${code}`,
};

/** What the hosts themselves say: menu, dialogs, start-up failure. */
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
