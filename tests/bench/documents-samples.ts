import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plain, type Block, type Paper } from '#domain/documents/model.ts';
import { buildContent } from '#main/documents/pdf/content.ts';

const require = createRequire(import.meta.url);
export const fontsDir = fileURLToPath(new URL('../../assets/fonts/', import.meta.url));
export const createdAt = '2026-01-14T09:30:00.000Z';

const words =
  'Hội đồng đã nghe ủy viên phản biện đọc nhận xét thảo luận và đánh giá từng hồ sơ theo các tiêu chí của phiếu các ý kiến tập trung vào tính cấp thiết tính khả thi hiệu quả và khả năng duy trì nhân rộng của nhiệm vụ nghiên cứu áp dụng công cụ cải tiến năng suất chất lượng sản phẩm hàng hóa trong doanh nghiệp nhỏ và vừa'.split(
    ' ',
  );

/** Minutes of three pages: 1,400 words and nine members by twenty criteria; each with words of its own. */
export function minutes(number: number): Paper {
  let at = number * 7;
  const text = (count: number) =>
    Array.from({ length: count }, () => words[(at = (at * 31 + 17) % 9973) % words.length] ?? '').join(' ');
  const cell = (content: string) => ({ runs: plain(content) });
  const blocks: Block[] = [
    {
      kind: 'letterhead',
      parentBody: 'Bộ Khoa học và Công nghệ',
      body: 'Hội đồng tư vấn tuyển chọn',
      number: `Số: ${number}/BB-HĐTC`,
      placeDate: 'Hà Nội, ngày 14 tháng 01 năm 2026',
    },
    { kind: 'title', name: 'BIÊN BẢN HỌP HỘI ĐỒNG', about: `Đánh giá hồ sơ số ${number}` },
    ...Array.from({ length: 14 }, (): Block => ({ kind: 'paragraph', runs: plain(text(98)) })),
    {
      kind: 'table',
      name: 'Điểm',
      columns: [{ share: 18 }, ...Array.from({ length: 20 }, () => ({ share: 5, align: 'center' as const }))],
      head: [[cell('Thành viên'), ...Array.from({ length: 20 }, (_, index) => cell(String(index + 1)))]],
      rows: Array.from({ length: 9 }, (_, member) => [
        cell(`Nguyễn Văn ${String.fromCharCode(65 + member)}`),
        ...Array.from({ length: 20 }, (_, index) => cell(String((number + member * index) % 5))),
      ]),
      smaller: 3,
    },
    { kind: 'paragraph', runs: plain('Biên bản đã được đọc lại và thông qua.') },
    {
      kind: 'signatures',
      placeDate: null,
      recipients: [],
      columns: [
        { title: ['THƯ KÝ HỘI ĐỒNG'], hint: '(Ký và ghi rõ họ tên)', name: 'Trần Thị B', field: null },
        { title: ['CHỦ TỊCH HỘI ĐỒNG'], hint: '(Ký và ghi rõ họ tên)', name: 'Nguyễn Văn A', field: null },
      ],
    },
  ];
  return {
    id: `bien-ban-${number}`,
    kind: 'minutes',
    title: `Biên bản ${number}`,
    lang: 'vi',
    orientation: 'portrait',
    formLines: [],
    watermark: null,
    bodySize: 13,
    logos: [],
    blocks,
  };
}

interface StockPdfmake {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy(policy: () => boolean): void;
  addTableLayouts(layouts: object): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

/** pdfmake as it comes, with the whole Tinos and the same contents. */
export function stock(): (paper: Paper) => Promise<Buffer> {
  const pdfmake = require('pdfmake') as StockPdfmake;
  const folder = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));
  pdfmake.setFonts({
    Tinos: {
      normal: join(folder, '400Regular/Tinos_400Regular.ttf'),
      bold: join(folder, '700Bold/Tinos_700Bold.ttf'),
      italics: join(folder, '400Regular_Italic/Tinos_400Regular_Italic.ttf'),
      bolditalics: join(folder, '700Bold_Italic/Tinos_700Bold_Italic.ttf'),
    },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  const none = () => 0;
  const bare = {
    hLineWidth: none,
    vLineWidth: none,
    paddingLeft: none,
    paddingRight: none,
    paddingTop: none,
    paddingBottom: none,
  };
  pdfmake.addTableLayouts({ ruled: {}, bare });
  return (paper) => {
    const { content } = buildContent(paper, {
      widthOf: (text, size) => text.length * size * 0.5,
      takeImage: () => null,
      svgSize: () => null,
    });
    const definition = {
      content,
      pageSize: 'A4',
      pageMargins: [85, 57, 43, 57],
      defaultStyle: { font: 'Tinos', fontSize: 13, lineHeight: 1.08 },
      info: { title: paper.title },
    };
    return pdfmake.createPdf(definition).getBuffer();
  };
}
