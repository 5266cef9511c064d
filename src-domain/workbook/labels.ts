import type { Label } from '#domain/journal/document-kind.ts';
import type { WorkbookEvent } from '#domain/workbook/events.ts';
import { formOf, type Workbook } from '#domain/workbook/state.ts';

const whole: Readonly<Record<WorkbookEvent['type'], Label>> = {
  'answer.set': { vi: 'sửa điểm', en: 'edit a mark' },
  'answer.commented': { vi: 'sửa nhận xét', en: 'edit a comment' },
  'opinion.set': { vi: 'chọn ý kiến kết luận', en: 'choose an opinion' },
  'opinion.fieldSet': { vi: 'sửa nội dung ý kiến', en: 'edit the words of an opinion' },
  'comment.set': { vi: 'sửa nhận xét chung', en: 'edit the overall comment' },
  'abstained.set': { vi: 'sửa việc bỏ phiếu trắng', en: 'change the abstention' },
  'conflict.declared': { vi: 'khai xung đột lợi ích', en: 'declare a conflict of interest' },
  'conflict.withdrawn': { vi: 'rút khai xung đột lợi ích', en: 'withdraw a conflict of interest' },
  'change.seen': { vi: 'xác nhận đã xem lại hồ sơ', en: 'confirm a changed dossier was looked at' },
  'remarks.set': { vi: 'sửa lời nhắn cho thư ký', en: 'edit the note to the secretary' },
  'workbook.created': { vi: 'tạo bản làm việc', en: 'make the workbook' },
  'package.opened': { vi: 'mở gói phiên họp', en: 'open a package' },
  'return.made': { vi: 'tạo phiếu gửi lại', en: 'make a return' },
  'receipt.taken': { vi: 'nhận giấy biên nhận', en: 'take a receipt' },
};

/** The name of a deed without its place, fit to follow "Hoàn tác: ". */
export const workbookEventLabel = (event: WorkbookEvent): Label => whole[event.type];

const dossierNumber = (workbook: Workbook, dossierId: string): number | null => {
  const index = workbook.package?.dossiers.findIndex(({ id }) => id === dossierId) ?? -1;
  return index === -1 ? null : index + 1;
};

/** The criterion an answer's key names, counted from 1 through the whole form. */
const criterionNumber = (workbook: Workbook, dossierId: string, key: string): number | null => {
  const given = workbook.package;
  const dossier = given?.dossiers.find(({ id }) => id === dossierId);
  const form = given && dossier ? formOf(given, dossier) : undefined;
  const [criterionId] = key.split(':');
  const index = form?.groups.flatMap(({ criteria }) => criteria).findIndex(({ id }) => id === criterionId) ?? -1;
  return index === -1 ? null : index + 1;
};

/**
 * The name of a deed with its place in the workbook as it stands: "sửa điểm tiêu chí 2 của hồ sơ 1". A dossier that is no longer in the
 * package, or a criterion no longer in its form, is left out of the name.
 */
export const placedEventLabel = (workbook: Workbook, event: WorkbookEvent): Label => {
  const label = workbookEventLabel(event);
  if (!('dossierId' in event)) return label;
  const criterion =
    event.type === 'answer.set' || event.type === 'answer.commented'
      ? criterionNumber(workbook, event.dossierId, event.key)
      : null;
  const dossier = dossierNumber(workbook, event.dossierId);
  return {
    vi: `${label.vi}${criterion === null ? '' : ` tiêu chí ${criterion}`}${dossier === null ? '' : ` của hồ sơ ${dossier}`}`,
    en: `${label.en}${criterion === null ? '' : ` of criterion ${criterion}`}${dossier === null ? '' : `, dossier ${dossier}`}`,
  };
};
