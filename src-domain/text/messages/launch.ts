import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  downloading: 'Đang tải phần chạy trên màn hình (Electron), chỉ lần đầu…',
  noElectron: 'Không lấy được phần chạy trên màn hình (Electron), nên chương trình mở trong trình duyệt của máy này.',
  noDisplay: 'Máy này không có màn hình, nên chương trình chờ trình duyệt ở địa chỉ dưới đây.',
  openedInBrowser: 'Đã mở trình duyệt. Nếu không thấy, hãy mở địa chỉ dưới đây. Nhấn Ctrl+C để dừng.',
  openYourself: 'Hãy mở địa chỉ dưới đây bằng trình duyệt trên máy này. Nhấn Ctrl+C để dừng.',
};

const en: typeof vi = {
  downloading: 'Fetching the desktop runtime (Electron), this once…',
  noElectron: "The desktop runtime (Electron) can't be had, so the program opens in this computer's browser.",
  noDisplay: 'This computer has no display, so the program waits for a browser at the address below.',
  openedInBrowser: 'The browser was opened. If you see nothing, open the address below. Press Ctrl+C to stop.',
  openYourself: 'Open the address below in a browser on this computer. Press Ctrl+C to stop.',
};

/** What `npm start` says before the program has a screen. */
export const launchMessages: Catalogue<typeof vi> = { vi, en };
