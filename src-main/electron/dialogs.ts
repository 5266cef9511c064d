import { dialog, shell, type BrowserWindow } from 'electron';
import path from 'node:path';
import { hostMessages } from '#domain/text/messages/hosts.ts';
import type { ChooseFiles } from '#domain/contract/bridge.ts';
import type { Language } from '#domain/text/catalogue.ts';

/** What only the system can ask or show. Null and empty answers: the person cancelled. */
export type Dialogs = {
  /** Paths of files to read. */
  openFiles(request: Pick<ChooseFiles, 'accept' | 'multiple'>): Promise<readonly string[]>;
  /** Where to write one file. */
  saveFile(name: string): Promise<string | null>;
  /** A folder to write several files into, to use for the data, to keep backups in, or to look for returns in. */
  chooseFolder(purpose: 'save' | 'data' | 'backup' | 'look'): Promise<string | null>;
  /** The screen does not answer: wait for it, or close all the same? */
  closeAnyway(): Promise<boolean>;
  about(version: string): Promise<void>;
  /** Opens a PDF of ours in the system's viewer. False when there is none. */
  viewPdf(file: string): Promise<boolean>;
};

/** The folder a person last chose; the system no longer remembers it (Electron 43). */
export type FolderMemory = { get(): string | null; set(folder: string): void };

/** The system's own dialogs. */
export const nativeDialogs = (
  window: () => BrowserWindow | null,
  language: () => Language,
  folder: FolderMemory,
): Dialogs => {
  const over = <Options, Answer>(
    show: { (window: BrowserWindow, options: Options): Promise<Answer>; (options: Options): Promise<Answer> },
    options: Options,
  ): Promise<Answer> => {
    const parent = window();
    return parent === null ? show(options) : show(parent, options);
  };
  const start = (name = ''): { defaultPath?: string } => {
    const remembered = folder.get();
    if (remembered !== null) return { defaultPath: path.join(remembered, name) };
    return name === '' ? {} : { defaultPath: name };
  };
  const text = () => hostMessages[language()];

  const folderWords = (purpose: 'save' | 'data' | 'backup' | 'look'): { title: string; buttonLabel: string } =>
    ({
      save: { title: text().chooseFolder, buttonLabel: text().saveHere },
      data: { title: text().otherData, buttonLabel: text().otherDataChoose },
      backup: { title: text().backupFolder, buttonLabel: text().otherDataChoose },
      look: { title: text().lookInFolder, buttonLabel: text().lookHere },
    })[purpose];

  return {
    openFiles: async ({ accept, multiple }) => {
      const kinds = accept.map((ending) => `.${ending}`).join(', ');
      const { canceled, filePaths } = await over(dialog.showOpenDialog.bind(dialog), {
        title: text().choose,
        ...start(),
        properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: [
          ...(accept.length > 0 ? [{ name: text().filesOfKind(kinds), extensions: [...accept] }] : []),
          { name: text().allFiles, extensions: ['*'] },
        ],
      } satisfies Electron.OpenDialogOptions);
      const [first] = filePaths;
      if (canceled || first === undefined) return [];
      folder.set(path.dirname(first));
      return filePaths;
    },
    saveFile: async (name) => {
      const ending = path.extname(name).slice(1);
      const { canceled, filePath } = await over(dialog.showSaveDialog.bind(dialog), {
        title: text().save,
        ...start(name),
        ...(ending === '' ? {} : { filters: [{ name: text().filesOfKind(`.${ending}`), extensions: [ending] }] }),
      } satisfies Electron.SaveDialogOptions);
      if (canceled || filePath === '') return null;
      folder.set(path.dirname(filePath));
      return filePath;
    },
    chooseFolder: async (purpose) => {
      const { canceled, filePaths } = await over(dialog.showOpenDialog.bind(dialog), {
        ...folderWords(purpose),
        ...(purpose === 'save' || purpose === 'look' ? start() : {}),
        properties: purpose === 'look' ? ['openDirectory'] : ['openDirectory', 'createDirectory'],
      } satisfies Electron.OpenDialogOptions);
      const [chosen] = filePaths;
      if (canceled || chosen === undefined) return null;
      if (purpose === 'save' || purpose === 'look') folder.set(chosen);
      return chosen;
    },
    closeAnyway: async () => {
      const { response } = await over(dialog.showMessageBox.bind(dialog), {
        type: 'warning',
        message: text().closingTitle,
        detail: text().closingText,
        buttons: [text().closingWait, text().closingAnyway],
        defaultId: 0,
        cancelId: 0,
      } satisfies Electron.MessageBoxOptions);
      return response === 1;
    },
    about: async (version) => {
      await over(dialog.showMessageBox.bind(dialog), {
        type: 'info',
        title: text().about,
        message: 'HoiDong',
        detail: text().aboutText(version),
        buttons: ['OK'],
      } satisfies Electron.MessageBoxOptions);
    },
    viewPdf: async (file) => (await shell.openPath(file)) === '',
  };
};
