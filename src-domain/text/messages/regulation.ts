import type { Catalogue } from '#domain/text/catalogue.ts';
import { packChoices } from '#domain/text/messages/pack-choices.ts';
import { formatDecimal } from '#domain/text/decimals.ts';

type Language = keyof typeof packChoices;

/** The word for a code of the field `field`; the code itself where a file says something that is none. */
const word = (language: Language, field: string, code: string): string => {
  const words: Readonly<Record<string, string>> = packChoices[language];
  return words[`${field}.${code}`] ?? code;
};
const day = (iso: string): string => iso.split('-').reverse().join('/');
/** A text where a number was expected stays as it is written. */
const number = (text: string): string => (/^\d+(\.\d+)?$/u.test(text) ? formatDecimal(text) : text);
const methods = {
  vi: { points: 'theo điểm', vote: 'theo biểu quyết', levels: 'theo ba mức' },
  en: { points: 'by points', vote: 'by votes', levels: 'by levels' },
} as const;
const method = (language: Language, code: string): string =>
  (methods[language] as Readonly<Record<string, string>>)[code] ?? code;
const marks = {
  vi: { seen: 'theo quy định', secondary: 'theo nguồn thứ cấp', unverified: 'chưa đối chiếu' },
  en: { seen: 'as the regulation says', secondary: 'from a secondary source', unverified: 'not verified' },
} as const;
const markWord = (language: Language, code: string): string =>
  (marks[language] as Readonly<Record<string, string>>)[code] ?? code;

const vi = {
  markSeen: (where: string) => `theo quy định (${where})`,
  markSeenBare: () => 'theo quy định',
  markSecondary: (where: string) => `theo nguồn thứ cấp (${where})`,
  markSecondaryBare: () => 'theo nguồn thứ cấp',
  markUnverified: (where: string) => `chưa đối chiếu (${where})`,
  markUnverifiedBare: () => 'chưa đối chiếu',

  shapeMissing: () => 'thiếu mục này',
  shapeType: (expected: string) => `sai kiểu dữ liệu, cần ${expected}`,
  shapeTooSmall: (minimum: string, what: string) =>
    what === 'array'
      ? `cần ít nhất ${minimum} mục`
      : what === 'string'
        ? minimum === '1'
          ? 'không được để trống'
          : `cần ít nhất ${minimum} ký tự`
        : `nhỏ hơn mức thấp nhất là ${minimum}`,
  shapeTooBig: (maximum: string, what: string) =>
    what === 'array'
      ? `quá ${maximum} mục`
      : what === 'string'
        ? `dài quá ${maximum} ký tự`
        : `vượt mức cao nhất là ${maximum}`,
  shapeUnknownKeys: (keys: string) => `có mục không biết: ${keys}`,
  shapeChoice: (choices: string) => `phải là một trong: ${choices}`,
  shapeUnion: () => 'không khớp dạng nào được biết; hãy xem mục "kind", "method" hoặc "mode"',
  shapeDate: () => 'không phải ngày dạng NĂM-THÁNG-NGÀY',
  shapeNumber: () => 'cần một số, ví dụ 12,5',
  shapeWhole: () => 'cần một số nguyên',
  shapeFormat: (pattern: string) => `viết không đúng dạng (${pattern})`,
  shapeOther: () => 'giá trị không dùng được',

  notJson: () => 'tệp không phải JSON đọc được',
  markWithoutSource: (mark: string) =>
    `ghi là “${markWord('vi', mark)}” mà không nêu văn bản; chỉ quy tắc “chưa đối chiếu” mới được để trống văn bản`,
  doubleKey: (key: string) => `“${word('vi', 'output', word('vi', 'office', key))}” đã có ở trên`,
  sumNotTotal: (sum: string, total: string) =>
    `tổng điểm tối đa của các tiêu chí là ${number(sum)}, không bằng ${number(total)}`,
  noPoints: () => 'mẫu phiếu không cho điểm trong khi kết luận tính theo điểm',
  pointsPerProduct: () => 'tiêu chí cho điểm không thể lặp theo từng sản phẩm: tổng điểm sẽ không cố định',
  stepZero: () => 'bước điểm phải lớn hơn 0',
  stepNotDividing: (step: string, max: string) =>
    `điểm tối đa ${number(max)} không phải là bội số của bước điểm ${number(step)}`,
  coefficientZero: () => 'hệ số phải lớn hơn 0',
  maxZero: () => 'điểm tối đa phải lớn hơn 0',
  minAboveMax: (min: string, max: string) => `mức tối thiểu ${number(min)} lớn hơn mức tối đa ${number(max)}`,
  noOpinions: () => 'kết luận tính theo ý kiến mà mẫu phiếu không đủ ý kiến “đồng ý” và “không đồng ý”',
  noItems: () => 'kết luận tính theo mục đạt / không đạt mà mẫu phiếu không có mục nào như vậy',
  noLevels: () => 'kết luận tính theo ba mức mà mẫu phiếu không có tiêu chí chất lượng hoặc báo cáo theo ba mức',
  wrongScale: (scale: string, by: string) =>
    `cách đánh giá “${word('vi', 'scale', scale)}” không dùng được khi kết luận ${method('vi', by)}`,
  fractionAboveOne: (num: string, den: string) => `tỷ lệ ${num}/${den} lớn hơn toàn bộ`,
  fractionNever: (num: string, den: string) => `“trên ${num}/${den}” không bao giờ đạt được`,
  sizeOrder: (min: string, max: string) => `số thành viên ít nhất ${min} lớn hơn nhiều nhất ${max}`,
  sizeAllowed: (value: string, min: string, max: string) => `${value} nằm ngoài khoảng từ ${min} đến ${max}`,
  officesAboveSize: (sum: string, max: string) =>
    `riêng các chức danh bắt buộc đã là ${sum} người, quá số thành viên nhiều nhất ${max}`,
  quorumAboveOffice: (min: string, max: string) =>
    `cần ${min} người có mặt trong khi hội đồng chỉ có nhiều nhất ${max} người giữ chức danh này`,
  officeUnknown: (office: string) => `chức danh “${word('vi', 'office', office)}” không có trong thành phần hội đồng`,
  notAMember: () => 'thư ký hành chính không phải thành viên, không đặt điều kiện này được',
  aboveSize: (value: string, max: string) => `${value} lớn hơn số thành viên nhiều nhất là ${max}`,
  aboveTotal: (points: string, total: string) => `${number(points)} điểm lớn hơn tổng ${number(total)} điểm`,
  gradeRest: () => 'hàng cuối, và chỉ hàng cuối, phải để trống điều kiện để nhận mọi trường hợp còn lại',
  memberGradesWithoutGrades: () => 'xếp loại theo từng phiếu cần có bảng xếp loại',
  minimumWithoutMin: () => 'có quy tắc mức tối thiểu nhưng không tiêu chí nào ghi mức tối thiểu',
  criterionUnknown: (form: string) =>
    `tiêu chí được xét không có trong mẫu phiếu “${form}”; hãy chọn tiêu chí khác hoặc bỏ bậc này`,
  rungAfterEnd: () => 'không bậc nào được đứng sau bậc “để cơ quan có thẩm quyền quyết định” hoặc sau bốc thăm',
  doubleRung: () => 'bậc này đã có ở trên',
  rankingNeedsPass: () => 'xếp hạng cần ngưỡng hoặc bảng xếp loại, nếu không mọi hồ sơ đều được đề nghị',
  datesOrder: (from: string, to: string) => `ngày bắt đầu ${day(from)} sau ngày kết thúc ${day(to)}`,
  changeWithoutBase: () => 'bộ quy định sửa đổi phải ghi cả bản gốc lẫn người sửa, ngày và lý do',
  shippedUnchanged: () => 'bộ quy định kèm chương trình không sửa tại chỗ; hãy sao chép rồi sửa bản sao',
  reasonMissing: () => 'cần ghi người sửa và lý do sửa',
  placeUnknown: (place: string) => `không có mục "${place}" trong bộ quy định`,
  doublePack: (id: string) => `đã có bộ quy định khác cùng mã và phiên bản "${id}"`,
  unreadable: (file: string) => `không đọc được tệp ${file}`,

  ownRule: () => 'Quy tắc riêng, không nêu căn cứ pháp lý',
  ownRuleFrom: (basis: string) => `Quy tắc riêng, không nêu căn cứ pháp lý; bản gốc: ${basis}`,
  documentNotListed: (document: string) =>
    `ghi là đã đọc trong “${document}” mà văn bản này không có trong danh sách văn bản của bộ quy định`,

  proposeProgramme: (programme: string) => `dành cho chương trình ${programme}`,
  proposeOwn: () => 'bộ quy định riêng của hội đồng, không có bộ kèm chương trình nào phù hợp hơn',
  proposeNational: () => 'quy định chung cho nhiệm vụ cấp quốc gia',
  proposeAny: () => 'biểu mẫu cấu hình được, không gắn với văn bản nào',
  proposeDate: (day: string) => `nhiệm vụ phê duyệt ngày ${day} thuộc thời gian áp dụng`,
  proposeNoDate: () => 'chưa có ngày phê duyệt nhiệm vụ: lấy chế độ mới nhất; hãy ghi ngày để đề xuất chắc hơn',
  proposeNone: () => 'chưa có bộ quy định nào phù hợp; hãy chọn một bộ hoặc sao chép bộ mẫu',
  proposeUnverified: () => 'một phần quy tắc của bộ này chưa đối chiếu',

  changed: () => 'đổi',
  added: () => 'thêm',
  removed: () => 'bỏ',

  draftPack: () => 'dự thảo',
  templatePack: () => 'mẫu tham khảo',
  packsMarks: (seen: number, secondary: number, unverified: number) =>
    `theo quy định ${seen}, theo nguồn thứ cấp ${secondary}, chưa đối chiếu ${unverified}`,
  packsOpenStart: () => 'trước đó',
  packsOpenEnd: () => 'đến nay',
  packsRefused: (count: number) => `${count} tệp bộ quy định bị từ chối:`,
  packsUsage: () => `Cách dùng: hoidong packs [--text] [--folder THƯ_MỤC | --data THƯ_MỤC]

Liệt kê các bộ quy định, cả bộ riêng đã soạn trong chương trình: thời gian áp dụng, loại hội đồng, và bao nhiêu quy tắc theo quy định, theo nguồn thứ cấp, chưa đối chiếu.

  --text             in để đọc thay cho JSON
  --folder THƯ_MỤC   xem bộ quy định ở thư mục này thay cho bộ kèm chương trình
`,
  packsOwnFrom: (base: string) => `Bộ riêng, sao chép từ: ${base}`,
  packsOwnBy: (author: string, day: string, reason: string) =>
    `Công bố ngày ${day}, người sửa: ${author}, lý do: ${reason}`,
  packsOwnEditing: () => 'Có bản nháp đang sửa',
  packsFrom: (from: string, to: string) => `Áp dụng cho nhiệm vụ phê duyệt: ${from} – ${to}`,
  packsKinds: (kinds: string) => `Loại hội đồng: ${kinds}`,
  packsMarksLabel: (marks: string) => `Độ chắc: ${marks}`,
};

const en: typeof vi = {
  markSeen: (where) => `as the regulation says (${where})`,
  markSeenBare: () => 'as the regulation says',
  markSecondary: (where) => `from a secondary source (${where})`,
  markSecondaryBare: () => 'from a secondary source',
  markUnverified: (where) => `not verified (${where})`,
  markUnverifiedBare: () => 'not verified',

  shapeMissing: () => 'is missing',
  shapeType: (expected) => `has the wrong type, ${expected} is needed`,
  shapeTooSmall: (minimum, what) =>
    what === 'array'
      ? `needs at least ${minimum} items`
      : what === 'string'
        ? minimum === '1'
          ? 'must not be empty'
          : `needs at least ${minimum} characters`
        : `is below the least, ${minimum}`,
  shapeTooBig: (maximum, what) =>
    what === 'array'
      ? `has more than ${maximum} items`
      : what === 'string'
        ? `is longer than ${maximum} characters`
        : `is above the most, ${maximum}`,
  shapeUnknownKeys: (keys) => `has unknown keys: ${keys}`,
  shapeChoice: (choices) => `must be one of: ${choices}`,
  shapeUnion: () => 'fits no known form; look at its "kind", "method" or "mode"',
  shapeDate: () => 'is not a date as YEAR-MONTH-DAY',
  shapeNumber: () => 'needs a number, e.g. 12.5',
  shapeWhole: () => 'needs a whole number',
  shapeFormat: (pattern) => `is not written as it should be (${pattern})`,
  shapeOther: () => 'has a value that cannot be used',

  notJson: () => 'the file is not readable JSON',
  markWithoutSource: (mark) =>
    `says “${markWord('en', mark)}” without naming a document; only an unverified rule may have none`,
  doubleKey: (key) => `“${word('en', 'output', word('en', 'office', key))}” is there already`,
  sumNotTotal: (sum, total) => `the maxima of the criteria add up to ${sum}, not ${total}`,
  noPoints: () => 'the form gives no points although the conclusion counts points',
  pointsPerProduct: () => 'a criterion of points cannot be repeated for each product: the total would not be fixed',
  stepZero: () => 'the step of points must be above 0',
  stepNotDividing: (step, max) => `the maximum ${max} is not a multiple of the step ${step}`,
  coefficientZero: () => 'the coefficient must be above 0',
  maxZero: () => 'the maximum must be above 0',
  minAboveMax: (min, max) => `the minimum ${min} is above the maximum ${max}`,
  noOpinions: () => 'the conclusion counts opinions and the form lacks one for and one against',
  noItems: () => 'the conclusion counts pass/fail items and the form has none',
  noLevels: () => 'the conclusion counts three levels and the form has no quality or report criterion of levels',
  wrongScale: (scale, by) =>
    `judging by “${word('en', 'scale', scale)}” cannot be used when the council concludes ${method('en', by)}`,
  fractionAboveOne: (num, den) => `the share ${num}/${den} is more than the whole`,
  fractionNever: (num, den) => `“more than ${num}/${den}” can never hold`,
  sizeOrder: (min, max) => `the least number of members ${min} is above the most, ${max}`,
  sizeAllowed: (value, min, max) => `${value} is outside ${min} to ${max}`,
  officesAboveSize: (sum, max) => `the required offices alone are ${sum} people, above the most members, ${max}`,
  quorumAboveOffice: (min, max) => `${min} must be present although at most ${max} hold this office`,
  officeUnknown: (office) => `the office “${word('en', 'office', office)}” is not in the composition`,
  notAMember: () => 'the administrative secretary is not a member and cannot be in this condition',
  aboveSize: (value, max) => `${value} is above the most members, ${max}`,
  aboveTotal: (points, total) => `${points} points are above the total of ${total}`,
  gradeRest: () => 'the last row, and only the last, must have no conditions and take everything left',
  memberGradesWithoutGrades: () => 'grades of single ballots need a table of grades',
  minimumWithoutMin: () => 'there is a rule of minimums but no criterion has a minimum',
  criterionUnknown: (form) =>
    `the criterion looked at is not in the ballot “${form}”; choose another or remove this rung`,
  rungAfterEnd: () => 'no rung may follow “left to the authority” or the lot',
  doubleRung: () => 'this rung is already above',
  rankingNeedsPass: () => 'a ranking needs a threshold or grades, else every dossier is recommended',
  datesOrder: (from, to) => `the first day ${day(from)} is after the last day ${day(to)}`,
  changeWithoutBase: () => 'a changed pack must name both what it was based on and who changed it, when and why',
  shippedUnchanged: () => 'a shipped pack is never changed in place; copy it and change the copy',
  reasonMissing: () => 'the author and the reason of the change are needed',
  placeUnknown: (place) => `the pack has no place "${place}"`,
  doublePack: (id) => `another pack has the same id and version "${id}"`,
  unreadable: (file) => `the file ${file} cannot be read`,

  ownRule: () => 'An own rule that claims no legal origin',
  ownRuleFrom: (basis) => `An own rule that claims no legal origin; as copied: ${basis}`,
  documentNotListed: (document) => `claims to be seen in “${document}”, which is not among the documents of the pack`,

  proposeProgramme: (programme) => `made for the programme ${programme}`,
  proposeOwn: () => 'a pack of one’s own; none that ships with the program fits better',
  proposeNational: () => 'the general rules for national tasks',
  proposeAny: () => 'a configurable form bound to no document',
  proposeDate: (day) => `tasks approved on ${day} fall within its dates`,
  proposeNoDate: () =>
    'the approval date is not known: the newest regime is taken; enter the date for a surer proposal',
  proposeNone: () => 'no pack fits; choose one, or copy a template',
  proposeUnverified: () => 'part of its rules are not verified',

  changed: () => 'changed',
  added: () => 'added',
  removed: () => 'removed',

  draftPack: () => 'draft',
  templatePack: () => 'template',
  packsMarks: (seen, secondary, unverified) => `seen ${seen}, secondary ${secondary}, unverified ${unverified}`,
  packsOpenStart: () => 'earlier',
  packsOpenEnd: () => 'today',
  packsRefused: (count) => `${count} pack files were refused:`,
  packsUsage: () => `Usage: hoidong packs [--text] [--folder FOLDER | --data FOLDER]

Lists the regulation packs, own ones too: dates, kinds of council, and how many rules are seen, secondary or unverified.

  --text            as text to read, instead of JSON
  --folder FOLDER   the packs of this folder instead of those shipped
`,
  packsOwnFrom: (base) => `An own pack, copied from: ${base}`,
  packsOwnBy: (author, day, reason) => `Published ${day} by ${author}, because: ${reason}`,
  packsOwnEditing: () => 'A draft is being edited',
  packsFrom: (from, to) => `For tasks approved: ${from} – ${to}`,
  packsKinds: (kinds) => `Councils: ${kinds}`,
  packsMarksLabel: (marks) => `Sureness: ${marks}`,
};

/** Texts of regulation packs: marks, refusals, proposals, differences. */
export const regulationMessages: Catalogue<typeof vi> = { vi, en };
