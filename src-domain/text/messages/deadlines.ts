import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  title: 'Thời hạn theo bộ quy định',
  lead: 'Chỉ để nhắc; không thời hạn nào khóa công việc. Ngày làm việc tính từ thứ hai đến thứ sáu, trừ những ngày nghỉ được ghi dưới đây; chương trình không tự biết ngày lễ.',
  daysOff: 'Ngày nghỉ',
  daysOffNone: 'chưa ghi ngày nào',
  daysOffLead:
    'Ghi những ngày nghỉ lễ, nghỉ bù có thể rơi vào khoảng thời gian này, theo thông báo nghỉ của cơ quan; các thời hạn tính bằng ngày làm việc sẽ trừ ra.',
  dayOffName: 'Dịp nghỉ',
  dayOffFrom: 'Từ ngày',
  dayOffTo: 'Đến hết ngày',
  dayOffWrong: 'Ngày cuối phải từ ngày đầu trở đi, và không quá một năm.',
  addDayOff: 'Thêm ngày nghỉ',
  removeDayOff: (what: string) => `Bỏ ngày nghỉ: ${what}`,
  span: (from: string, to: string) => `${from} đến ${to}`,
  named: (name: string, days: string) => `${name} (${days})`,
  lastDay: (day: string) => `Chậm nhất ngày ${day}`,
  missed: 'đã qua; công việc vẫn làm tiếp được, hãy ghi rõ lý do nếu cần',
  past: 'phiên họp đã qua',
  open: 'còn trong hạn',
  unknownMeeting: 'Chưa có ngày họp nên chưa tính được ngày.',
  unknownDecision: 'Chưa có ngày quyết định thành lập hội đồng nên chưa tính được ngày.',
  unknownDossier: 'Tính từ ngày hồ sơ hợp lệ; ngày này không ghi trong phiên họp.',
};

const en: typeof vi = {
  title: 'Deadlines of the pack',
  lead: 'Reminders only; none locks any work. Working days are Monday to Friday without the days off named below; the program knows no holidays by itself.',
  daysOff: 'Days off',
  daysOffNone: 'none named yet',
  daysOffLead:
    'Name public holidays and days in their lieu that may fall into this time, as your office announces them; deadlines in working days are then counted without them.',
  dayOffName: 'Occasion',
  dayOffFrom: 'From',
  dayOffTo: 'To the end of',
  dayOffWrong: 'The last day must not be before the first, nor a year after it.',
  addDayOff: 'Add days off',
  removeDayOff: (what) => `Remove the days off: ${what}`,
  span: (from, to) => `${from} to ${to}`,
  named: (name, days) => `${name} (${days})`,
  lastDay: (day) => `By ${day}`,
  missed: 'gone by; work goes on, say why where it matters',
  past: 'the meeting is over',
  open: 'in time',
  unknownMeeting: 'There is no day of the meeting yet to count from.',
  unknownDecision: 'There is no day of the decision on the council yet to count from.',
  unknownDossier: 'Counted from the day the dossier is valid, which a session does not hold.',
};

/** Texts of the deadlines of a session's pack. */
export const deadlineMessages: Catalogue<typeof vi> = { vi, en };
