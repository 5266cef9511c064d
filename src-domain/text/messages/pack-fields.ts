import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  title: 'Tên để chọn bộ quy định trong danh sách.',
  summary: 'Vài câu nói bộ quy định gồm những gì và phần nào chưa chắc.',
  appliesTo: 'Nhiệm vụ nào dùng bộ quy định này; chương trình đề xuất bộ quy định theo đó.',
  'appliesTo.approvedFrom': 'Ngày phê duyệt nhiệm vụ sớm nhất mà bộ quy định áp dụng; để trống là không giới hạn.',
  'appliesTo.approvedTo': 'Ngày phê duyệt nhiệm vụ muộn nhất mà bộ quy định áp dụng; để trống là đến nay.',
  'appliesTo.level': 'Cấp nhiệm vụ: chương trình, quốc gia, bộ, hoặc bất kỳ.',
  'appliesTo.programmes': 'Tên chương trình mà bộ quy định được viết riêng; để trống là cho mọi chương trình.',
  vocabulary: 'Chế độ pháp lý gọi công việc của từng loại hội đồng là gì; các tên này được in ra.',
  documents: 'Văn bản làm căn cứ, với ngày ban hành và thời gian có hiệu lực nếu biết.',
  'councils.name': 'Tên đầy đủ của hội đồng, in trên biên bản.',
  'councils.composition.size':
    'Số thành viên ít nhất và nhiều nhất; nếu chỉ cho một số con số thì liệt kê. Thư ký hành chính không tính.',
  'councils.composition.offices':
    'Mỗi chức danh cần ít nhất và nhiều nhất bao nhiêu người. Chương trình chỉ nhắc, không khóa.',
  'councils.composition.outside': 'Tỷ lệ thành viên ngoài tổ chức; tắt nếu không quy định.',
  'councils.composition.backgrounds': 'Thành viên phải là ai, bằng lời; chương trình chỉ hiển thị.',
  'councils.quorum.presence': 'Tỷ lệ thành viên phải có mặt trên tổng số. “Ít nhất 2/3” và “trên 2/3” khác nhau.',
  'councils.quorum.presiding':
    'Ai được chủ trì: chỉ chủ tịch; chủ tịch hoặc phó chủ tịch; hay phó chủ tịch khi được ủy quyền bằng văn bản.',
  'councils.quorum.offices': 'Chức danh nào phải có mặt và ít nhất mấy người, ví dụ ủy viên phản biện.',
  'councils.quorum.online': 'Người dự họp trực tuyến có được tính là có mặt hay không.',
  'councils.conflictOfInterest.hostMembers':
    'Nhiều nhất mấy thành viên là người của tổ chức chủ trì, và chức danh nào họ không được giữ.',
  'councils.conflictOfInterest.exclusions': 'Ai không được là thành viên, bằng lời.',
  'councils.conflictOfInterest.leaving': 'Ai phải ra khỏi phòng họp và khi nào, bằng lời.',
  'councils.conflictOfInterest.recused':
    'Người không tham gia một hồ sơ vì xung đột lợi ích có còn được tính vào điều kiện họp của hồ sơ đó không.',
  'councils.countingCommittee': 'Ban kiểm phiếu có mấy người và gồm ai; tắt nếu không cần.',
  'councils.deadlines': 'Các thời hạn để nhắc; không thời hạn nào khóa công việc.',
  'councils.meetingForms': 'Được họp trực tiếp, trực tuyến, hay kết hợp.',
  'councils.forms.code': 'Mã biểu in ở góc trên bên phải; để trống nếu chưa biết.',
  'councils.forms.title': 'Tên phiếu in ở đầu trang.',
  'councils.forms.groups': 'Nhóm tiêu chí, theo thứ tự in.',
  'councils.forms.groups.criteria.label': 'Tên tiêu chí như trên phiếu.',
  'councils.forms.groups.criteria.guidance': 'Điều thành viên cần xem khi đánh giá; hiện cạnh ô điểm.',
  'councils.forms.groups.criteria.scale':
    'Cách đánh giá: cho điểm trực tiếp, mức 0 đến 4 nhân hệ số, đạt / không đạt, hoặc ba mức.',
  'councils.forms.groups.criteria.scale.max': 'Điểm tối đa. Tổng các tiêu chí phải bằng thang điểm của kết luận.',
  'councils.forms.groups.criteria.scale.min':
    'Mức tối thiểu để không bị loại; để trống nếu không có. Chỉ có tác dụng khi bật quy tắc mức tối thiểu.',
  'councils.forms.groups.criteria.scale.step': 'Bước điểm: 1 là chỉ cho điểm nguyên, 0,5 là cho được nửa điểm.',
  'councils.forms.groups.criteria.scale.coefficient':
    'Hệ số nhân với mức chấm; điểm tối đa là mức cao nhất nhân hệ số.',
  'councils.forms.groups.criteria.allowNotApplicable':
    'Cho phép chọn “không áp dụng”; câu trả lời đó không vào trung bình.',
  'councils.forms.groups.criteria.comment': 'Nhận xét ở tiêu chí này: không có, tùy ý, hay bắt buộc.',
  'councils.forms.opinions':
    'Các ý kiến kết luận của phiếu; mỗi ý kiến là đồng ý, không đồng ý, hoặc đồng ý với điều chỉnh.',
  'councils.forms.overallComment': 'Nhận xét chung ở cuối phiếu: không có, tùy ý, hay bắt buộc.',
  'councils.validity': 'Trường hợp nào phiếu không hợp lệ. Phiếu không cộng được điểm luôn không hợp lệ.',
  'councils.secretBallot': 'Cách bỏ phiếu khi thư ký không chọn khác. Tắt nếu văn bản không nói: khi đó phiếu ghi tên.',
  'councils.absentComments': 'Xử lý ý kiến bằng văn bản của người vắng mặt; không bao giờ tính vào kết quả.',
  'councils.rounding': 'Làm tròn mấy chữ số, và số đã làm tròn chỉ để hiển thị hay để so sánh.',
  'councils.conclusion.outOf': 'Thang điểm: tổng điểm tối đa của mỗi biểu.',
  'councils.conclusion.mean': 'Căn cứ của cách tính trung bình cộng các phiếu được tính.',
  'councils.conclusion.threshold': 'Ngưỡng điểm trung bình, và “từ … trở lên” hay “trên …”.',
  'councils.conclusion.zeroRule': 'Hồ sơ không đạt khi quá nhiều thành viên cho 0 điểm cùng một tiêu chí.',
  'councils.conclusion.criterionMinimum':
    'Tiêu chí có mức tối thiểu phải đạt mức đó: trong điểm trung bình hay trên từng phiếu.',
  'councils.conclusion.grades':
    'Bảng xếp loại từ cao đến thấp theo điểm và thời hạn nộp; hàng cuối nhận mọi trường hợp còn lại.',
  'councils.conclusion.memberGrades': 'Có xếp loại từng phiếu để tham khảo hay không.',
  'councils.conclusion.ranking': 'Có xếp hạng các hồ sơ của cùng một nhiệm vụ hay không, và xếp thế nào.',
  'councils.conclusion.ranking.recommend': 'Chỉ đề nghị hồ sơ xếp thứ nhất của mỗi nhiệm vụ, hay mọi hồ sơ đạt.',
  'councils.conclusion.ranking.ties':
    'Các bậc phân định khi bằng điểm, xét lần lượt: điểm người chủ trì, một tiêu chí, ý kiến người chủ trì, bốc thăm, để cơ quan có thẩm quyền.',
  'councils.conclusion.approval':
    'Tỷ lệ đồng ý cần có, và tính trên số nào: có mặt, tổng số, thu về, hợp lệ, được tính.',
  'councils.conclusion.from': 'Thành viên đồng ý theo ý kiến đã chọn, hay khi mọi mục đều đạt.',
  'councils.conclusion.withChanges': 'Ý kiến đồng ý với điều chỉnh có được tính là đồng ý không.',
  'councils.conclusion.followUps': 'Nội dung biểu quyết sau khi kiểm phiếu.',
  'councils.conclusion.member': 'Mức chung của một thành viên suy ra từ các đánh giá sản phẩm và báo cáo.',
  'councils.conclusion.member.excellent': 'Mọi sản phẩm xuất sắc và báo cáo ít nhất đạt.',
  'councils.conclusion.member.pass': 'Mọi tiêu chí chất lượng và báo cáo ít nhất đạt, và đủ hai tỷ lệ dưới đây.',
  'councils.conclusion.member.pass.quantityShare': 'Bao nhiêu phần các tiêu chí số lượng, khối lượng phải ít nhất đạt.',
  'councils.conclusion.member.pass.deliveredShare':
    'Tiêu chí số lượng, khối lượng không đạt thì vẫn phải giao bao nhiêu phần so với đặt hàng.',
  'councils.conclusion.member.lateness': 'Nộp muộn quá số tháng này mà không được phép thì không đạt.',
  'councils.conclusion.council.excellent': 'Bao nhiêu thành viên đánh giá xuất sắc thì Hội đồng xếp xuất sắc.',
  'councils.conclusion.council.fail': 'Bao nhiêu thành viên đánh giá không đạt thì Hội đồng xếp không đạt.',
  'councils.conclusion.council': 'Mức của Hội đồng suy ra từ tỷ lệ thành viên ở từng mức.',
  'councils.outlier':
    'Gắn cờ phiếu lệch xa điểm trung bình: tắt, theo số điểm, hay theo tỷ lệ. Chương trình không bao giờ tự bỏ phiếu.',
  'councils.dissent': 'Quy định về bảo lưu ý kiến.',
  'councils.advisory': 'Lời văn nói Hội đồng chỉ tư vấn.',
  'councils.outputs': 'Văn bản được in và mã biểu của chúng.',
  'councils.order': 'Trình tự phiên họp, in vào chương trình làm việc.',
  'source.document': 'Số văn bản làm căn cứ; để trống nếu không có nguồn, khi đó chỉ được ghi “chưa đối chiếu”.',
  'source.clause': 'Điều, khoản hoặc mẫu trong văn bản.',
  'source.mark': 'Biết chắc đến đâu: đã đọc quy định, đọc ở nguồn thứ cấp, hay chưa đối chiếu.',
  'source.note': 'Điều người đọc nên biết về nguồn này.',
} as const;

const en: Readonly<Record<keyof typeof vi, string>> = {
  title: 'Name under which the pack is chosen.',
  summary: 'A few sentences on what the pack holds and which part is not sure.',
  appliesTo: 'Which tasks the pack is for; it is proposed by this.',
  'appliesTo.approvedFrom': 'Earliest approval of a task the pack is for; empty for no limit.',
  'appliesTo.approvedTo': 'Latest approval of a task the pack is for; empty until today.',
  'appliesTo.level': 'Level of the tasks: programme, national, ministry, or any.',
  'appliesTo.programmes': 'Programmes the pack is written for; empty for all.',
  vocabulary: 'What the regime calls the work of each kind of council; these names are printed.',
  documents: 'Documents it rests on, with the days of issue and force where known.',
  'councils.name': 'Full name of the council, printed in the minutes.',
  'councils.composition.size':
    'Least and most members; list the numbers where only some are allowed. The administrative secretary is not counted.',
  'councils.composition.offices': 'Least and most holders of each office. A reminder only.',
  'councils.composition.outside': 'Share of members from outside the organisation; off where there is no rule.',
  'councils.composition.backgrounds': 'Who the members must be, in words; shown only.',
  'councils.quorum.presence': 'Share of all members who must be present. “At least 2/3” and “more than 2/3” differ.',
  'councils.quorum.presiding':
    'Who may preside: the chair only; the chair or vice-chair; or the vice-chair when authorised in writing.',
  'councils.quorum.offices': 'Which offices must be present and how many, e.g. reviewers.',
  'councils.quorum.online': 'Whether taking part online counts as present.',
  'councils.conflictOfInterest.hostMembers': 'Most members from the host organisation, and offices they may not hold.',
  'councils.conflictOfInterest.exclusions': 'Who may not be a member, in words.',
  'councils.conflictOfInterest.leaving': 'Who leaves the room and when, in words.',
  'councils.conflictOfInterest.recused': 'Whether a member recused from a dossier still counts for its quorum.',
  'councils.countingCommittee': 'How many and who count the ballots; off where none is needed.',
  'councils.deadlines': 'Deadlines to be reminded of; none locks work.',
  'councils.meetingForms': 'Whether the council may meet in person, online, or both.',
  'councils.forms.code': 'Form code printed top right; empty where not known.',
  'councils.forms.title': 'Title of the ballot.',
  'councils.forms.groups': 'Groups of criteria in printed order.',
  'councils.forms.groups.criteria.label': 'Name of the criterion as on the ballot.',
  'councils.forms.groups.criteria.guidance': 'What the member should look at; shown beside the field.',
  'councils.forms.groups.criteria.scale':
    'How it is judged: points, marks 0 to 4 times a coefficient, pass / fail, or three levels.',
  'councils.forms.groups.criteria.scale.max': 'Most points. The criteria must add up to the total of the conclusion.',
  'councils.forms.groups.criteria.scale.min':
    'Least points that pass; empty for none. Works only with the rule of minimums.',
  'councils.forms.groups.criteria.scale.step': 'Step of points: 1 for whole points, 0.5 for halves.',
  'councils.forms.groups.criteria.scale.coefficient': 'Multiplies the mark; the most points are the top mark times it.',
  'councils.forms.groups.criteria.allowNotApplicable': 'Allows “not applicable”; such an answer is kept out of means.',
  'councils.forms.groups.criteria.comment': 'Comment at this criterion: none, optional, or required.',
  'councils.forms.opinions': 'Concluding opinions; each is for, against, or for with changes.',
  'councils.forms.overallComment': 'Overall comment at the end: none, optional, or required.',
  'councils.validity': 'When a ballot is invalid. One that cannot be added up always is.',
  'councils.secretBallot':
    'How members vote where the secretary chooses nothing. Off where the text does not say: ballots then carry names.',
  'councils.absentComments': 'What happens with comments of absent members; they are never counted.',
  'councils.rounding': 'Decimals, and whether the rounded number is shown only or compared.',
  'councils.conclusion.outOf': 'The total every form adds up to.',
  'councils.conclusion.mean': 'Where the arithmetic mean of the counted ballots comes from.',
  'councils.conclusion.threshold': 'Threshold of the mean, “at least” or “more than”.',
  'councils.conclusion.zeroRule': 'A dossier fails when too many members give 0 to one criterion.',
  'councils.conclusion.criterionMinimum': 'Criteria with a minimum must reach it: in the mean, or on every ballot.',
  'councils.conclusion.grades': 'Grades from best to worst by points and lateness; the last row takes everything left.',
  'councils.conclusion.memberGrades': 'Whether single ballots are graded too, for information.',
  'councils.conclusion.ranking': 'Whether dossiers for one task are ranked, and how.',
  'councils.conclusion.ranking.recommend': 'Recommend only the first dossier of each task, or every one that passes.',
  'councils.conclusion.ranking.ties':
    'Rungs that break a tie, in order: the presiding member’s points, a criterion, the casting vote, a lot, the authority.',
  'councils.conclusion.approval': 'Share in favour that is needed, and of which number.',
  'councils.conclusion.from': 'A member is in favour by the opinion chosen, or when every item passes.',
  'councils.conclusion.withChanges': 'Whether “for, with changes” counts as for.',
  'councils.conclusion.followUps': 'Votes taken after the ballots are counted.',
  'councils.conclusion.member': 'A member’s overall grade, derived from the products and the report.',
  'councils.conclusion.member.excellent': 'Every product is excellent and the report at least passes.',
  'councils.conclusion.member.pass':
    'Every quality criterion and the report at least pass, and both shares below hold.',
  'councils.conclusion.member.pass.quantityShare': 'How much of the quantity and volume criteria must at least pass.',
  'councils.conclusion.member.pass.deliveredShare': 'Of the order, what fails in quantity must still reach this.',
  'councils.conclusion.member.lateness': 'Later than so many months without consent, it fails.',
  'councils.conclusion.council.excellent': 'How many members must judge excellent for the council to do so.',
  'councils.conclusion.council.fail': 'How many members judging fail make the council do so.',
  'councils.conclusion.council': 'The council’s grade, derived from the share of members at each level.',
  'councils.outlier': 'Flags ballots far from the mean: off, by points, or by share. Nothing is ever dropped.',
  'councils.dissent': 'The rule on dissent.',
  'councils.advisory': 'The words that say the council only advises.',
  'councils.outputs': 'What is printed, and the form codes.',
  'councils.order': 'Order of the meeting, printed in the agenda.',
  'source.document':
    'Number of the document; empty where there is no source, and then only “unverified” may be claimed.',
  'source.clause': 'Article, clause or form in the document.',
  'source.mark': 'How surely it is known: the regulation was read, a secondary source was read, or not verified.',
  'source.note': 'What a reader should know about this source.',
};

/** What each field of a pack means, by its place without list indices; shown beside the field in the editor. */
export const packFieldMessages: Catalogue<Readonly<Record<keyof typeof vi, string>>> = { vi, en };
export type PackField = keyof typeof vi;

/** The explanation for a place such as `['councils', 0, 'quorum', 'presence', 'fraction', 'num']`: its own, or the nearest above it. */
export const packFieldAt = (path: readonly (string | number)[]): PackField | null => {
  const names = path.filter((key) => typeof key === 'string');
  const inSource = names.lastIndexOf('source');
  const place = inSource >= 0 && inSource < names.length - 1 ? names.slice(inSource) : names;
  for (let length = place.length; length > 0; length -= 1) {
    const name = place.slice(0, length).join('.');
    if (Object.hasOwn(vi, name)) return name as PackField;
  }
  return null;
};
