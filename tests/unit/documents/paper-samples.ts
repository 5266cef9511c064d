import { fileURLToPath } from 'node:url';
import { plain, type Block, type Paper } from '#domain/documents/model.ts';

export const fontsDir = fileURLToPath(new URL('../../../assets/fonts/', import.meta.url));
export const workerUrl = new URL('../../../src-main/documents/worker.ts', import.meta.url);
export const createdAt = '2026-01-14T09:30:00.000Z';

export const letterhead: Block = {
  kind: 'letterhead',
  parentBody: 'Bộ Khoa học và Công nghệ',
  body: 'Hội đồng tư vấn tuyển chọn',
  number: 'Số: 05/BB-HĐTC',
  placeDate: 'Hà Nội, ngày 14 tháng 01 năm 2026',
};

export const sentence =
  'Hội đồng đã nghe ủy viên phản biện đọc nhận xét, thảo luận và đánh giá từng hồ sơ; nghiêng ngả ưỡn ẹo, Ằ Ẵ Ỗ Ợ Ỷ ỹ Đ đ.';

export function paperOf(blocks: readonly Block[], more: Partial<Paper> = {}): Paper {
  return {
    id: 'thu',
    kind: 'minutes',
    title: 'Biên bản thử',
    lang: 'vi',
    orientation: 'portrait',
    formLines: [],
    watermark: null,
    bodySize: 13,
    logos: [],
    blocks,
    ...more,
  };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: plain(text) };
}

export function tableOf(rows: number, cell = (row: number) => `Nguyễn Văn ${row + 1}`): Block {
  return {
    kind: 'table',
    name: 'Danh sách',
    columns: [{ share: 1, align: 'center' }, { share: 4 }, { share: 2, align: 'right' }],
    head: [[{ runs: plain('TT') }, { runs: plain('Họ và tên') }, { runs: plain('Điểm') }]],
    rows: Array.from({ length: rows }, (_, row) => [
      { runs: plain(String(row + 1)) },
      { runs: plain(cell(row)) },
      { runs: plain('87,5'), number: '87.5' },
    ]),
  };
}

export const signatures: Block = {
  kind: 'signatures',
  placeDate: null,
  recipients: ['Như trên', 'Lưu: VT'],
  columns: [
    { title: ['THƯ KÝ HỘI ĐỒNG'], hint: '(Ký và ghi rõ họ tên)', name: 'Trần Thị B', field: 'thu-ky' },
    { title: ['CHỦ TỊCH HỘI ĐỒNG'], hint: '(Ký và ghi rõ họ tên)', name: 'Nguyễn Văn A', field: 'chu-tich' },
  ],
};

/** A one-colour PNG of 8 x 4 pixels. */
export const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAIAAAA8r+mnAAAAEUlEQVR4nGMQsenBihioJwEAUK8bgWD2q+IAAAAASUVORK5CYII=';
