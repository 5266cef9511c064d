import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  title: 'Bộ quy định',
  lead: 'Mỗi bộ quy định nêu thành phần hội đồng, điều kiện họp, mẫu phiếu và cách kết luận theo một chế độ pháp lý. Mỗi quy tắc ghi nguồn và mức chắc chắn.',
  empty: 'Các bộ quy định sẽ nằm ở đây',
  emptyText:
    'Chương trình không đọc được bộ quy định nào. Hãy cài lại chương trình; dữ liệu phiên họp không bị ảnh hưởng.',
  version: (version: number) => `phiên bản ${version}`,
  draft: 'Dự thảo, chưa rõ đã ban hành',
  template: 'Mẫu để soạn bộ quy định riêng',
  since2025: 'Chế độ từ 01/10/2025',
  before2025: 'Chế độ trước 01/10/2025',
  any: 'Không gắn với chế độ pháp lý nào',
  approved: (from: string, to: string) =>
    from === '' && to === ''
      ? 'Nhiệm vụ phê duyệt bất kỳ lúc nào'
      : from === ''
        ? `Nhiệm vụ phê duyệt đến hết ${to}`
        : to === ''
          ? `Nhiệm vụ phê duyệt từ ${from}`
          : `Nhiệm vụ phê duyệt từ ${from} đến hết ${to}`,
  programmes: (names: string) => `Chương trình: ${names}`,
  documents: 'Văn bản',
  inForce: (from: string, to: string) =>
    [from === '' ? '' : `hiệu lực từ ${from}`, to === '' ? '' : `đến ${to}`].filter((text) => text !== '').join(' '),
  issued: (day: string) => `ban hành ${day}`,
  rulesOf: (council: string) => `Quy tắc: ${council}`,
  columnRule: 'Quy tắc',
  columnSource: 'Nguồn',
  noSource: 'Không có nguồn pháp lý',

  composition: 'Thành phần',
  size: (sizes: string) => `Hội đồng có ${sizes} thành viên`,
  office: (office: string, min: number, max: number | null) =>
    max === min
      ? `${office}: ${min} người`
      : max === null
        ? `${office}: ít nhất ${min} người`
        : min === 0
          ? `${office}: nhiều nhất ${max} người`
          : `${office}: từ ${min} đến ${max} người`,
  outside: (share: string) => `${share} thành viên ở ngoài cơ quan chủ trì`,
  quorum: 'Điều kiện họp',
  presence: (share: string) => `Có mặt ${share} tổng số thành viên`,
  chair: 'Chủ tịch chủ trì',
  chairOrViceChair: 'Chủ tịch hoặc phó chủ tịch chủ trì',
  chairOrAuthorised: 'Chủ tịch chủ trì, hoặc phó chủ tịch được chủ tịch ủy quyền bằng văn bản',
  officePresent: (office: string, min: number) => `Có mặt ít nhất ${min} ${office}`,
  onlineCounts: 'Dự trực tuyến được tính là có mặt',
  onlineNot: 'Dự trực tuyến không được tính là có mặt',
  conflicts: 'Xung đột lợi ích',
  fromHost: (max: number, offices: string) =>
    `Nhiều nhất ${max} thành viên của tổ chức chủ trì${offices === '' ? '' : `, không giữ chức danh: ${offices}`}`,
  counting: 'Bỏ phiếu và kiểm phiếu',
  secretVote: 'Bỏ phiếu kín khi không chọn khác',
  namedVote: 'Phiếu ghi tên khi không chọn khác',
  committee: (size: number) => `Ban kiểm phiếu ${size} người`,
  deadlines: 'Thời hạn',
  meetingForms: (forms: string) => `Hình thức họp: ${forms}`,
  forms: 'Mẫu phiếu',
  wholeForm: (title: string) => `Mẫu “${title}” nói chung`,
  points: (label: string, max: string) => `${label}: tối đa ${max} điểm`,
  marks: (label: string, top: string, coefficient: string) => `${label}: mức 0 đến ${top}, hệ số ${coefficient}`,
  passFail: (label: string) => `${label}: đạt / không đạt`,
  levels: (label: string) => `${label}: xuất sắc / đạt / không đạt`,
  readingNote: 'Bộ quy định và mẫu phiếu viết bằng tiếng Việt; chữ tiếng Anh ở đây chỉ để đọc hiểu.',
  conclusion: 'Kết luận',
  outOf: (points: string) => `Thang điểm ${points}`,
  mean: 'Điểm của hồ sơ là trung bình cộng điểm của các phiếu được chấm',
  threshold: (share: string) => `Điểm trung bình ${share} điểm thì đủ điều kiện`,
  zeroRule: (share: string) => `${share} thành viên cho 0 điểm cùng một tiêu chí thì không đủ điều kiện`,
  minimumMean: 'Tiêu chí có điểm tối thiểu phải đạt ở điểm trung bình',
  minimumEvery: 'Tiêu chí có điểm tối thiểu phải đạt ở mọi phiếu',
  gradeWhen: (label: string, when: string) => `Xếp loại “${label}”: ${when}`,
  gradeRest: (label: string) => `Xếp loại “${label}”: mọi trường hợp còn lại`,
  or: '; hoặc ',
  lateOnTime: 'nộp đúng hạn',
  lateDays: (days: number) => `muộn không quá ${days} ngày`,
  lateMonths: (months: number) => `muộn không quá ${months} tháng`,
  lateAny: 'nộp bất kỳ lúc nào',
  lateness: (months: number) => `Nộp muộn quá ${months} tháng mà không được phép thì không đạt`,
  recusedCounts: 'Người không tham gia một hồ sơ vì xung đột lợi ích vẫn tính vào điều kiện họp của hồ sơ đó',
  recusedNot: 'Người không tham gia một hồ sơ vì xung đột lợi ích không tính vào điều kiện họp của hồ sơ đó',
  invalidWhen: (reason: string) => `Phiếu không hợp lệ khi ${reason}`,
  outlierOff: 'Không gắn cờ phiếu lệch xa điểm trung bình',
  outlierAbsolute: (points: string) =>
    `Gắn cờ phiếu lệch quá ${points} điểm so với điểm trung bình; không phiếu nào tự bị bỏ`,
  outlierRelative: (num: number, den: number) =>
    `Gắn cờ phiếu lệch quá ${num}/${den} điểm trung bình; không phiếu nào tự bị bỏ`,
  vocabulary: 'Từ ngữ',
  called: (kind: string, word: string) => `${kind}: gọi là “${word}”`,
  memberGrades: 'Từng phiếu cũng được xếp loại, để tham khảo',
  recommendFirst: 'Kiến nghị hồ sơ xếp thứ nhất',
  recommendAll: 'Kiến nghị mọi hồ sơ đủ điều kiện',
  tieChair: 'Bằng điểm: xét điểm của người chủ trì',
  tieCriterion: (label: string) => `Bằng điểm: xét tiêu chí “${label}”`,
  tieVote: 'Bằng điểm: người chủ trì xếp thứ tự, ghi lý do',
  tieLot: 'Bằng điểm: rút thăm có ghi lại',
  tieAuthority: 'Bằng điểm: nêu rõ để cơ quan có thẩm quyền quyết định',
  approval: (share: string) => `${share} đồng ý thì được đề nghị`,
  withChangesFor: '“Thực hiện với các điều chỉnh” được tính là đồng ý',
  withChangesNot: '“Thực hiện với các điều chỉnh” không được tính là đồng ý',
  levelExcellent: 'Thành viên đánh giá xuất sắc khi mọi sản phẩm xuất sắc và báo cáo ít nhất đạt',
  levelPass: 'Thành viên đánh giá đạt khi chất lượng và báo cáo ít nhất đạt, đủ số lượng theo tỷ lệ',
  levelQuantity: (share: string) => `${share} tiêu chí số lượng, khối lượng phải đạt`,
  levelDelivered: (share: string) => `Phần không đạt vẫn phải giao ${share} so với đặt hàng`,
  councilExcellent: (share: string) => `Hội đồng xếp xuất sắc khi ${share} đánh giá xuất sắc`,
  councilFail: (share: string) => `Hội đồng xếp không đạt khi ${share} đánh giá không đạt`,
  atLeast: (num: number, den: number) => `ít nhất ${num}/${den}`,
  moreThan: (num: number, den: number) => `trên ${num}/${den}`,
  atLeastPoints: (points: string) => `từ ${points}`,
  moreThanPoints: (points: string) => `trên ${points}`,
  rounding: (decimals: number) => `Làm tròn đến ${decimals} chữ số thập phân`,
  outputs: 'Văn bản in',
  order: 'Trình tự và nguyên tắc',
  help1:
    'Dấu tròn đặc: quy tắc đã đọc được trong văn bản. Nửa tròn: theo nguồn thứ cấp. Tròn rỗng: chưa đối chiếu với văn bản gốc; trước khi dùng để ký, hãy tự đối chiếu.',
  help2: 'Mỗi phiên họp giữ nguyên bản của bộ quy định đã chọn. Chọn bộ quy định ở bước Hội đồng.',
  back: 'Các phiên họp',
};

const en: typeof vi = {
  title: 'Regulation packs',
  lead: 'A pack says who sits on a council, when it may meet, which ballot is used and how it concludes under one legal regime. Each rule names its source and how surely it is known.',
  empty: 'Regulation packs will stand here',
  emptyText: 'The program could not read any pack. Install it again; the sessions are not affected.',
  version: (version) => `version ${version}`,
  draft: 'Draft, not known to be issued',
  template: 'A template for an own pack',
  since2025: 'Regime since 01/10/2025',
  before2025: 'Regime before 01/10/2025',
  any: 'Bound to no legal regime',
  approved: (from, to) =>
    from === '' && to === ''
      ? 'Tasks approved at any time'
      : from === ''
        ? `Tasks approved up to ${to}`
        : to === ''
          ? `Tasks approved from ${from}`
          : `Tasks approved from ${from} to ${to}`,
  programmes: (names) => `Programmes: ${names}`,
  documents: 'Documents',
  inForce: (from, to) =>
    [from === '' ? '' : `in force from ${from}`, to === '' ? '' : `to ${to}`].filter((text) => text !== '').join(' '),
  issued: (day) => `issued ${day}`,
  rulesOf: (council) => `Rules: ${council}`,
  columnRule: 'Rule',
  columnSource: 'Source',
  noSource: 'No legal origin',

  composition: 'Composition',
  size: (sizes) => `The council has ${sizes} members`,
  office: (office, min, max) =>
    max === min
      ? `${office}: ${min}`
      : max === null
        ? `${office}: at least ${min}`
        : min === 0
          ? `${office}: at most ${max}`
          : `${office}: ${min} to ${max}`,
  outside: (share) => `${share} of the members from outside the host`,
  quorum: 'Quorum',
  presence: (share) => `Present: ${share} of all members`,
  chair: 'The chair presides',
  chairOrViceChair: 'The chair or the vice-chair presides',
  chairOrAuthorised: 'The chair presides, or the vice-chair with written authorisation',
  officePresent: (office, min) => `At least ${min} present: ${office}`,
  onlineCounts: 'Taking part online counts as present',
  onlineNot: 'Taking part online does not count as present',
  conflicts: 'Conflicts of interest',
  fromHost: (max, offices) => `At most ${max} members from the host${offices === '' ? '' : `, not as: ${offices}`}`,
  counting: 'Ballots and count',
  secretVote: 'The vote is secret where nothing else is chosen',
  namedVote: 'The vote is by name where nothing else is chosen',
  committee: (size) => `A counting committee of ${size}`,
  deadlines: 'Deadlines',
  meetingForms: (forms) => `Form of meeting: ${forms}`,
  forms: 'Ballot forms',
  wholeForm: (title) => `The form “${title}” as a whole`,
  points: (label, max) => `${label}: at most ${max} points`,
  marks: (label, top, coefficient) => `${label}: 0 to ${top}, coefficient ${coefficient}`,
  passFail: (label) => `${label}: pass / fail`,
  levels: (label) => `${label}: excellent / pass / fail`,
  readingNote: 'Packs and ballots are written in Vietnamese; their words in English here are only for understanding.',
  conclusion: 'Conclusion',
  outOf: (points) => `Out of ${points} points`,
  mean: "A dossier's points are the mean of the judged ballots",
  threshold: (share) => `A mean of ${share} points meets the condition`,
  zeroRule: (share) => `It fails when ${share} of the members give 0 to the same criterion`,
  minimumMean: 'Criteria with a minimum must reach it in the mean',
  minimumEvery: 'Criteria with a minimum must reach it on every ballot',
  gradeWhen: (label, when) => `Grade “${label}”: ${when}`,
  gradeRest: (label) => `Grade “${label}”: everything left`,
  or: '; or ',
  lateOnTime: 'on time',
  lateDays: (days) => `at most ${days} days late`,
  lateMonths: (months) => `at most ${months} months late`,
  lateAny: 'handed in at any time',
  lateness: (months) => `More than ${months} months late without consent, it fails`,
  recusedCounts: 'A member recused from a dossier still counts for its quorum',
  recusedNot: 'A member recused from a dossier does not count for its quorum',
  invalidWhen: (reason) => `A ballot is invalid when ${reason}`,
  outlierOff: 'Ballots far from the mean are not flagged',
  outlierAbsolute: (points) =>
    `Ballots more than ${points} points from the mean are flagged; none is dropped by itself`,
  outlierRelative: (num, den) =>
    `Ballots further than ${num}/${den} of the mean are flagged; none is dropped by itself`,
  vocabulary: 'Vocabulary',
  called: (kind, word) => `${kind}: called “${word}”`,
  memberGrades: 'Each ballot is graded too, for information',
  recommendFirst: 'The dossier ranked first is recommended',
  recommendAll: 'Every dossier that meets the conditions is recommended',
  tieChair: 'Tie: the points of the one presiding',
  tieCriterion: (label) => `Tie: the criterion “${label}”`,
  tieVote: 'Tie: the one presiding orders them, with a reason',
  tieLot: 'Tie: a recorded lot',
  tieAuthority: 'Tie: named, for the authority to decide',
  approval: (share) => `Recommended when ${share} are for it`,
  withChangesFor: '“With changes” counts as being for',
  withChangesNot: '“With changes” does not count as being for',
  levelExcellent: 'A member judges excellent when every product is excellent and the report at least passes',
  levelPass: 'A member judges pass when quality and report pass and enough of the quantities do',
  levelQuantity: (share) => `${share} of the quantity criteria must pass`,
  levelDelivered: (share) => `What fails must still reach ${share} of the order`,
  councilExcellent: (share) => `The council grades excellent when ${share} judge so`,
  councilFail: (share) => `The council grades fail when ${share} judge so`,
  atLeast: (num, den) => `at least ${num}/${den}`,
  moreThan: (num, den) => `more than ${num}/${den}`,
  atLeastPoints: (points) => `at least ${points}`,
  moreThanPoints: (points) => `more than ${points}`,
  rounding: (decimals) => `Rounded to ${decimals} decimals`,
  outputs: 'Printed pages',
  order: 'Order of work and principles',
  help1:
    'A full circle: a rule that was read. Half a circle: from a secondary source. An empty circle: not checked against the original; check it before signing.',
  help2: 'Each session keeps the pack it has chosen as it was. A pack is chosen in the step Council.',
  back: 'Sessions',
};

/** Texts of the library of regulation packs. */
export const packMessages: Catalogue<typeof vi> = { vi, en };
