import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  page: 'Trang',
  pageOf: (pages: number) => `trên ${pages}`,
  pageLabel: (page: number, pages: number) => `Trang ${page} trên ${pages}`,
  previousPage: 'Trang trước',
  nextPage: 'Trang sau',
  pagesRegion: 'Các trang tài liệu',
  zoom: 'Cỡ hiển thị',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  fitWidth: 'Vừa chiều ngang',
  find: 'Tìm trong tài liệu (Ctrl+F)',
  findLabel: 'Tìm trong tài liệu',
  findHint: 'Gõ không dấu cũng được',
  findPrevious: 'Chỗ trước (Shift+Enter)',
  findNext: 'Chỗ sau (Enter)',
  findClose: 'Đóng ô tìm (Esc)',
  finding: (page: number, pages: number) => `Đang tìm, trang ${page}/${pages}…`,
  foundAt: (at: number, count: number) => `${at}/${count}`,
  foundAtSaid: (at: number, count: number, page: number) => `Chỗ ${at} trên ${count}, trang ${page}`,
  foundNone: 'Không thấy',
  noText: 'Tài liệu này là ảnh quét, không có chữ để tìm.',
};

const en: typeof vi = {
  page: 'Page',
  pageOf: (pages) => `of ${pages}`,
  pageLabel: (page, pages) => `Page ${page} of ${pages}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pagesRegion: 'Pages of the document',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fitWidth: 'Fit width',
  find: 'Find in the document (Ctrl+F)',
  findLabel: 'Find in the document',
  findHint: 'Accents may be left out',
  findPrevious: 'Previous place (Shift+Enter)',
  findNext: 'Next place (Enter)',
  findClose: 'Close the search (Esc)',
  finding: (page, pages) => `Searching, page ${page}/${pages}…`,
  foundAt: (at, count) => `${at}/${count}`,
  foundAtSaid: (at, count, page) => `Place ${at} of ${count}, page ${page}`,
  foundNone: 'Not found',
  noText: 'This document is a scan: there is no text to search.',
};

/** Texts of the reader of PDFs. */
export const readerMessages: Catalogue<typeof vi> = { vi, en };
