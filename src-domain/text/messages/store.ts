import type { Catalogue } from '#domain/text/catalogue.ts';
import type { ProblemDetails, ProblemTexts } from '#domain/text/problem-texts.ts';

const value = (details: ProblemDetails, key: string): string => String(details[key] ?? '');
const known = (details: ProblemDetails, key: string): boolean => details[key] !== undefined && details[key] !== null;

/** The document that a problem is about, by the name that people know where one is given. */
const document = (d: ProblemDetails): string => value(d, known(d, 'name') ? 'name' : 'id');
const aboutDocument = (d: ProblemDetails, sentence: string): string =>
  known(d, 'name')
    ? `“${value(d, 'name')}”: ${sentence}`
    : `${sentence.slice(0, 1).toLocaleUpperCase('vi')}${sentence.slice(1)}`;

/** The data folder's own path, of the path of any file in it. */
const dataFolder = (d: ProblemDetails): string =>
  value(d, 'path').replace(/[\\/](sessions|workbooks|packs)[\\/].*$/, '');

const vietnamOffset = 7 * 3_600_000;

/** A moment of the journal (ISO 8601, UTC) as people in Viet Nam read it: `23/11/2026 10:32:05`. Anything else comes back as it is. */
export function momentInVietnam(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const [day = '', clock = ''] = new Date(time + vietnamOffset).toISOString().split('T');
  return `${day.split('-').reverse().join('/')} ${clock.slice(0, 8)}`;
}

const holderVi = (d: ProblemDetails): string =>
  `${known(d, 'host') ? `máy ${value(d, 'host')}` : 'máy này'}${known(d, 'pid') ? `, tiến trình số ${value(d, 'pid')}` : ''}${known(d, 'since') ? `, từ ${momentInVietnam(value(d, 'since'))}` : ''}`;
const holderEn = (d: ProblemDetails): string =>
  `${known(d, 'host') ? `computer ${value(d, 'host')}` : 'this computer'}${known(d, 'pid') ? `, process ${value(d, 'pid')}` : ''}${known(d, 'since') ? `, since ${momentInVietnam(value(d, 'since'))}` : ''}`;
const upToVi = (d: ProblemDetails): string =>
  `đến thay đổi thứ ${value(d, 'seq')}${known(d, 'at') ? ` (${momentInVietnam(value(d, 'at'))})` : ''}`;
const upToEn = (d: ProblemDetails): string =>
  `up to change ${value(d, 'seq')}${known(d, 'at') ? ` (${momentInVietnam(value(d, 'at'))})` : ''}`;

/** How far a document went when it was last known. */
const knownBefore = (d: ProblemDetails): ProblemDetails => ({ seq: d['knownSeq'] ?? null, at: d['knownAt'] ?? null });

/** Problems of the data folder, its documents, backups and exports. */
export const storeProblems: ProblemTexts = {
  // The disk says no. What was typed is still on the screen and is tried again.
  'store.diskFull': {
    vi: () =>
      'Đĩa đã đầy nên không ghi thêm được. Mọi thứ đã báo “Đã lưu” vẫn nguyên vẹn. Hãy xóa bớt tệp không cần trên đĩa.',
    en: () =>
      'The disk is full, so nothing more can be written. Everything reported as saved is intact. Free some room on the disk.',
  },
  'store.readOnlyFolder': {
    vi: () =>
      'Thư mục dữ liệu nằm trên ổ đĩa chỉ cho đọc nên không lưu được. Dữ liệu đã lưu vẫn nguyên vẹn. Hãy gỡ khóa chống ghi (thường là một nút gạt trên USB hay thẻ nhớ), hoặc nhờ người quản trị máy.',
    en: () =>
      'The data folder is on a read-only disk, so nothing can be saved. What was saved is intact. Take the write protection off (often a small switch on a stick or card), or ask whoever looks after the computer.',
  },
  'store.notPermitted': {
    vi: (d) =>
      `Tài khoản đang dùng không có quyền ghi vào ${value(d, 'path')}. Dữ liệu đã lưu vẫn nguyên vẹn. Hãy nhờ người quản trị máy cấp quyền ghi.`,
    en: (d) =>
      `This account may not write to ${value(d, 'path')}. What was saved is intact. Ask whoever looks after the computer for the right to write there.`,
  },
  'store.folderGone': {
    vi: (d) =>
      `Không còn thấy thư mục dữ liệu (${dataFolder(d)}): có thể USB hoặc ổ mạng đã bị rút, hoặc thư mục đã bị đổi tên. Những gì đã báo “Đã lưu” nằm trong thư mục đó. Hãy cắm lại hoặc đặt lại tên cũ; chương trình tự nhận ra khi thư mục có lại.`,
    en: (d) =>
      `The data folder (${dataFolder(d)}) is not there any more: a stick or network drive may have been taken out, or the folder renamed. Everything reported as saved is in it. Put it back; the program notices by itself.`,
  },
  'store.diskFault': {
    vi: () =>
      'Đĩa báo lỗi khi đọc hoặc ghi. Những gì đã báo “Đã lưu” đã được đĩa nhận. Hãy sao lưu ngay sang ổ đĩa khác và nhờ người kiểm tra đĩa.',
    en: () =>
      'The disk reported a fault while reading or writing. What was reported as saved had been taken by it. Make a backup to another disk now and have this disk checked.',
  },
  'store.busy': {
    vi: (d) =>
      `Một chương trình khác (thường là phần mềm diệt vi-rút) đang giữ tệp ${value(d, 'path')} nên chưa ghi được. Dữ liệu đã lưu vẫn nguyên vẹn; hãy đợi một chút rồi thử lại.`,
    en: (d) =>
      `Another program (often a virus scanner) holds the file ${value(d, 'path')}, so it could not be written. What was saved is intact; wait a moment and try again.`,
  },
  'store.tooManyFiles': {
    vi: () =>
      'Máy đang mở quá nhiều tệp nên không lưu được. Dữ liệu đã lưu vẫn nguyên vẹn. Hãy đóng bớt chương trình khác rồi thử lại.',
    en: () =>
      'Too many files are open on this computer, so saving failed. What was saved is intact. Close other programs and try again.',
  },
  'store.failed': {
    vi: (d) =>
      `Không đọc hoặc ghi được ${value(d, 'path')} (máy báo ${value(d, 'errno')}). Dữ liệu đã lưu không bị thay đổi. Hãy thử lại; nếu vẫn lỗi, mở một bản sao lưu.`,
    en: (d) =>
      `Reading or writing ${value(d, 'path')} failed (the computer says ${value(d, 'errno')}). What was saved is unchanged. Try again; if it fails still, use a backup.`,
  },

  // Who writes
  'store.locked': {
    vi: (d) =>
      `Thư mục dữ liệu đang được mở để ghi ở nơi khác: ${holderVi(d)}. Ở đây chỉ xem được, theo nội dung lúc mở; không có gì bị thay đổi. Muốn sửa, hãy dùng cửa sổ kia, hoặc đóng nó rồi thử mở lại ở đây.`,
    en: (d) =>
      `The data folder is open for writing elsewhere: ${holderEn(d)}. Here it can only be read, as it was when it was opened; nothing was changed. To edit, use the other window, or close it and try again here.`,
  },
  'store.lockedElsewhere': {
    vi: (d) =>
      `Thư mục dữ liệu chưa được đóng ở ${holderVi(d)}. Nếu máy đó còn đang mở, ghi từ hai máy sẽ làm hỏng dữ liệu: hãy đóng chương trình ở máy đó, hoặc mở ở đây để chỉ xem. Nếu chắc chắn máy đó đã tắt, hãy chọn mở để ghi.`,
    en: (d) =>
      `The data folder was not closed on ${holderEn(d)}. If it is still open there, writing from both would damage it: close the program there, or open it here for reading only. If that computer is surely off, choose to open it for writing.`,
  },
  'store.openedReadOnly': {
    vi: () => 'Dữ liệu đang được mở để chỉ xem, nên không ghi gì. Muốn sửa, hãy mở lại chương trình theo cách thường.',
    en: () =>
      'The data is open for reading only, so nothing is written. To change something, start the program as usual.',
  },
  'store.archiveNewer': {
    vi: (d) =>
      `Thư mục dữ liệu do một phiên bản mới hơn của chương trình tạo ra (dạng ${value(d, 'version')}, chương trình này biết đến ${value(d, 'known')}), nên chỉ được mở để xem. Không có gì bị thay đổi; hãy cài phiên bản mới hơn để sửa.`,
    en: (d) =>
      `The data folder was made by a newer version of the program (format ${value(d, 'version')}, this one knows ${value(d, 'known')}), so it is open for reading only. Nothing was changed; install the newer version to go on.`,
  },

  // One document
  'store.newer': {
    vi: (d) =>
      `Phiên họp này có thay đổi do phiên bản mới hơn của chương trình ghi (dạng ${value(d, 'version')}, chương trình này biết đến ${value(d, 'known')}). Nó được mở để chỉ xem, ${upToVi(d)}. Không có gì bị mất; hãy cài phiên bản mới hơn để xem đủ và sửa.`,
    en: (d) =>
      `A newer version of the program has written here (format ${value(d, 'version')}, this one knows ${value(d, 'known')}). It is open for reading only, ${upToEn(d)}. Nothing is lost; install the newer version to see all of it and to change it.`,
  },
  'store.damaged': {
    vi: (d) =>
      `Tệp nhật ký của phiên họp này bị hỏng. Nội dung được mở để chỉ xem, ${upToVi(d)}; tệp hỏng được giữ nguyên. Hãy khôi phục bản sao lưu tốt gần nhất, hoặc tiếp tục từ nội dung đang hiện.`,
    en: (d) =>
      `The journal of this session is damaged. It is open for reading only, ${upToEn(d)}; the damaged file is kept as it is. Restore the newest good backup, or go on from what is shown.`,
  },
  'store.entriesMissing': {
    vi: (d) =>
      `Nhật ký của phiên họp này thiếu ${value(d, 'missing')} thay đổi cuối đã từng được lưu. Nội dung được mở để chỉ xem, ${upToVi(d)}. Hãy khôi phục bản sao lưu tốt gần nhất, hoặc tiếp tục từ nội dung đang hiện.`,
    en: (d) =>
      `The journal of this session lacks the last ${value(d, 'missing')} changes that were once saved. It is open for reading only, ${upToEn(d)}. Restore the newest good backup, or go on from what is shown.`,
  },
  'store.notUnderstood': {
    vi: (d) =>
      `Sau thay đổi thứ ${value(d, 'seq')} có một mục mà chương trình không hiểu. Nội dung được mở để chỉ xem, ${upToVi(d)}; tệp được giữ nguyên. Hãy khôi phục bản sao lưu tốt gần nhất, hoặc tiếp tục từ nội dung đang hiện.`,
    en: (d) =>
      `After change ${value(d, 'seq')} there is an entry that the program does not understand. It is open for reading only, ${upToEn(d)}; the file is kept as it is. Restore the newest good backup, or go on from what is shown.`,
  },
  'store.changedOutside': {
    vi: () =>
      'Tệp nhật ký đã bị một chương trình khác thay đổi, nên ngừng ghi để không làm hỏng thêm. Nội dung trên màn hình vẫn còn; hãy chép lại phần chưa lưu, rồi đóng và mở lại phiên họp.',
    en: () =>
      'Another program has changed the journal, so writing has stopped before anything gets worse. What is on the screen is still there; copy what is not saved, then close and open the session again.',
  },
  'store.closed': {
    vi: () => 'Phiên họp đã được đóng nên thay đổi này chưa được lưu. Hãy mở lại phiên họp rồi làm lại.',
    en: () => 'The session was closed, so this change is not saved. Open the session again and repeat it.',
  },
  'store.notFound': {
    vi: (d) =>
      `Không tìm thấy “${value(d, 'id')}” trong thư mục dữ liệu. Có thể đã được chuyển vào thùng rác (thư mục trash) hoặc còn trong bản sao lưu.`,
    en: (d) =>
      `“${value(d, 'id')}” is not in the data folder. It may have been moved to the bin (folder trash), or be in a backup.`,
  },
  'store.exists': {
    vi: (d) => `“${value(d, 'id')}” đã có trong thư mục dữ liệu. Không có gì bị ghi đè.`,
    en: (d) => `“${value(d, 'id')}” is in the data folder already. Nothing was overwritten.`,
  },
  'store.badName': {
    vi: (d) =>
      `Tên “${value(d, 'name')}” không dùng được. Không có gì bị thay đổi; chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối.`,
    en: (d) =>
      `The name “${value(d, 'name')}” can't be used. Nothing was changed; use letters without accents, digits and hyphens.`,
  },
  'store.tornTailCut': {
    vi: (d) =>
      `${aboutDocument(d, 'lần trước chương trình bị ngắt khi đang ghi')}. Mọi thứ đã báo “Đã lưu” vẫn đủ, đến thay đổi thứ ${value(d, 'seq')}; hãy xem lại điều vừa nhập trước khi bị ngắt. Phần ghi dở (${value(d, 'bytes')} byte) được giữ riêng trong tệp ${value(d, 'file')}.`,
    en: (d) =>
      `${aboutDocument(d, 'the program was cut off while writing')}. Everything reported as saved is there, up to change ${value(d, 'seq')}; look again at what was entered last. The unfinished part (${value(d, 'bytes')} bytes) is kept apart in ${value(d, 'file')}.`,
  },
  'store.lineEndRestored': {
    vi: (d) =>
      `${aboutDocument(d, 'dấu kết thúc của thay đổi thứ')} ${value(d, 'seq')} bị mất và đã được ghi lại. Không mất nội dung nào.`,
    en: (d) =>
      `${aboutDocument(d, 'the mark at the end of change')} ${value(d, 'seq')} was lost and has been put back. Nothing of it is lost.`,
  },

  // Undo
  'store.nothingToUndo': {
    vi: () => 'Không còn thao tác nào để hoàn tác.',
    en: () => 'There is nothing to undo.',
  },
  'store.nothingToRedo': {
    vi: () => 'Không còn thao tác nào để làm lại.',
    en: () => 'There is nothing to redo.',
  },
  'store.undoConflict': {
    vi: (d) =>
      `Không thể ${d['redo'] === true ? 'làm lại' : 'hoàn tác'} “${value(d, 'vi')}” vì sau đó chỗ này đã được sửa${known(d, 'laterSeq') ? ` bởi “${value(d, 'laterVi')}” (thay đổi thứ ${value(d, 'laterSeq')})` : ''}. Không có gì bị thay đổi; hãy sửa trực tiếp, hoặc xem lịch sử của ô này.`,
    en: (d) =>
      `“${value(d, 'en')}” cannot be ${d['redo'] === true ? 'done again' : 'undone'} because this place was changed later${known(d, 'laterSeq') ? ` by “${value(d, 'laterEn')}” (change ${value(d, 'laterSeq')})` : ''}. Nothing was changed; edit it directly, or look at the history of the field.`,
  },
  'store.undoBreaks': {
    vi: (d) =>
      `Không thể ${d['redo'] === true ? 'làm lại' : 'hoàn tác'} “${value(d, 'vi')}” vì những việc làm sau đó dựa vào nó (${value(d, 'reason')}). Không có gì bị thay đổi; hãy hoàn tác các việc làm sau trước.`,
    en: (d) =>
      `“${value(d, 'en')}” cannot be ${d['redo'] === true ? 'done again' : 'undone'} because later changes build on it (${value(d, 'reason')}). Nothing was changed; undo the later ones first.`,
  },

  // Caches: nothing is lost with them
  'store.snapshotFailed': {
    vi: () => 'Chưa ghi được bản chụp giúp mở nhanh. Không mất gì: mọi thay đổi đã nằm trong nhật ký.',
    en: () =>
      'The snapshot that speeds up opening could not be written. Nothing is lost: the journal has every change.',
  },
  'store.snapshotDamaged': {
    vi: () => 'Bản chụp giúp mở nhanh bị hỏng và được bỏ qua. Không mất gì; lần lưu tới sẽ tạo lại.',
    en: () => 'The snapshot that speeds up opening is damaged and is not used. Nothing is lost; it is made again.',
  },
  'store.snapshotWrong': {
    vi: (d) =>
      `Bản chụp không khớp với nhật ký ở thay đổi thứ ${value(d, 'seq')}. Nhật ký mới là bản đúng: hãy xóa tệp snapshot.json của phiên họp này rồi mở lại.`,
    en: (d) =>
      `The snapshot does not agree with the journal at change ${value(d, 'seq')}. The journal is right: delete snapshot.json of this session and open it again.`,
  },
  'store.indexRebuilt': {
    vi: () => 'Danh mục phiên họp bị hỏng và đã được lập lại từ các phiên họp. Không mất gì.',
    en: () => 'The index of the sessions was damaged and was made again from the sessions. Nothing is lost.',
  },
  'store.olderThanKnown': {
    vi: (d) =>
      `${aboutDocument(d, 'bản trên đĩa không phải bản chương trình ghi lần cuối')}: nay ${upToVi(d)}, trước đó ${upToVi(knownBefore(d))}. Có thể thư mục đã bị thay bằng một bản cũ. Nếu không phải do bạn, hãy tìm bản đầy đủ trong các bản sao lưu trước khi làm tiếp.`,
    en: (d) =>
      `${aboutDocument(d, 'the copy on the disk is not the one that the program wrote last')}: it goes ${upToEn(d)}, and went ${upToEn(knownBefore(d))} before. An older copy may have taken its place. If that was not you, look for the whole one in the backups before you go on.`,
  },
  'store.indexNotWritten': {
    vi: () => 'Chưa ghi được danh mục phiên họp. Không mất gì; danh mục sẽ được lập lại ở lần mở sau.',
    en: () => 'The index of the sessions could not be written. Nothing is lost; it is made again at the next start.',
  },
  'store.indexDamaged': {
    vi: () => 'Danh mục phiên họp bị hỏng. Không mất gì; chạy “hoidong check --fix-index” để lập lại.',
    en: () => 'The index of the sessions is damaged. Nothing is lost; “hoidong check --fix-index” makes it again.',
  },
  'store.indexWrong': {
    vi: (d) => `Danh mục ghi sai về “${value(d, 'id')}”. Chạy “hoidong check --fix-index” để lập lại.`,
    en: (d) => `The index is wrong about “${value(d, 'id')}”. “hoidong check --fix-index” makes it again.`,
  },
  'store.invariantBroken': {
    vi: (d) =>
      `Nội dung “${value(d, 'id')}” có điểm không nhất quán: ${value(d, 'reason')}. Không có gì bị thay đổi; hãy xem lại các thay đổi gần nhất trong lịch sử.`,
    en: (d) =>
      `“${value(d, 'id')}” is not consistent: ${value(d, 'reason')}. Nothing was changed; look at the latest changes in its history.`,
  },

  // Attachments
  'store.attachmentMissing': {
    vi: () =>
      'Không còn thấy tệp đính kèm này trong thư mục dữ liệu. Hãy khôi phục từ bản sao lưu, hoặc đính kèm lại tệp gốc.',
    en: () =>
      'This attachment is not in the data folder any more. Restore it from a backup, or attach the original again.',
  },
  'store.attachmentDamaged': {
    vi: () =>
      'Tệp đính kèm này bị hỏng trên đĩa nên không được dùng. Hãy khôi phục từ bản sao lưu, hoặc đính kèm lại tệp gốc.',
    en: () =>
      'This attachment is damaged on the disk and is not used. Restore it from a backup, or attach the original again.',
  },

  // Backups and exports
  'store.backupMissing': {
    vi: (d) =>
      `Không có bản sao lưu tên “${value(d, 'name')}”. Không có gì bị thay đổi; hãy xem danh sách bản sao lưu.`,
    en: (d) => `There is no backup named “${value(d, 'name')}”. Nothing was changed; look at the list of backups.`,
  },
  'store.backupDamaged': {
    vi: (d) =>
      `Bản sao lưu “${value(d, 'name')}” bị hỏng nên không dùng được. Dữ liệu hiện có không bị thay đổi; hãy chọn bản khác.`,
    en: (d) =>
      `The backup “${value(d, 'name')}” is damaged and can't be used. The data here is unchanged; choose another one.`,
  },
  'store.backupFileDamaged': {
    vi: (d) =>
      `Một tệp trong bản sao lưu ${value(d, 'name')} bị thiếu hoặc hỏng. Dữ liệu hiện có không bị thay đổi; hãy chọn bản khác và tạo một bản sao lưu mới.`,
    en: (d) =>
      `A file of the backup ${value(d, 'name')} is missing or damaged. The data here is unchanged; choose another one and make a new backup.`,
  },
  'store.backupOfDamaged': {
    vi: (d) =>
      `Khi tạo bản sao lưu này, “${document(d)}” đã bị hỏng rồi, nên không khôi phục từ đây. Hãy chọn bản cũ hơn.`,
    en: (d) =>
      `“${document(d)}” was already damaged when this backup was made, so it is not restored from it. Choose an older one.`,
  },
  'store.notInBackup': {
    vi: (d) => `Bản sao lưu “${value(d, 'name')}” không có “${value(d, 'id')}”. Không có gì bị thay đổi.`,
    en: (d) => `The backup “${value(d, 'name')}” does not hold “${value(d, 'id')}”. Nothing was changed.`,
  },
  'store.closing': {
    vi: () =>
      'Chương trình đang đóng nên việc này đã dừng. Phần đã làm xong vẫn được giữ; khi mở lại, hãy làm lại việc này: phần đã xong sẽ được bỏ qua.',
    en: () =>
      'The program is closing, so this was stopped. What was done by then is kept; do it again when the program is open: what is done already is passed over.',
  },
  'store.notBackedUp': {
    vi: (d) =>
      `Chưa sao lưu được “${document(d)}”. Các phiên họp khác đã được sao lưu; hãy mở phiên họp này để xem lý do.`,
    en: (d) => `“${document(d)}” could not be backed up. The others are; open it to see why.`,
  },
  'store.backupNotMade': {
    vi: () =>
      'Lần sao lưu tự động vừa rồi chưa làm được. Dữ liệu và các bản sao lưu trước vẫn nguyên vẹn; xem lý do ở màn hình Sao lưu.',
    en: () =>
      'The last automatic backup could not be made. The data and earlier backups are intact; the backups screen says why.',
  },
  'store.backupFolderGone': {
    vi: (d) =>
      `Không thấy thư mục sao lưu ${value(d, 'path')}: có thể USB hoặc ổ mạng chưa được cắm. Dữ liệu trên máy vẫn nguyên vẹn; hãy cắm lại, chương trình sẽ tự sao lưu tiếp.`,
    en: (d) =>
      `The backup folder ${value(d, 'path')} is not there: the stick or network drive may not be plugged in. The data on this computer is intact; plug it in, and backups go on by themselves.`,
  },
  'store.backupFolderMissing': {
    vi: (d) =>
      `Không có thư mục ${value(d, 'path')}. Chưa đổi gì; hãy nhập đường dẫn đầy đủ của một thư mục có thật, ví dụ E:\\ hoặc /media/usb.`,
    en: (d) =>
      `There is no folder ${value(d, 'path')}. Nothing was changed; type the full path of a folder that is there, such as E:\\ or /media/usb.`,
  },
  'store.backupFolderInside': {
    vi: () =>
      'Thư mục này nằm trong chính thư mục dữ liệu nên không bảo vệ được gì thêm. Hãy chọn một thư mục trên USB, ổ đĩa khác hoặc ổ mạng.',
    en: () =>
      'This folder is inside the data folder itself, so it protects nothing more. Choose one on a stick, another disk or a network drive.',
  },
  'store.noSecondFolder': {
    vi: () => 'Chưa chọn thư mục sao lưu thứ hai. Hãy chọn thư mục trước.',
    en: () => 'No second backup folder has been chosen. Choose one first.',
  },
  'store.folderByDialog': {
    vi: () => 'Ở chương trình trên máy, thư mục được chọn bằng hộp thoại của máy. Chưa đổi gì.',
    en: () => "In the desktop program the folder is chosen in the computer's own dialog. Nothing was changed.",
  },
  'store.importGone': {
    vi: () => 'Tệp đã xem trước không còn ở đó nữa nên chưa nhập gì. Hãy chọn lại tệp.',
    en: () => 'The file that was looked at is no longer at hand, so nothing was taken over. Choose the file again.',
  },
  'store.cannotTakeOver': {
    vi: () =>
      'Không thể mở để ghi lúc này: thư mục dữ liệu đang được chương trình khác trên chính máy này dùng, hoặc đã được mở để ghi rồi. Hãy đóng cửa sổ kia rồi thử lại.',
    en: () =>
      'It cannot be opened for writing now: another program on this very computer uses the data folder, or it is open for writing already. Close the other window and try again.',
  },
  'store.exportDamaged': {
    vi: (d) =>
      `Tệp này không phải là bản xuất nguyên vẹn của HoiDong (${value(d, 'reason')}). Không có gì được nhập; hãy chép lại tệp từ máy cũ.`,
    en: (d) =>
      `This file is not an intact export of HoiDong (${value(d, 'reason')}). Nothing was taken over; copy the file again from the old computer.`,
  },
  'store.exportNewer': {
    vi: (d) =>
      `Tệp do phiên bản mới hơn tạo ra (dạng ${value(d, 'version')}). Không có gì được nhập; hãy cài phiên bản mới hơn.`,
    en: (d) =>
      `The file was made by a newer version (format ${value(d, 'version')}). Nothing was taken over; install the newer version.`,
  },
};

const vi = {
  checked: (documents: number, entries: number, attachments: number, backups: number) =>
    `Đã kiểm tra: ${documents} tài liệu, ${entries} thay đổi, ${attachments} tệp đính kèm, ${backups} bản sao lưu.`,
  allSound: 'Mọi thứ nguyên vẹn.',
  findings: (count: number) => `Có ${count} điểm cần chú ý:`,
  indexFixed: 'Đã lập lại danh mục.',
  unnamedRemoved: (count: number) => `Đã dọn ${count} tệp đính kèm mà quá một tuần không tài liệu nào dùng đến.`,
  backedUp: (name: string, documents: number, changed: number) =>
    `Đã sao lưu “${name}”: ${documents} tài liệu, ${changed} có thay đổi; đã đọc lại và kiểm tra.`,
  backupLine: (name: string, documents: number, damaged: number) =>
    `${name}  ${documents} tài liệu${damaged === 0 ? '' : `, ${damaged} bị hỏng từ trước`}`,
  noBackups: 'Chưa có bản sao lưu nào.',
  exported: (path: string, documents: number, attachments: number) =>
    `Đã xuất ${documents} tài liệu và ${attachments} tệp đính kèm ra ${path}; đã đọc lại và kiểm tra.`,
  exportLeftOut: (id: string) => `Không xuất “${id}” vì nhật ký bị hỏng.`,
  restored: (id: string) => `Đã khôi phục “${id}”.`,
  kept: (path: string) => `  Bản trước đó được giữ ở ${path}`,
  unchanged: (count: number) => `${count} tài liệu đã giống bản sao lưu, không đổi gì.`,
  added: 'đã thêm',
  same: 'đã có, giống nhau',
  older: 'bản ở đây mới hơn, giữ nguyên',
  newer: 'đã cập nhật',
  replaced: 'đã thay bằng bản trong tệp',
  conflict: 'hai bản khác nhau, chưa làm gì; thêm --take-theirs để dùng bản trong tệp',
  historyOf: (id: string, seq: number, at: string) => `“${id}” sau thay đổi thứ ${seq} (${at}):`,
  nothingThen: 'Lúc đó chưa có gì.',
  undo: 'hoàn tác',
  redo: 'làm lại',
  empty: '(trống)',
  backupUsage: 'Cách dùng: hoidong backup [--to THƯ_MỤC] [--list] [--export TỆP.zip]',
  restoreUsage:
    'Cách dùng: hoidong restore [--from THƯ_MỤC] [BẢN [--session MÃ | --workbook MÃ | --pack MÃ | --all]] | --import TỆP.zip [--take-theirs]',
  historyUsage:
    'Cách dùng: hoidong history MÃ_PHIÊN_HỌP [--at THỜI_ĐIỂM | --seq SỐ] [--field ĐƯỜNG/DẪN] [--workbook | --pack]',
  checkUsage: 'Cách dùng: hoidong check [--fix-index]',
};

const en: typeof vi = {
  checked: (documents, entries, attachments, backups) =>
    `Checked: ${documents} documents, ${entries} changes, ${attachments} attachments, ${backups} backups.`,
  allSound: 'Everything is sound.',
  findings: (count) => `${count} things need attention:`,
  indexFixed: 'The index was made again.',
  unnamedRemoved: (count) =>
    `${count} ${count === 1 ? 'attachment' : 'attachments'} that no document had used for over a week were removed.`,
  backedUp: (name, documents, changed) =>
    `Backup “${name}” made: ${documents} documents, ${changed} of them changed; read back and verified.`,
  backupLine: (name, documents, damaged) =>
    `${name}  ${documents} documents${damaged === 0 ? '' : `, ${damaged} were damaged already`}`,
  noBackups: 'There is no backup yet.',
  exported: (path, documents, attachments) =>
    `Exported ${documents} documents and ${attachments} attachments to ${path}; read back and verified.`,
  exportLeftOut: (id) => `“${id}” was left out: its journal is damaged.`,
  restored: (id) => `“${id}” was restored.`,
  kept: (path) => `  What was there before is kept in ${path}`,
  unchanged: (count) => `${count} documents were as in the backup already.`,
  added: 'added',
  same: 'here already, the same',
  older: 'newer here, left as it is',
  newer: 'brought up to date',
  replaced: 'replaced by the one in the file',
  conflict: 'the two differ, nothing was done; add --take-theirs to use the one in the file',
  historyOf: (id, seq, at) => `“${id}” after change ${seq} (${at}):`,
  nothingThen: 'There was nothing yet.',
  undo: 'undo',
  redo: 'redo',
  empty: '(empty)',
  backupUsage: 'Usage: hoidong backup [--to FOLDER] [--list] [--export FILE.zip]',
  restoreUsage:
    'Usage: hoidong restore [--from FOLDER] [BACKUP [--session ID | --workbook ID | --pack ID | --all]] | --import FILE.zip [--take-theirs]',
  historyUsage: 'Usage: hoidong history SESSION [--at TIME | --seq NUMBER] [--field A/PATH] [--workbook | --pack]',
  checkUsage: 'Usage: hoidong check [--fix-index]',
};

/** What the commands that look after the store say. */
export const storeMessages: Catalogue<typeof vi> = { vi, en };
