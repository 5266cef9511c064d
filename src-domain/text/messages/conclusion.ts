import type { Catalogue } from '#domain/text/catalogue.ts';
import { ordinalInWords } from '#domain/text/number-words.ts';

type BaseName =
  | 'total'
  | 'attending'
  | 'recused'
  | 'present'
  | 'issued'
  | 'returned'
  | 'valid'
  | 'invalid'
  | 'abstained'
  | 'judged'
  | 'setAside';
type LateLimit =
  | { readonly upTo: 'onTime' | 'any' }
  | { readonly upTo: 'days'; readonly amount: number }
  | { readonly upTo: 'months'; readonly amount: number };
type VoteName = 'for' | 'against' | 'forWithChanges';
type LevelName = 'excellent' | 'pass' | 'fail';
type PlaceName = 'first' | 'lower' | 'tiedFirst' | 'notRanked';
type VerdictName =
  'recommended' | 'recommendedWithChanges' | 'eligible' | 'tied' | 'notRecommended' | 'undetermined' | 'noQuorum';
type KindName = 'identification' | 'selection' | 'acceptance' | 'appraisal' | 'inspection';
type Awaits = 'castingVote' | 'lot' | 'authority' | 'nothing';
type PresidingName = 'chair' | 'chairOrViceChair' | 'chairOrAuthorised';

const baseVi: Readonly<Record<BaseName, string>> = {
  total: 'Tổng số thành viên Hội đồng',
  attending: 'Thành viên dự họp',
  recused: 'Không tham gia vì xung đột lợi ích',
  present: 'Thành viên có mặt được đánh giá',
  issued: 'Số phiếu phát ra',
  returned: 'Số phiếu thu về',
  valid: 'Số phiếu hợp lệ',
  invalid: 'Số phiếu không hợp lệ',
  abstained: 'Trong đó phiếu trắng',
  judged: 'Số phiếu được tính',
  setAside: 'Phiếu để riêng, không tính',
};
const baseEn: Readonly<Record<BaseName, string>> = {
  total: 'Members of the council',
  attending: 'Members taking part',
  recused: 'Recused for a conflict of interest',
  present: 'Members present who may judge',
  issued: 'Ballots issued',
  returned: 'Ballots returned',
  valid: 'Valid ballots',
  invalid: 'Invalid ballots',
  abstained: 'Abstentions among them',
  judged: 'Ballots counted',
  setAside: 'Ballots set aside, not counted',
};
const voteVi: Readonly<Record<VoteName, string>> = {
  for: 'Đồng ý',
  against: 'Không đồng ý',
  forWithChanges: 'Đồng ý với các điều chỉnh',
};
const voteEn: Readonly<Record<VoteName, string>> = {
  for: 'For',
  against: 'Against',
  forWithChanges: 'For, with changes',
};
const levelVi: Readonly<Record<LevelName, string>> = { excellent: 'Xuất sắc', pass: 'Đạt', fail: 'Không đạt' };
const levelEn: Readonly<Record<LevelName, string>> = { excellent: 'Excellent', pass: 'Pass', fail: 'Fail' };
const officeVi: Readonly<Record<string, string>> = {
  chair: 'chủ tịch',
  viceChair: 'phó chủ tịch',
  reviewer: 'ủy viên phản biện',
  scientificSecretary: 'ủy viên thư ký khoa học',
  member: 'ủy viên',
  administrativeSecretary: 'thư ký hành chính',
};
const officeEn: Readonly<Record<string, string>> = {
  chair: 'chair',
  viceChair: 'vice-chair',
  reviewer: 'reviewer',
  scientificSecretary: 'scientific secretary',
  member: 'member',
  administrativeSecretary: 'administrative secretary',
};

/** The dossiers one warning is about, in their order: one by its title, several by their numbers, so that the line stays short. */
export type WarnedDossiers = readonly { readonly number: number; readonly title: string }[];
const numbersOf = (where: WarnedDossiers): string => where.map(({ number }) => String(number)).join(', ');
const dossiersVi = (where: WarnedDossiers): string =>
  where.length === 1 ? `“${where[0]?.title ?? ''}”` : `từng hồ sơ số ${numbersOf(where)}`;
const ballotsEn = (count: number): string => (count === 1 ? '1 ballot' : `${count} ballots`);
const dossiersEn = (where: WarnedDossiers): string =>
  where.length === 1 ? `“${where[0]?.title ?? ''}”` : `each of dossiers ${numbersOf(where)}`;

const vi = {
  fraction: (num: number, den: number, comparison: string) =>
    `${comparison === 'moreThan' ? 'trên' : 'ít nhất'} ${num}/${den}`,
  base: (name: BaseName) => baseVi[name],
  vote: (name: VoteName) => voteVi[name],
  level: (name: LevelName) => levelVi[name],
  office: (name: string) => officeVi[name] ?? name,
  yesNo: (is: boolean): string => (is ? 'có' : 'không'),
  met: () => 'Đáp ứng',
  notMet: () => 'Không đáp ứng',
  needed: () => 'Mức cần có',
  limit: () => 'Mức cần có',
  figureMissing: () => 'chưa có số liệu',
  undetermined: () => 'Chưa xác định được vì thiếu số liệu',

  conclusion: (council: string) => `Kết luận của ${council}`,
  advisory: () => 'Hội đồng chỉ tư vấn: kết quả dưới đây là kiến nghị, đề nghị; người có thẩm quyền quyết định.',

  composition: () => 'Thành phần Hội đồng',
  compositionFits: () => 'Thành phần phù hợp với bộ quy định',
  compositionFitsNot: () => 'Thành phần có điểm khác với bộ quy định; chương trình chỉ nhắc, không khóa',
  sizeAtLeast: (min: number) => `Ít nhất ${min} thành viên`,
  sizeAtMost: (max: number) => `Nhiều nhất ${max} thành viên`,
  sizeAllowedOnly: (numbers: string) => `Số thành viên là một trong: ${numbers}`,
  sizeIs: (number: number) => `Đúng ${number} thành viên`,
  officeAtLeast: (office: string, min: number) => `Ít nhất ${min} ${office}`,
  officeAtMost: (office: string, max: number) => `Nhiều nhất ${max} ${office}`,
  officeHeld: (office: string) => `Số người giữ chức danh ${office}`,
  outsideShare: (fraction: string) => `Thành viên ngoài tổ chức: ${fraction}`,
  outsideCount: () => 'Thành viên ngoài tổ chức',
  hostAtMost: (max: number) => `Nhiều nhất ${max} thành viên của tổ chức chủ trì`,
  hostCount: () => 'Thành viên của tổ chức chủ trì',
  hostNoOffice: () => 'Thành viên của tổ chức chủ trì không giữ chức danh',
  hostOfficeCount: () => 'Thành viên của tổ chức chủ trì giữ chức danh',

  quorum: () => 'Điều kiện họp',
  quorumMet: () => 'Đủ điều kiện họp',
  quorumNotMet: () => 'Chưa đủ điều kiện họp: Hội đồng chưa thể kết luận',
  quorumPresence: (fraction: string) => `Có mặt ${fraction} tổng số thành viên`,
  presenceMet: (present: number, total: number) => `Có mặt ${present}/${total}: đủ`,
  presenceNotMet: (present: number, total: number) => `Có mặt ${present}/${total}: chưa đủ`,
  onlinePresence: () => 'Dự họp trực tuyến',
  onlineCount: () => 'Số người dự trực tuyến',
  onlineCounts: () => 'Người dự họp trực tuyến được tính là có mặt',
  onlineCountsNot: () => 'Người dự họp trực tuyến không được tính là có mặt',
  presiding: () => 'Người chủ trì',
  presidingCount: () => 'Có người chủ trì',
  presidingRule: (who: PresidingName): string =>
    who === 'chair'
      ? 'Chủ tịch chủ trì'
      : who === 'chairOrViceChair'
        ? 'Chủ tịch hoặc phó chủ tịch chủ trì'
        : 'Chủ tịch chủ trì, hoặc phó chủ tịch được chủ tịch ủy quyền bằng văn bản',
  presidingIs: (name: string) => `Chủ trì: ${name}`,
  presidingNobody: () => 'Không có người được chủ trì',
  officeNeeded: (office: string, min: number) => `Có mặt ít nhất ${min} ${office}`,
  officeThere: (office: string) => `Số ${office} có mặt`,
  dossierQuorum: (fraction: string) => `Với hồ sơ này, không kể người có xung đột lợi ích: có mặt ${fraction}`,

  absentComments: () => 'Ý kiến của thành viên vắng mặt',
  absentCommentCount: () => 'Số ý kiến bằng văn bản',
  absentCommentsText: () => 'Ghi lại để Hội đồng tham khảo, không tính vào kết quả',

  form: () => 'Biểu đánh giá',
  formMax: () => 'Tổng điểm tối đa',
  counts: () => 'Kiểm phiếu',
  countsText: (issued: number, returned: number, valid: number, invalid: number) =>
    `Phát ra ${issued}, thu về ${returned}, hợp lệ ${valid}, không hợp lệ ${invalid}`,
  invalidBlankItem: (where: string) => `Bỏ trống mục ${where}`,
  invalidAboveMaximum: (where: string) => `Điểm vượt mức tối đa ở mục ${where}`,
  invalidOffStep: (where: string) => `Điểm không đúng bước điểm ở mục ${where}`,
  invalidMissingComment: (where: string) => (where === '' ? 'Thiếu nhận xét chung' : `Thiếu nhận xét ở mục ${where}`),
  invalidMissingOpinion: () => 'Chưa chọn ý kiến',
  invalidMissingOpinionField: (where: string) => `Thiếu nội dung ${where} của ý kiến đã chọn`,
  invalidNotApplicable: (where: string) => `Mục ${where} không được chọn “không áp dụng”`,
  invalidOutsideForm: (where: string) => (where === '' ? 'Phiếu không đúng biểu' : `Mục ${where} không đúng biểu`),
  ruledInvalid: () => 'Ban kiểm phiếu xác định không hợp lệ',
  ruledInvalidFor: (reason: string) => `Ban kiểm phiếu xác định không hợp lệ: ${reason}`,
  setAsideAbsent: () => 'Thành viên vắng mặt: phiếu để riêng, không tính',
  setAsideRecused: () => 'Không tham gia vì xung đột lợi ích',

  judgedSome: () => 'Có phiếu được tính',
  nothingJudged: () => 'Chưa có phiếu nào được tính',
  total: () => 'Tổng điểm của phiếu',
  mean: () => 'Điểm trung bình',
  meanOfCriteria: () => 'Điểm trung bình: cộng trung bình từng tiêu chí, bỏ qua mục “không áp dụng”',
  meanIs: (mean: string) => `Trung bình ${mean}`,
  meanNone: () => 'Chưa tính được trung bình',
  roundShown: (decimals: number) => `Làm tròn ${decimals} chữ số thập phân để hiển thị; so sánh bằng số chính xác`,
  roundDecides: (decimals: number) => `Làm tròn ${decimals} chữ số thập phân, rồi so sánh bằng số đã làm tròn`,
  rounded: (mean: string) => `Làm tròn: ${mean}`,
  threshold: () => 'Ngưỡng điểm',
  thresholdAtLeast: (points: string) => `Từ ${points} điểm trở lên`,
  thresholdMoreThan: (points: string) => `Trên ${points} điểm`,
  thresholdMet: () => 'Đạt ngưỡng',
  thresholdNotMet: () => 'Không đạt ngưỡng',
  zeroRule: (fraction: string) => `Không tiêu chí nào bị ${fraction} số thành viên cho 0 điểm`,
  zeros: () => 'Số phiếu cho 0 điểm',
  zeroFine: () => 'Chưa tới mức bị loại',
  zeroTooMany: () => 'Tiêu chí này bị quá nhiều thành viên cho 0 điểm',
  zeroRuleFine: () => 'Không tiêu chí nào bị loại vì điểm 0',
  zeroRuleFails: () => 'Có tiêu chí bị quá nhiều thành viên cho 0 điểm',
  criterionMinimum: () => 'Mức tối thiểu từng tiêu chí',
  criterionMean: () => 'Điểm trung bình của tiêu chí',
  criterionLowest: () => 'Điểm thấp nhất trong các phiếu',
  minimum: () => 'Mức tối thiểu',
  minimumMet: () => 'Không dưới mức tối thiểu',
  minimumNotMet: () => 'Dưới mức tối thiểu',
  criterionMinimumMet: () => 'Không tiêu chí nào dưới mức tối thiểu',
  criterionMinimumNotMet: () => 'Có tiêu chí dưới mức tối thiểu',
  grade: () => 'Xếp loại',
  gradeCondition: (number: number) => `Trường hợp ${number}`,
  gradeFits: () => 'Thuộc mức này',
  gradeFitsNot: () => 'Không thuộc mức này',
  gradeIs: (label: string) => `Xếp loại: ${label}`,
  gradePasses: () => 'Mức xếp loại là mức đạt',
  gradeMeaning: (label: string) => `${label} là mức đạt (1) hay không đạt (0)`,
  gradeNeeded: () => 'Cần là mức đạt',
  onTime: () => 'Nộp đúng hạn',
  lateLimit: (limit: LateLimit) =>
    limit.upTo === 'days'
      ? `${limit.amount} ngày`
      : limit.upTo === 'months'
        ? `${limit.amount} tháng`
        : limit.upTo === 'onTime'
          ? 'đúng hạn'
          : 'không giới hạn',
  lateUpTo: (limit: string) => `Nộp chậm không quá ${limit}`,
  daysLate: () => 'Số ngày nộp chậm',
  daysAllowed: () => 'Số ngày được phép (tháng tính theo lịch từ hạn nộp, chưa có hạn nộp thì 30 ngày một tháng)',
  lateFine: () => 'Trong thời hạn này',
  lateTooMuch: () => 'Quá thời hạn này',
  noRule: () => 'Quy tắc kết luận',
  noRuleText: () =>
    'Bộ quy định này không có ngưỡng hay bảng xếp loại: chương trình chỉ tính điểm trung bình, Hội đồng tự ghi kết luận vào biên bản',
  conditions: () => 'Điều kiện để được kiến nghị',
  conditionsMet: () => 'Đáp ứng mọi điều kiện',
  conditionsNotMet: () => 'Có điều kiện không đáp ứng',

  outliers: () => 'Phiếu lệch xa điểm trung bình',
  outliersNone: () => 'Không phiếu nào lệch quá mức',
  outliersSome: (count: number) =>
    `${count} phiếu lệch quá mức: cần ghi lý do; phiếu vẫn được tính, chương trình không tự bỏ phiếu nào`,
  outlierWithin: () => 'Trong mức cho phép',
  outlierBeyond: () => 'Lệch quá mức, cần ghi lý do; vẫn được tính',
  distance: () => 'Khoảng cách đến điểm trung bình',
  distanceLimit: () => 'Khoảng cách cho phép',

  approving: () => 'Số thành viên đồng ý',
  approvingText: (approving: number, whole: number) => `${approving} trên ${whole} đồng ý`,
  approval: (fraction: string, base: string) => `Đồng ý ${fraction} (${base.toLowerCase()})`,
  approvalMet: (approving: number, whole: number) => `${approving}/${whole}: đủ tỷ lệ`,
  approvalNotMet: (approving: number, whole: number) => `${approving}/${whole}: chưa đủ tỷ lệ`,
  withoutChanges: () => 'Riêng số đồng ý không kèm điều chỉnh',
  withoutChangesMet: () => 'Riêng số này đã đủ tỷ lệ',
  withoutChangesNotMet: () => 'Chỉ đủ tỷ lệ khi tính cả ý kiến đề nghị điều chỉnh',
  agree: () => 'Đồng ý',
  disagree: () => 'Không đồng ý',
  followUpRecorded: () => 'Đã biểu quyết',
  followUpAgreed: () => 'Được thông qua',
  followUpNotAgreed: () => 'Không được thông qua',

  levelGood: () => 'Số tiêu chí đáp ứng',
  levelAll: () => 'Số tiêu chí được đánh giá',
  levelReport: () => 'Báo cáo tổng hợp ít nhất ở mức Đạt',
  levelProductsExcellent: () => 'Mọi tiêu chí về sản phẩm ở mức Xuất sắc',
  levelQuality: () => 'Mọi tiêu chí chất lượng, chủng loại ít nhất ở mức Đạt',
  quantityShare: (fraction: string) => `Tiêu chí số lượng, khối lượng ở mức Đạt trở lên: ${fraction}`,
  deliveredShare: (fraction: string) =>
    `Tiêu chí số lượng, khối lượng không đạt vẫn phải bằng ${fraction} so với đặt hàng`,
  delivered: () => 'Thực hiện',
  ordered: () => 'Đặt hàng',
  deliveredMissing: () =>
    'Chưa xác định được: hãy ghi số lượng đặt hàng và thực hiện của sản phẩm bị đánh giá không đạt',
  nothingToJudge: () => 'Không có tiêu chí loại này, không xét',
  lateOrConsented: () => 'Không nộp chậm quá hạn, hoặc có ý kiến của cơ quan có thẩm quyền',
  lateConsented: () => 'Có ý kiến đồng ý của cơ quan có thẩm quyền',
  memberGradeIs: (label: string) => `Thành viên đánh giá: ${label}`,
  councilGrade: () => 'Mức đánh giá của Hội đồng',
  levelCount: (level: string) => `Số thành viên đánh giá ${level}`,
  levelShare: (level: string, fraction: string, base: string) =>
    `Đánh giá ${level}: ${fraction} (${base.toLowerCase()})`,
  noneFailing: () => 'Không thành viên nào đánh giá Không đạt',

  ranking: () => 'Xếp hạng các hồ sơ đáp ứng mọi điều kiện',
  rankingOf: (contest: string) => `Xếp hạng các hồ sơ đáp ứng mọi điều kiện của “${contest}”`,
  rankingEmpty: () => 'Không có hồ sơ nào đáp ứng mọi điều kiện',
  rankByMean: () => 'Theo điểm trung bình',
  rungChairScoreSecret: () =>
    'Bỏ phiếu kín: không ai biết phiếu nào là của người chủ trì nên không dùng được điểm này; xét bước tiếp theo',
  rungChairScore: (name: string) => `Bằng điểm: xét điểm của người chủ trì (${name})`,
  rungCriterion: (label: string) => `Bằng điểm: xét tiêu chí “${label}”`,
  rungCastingVote: () => 'Bằng điểm: ý kiến của người chủ trì',
  rungCastingVoteFor: (reason: string) =>
    reason.trim() === ''
      ? 'Bằng điểm: ý kiến của người chủ trì'
      : `Bằng điểm: ý kiến của người chủ trì, lý do: ${reason}`,
  rungAwaitsCastingVote: () => 'Chưa có ý kiến của người chủ trì: vẫn bằng điểm',
  rungLot: () => 'Bằng điểm: bốc thăm',
  rungLotSeed: (seed: string) => `Bằng điểm: bốc thăm với số khởi đầu “${seed}” (ai cũng bốc lại được)`,
  rungAwaitsLot: () => 'Chưa bốc thăm: vẫn bằng điểm',
  rungAuthority: () => 'Bằng điểm: cơ quan có thẩm quyền quyết định',
  rungAuthorityText: () => 'Vẫn bằng điểm: Hội đồng kiến nghị các hồ sơ bằng điểm, cơ quan có thẩm quyền quyết định',

  verdict: () => 'Kiến nghị của Hội đồng',
  place: () => 'Thứ hạng',
  placeWord: (place: PlaceName, rank: number | null) =>
    place === 'tiedFirst' ? 'đồng hạng nhất' : rank === null ? 'không xếp hạng' : `thứ ${ordinalInWords(rank)}`,
  verdictWord: (verdict: VerdictName) =>
    ({
      recommended: 'Đề nghị',
      recommendedWithChanges: 'Đề nghị với các điều chỉnh',
      eligible: 'Đáp ứng điều kiện nhưng không xếp thứ nhất',
      tied: 'Đồng hạng nhất, chưa phân định',
      notRecommended: 'Không đề nghị',
      undetermined: 'Chưa xác định được',
      noQuorum: 'Chưa đủ điều kiện họp',
    })[verdict],
  stateRecommended: (kind: KindName, word: string, title: string, rank: number | null) =>
    kind === 'identification'
      ? `Hội đồng đề nghị thực hiện nhiệm vụ “${title}”.`
      : kind === 'selection'
        ? `Hội đồng kiến nghị chọn hồ sơ “${title}” (${word})${rank === null ? '' : `, xếp thứ ${ordinalInWords(rank)}`}.`
        : kind === 'acceptance'
          ? `Hội đồng đề nghị đánh giá “${title}” ở mức Đạt.`
          : kind === 'appraisal'
            ? `Hội đồng đề nghị thông qua “${title}”.`
            : `Đoàn kiểm tra đề nghị ghi nhận “${title}” đạt yêu cầu.`,
  stateGrade: (title: string, grade: string) => `Hội đồng đề nghị xếp loại “${title}”: ${grade}.`,
  stateWithChanges: (title: string) => `Hội đồng đề nghị thực hiện “${title}” với các điều chỉnh.`,
  stateEligible: (title: string, rank: number) =>
    `Hồ sơ “${title}” đáp ứng các điều kiện, xếp thứ ${ordinalInWords(rank)}; Hội đồng kiến nghị hồ sơ xếp thứ nhất.`,
  stateTied: (title: string) =>
    `Hồ sơ “${title}” đồng hạng nhất; Hội đồng kiến nghị các hồ sơ đồng hạng để cơ quan có thẩm quyền phân định.`,
  stateNotRecommended: (kind: KindName, word: string, title: string) =>
    kind === 'identification'
      ? `Hội đồng đề nghị không thực hiện nhiệm vụ “${title}”.`
      : kind === 'selection'
        ? `Hội đồng không kiến nghị chọn hồ sơ “${title}” (${word}).`
        : kind === 'inspection'
          ? `Đoàn kiểm tra đề nghị ghi nhận “${title}” chưa đạt yêu cầu.`
          : `Hội đồng không đề nghị thông qua “${title}”.`,
  stateUndetermined: (title: string) => `Chưa đủ căn cứ để kết luận về “${title}”.`,
  stateNoQuorum: (title: string) => `Chưa đủ điều kiện họp để kết luận về “${title}”.`,

  warnDraft: () => 'Bộ quy định là bản dự thảo, chưa rõ có được ban hành hay không',
  warnTemplate: () => 'Bộ quy định là mẫu tham khảo, không phải quy định cho nhiệm vụ này',
  warnComposition: (rule: string) => `Thành phần Hội đồng: không đáp ứng “${rule}”`,
  warnQuorum: () => 'Chưa đủ điều kiện họp: các con số vẫn được tính để xem, nhưng Hội đồng chưa thể kết luận',
  warnMissing: (count: number, where: WarnedDossiers) =>
    `Còn ${count} phiếu phát ra chưa thu về cho ${dossiersVi(where)}`,
  warnSetAside: (count: number, where: WarnedDossiers) =>
    `${count} phiếu của người vắng mặt hoặc có xung đột lợi ích được để riêng, không tính cho ${dossiersVi(where)}`,
  warnRounding: (title: string) =>
    `Nếu làm tròn rồi mới so với ngưỡng, kết luận về “${title}” sẽ khác; bộ quy định so bằng số chính xác`,
  warnOutlierReason: (name: string, title: string) =>
    `Phiếu của ${name} cho “${title}” lệch xa điểm trung bình: cần ghi lý do`,
  warnTie: (count: number, awaits: Awaits) =>
    `${count} hồ sơ bằng điểm; ${
      awaits === 'castingVote'
        ? 'cần ý kiến của người chủ trì'
        : awaits === 'lot'
          ? 'cần bốc thăm'
          : awaits === 'authority'
            ? 'Hội đồng kiến nghị, cơ quan có thẩm quyền quyết định'
            : 'bộ quy định không có cách phân định tiếp'
    }`,

  whatIfNothing: () => 'Không thay đổi nào loại này làm đổi kết luận',
  whatIfCell: (member: string, criterion: string, dossier: string, from: string, to: string) =>
    `Nếu ${member} cho “${criterion}” của “${dossier}” ${to} thay vì ${from}`,
  whatIfBallot: (member: string, dossier: string, points: string) =>
    `Nếu phiếu của ${member} cho “${dossier}” đổi tổng cộng ${points} điểm`,
  whatIfAnswer: (member: string, dossier: string, from: string, to: string) =>
    `Nếu ${member} đánh giá “${dossier}” là ${to} thay vì ${from}`,
  whatIfAbsence: (member: string) => `Nếu ${member} vắng mặt`,
  whatIfTurns: (change: string, title: string, from: string, to: string) =>
    `${change} thì “${title}” đổi từ “${from}” sang “${to}”`,

  agreementNone: () => 'Chưa đủ phiếu để nói gì về mức đồng thuận (cần ít nhất 2 thành viên và 3 hồ sơ cùng được chấm)',
  agreementInformation: () => 'Chỉ để tham khảo, không thuộc kết quả theo quy định.',
  agreementKendall: (value: string) =>
    `Thứ tự các hồ sơ giữa các thành viên: ${value} (0 là mỗi người một ý, 1 là hoàn toàn giống nhau)`,
  agreementWords: (level: number) =>
    [
      'Các thành viên đánh giá rất khác nhau',
      'Các thành viên có phần đồng thuận, còn nhiều khác biệt',
      'Các thành viên khá đồng thuận',
      'Các thành viên đồng thuận cao',
    ][level] ?? '',
  agreementLenient: (name: string, points: string) => `${name} cho điểm cao hơn mức chung ${points} điểm`,
  agreementStrict: (name: string, points: string) => `${name} cho điểm thấp hơn mức chung ${points} điểm`,
  agreementEven: (name: string) => `${name} cho điểm ngang mức chung`,

  caseUnknownMember: (id: string) => `không có thành viên “${id}”`,
  caseUnknownDossier: (id: string) => `không có hồ sơ “${id}”`,
  caseUnknownForm: (id: string) => `bộ quy định không có biểu “${id}” cho loại hội đồng này`,
  caseUnknownTopic: (id: string) => `bộ quy định không có nội dung biểu quyết “${id}”`,
  caseNoRules: (kind: string) => `bộ quy định không có phần cho loại hội đồng “${kind}”`,
  caseDouble: (id: string) => `trùng mã “${id}”`,
  caseDoubleBallot: (member: string, dossier: string) => `thành viên “${member}” có hai phiếu cho hồ sơ “${dossier}”`,
  caseNotAMember: (id: string) => `“${id}” là thư ký hành chính, không phải thành viên nên không có phiếu`,
  caseUnknownCriterion: (key: string) => `biểu không có tiêu chí “${key}” cho hồ sơ này`,
  caseBadAnswer: (scale: string): string =>
    ({
      points: 'cần số điểm như 12.5 (nhiều nhất 6 chữ số thập phân)',
      marks: 'cần mức chấm là số nguyên từ 0',
      passFail: 'cần true (đạt) hoặc false (không đạt)',
      levels: 'cần "excellent", "pass" hoặc "fail"',
    })[scale] ?? 'giá trị không dùng được',
  caseUnknownPack: (id: string) => `không có bộ quy định “${id}” trong thư viện`,
  caseVotesAbovePresent: (votes: number, total: number) => `${votes} phiếu biểu quyết nhiều hơn ${total} thành viên`,
  caseTwoChairs: () => 'có hơn một chủ tịch',
  caseBadDelivery: () => 'số đặt hàng phải lớn hơn 0',

  cliCaseUsage: () => `Cách dùng: hoidong conclude TỆP.json [--text] [--what-if] [--folder THƯ_MỤC]

Tính kết luận của một hội đồng từ một tệp nhỏ (xem: hoidong schema case) và in cây lập luận dạng JSON.

  --text             in bằng tiếng Việt để đọc, thay cho JSON
  --what-if          tìm thêm thay đổi nhỏ nhất làm đổi kết luận
  --folder THƯ_MỤC   lấy bộ quy định ở thư mục này thay cho bộ kèm chương trình
`,
  cliAgreementUsage: () => `Cách dùng: hoidong agreement TỆP.csv [--text]

Đo mức đồng thuận: mỗi hàng một hồ sơ, mỗi cột một thành viên, ô trống là không có phiếu. Hàng đầu và cột đầu có thể là tên.

  --text   in bằng lời thay cho JSON
`,
  cliOneFile: () => 'Cần tên một tệp.',
  cliUnreadable: (file: string) => `Không đọc được tệp ${file}: hãy kiểm tra tên và quyền đọc tệp.`,
  cliNotJson: (file: string) => `Tệp ${file} không phải JSON đọc được.`,
  cliRefused: (file: string) => `Tệp ${file} bị từ chối:`,
  cliCsvCell: (row: number, column: number, cell: string) => `hàng ${row}, cột ${column}: “${cell}” không phải số`,
  cliCsvRow: (row: number, found: number, expected: number) => `hàng ${row} có ${found} ô, cần ${expected} ô`,
  cliCsvEmpty: () => 'tệp không có số nào',
  textWarnings: () => 'Cần lưu ý',
  textWhatIf: () => 'Thay đổi nhỏ nhất làm đổi kết luận',
};

const en: typeof vi = {
  fraction: (num, den, comparison) => `${comparison === 'moreThan' ? 'more than' : 'at least'} ${num}/${den}`,
  base: (name) => baseEn[name],
  vote: (name) => voteEn[name],
  level: (name) => levelEn[name],
  office: (name) => officeEn[name] ?? name,
  yesNo: (is) => (is ? 'yes' : 'no'),
  met: () => 'Met',
  notMet: () => 'Not met',
  needed: () => 'Needed',
  limit: () => 'Limit',
  figureMissing: () => 'not known',
  undetermined: () => 'Cannot be said: figures are missing',

  conclusion: (council) => `Conclusion of ${council}`,
  advisory: () => 'The council only advises: what follows are recommendations; the authority decides.',

  composition: () => 'Composition of the council',
  compositionFits: () => 'The composition fits the pack',
  compositionFitsNot: () => 'The composition differs from the pack; this is a reminder and locks nothing',
  sizeAtLeast: (min) => `At least ${min} members`,
  sizeAtMost: (max) => `At most ${max} members`,
  sizeAllowedOnly: (numbers) => `The number of members is one of: ${numbers}`,
  sizeIs: (number) => `Exactly ${number} members`,
  officeAtLeast: (office, min) => `At least ${min} ${office}`,
  officeAtMost: (office, max) => `At most ${max} ${office}`,
  officeHeld: (office) => `Holders of the office ${office}`,
  outsideShare: (fraction) => `Outside members: ${fraction}`,
  outsideCount: () => 'Outside members',
  hostAtMost: (max) => `At most ${max} members from the host organisation`,
  hostCount: () => 'Members from the host organisation',
  hostNoOffice: () => 'Members from the host organisation hold no office',
  hostOfficeCount: () => 'Members from the host organisation with an office',

  quorum: () => 'Quorum',
  quorumMet: () => 'The quorum is met',
  quorumNotMet: () => 'The quorum is not met: the council may not conclude yet',
  quorumPresence: (fraction) => `Present: ${fraction} of all members`,
  presenceMet: (present, total) => `${present} of ${total} present: enough`,
  presenceNotMet: (present, total) => `${present} of ${total} present: not enough`,
  onlinePresence: () => 'Taking part online',
  onlineCount: () => 'Members online',
  onlineCounts: () => 'Members online count as present',
  onlineCountsNot: () => 'Members online do not count as present',
  presiding: () => 'Presiding',
  presidingCount: () => 'Somebody presides',
  presidingRule: (who) =>
    who === 'chair'
      ? 'The chair presides'
      : who === 'chairOrViceChair'
        ? 'The chair or the vice-chair presides'
        : 'The chair presides, or the vice-chair with the chair’s written authorisation',
  presidingIs: (name) => `Presiding: ${name}`,
  presidingNobody: () => 'Nobody may preside',
  officeNeeded: (office, min) => `At least ${min} ${office} present`,
  officeThere: (office) => `Present as ${office}`,
  dossierQuorum: (fraction) => `For this dossier, recused members left out: present ${fraction}`,

  absentComments: () => 'Comments of absent members',
  absentCommentCount: () => 'Written comments',
  absentCommentsText: () => 'Recorded for reference, not counted',

  form: () => 'Form',
  formMax: () => 'Most points in all',
  counts: () => 'Count of ballots',
  countsText: (issued, returned, valid, invalid) =>
    `Issued ${issued}, returned ${returned}, valid ${valid}, invalid ${invalid}`,
  invalidBlankItem: (where) => `Item ${where} is blank`,
  invalidAboveMaximum: (where) => `More points than the maximum at ${where}`,
  invalidOffStep: (where) => `Points off the step at ${where}`,
  invalidMissingComment: (where) =>
    where === '' ? 'The overall comment is missing' : `The comment at ${where} is missing`,
  invalidMissingOpinion: () => 'No opinion is chosen',
  invalidMissingOpinionField: (where) => `The text ${where} of the chosen opinion is missing`,
  invalidNotApplicable: (where) => `Item ${where} cannot be “not applicable”`,
  invalidOutsideForm: (where) =>
    where === '' ? 'The ballot does not fit its form' : `Item ${where} does not fit the form`,
  ruledInvalid: () => 'Ruled invalid by the counting committee',
  ruledInvalidFor: (reason) => `Ruled invalid by the counting committee: ${reason}`,
  setAsideAbsent: () => 'The member is absent: the ballot is set aside, not counted',
  setAsideRecused: () => 'Recused for a conflict of interest',

  judgedSome: () => 'Some ballots are counted',
  nothingJudged: () => 'No ballot is counted yet',
  total: () => 'Total of the ballot',
  mean: () => 'Mean',
  meanOfCriteria: () => 'Mean: the means of the criteria added up, “not applicable” left out',
  meanIs: (mean) => `Mean ${mean}`,
  meanNone: () => 'No mean can be taken yet',
  roundShown: (decimals) => `Rounded to ${decimals} decimals to be shown; comparisons are exact`,
  roundDecides: (decimals) => `Rounded to ${decimals} decimals, and compared as rounded`,
  rounded: (mean) => `Rounded: ${mean}`,
  threshold: () => 'Threshold',
  thresholdAtLeast: (points) => `At least ${points} points`,
  thresholdMoreThan: (points) => `More than ${points} points`,
  thresholdMet: () => 'The threshold is reached',
  thresholdNotMet: () => 'The threshold is not reached',
  zeroRule: (fraction) => `No criterion is given 0 by ${fraction} of the members`,
  zeros: () => 'Ballots that give 0',
  zeroFine: () => 'Below the share that rules it out',
  zeroTooMany: () => 'Too many members gave this criterion 0',
  zeroRuleFine: () => 'No criterion is ruled out by zeros',
  zeroRuleFails: () => 'A criterion was given 0 by too many members',
  criterionMinimum: () => 'Minimum of each criterion',
  criterionMean: () => 'Mean of the criterion',
  criterionLowest: () => 'Lowest among the ballots',
  minimum: () => 'Minimum',
  minimumMet: () => 'Not below the minimum',
  minimumNotMet: () => 'Below the minimum',
  criterionMinimumMet: () => 'No criterion is below its minimum',
  criterionMinimumNotMet: () => 'A criterion is below its minimum',
  grade: () => 'Grade',
  gradeCondition: (number) => `Case ${number}`,
  gradeFits: () => 'This grade applies',
  gradeFitsNot: () => 'This grade does not apply',
  gradeIs: (label) => `Grade: ${label}`,
  gradePasses: () => 'The grade is a pass',
  gradeMeaning: (label) => `${label} is a pass (1) or a fail (0)`,
  gradeNeeded: () => 'Must be a pass',
  onTime: () => 'Handed in on time',
  lateLimit: (limit) =>
    limit.upTo === 'days'
      ? `${limit.amount} days`
      : limit.upTo === 'months'
        ? `${limit.amount} months`
        : limit.upTo === 'onTime'
          ? 'on time'
          : 'any time',
  lateUpTo: (limit) => `Late by no more than ${limit}`,
  daysLate: () => 'Days late',
  daysAllowed: () => 'Days allowed (months on the calendar from the due day; 30 days a month where that is not known)',
  lateFine: () => 'Within this limit',
  lateTooMuch: () => 'Beyond this limit',
  noRule: () => 'Rule of conclusion',
  noRuleText: () =>
    'This pack has no threshold and no grades: only the mean is computed, and the council writes its conclusion into the minutes',
  conditions: () => 'Conditions for a recommendation',
  conditionsMet: () => 'Every condition is met',
  conditionsNotMet: () => 'A condition is not met',

  outliers: () => 'Ballots far from the mean',
  outliersNone: () => 'No ballot is too far from the mean',
  outliersSome: (count) =>
    `${count} ballots are too far from the mean: a reason is needed; they still count, nothing is dropped`,
  outlierWithin: () => 'Within the limit',
  outlierBeyond: () => 'Beyond the limit, a reason is needed; it still counts',
  distance: () => 'Distance from the mean',
  distanceLimit: () => 'Distance allowed',

  approving: () => 'Members in favour',
  approvingText: (approving, whole) => `${approving} of ${whole} in favour`,
  approval: (fraction, base) => `In favour: ${fraction} (${base.toLowerCase()})`,
  approvalMet: (approving, whole) => `${approving}/${whole}: enough`,
  approvalNotMet: (approving, whole) => `${approving}/${whole}: not enough`,
  withoutChanges: () => 'Those in favour without changes alone',
  withoutChangesMet: () => 'They alone are enough',
  withoutChangesNotMet: () => 'Enough only together with those who want changes',
  agree: () => 'Agree',
  disagree: () => 'Disagree',
  followUpRecorded: () => 'Voted on',
  followUpAgreed: () => 'Agreed',
  followUpNotAgreed: () => 'Not agreed',

  levelGood: () => 'Criteria that meet it',
  levelAll: () => 'Criteria judged',
  levelReport: () => 'The report at least passes',
  levelProductsExcellent: () => 'Every criterion of the products is excellent',
  levelQuality: () => 'Every quality criterion at least passes',
  quantityShare: (fraction) => `Quantity and volume criteria that at least pass: ${fraction}`,
  deliveredShare: (fraction) => `Quantity and volume criteria that fail still reach ${fraction} of the order`,
  delivered: () => 'Delivered',
  ordered: () => 'Ordered',
  deliveredMissing: () => 'Cannot be said: enter what was ordered and delivered of the products judged as failing',
  nothingToJudge: () => 'There is no such criterion; not looked at',
  lateOrConsented: () => 'Not too late, or with the authority’s consent',
  lateConsented: () => 'The authority consented',
  memberGradeIs: (label) => `The member’s grade: ${label}`,
  councilGrade: () => 'The council’s grade',
  levelCount: (level) => `Members who judge ${level}`,
  levelShare: (level, fraction, base) => `Judged ${level}: ${fraction} (${base.toLowerCase()})`,
  noneFailing: () => 'No member judges Fail',

  ranking: () => 'Ranking of the dossiers that meet every condition',
  rankingOf: (contest) => `Ranking of the dossiers for “${contest}” that meet every condition`,
  rankingEmpty: () => 'No dossier meets every condition',
  rankByMean: () => 'By the mean',
  rungChairScoreSecret: () =>
    'Secret vote: nobody knows which ballot is that of the one presiding, so these points cannot be used; the next rung is tried',
  rungChairScore: (name) => `Tie: points of the one presiding (${name})`,
  rungCriterion: (label) => `Tie: criterion “${label}”`,
  rungCastingVote: () => 'Tie: the one presiding decides the order to recommend',
  rungCastingVoteFor: (reason) =>
    reason.trim() === ''
      ? 'Tie: order given by the one presiding'
      : `Tie: order given by the one presiding, because: ${reason}`,
  rungAwaitsCastingVote: () => 'The one presiding has not spoken: still a tie',
  rungLot: () => 'Tie: lot',
  rungLotSeed: (seed) => `Tie: lot drawn from the seed “${seed}” (anybody can draw it again)`,
  rungAwaitsLot: () => 'No lot is drawn: still a tie',
  rungAuthority: () => 'Tie: left to the authority',
  rungAuthorityText: () => 'Still a tie: the council recommends the tied dossiers and the authority decides',

  verdict: () => 'Recommendation of the council',
  place: () => 'Rank',
  placeWord: (place, rank) =>
    place === 'tiedFirst' ? 'tied for first' : rank === null ? 'not ranked' : `rank ${rank}`,
  verdictWord: (verdict) =>
    ({
      recommended: 'Recommended',
      recommendedWithChanges: 'Recommended with changes',
      eligible: 'Meets the conditions but is not ranked first',
      tied: 'Tied for first, not resolved',
      notRecommended: 'Not recommended',
      undetermined: 'Cannot be said yet',
      noQuorum: 'No quorum',
    })[verdict],
  stateRecommended: (kind, word, title, rank) =>
    kind === 'identification'
      ? `The council recommends that the task “${title}” be carried out.`
      : kind === 'selection'
        ? `The council recommends the dossier “${title}” (${word})${rank === null ? '' : `, ranked ${rank}`}.`
        : kind === 'acceptance'
          ? `The council recommends that “${title}” be graded as a pass.`
          : kind === 'appraisal'
            ? `The council recommends that “${title}” be approved.`
            : `The inspection team recommends noting “${title}” as satisfactory.`,
  stateGrade: (title, grade) => `The council recommends the grade of “${title}”: ${grade}.`,
  stateWithChanges: (title) => `The council recommends that “${title}” be carried out with changes.`,
  stateEligible: (title, rank) =>
    `The dossier “${title}” meets the conditions and ranks ${rank}; the council recommends the one ranked first.`,
  stateTied: (title) =>
    `The dossier “${title}” is tied for first; the council recommends the tied dossiers for resolution.`,
  stateNotRecommended: (kind, word, title) =>
    kind === 'identification'
      ? `The council recommends that the task “${title}” not be carried out.`
      : kind === 'selection'
        ? `The council does not recommend the dossier “${title}” (${word}).`
        : kind === 'inspection'
          ? `The inspection team recommends noting “${title}” as not satisfactory.`
          : `The council does not recommend approving “${title}”.`,
  stateUndetermined: (title) => `There is not enough to conclude on “${title}”.`,
  stateNoQuorum: (title) => `There is no quorum to conclude on “${title}”.`,

  warnDraft: () => 'The pack is a draft of which it is not known whether it was issued',
  warnTemplate: () => 'The pack is a template, not the rule for this task',
  warnComposition: (rule) => `Composition: “${rule}” is not met`,
  warnQuorum: () => 'No quorum: the figures are shown all the same, but the council may not conclude',
  warnMissing: (count, where) => `${ballotsEn(count)} issued for ${dossiersEn(where)} and not returned`,
  warnSetAside: (count, where) => `${ballotsEn(count)} of absent or recused members set aside for ${dossiersEn(where)}`,
  warnRounding: (title) =>
    `Rounding before comparing would change the conclusion on “${title}”; the pack compares exactly`,
  warnOutlierReason: (name, title) => `The ballot of ${name} for “${title}” is far from the mean: a reason is needed`,
  warnTie: (count, awaits) =>
    `${count} dossiers are tied; ${
      awaits === 'castingVote'
        ? 'the one presiding must speak'
        : awaits === 'lot'
          ? 'a lot must be drawn'
          : awaits === 'authority'
            ? 'the council recommends and the authority decides'
            : 'the pack has no further way to break the tie'
    }`,

  whatIfNothing: () => 'No change of this kind turns the conclusion',
  whatIfCell: (member, criterion, dossier, from, to) =>
    `Had ${member} given “${criterion}” of “${dossier}” ${to} instead of ${from}`,
  whatIfBallot: (member, dossier, points) =>
    `Had the ballot of ${member} for “${dossier}” differed by ${points} points in all`,
  whatIfAnswer: (member, dossier, from, to) => `Had ${member} judged “${dossier}” ${to} instead of ${from}`,
  whatIfAbsence: (member) => `Had ${member} been absent`,
  whatIfTurns: (change, title, from, to) => `${change}, “${title}” would turn from “${from}” to “${to}”`,

  agreementNone: () =>
    'Too few ballots to say anything about agreement (at least 2 members and 3 dossiers judged together are needed)',
  agreementInformation: () => 'For information only; no part of the legal result.',
  agreementKendall: (value) =>
    `Order of the dossiers among the members: ${value} (0 is none in common, 1 is all the same)`,
  agreementWords: (level) =>
    [
      'The members judge very differently',
      'The members agree in part, with many differences',
      'The members agree fairly well',
      'The members agree strongly',
    ][level] ?? '',
  agreementLenient: (name, points) => `${name} gives ${points} points more than the others`,
  agreementStrict: (name, points) => `${name} gives ${points} points less than the others`,
  agreementEven: (name) => `${name} gives as much as the others`,

  caseUnknownMember: (id) => `there is no member “${id}”`,
  caseUnknownDossier: (id) => `there is no dossier “${id}”`,
  caseUnknownForm: (id) => `the pack has no form “${id}” for this kind of council`,
  caseUnknownTopic: (id) => `the pack has no vote “${id}”`,
  caseNoRules: (kind) => `the pack has no rules for the kind of council “${kind}”`,
  caseDouble: (id) => `the id “${id}” is used twice`,
  caseDoubleBallot: (member, dossier) => `the member “${member}” has two ballots for the dossier “${dossier}”`,
  caseNotAMember: (id) => `“${id}” is the administrative secretary, no member, and has no ballot`,
  caseUnknownCriterion: (key) => `the form has no criterion “${key}” for this dossier`,
  caseBadAnswer: (scale) =>
    ({
      points: 'needs points such as 12.5 (six decimals at most)',
      marks: 'needs a mark, a whole number from 0',
      passFail: 'needs true (pass) or false (fail)',
      levels: 'needs "excellent", "pass" or "fail"',
    })[scale] ?? 'cannot be used',
  caseUnknownPack: (id) => `the library has no pack “${id}”`,
  caseVotesAbovePresent: (votes, total) => `${votes} votes are more than the ${total} members`,
  caseTwoChairs: () => 'there is more than one chair',
  caseBadDelivery: () => 'what was ordered must be above 0',

  cliCaseUsage: () => `Usage: hoidong conclude FILE.json [--text] [--what-if] [--folder FOLDER]

Computes a council's conclusion from a small file (see: hoidong schema case) and prints the tree of reasoning as JSON.

  --text            as text to read, instead of JSON
  --what-if         also find the smallest change that would turn the conclusion
  --folder FOLDER   take the regulation packs of this folder instead of those shipped
`,
  cliAgreementUsage: () => `Usage: hoidong agreement FILE.csv [--text]

Measures agreement: a row for each dossier, a column for each member, empty cells missing. The first row and column may be names.

  --text   in words instead of JSON
`,
  cliOneFile: () => 'The name of one file is needed.',
  cliUnreadable: (file) => `The file ${file} cannot be read: check its name and your rights to it.`,
  cliNotJson: (file) => `The file ${file} is not readable JSON.`,
  cliRefused: (file) => `The file ${file} was refused:`,
  cliCsvCell: (row, column, cell) => `row ${row}, column ${column}: “${cell}” is not a number`,
  cliCsvRow: (row, found, expected) => `row ${row} has ${found} cells, ${expected} are needed`,
  cliCsvEmpty: () => 'the file has no numbers',
  textWarnings: () => 'Please note',
  textWhatIf: () => 'The smallest change that would turn the conclusion',
};

/** Texts of the conclusion: its steps, recommendations, what-if, agreement and the refusal of cases. */
export const conclusionMessages: Catalogue<typeof vi> = { vi, en };
