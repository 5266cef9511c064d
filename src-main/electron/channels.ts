/** The names under which preload and main speak; nothing outside this folder knows them. */
export const channels = {
  /** Page to main, with one port: the contract's. */
  connect: 'hoidong:connect',
  chooseFiles: 'hoidong:choose-files',
  chooseFolder: 'hoidong:choose-folder',
  saveFile: 'hoidong:save-file',
  saveKept: 'hoidong:save-kept',
  saveFiles: 'hoidong:save-files',
  print: 'hoidong:print',
  /** Page to main: I listen for opened files now. */
  filesWanted: 'hoidong:files-wanted',
  /** Main to page. */
  filesOpened: 'hoidong:files-opened',
  menu: 'hoidong:menu',
  closing: 'hoidong:closing',
  /** Page to main: the answer to `closing`. */
  closingAnswer: 'hoidong:closing-answer',
  /** Page to main: close my window, asking me as always. */
  closeWindow: 'hoidong:close-window',
} as const;
