import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  title: 'Thời hạn theo bộ quy định',
  lead: 'Chỉ để nhắc; không thời hạn nào khóa công việc. Ngày làm việc tính từ thứ hai đến thứ sáu, chưa trừ ngày lễ.',
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
  lead: 'Reminders only; none locks any work. Working days are Monday to Friday, public holidays not taken out.',
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
