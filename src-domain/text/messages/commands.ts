import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  inspectSummary: 'cho biết một tệp .hdgoi, .hdphieu, .hdbiennhan là gì',
  verifySummary: 'kiểm tra một tệp trao đổi, hoặc chữ ký số của một tệp PDF',
  schemaSummary: 'in lược đồ JSON của gói, phiếu, biên nhận, bộ quy định, phiên họp, trường hợp',
  packsSummary: 'các bộ quy định, thời gian áp dụng và mức chắc chắn',
  concludeSummary: 'tính kết luận từ một tệp trường hợp',
  agreementSummary: 'mức thống nhất giữa các thành viên từ một bảng CSV',
  checkSummary: 'đọc và kiểm tra toàn bộ thư mục dữ liệu',
  backupSummary: 'sao lưu thư mục dữ liệu',
  restoreSummary: 'khôi phục từ bản sao lưu',
  historySummary: 'lịch sử của một phiên họp',
  signSummary: 'ký số một tệp PDF bằng chứng thư PKCS#12',
  packSummary: 'tạo gói cho một thành viên',
  importSummary: 'nhập các phiếu gửi lại',
  documentsSummary: 'in văn bản của một phiên họp',

  dataOption: '  --data THƯ_MỤC   thư mục dữ liệu (mặc định: cùng thư mục với chương trình trên màn hình)\n',
  vaultNote: 'Mật khẩu kho khóa được đọc từ biến môi trường HOIDONG_VAULT_PASSPHRASE.\n',
  packHelp: `Cách dùng: hoidong pack PHIÊN_HỌP --member THÀNH_VIÊN --out TỆP

Tạo gói cho một thành viên và ghi vào TỆP. In ra JSON có mật khẩu của gói; mật khẩu chỉ hiện một lần này.

`,
  importHelp: `Cách dùng: hoidong import PHIÊN_HỌP TỆP… [--dry-run] [--json]

Đọc các tệp phiếu, cho biết từng tệp là gì, rồi nhận những tệp nhận được.
Tệp rẽ nhánh (thành viên chấm trên hai máy) được giữ bên cạnh, chờ gộp trong chương trình.
Mã thoát 1 nếu có tệp không nhận được hoặc phải chờ gộp.

  --dry-run        chỉ xem, không ghi gì
  --json           in báo cáo dạng JSON
`,
  documentsHelp: `Cách dùng: hoidong documents PHIÊN_HỌP --out THƯ_MỤC [--only MÃ,MÃ…] [--format pdf|docx|xlsx|csv|json]

In bộ văn bản được ký và lưu của phiên họp, mỗi văn bản một tệp. Cả bộ dạng PDF có thêm các bản đã ký và bản
quét được giữ cùng phiên họp, trong thư mục da-ky.

  --out THƯ_MỤC    nơi ghi các tệp (tạo nếu chưa có)
  --only MÃ,…      chỉ các văn bản này, ví dụ bien-ban,bang-tong-hop; gồm cả văn bản ngoài bộ
  --format         định dạng (mặc định pdf)
`,
  schemaHelp: 'Cách dùng: hoidong schema package|return|receipt|ballots|pack|session|case\n',
  sessionMissing: 'Thiếu mã phiên họp.',
  memberMissing: 'Thiếu --member THÀNH_VIÊN.',
  outMissing: 'Thiếu --out.',
  filesMissing: 'Thiếu tên tệp phiếu.',
  badFormat: (format: string) => `Không có định dạng “${format}”; chọn pdf, docx, xlsx, csv hoặc json.`,
  notRead: (path: string) => `Không đọc được “${path}”. Hãy kiểm tra tên tệp và quyền đọc.`,
  notWritten: (path: string) => `Không ghi được “${path}”. Hãy kiểm tra quyền ghi và chỗ trống của đĩa.`,
  taken: (count: number) => `Đã nhận ${count} tệp.`,
  keptBeside: (count: number) =>
    `${count} tệp rẽ nhánh được giữ nguyên bên cạnh bản đang tính, chưa được tính. Mở phiên họp trong chương trình, bước Phiếu gửi lại, để gộp.`,
  dryRun: 'Chưa ghi gì (--dry-run).',
};

const en: typeof vi = {
  inspectSummary: 'says what a .hdgoi, .hdphieu or .hdbiennhan file is',
  verifySummary: 'checks an exchanged file, or the digital signatures of a PDF',
  schemaSummary: 'prints the JSON Schema of a package, return, receipt, pack, session or case',
  packsSummary: 'the regulation packs, their dates and how surely they are known',
  concludeSummary: 'computes the conclusion of a case file',
  agreementSummary: 'agreement among members from a CSV table',
  checkSummary: 'reads and verifies the whole data folder',
  backupSummary: 'backs up the data folder',
  restoreSummary: 'restores from a backup',
  historySummary: 'the history of a session',
  signSummary: 'signs a PDF with a PKCS#12 certificate',
  packSummary: "makes one member's package",
  importSummary: 'imports returns',
  documentsSummary: "prints a session's pages",

  dataOption: '  --data FOLDER    data folder (default: the one of the desktop program)\n',
  vaultNote: 'The vault passphrase is read from the environment variable HOIDONG_VAULT_PASSPHRASE.\n',
  packHelp: `Usage: hoidong pack SESSION --member MEMBER --out FILE

Makes one member's package into FILE. Prints JSON with the package's passphrase, which is told this once.

`,
  importHelp: `Usage: hoidong import SESSION FILE… [--dry-run] [--json]

Reads return files, says what each is, then takes those that can be taken.
A diverged one (the member worked on two computers) is kept beside, to be merged in the program.
Exits with 1 where a file was not taken or waits to be merged.

  --dry-run        only look, record nothing
  --json           print the report as JSON
`,
  documentsHelp: `Usage: hoidong documents SESSION --out FOLDER [--only ID,ID…] [--format pdf|docx|xlsx|csv|json]

Prints the pages of a session that are signed and kept, one file each. With the whole set as PDF come the signed
files and scans kept with the session, in the folder da-ky.

  --out FOLDER     where the files go (made if missing)
  --only ID,…      only these pages, e.g. bien-ban,bang-tong-hop; pages outside the set as well
  --format         the format (pdf unless said)
`,
  schemaHelp: 'Usage: hoidong schema package|return|receipt|ballots|pack|session|case\n',
  sessionMissing: "The session's id is missing.",
  memberMissing: 'The option --member MEMBER is missing.',
  outMissing: 'The option --out is missing.',
  filesMissing: 'The return files are missing.',
  badFormat: (format) => `There is no format “${format}”; choose pdf, docx, xlsx, csv or json.`,
  notRead: (path) => `“${path}” can't be read. Check its name and permissions.`,
  notWritten: (path) => `“${path}” can't be written. Check the permissions and the room on the disk.`,
  taken: (count) => `${count} files were taken.`,
  keptBeside: (count) =>
    `${count} diverged files are kept whole beside the ones that count and are not counted yet. Open the session in the program, step Returns, to merge them.`,
  dryRun: 'Nothing was recorded (--dry-run).',
};

/** Summaries of the commands, and the texts of those that work on sessions. */
export const commandMessages: Catalogue<typeof vi> = { vi, en };
