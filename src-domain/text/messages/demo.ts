import type { Catalogue } from '#domain/text/catalogue.ts';
import type { ProblemTexts } from '#domain/text/problem-texts.ts';

const vi = {
  summary: 'đi hết một phiên họp mẫu không cần màn hình',
  help: `Cách dùng: hoidong demo --out THƯ_MỤC

Đi hết con đường của phiên họp mẫu: tạo gói cho thành viên, chấm theo bảng điểm cố định, nhập phiếu gửi lại, kiểm phiếu,
kết luận và in mọi văn bản vào THƯ_MỤC. In ra một đối tượng JSON: mã phiên họp, các tệp đã ghi, xếp hạng, kết luận và các bước.

  --out THƯ_MỤC    nơi ghi các tệp (tạo nếu chưa có; tệp trùng tên bị ghi đè)
`,
  outMissing: 'Thiếu --out THƯ_MỤC.',
  packages: 'Đang tạo gói cho các thành viên…',
  returns: 'Đang chấm theo bảng điểm cố định…',
  import: 'Đang nhập phiếu gửi lại…',
  conclusion: 'Đang kiểm phiếu và kết luận…',
  documents: 'Đang in văn bản…',
  notWritten: (path: string) =>
    `Không ghi được vào “${path}”. Hãy chọn thư mục khác hoặc xem quyền ghi và chỗ trống của đĩa.`,
};

const en: typeof vi = {
  summary: 'walks the whole sample session without a screen',
  help: `Usage: hoidong demo --out FOLDER

Walks the whole path of the sample session: the members' packages, scores from a fixed table, import, count, conclusion, and every
page into FOLDER. Prints one JSON object: the session's id, the files written, ranking, conclusion and its steps.

  --out FOLDER     where the files go (made if missing; files of the same name are written over)
`,
  outMissing: 'The option --out FOLDER is missing.',
  packages: "Making the members' packages…",
  returns: 'Scoring from the fixed table…',
  import: 'Importing the returns…',
  conclusion: 'Counting and concluding…',
  documents: 'Printing the pages…',
  notWritten: (path) =>
    `“${path}” can't be written. Choose another folder, or look at its permissions and the room on the disk.`,
};

/** What `hoidong demo` says. */
export const demoMessages: Catalogue<typeof vi> = { vi, en };

export const demoProblems: ProblemTexts = {
  'demo.returnRefused': {
    vi: ({ fileName }) => `Phiếu mẫu “${String(fileName)}” không nhập được; đây là lỗi của chương trình.`,
    en: ({ fileName }) => `The sample return “${String(fileName)}” was not taken; this is a fault of the program.`,
  },
};
