import type { Catalogue } from '#domain/text/catalogue.ts';
import type { ProblemTexts } from '#domain/text/problem-texts.ts';

const vi = {
  // Bringing many files in
  readingOf: (done: number, total: number) => `Đang đọc và kiểm tra tệp ${done} / ${total}…`,
  takingOf: (done: number, total: number) => `Đang ghi phiếu ${done} / ${total}…`,
  taking: 'Đang ghi các phiếu…',
  cancel: 'Dừng',
  cancelledReading: 'Đã dừng. Chưa có gì được ghi; các tệp vẫn nằm nguyên chỗ cũ và có thể chọn lại.',
  cancelledTaking: 'Đã dừng. Chưa phiếu nào được ghi; danh sách vẫn còn đây, bấm “Nhận” để ghi lại từ đầu.',
  takenAfterAll: 'Các phiếu đã được ghi xong trước khi kịp dừng. Có thể hoàn tác.',
  shownOf: (shown: number, total: number) => `Đang hiện ${shown} / ${total} dòng.`,
  showAll: 'Hiện tất cả',
  summary: (takes: number, others: number) =>
    others === 0
      ? `${takes} tệp nhận được.`
      : `${takes} tệp nhận được, ${others} tệp cần xem lại hoặc không phải làm gì.`,

  // A folder
  folderTitle: 'Nhận từ thư mục',
  folderLead:
    'USB của thành viên, thư mục đám mây, hay thư mục tải về: chương trình tìm tệp .hdphieu trong đó và cho biết từng tệp là gì. Không có gì được ghi trước khi bấm nhận.',
  wholeFolder: 'Đọc một thư mục…',
  watchFolder: 'Theo dõi một thư mục…',
  watchHint: 'Theo dõi: chương trình tự xem lại thư mục vài giây một lần, tệp mới đến sẽ hiện ra ở đây.',
  typePath: 'Đường dẫn của thư mục',
  typePathHint: 'Ví dụ D:\\Phieu gui lai hoặc /media/usb/phieu. Chép từ thanh địa chỉ của trình quản lý tệp.',
  typeTitle: 'Thư mục nào?',
  typeText:
    'Trình duyệt không cho chương trình tự theo dõi thư mục, nên cần ghi đường dẫn. Muốn nhận một lần thì dùng “Đọc một thư mục…”.',
  typeConfirm: 'Theo dõi thư mục này',
  browserAsks:
    'Trình duyệt có thể hỏi có “tải lên” các tệp không: chúng chỉ được đưa cho chương trình trên chính máy này.',
  noReturnsInFolder: (folder: string) => `Trong “${folder}” không có tệp .hdphieu nào.`,
  watching: (folder: string) => `Đang theo dõi thư mục ${folder}`,
  looking: (folder: string) => `Đang đọc thư mục ${folder}`,
  lookedThrough: (folder: string) => `Đã đọc hết thư mục ${folder}`,
  lastLook: (when: string) => `Xem lần cuối lúc ${when}.`,
  firstLook: 'Đang xem lần đầu…',
  stopWatching: 'Thôi theo dõi',
  closeFolder: 'Đóng',
  goneTitle: 'Không thấy thư mục',
  lockedTitle: 'Cần mở kho khóa',
  unlock: 'Mở kho khóa…',
  nothingNew: 'Chưa có phiếu mới. Có thể để màn hình này mở; phiếu đến sẽ hiện ra.',
  nothingFound: 'Không có phiếu nào để nhận trong thư mục này.',
  heldAlready: (count: number) => `${count} phiếu trong thư mục đã được nhận trước đó.`,
  asideCount: (count: number) => `${count} tệp đã được bỏ qua.`,
  lookAgain: 'Xem lại các tệp đã bỏ qua',
  linksSkipped: (count: number) => `${count} đường dẫn tắt (link) không được mở theo.`,
  waitingTitle: (count: number) => (count === 1 ? '1 tệp chưa đọc được' : `${count} tệp chưa đọc được`),
  arriving: 'đang được chép đến, sẽ đọc khi xong',
  cloud: 'mới có tên, nội dung còn trên đám mây: hãy mở phần mềm đám mây để tải về máy này',
  blocked: 'chưa đọc được: đang mở ở nơi khác hoặc không có quyền; chương trình sẽ thử lại',
  newTitle: (count: number) => (count === 0 ? 'Phiếu trong thư mục' : `Phiếu mới trong thư mục (${count})`),
  newLead: 'Chưa có gì được ghi. Xem từng dòng rồi bấm nhận.',
  arrived: (count: number) => (count === 1 ? 'Có 1 tệp mới trong thư mục.' : `Có ${count} tệp mới trong thư mục.`),
  tryAgainSoon: 'Chương trình vẫn tự xem lại; không phải làm gì thêm khi thư mục trở lại.',

  // A file opened from the system
  openedReturnTitle: 'Mở tệp phiếu',
  openedReturnSearching: (name: string) => `Đang tìm phiên họp của tệp “${name}”…`,
  openedReturnUnknown: (name: string) =>
    `“${name}” được niêm phong cho một phiên họp không có khóa trên máy này. Tệp không bị thay đổi. Nếu phiên họp được làm trên máy khác, hãy nhận ở máy đó, hoặc chép phiên họp và nhập tệp khóa (.hdkhoa) vào máy này. Nếu anh/chị là thành viên hội đồng: đây là tệp để gửi cho thư ký.`,
  openedLocked: 'Cần mở kho khóa để biết tệp này thuộc phiên họp nào.',
  openedFileNotKnown: (name: string) => `“${name}” không phải tệp của chương trình này.`,
  dropTarget: 'Thả tệp vào cửa sổ để mở',
};

const en: typeof vi = {
  readingOf: (done, total) => `Reading and checking file ${done} of ${total}…`,
  takingOf: (done, total) => `Recording return ${done} of ${total}…`,
  taking: 'Recording the returns…',
  cancel: 'Stop',
  cancelledReading: 'Stopped. Nothing was recorded; the files are where they were and can be chosen again.',
  cancelledTaking: 'Stopped. No return was recorded; the list is still here, press “Take” to begin anew.',
  takenAfterAll: 'The returns had been recorded before the stop reached them. This can be undone.',
  shownOf: (shown, total) => `Showing ${shown} of ${total} lines.`,
  showAll: 'Show all',
  summary: (takes, others) =>
    others === 0
      ? `${takes} files can be taken.`
      : `${takes} files can be taken; ${others} want a look or need nothing done.`,

  folderTitle: 'Take from a folder',
  folderLead:
    "A member's USB stick, a cloud folder or the downloads: the program finds the .hdphieu files in it and says what each is. Nothing is recorded before you press the button.",
  wholeFolder: 'Read a folder…',
  watchFolder: 'Watch a folder…',
  watchHint: 'Watching: the program looks at the folder every few seconds by itself; files that come appear here.',
  typePath: 'Path of the folder',
  typePathHint: 'For example D:\\Returns or /media/usb/returns. Copy it from the address bar of the file manager.',
  typeTitle: 'Which folder?',
  typeText:
    'A browser lets no program watch a folder that was merely chosen, so its path is needed. To read a folder once, use “Read a folder…”.',
  typeConfirm: 'Watch this folder',
  browserAsks:
    'The browser may ask whether to “upload” the files: they go to the program on this very computer and nowhere else.',
  noReturnsInFolder: (folder) => `There is no .hdphieu file in “${folder}”.`,
  watching: (folder) => `Watching the folder ${folder}`,
  looking: (folder) => `Reading the folder ${folder}`,
  lookedThrough: (folder) => `Read the whole folder ${folder}`,
  lastLook: (when) => `Last looked at ${when}.`,
  firstLook: 'Looking for the first time…',
  stopWatching: 'Stop watching',
  closeFolder: 'Close',
  goneTitle: 'The folder is not there',
  lockedTitle: 'The key store is locked',
  unlock: 'Open the key store…',
  nothingNew: 'No new return yet. You may leave this screen open; returns that come appear here.',
  nothingFound: 'There is no return to take in this folder.',
  heldAlready: (count) => `${count} returns in the folder were taken before.`,
  asideCount: (count) => `${count} files were put aside.`,
  lookAgain: 'Look at the files put aside again',
  linksSkipped: (count) => `${count} links were not followed.`,
  waitingTitle: (count) => (count === 1 ? '1 file is not read yet' : `${count} files are not read yet`),
  arriving: 'still being copied, is read when that is done',
  cloud: 'only the name is here, the content is in the cloud: open the cloud program to bring it to this computer',
  blocked: 'cannot be read now: open elsewhere, or not permitted; it is tried again',
  newTitle: (count) => (count === 0 ? 'Returns in the folder' : `New returns in the folder (${count})`),
  newLead: 'Nothing is recorded yet. Read the lines, then take the files.',
  arrived: (count) => (count === 1 ? '1 new file is in the folder.' : `${count} new files are in the folder.`),
  tryAgainSoon: 'The program goes on looking; nothing needs to be done once the folder is back.',

  openedReturnTitle: 'Open a return',
  openedReturnSearching: (name) => `Looking for the session of “${name}”…`,
  openedReturnUnknown: (name) =>
    `“${name}” is sealed for a session whose keys are not on this computer. The file is unchanged. If the session is kept on another computer, take the return there, or bring the session and its key file (.hdkhoa) to this one. If you are a member of the council: this is the file to send to the secretary.`,
  openedLocked: 'The key store must be opened to tell which session this file belongs to.',
  openedFileNotKnown: (name) => `“${name}” is not a file of this program.`,
  dropTarget: 'Drop the file on the window to open it',
};

/** Texts of bringing returns in: many at once, from folders, and files opened from the system. */
export const intakeMessages: Catalogue<typeof vi> = { vi, en };

/** What can go wrong on the way in. */
export const intakeProblems: ProblemTexts = {
  'jobs.cancelled': {
    vi: () => 'Đã dừng theo yêu cầu. Chưa có gì được ghi và không có gì bị mất.',
    en: () => 'Stopped as asked. Nothing was recorded and nothing was lost.',
  },
  'intake.batchFull': {
    vi: ({ count }) =>
      `Đã đọc ${String(count)} tệp, nhiều đến mức phải nhận bớt rồi mới đọc tiếp. Chưa có gì bị mất: bấm nhận (hoặc bỏ qua) các tệp đang hiện, chương trình sẽ đọc tiếp phần còn lại.`,
    en: ({ count }) =>
      `${String(count)} files were read, so many that some must be taken before reading on. Nothing is lost: take the files shown (or put them aside), and the rest is read.`,
  },
  'intake.folderGone': {
    vi: () =>
      'Thư mục không còn ở đó: có thể USB đã rút ra hoặc ổ mạng bị ngắt. Các tệp đã đọc vẫn còn trong danh sách và nhận được; cắm lại thì chương trình tự xem tiếp.',
    en: () =>
      'The folder is no longer there: perhaps the stick was pulled out or the network drive is gone. What was read is still listed and can be taken; once it is back, looking goes on by itself.',
  },
  'intake.folderUnreadable': {
    vi: () =>
      'Không đọc được thư mục này vì không có quyền. Chưa có gì bị thay đổi; hãy kiểm tra quyền của thư mục hoặc chọn thư mục khác.',
    en: () =>
      'The folder may not be read by this account. Nothing was changed; check its permissions or choose another folder.',
  },
  'intake.folderTooLarge': {
    vi: ({ max }) =>
      `Thư mục này có quá nhiều tệp (hơn ${String(max)}). Chưa có gì được đọc; hãy chọn đúng thư mục chứa phiếu thay vì cả ổ đĩa.`,
    en: ({ max }) =>
      `The folder holds too many files (more than ${String(max)}). Nothing was read; choose the folder with the returns and not the whole disk.`,
  },
  'intake.noSuchFolder': {
    vi: ({ path }) => `Không tìm thấy thư mục “${String(path)}”. Hãy kiểm tra đường dẫn, hoặc cắm USB rồi thử lại.`,
    en: ({ path }) => `There is no folder “${String(path)}”. Check the path, or plug the stick in and try again.`,
  },
  'intake.notAFolder': {
    vi: ({ path }) => `“${String(path)}” là một tệp, không phải thư mục. Hãy ghi đường dẫn của thư mục chứa tệp ấy.`,
    en: ({ path }) => `“${String(path)}” is a file and no folder. Give the path of the folder it lies in.`,
  },
  'intake.notAbsolute': {
    vi: ({ path }) =>
      `“${String(path)}” chưa phải đường dẫn đầy đủ. Hãy chép cả đường dẫn từ thanh địa chỉ, bắt đầu bằng tên ổ đĩa (D:\\) hoặc dấu “/”.`,
    en: ({ path }) =>
      `“${String(path)}” is not a full path. Copy the whole path from the address bar; it begins with a drive (D:\\) or with “/”.`,
  },
  'intake.notByPath': {
    vi: () => 'Thư mục này chưa được chọn trong lần chạy này của chương trình. Hãy bấm nút để chọn lại thư mục.',
    en: () => 'This folder was not chosen in this run of the program. Choose it again with the button.',
  },
  'intake.notAReturn': {
    vi: ({ fileName }) =>
      `“${String(fileName)}” không phải tệp phiếu đọc được. Tệp không bị thay đổi; hãy kiểm tra có đúng tệp thành viên gửi không, hoặc yêu cầu gửi lại.`,
    en: ({ fileName }) =>
      `“${String(fileName)}” is no return that can be read. The file is unchanged; check that it is the one the member sent, or ask for it again.`,
  },
};
