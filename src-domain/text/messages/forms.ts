import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  blankItem: (item: string) => `${item}: chưa cho điểm hoặc chưa đánh giá`,
  aboveMaximum: (item: string) => `${item}: điểm vượt mức tối đa`,
  offStep: (item: string) => `${item}: điểm không đúng bước điểm của biểu`,
  wrongScale: (item: string) => `${item}: câu trả lời không đúng thang của biểu`,
  notApplicableNotAllowed: (item: string) => `${item}: biểu không cho chọn “không áp dụng” ở mục này`,
  missingComment: (item: string) => (item === '' ? 'Thiếu nhận xét chung' : `${item}: thiếu nhận xét`),
  missingOpinion: () => 'Chưa chọn ý kiến kết luận',
  missingOpinionField: (item: string) => `${item}: cần ghi nội dung cho ý kiến đã chọn`,
  unknownCriterion: (item: string) => `${item}: biểu không có mục này`,
  unknownOpinion: () => 'Ý kiến đã chọn không có trong biểu',
  formGone: () => 'Bộ quy định mới không có biểu của phiếu này: phiếu sẽ không được tính',
  newProblems: () => 'Phiếu không còn đúng với biểu mới',
  otherTotal: (before: string, after: string) => `Tổng điểm của phiếu đổi từ ${before} thành ${after}`,
  formChanged: () => 'Câu trả lời giữ nguyên nhưng biểu đã viết khác',
};

const en: typeof vi = {
  blankItem: (item) => `${item}: not judged yet`,
  aboveMaximum: (item) => `${item}: more points than the maximum`,
  offStep: (item) => `${item}: points off the step of the form`,
  wrongScale: (item) => `${item}: the answer does not fit the scale of the form`,
  notApplicableNotAllowed: (item) => `${item}: the form does not allow “not applicable” here`,
  missingComment: (item) => (item === '' ? 'The overall comment is missing' : `${item}: the comment is missing`),
  missingOpinion: () => 'No concluding opinion is chosen',
  missingOpinionField: (item) => `${item}: the chosen opinion needs this text`,
  unknownCriterion: (item) => `${item}: the form has no such item`,
  unknownOpinion: () => 'The chosen opinion is not in the form',
  formGone: () => 'The new pack has no form for this ballot: it will not be counted',
  newProblems: () => 'The ballot no longer fits the new form',
  otherTotal: (before, after) => `The total of the ballot changes from ${before} to ${after}`,
  formChanged: () => 'The answers stay, but the form reads differently',
};

/** Texts of ballots against their forms; the keys are the codes of `checkBallot` and `touchedBallots`. */
export const formsMessages: Catalogue<typeof vi> = { vi, en };
