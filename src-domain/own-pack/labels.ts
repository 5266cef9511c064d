import type { Label } from '#domain/journal/document-kind.ts';
import type { OwnPackEvent } from './events.ts';

const labels: Readonly<Record<OwnPackEvent['type'], Label>> = {
  'pack.copied': { vi: 'sao chép bộ quy định', en: 'copy the regulation pack' },
  'draft.begun': { vi: 'mở bản nháp', en: 'begin a draft' },
  'draft.changed': { vi: 'sửa bản nháp', en: 'edit the draft' },
  'draft.discarded': { vi: 'bỏ bản nháp', en: 'drop the draft' },
  'pack.published': { vi: 'công bố phiên bản', en: 'publish a version' },
};

/** The name of a deed, fit to follow "Hoàn tác: ". */
export const ownPackEventLabel = ({ type }: OwnPackEvent): Label => labels[type];
