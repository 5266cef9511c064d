import type { Catalogue } from '#domain/text/catalogue.ts';

const vi = {
  usage: 'Cách dùng: hoidong <lệnh> [tham số]',
  commands: 'Các lệnh:',
  more: 'Xem cách dùng một lệnh: hoidong <lệnh> --help',
  languageNote: 'Ngôn ngữ: --lang vi | en (mặc định là tiếng Việt, trừ khi máy đặt tiếng Anh).',
  unknownCommand: (name: string) => `Không có lệnh “${name}”. Xem các lệnh: hoidong help`,
  badArguments: (command: string, what: string) => `${what}\nXem cách dùng: hoidong ${command} --help`,
  unknownOption: (option: string) => `Không có tùy chọn “${option}”.`,
  missingValue: (option: string) => `Tùy chọn “${option}” thiếu giá trị.`,
  tooMany: (argument: string) => `Thừa tham số “${argument}”.`,
  badLanguage: (value: string) => `Không có ngôn ngữ “${value}”; chọn vi hoặc en.`,
  badPort: (value: string) => `“${value}” không phải là số cổng (0 đến 65535).`,
  fault: (number: string) =>
    `Chương trình gặp lỗi ngoài dự kiến. Số ghi nhật ký: ${number}. Dữ liệu đã lưu vẫn còn nguyên.`,
  serving: 'Mở địa chỉ này bằng trình duyệt trên máy này. Nhấn Ctrl+C để dừng.',
  portTaken: (port: number) => `Cổng ${port} đang có chương trình khác dùng. Bỏ --port để máy tự chọn cổng.`,
  helpSummary: 'danh sách các lệnh',
  serveSummary: 'mở chương trình trong trình duyệt của máy này',
  serveHelp: `Cách dùng: hoidong serve [--data THƯ_MỤC] [--port SỐ] [--open]

Mở chương trình cho trình duyệt trên chính máy này (127.0.0.1) và in địa chỉ. Địa chỉ có khóa riêng cho mỗi lần chạy.

  --data THƯ_MỤC   thư mục dữ liệu (mặc định: cùng thư mục với chương trình trên màn hình)
  --port SỐ        cổng (mặc định: máy tự chọn)
  --open           mở luôn trình duyệt
  --as-built       dùng màn hình đã dựng sẵn, không dựng lại
`,
};

const en: typeof vi = {
  usage: 'Usage: hoidong <command> [arguments]',
  commands: 'Commands:',
  more: 'How to use a command: hoidong <command> --help',
  languageNote: 'Language: --lang vi | en (Vietnamese unless the computer is set to English).',
  unknownCommand: (name) => `There is no command “${name}”. See the commands: hoidong help`,
  badArguments: (command, what) => `${what}\nHow to use it: hoidong ${command} --help`,
  unknownOption: (option) => `There is no option “${option}”.`,
  missingValue: (option) => `The option “${option}” lacks its value.`,
  tooMany: (argument) => `The argument “${argument}” is one too many.`,
  badLanguage: (value) => `There is no language “${value}”; choose vi or en.`,
  badPort: (value) => `“${value}” is not a port number (0 to 65535).`,
  fault: (number) => `The program failed in an unexpected way. Log number: ${number}. Everything saved is still there.`,
  serving: 'Open this address in a browser on this computer. Press Ctrl+C to stop.',
  portTaken: (port) => `Another program uses port ${port}. Leave out --port and the computer chooses one.`,
  helpSummary: 'the list of commands',
  serveSummary: "opens the program in this computer's browser",
  serveHelp: `Usage: hoidong serve [--data FOLDER] [--port NUMBER] [--open]

Serves the program to a browser on this very computer (127.0.0.1) and prints the address. The address has a key of its own for each run.

  --data FOLDER    data folder (default: the one of the desktop program)
  --port NUMBER    port (default: the computer chooses)
  --open           opens the browser as well
  --as-built       serves the screen as it was built last
`,
};

/** What the command line itself says; each command has its own texts besides. */
export const cliMessages: Catalogue<typeof vi> = { vi, en };
