// Runs sandboxed beside the page: one CommonJS file, values and functions only, never a channel or an event.
import { contextBridge, ipcRenderer } from 'electron';
import {
  CONNECT_MESSAGE,
  type Bridge,
  type FilesChosen,
  type FilesSaved,
  type FolderChosen,
  type MenuCommand,
  type PrintOpened,
} from '#domain/contract/bridge.ts';
import { channels } from './channels.ts';

window.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source !== window || event.data !== CONNECT_MESSAGE || port === undefined) return;
  ipcRenderer.postMessage(channels.connect, null, [port]);
});

const listen = (channel: string, callback: (value: unknown) => void): (() => void) => {
  const listener = (_event: unknown, value: unknown): void => callback(value);
  ipcRenderer.on(channel, listener);
  return () => void ipcRenderer.off(channel, listener);
};

let closing: (() => Promise<boolean>) | null = null;

ipcRenderer.on(channels.closing, () => {
  const answer = (mayClose: boolean): void => ipcRenderer.send(channels.closingAnswer, mayClose);
  if (closing === null) answer(true);
  else closing().then(answer, () => answer(false));
});

// What main answers is of the bridge's types; main is ours and checks its own side.
const bridge: Bridge = {
  host: 'electron',
  chooseFiles: ({ accept, multiple, byName }) =>
    ipcRenderer.invoke(channels.chooseFiles, { accept, multiple, byName }) as Promise<FilesChosen>,
  chooseFolder: () => ipcRenderer.invoke(channels.chooseFolder) as Promise<FolderChosen | null>,
  saveFile: (name, bytes) => ipcRenderer.invoke(channels.saveFile, { name, bytes }) as Promise<FilesSaved>,
  saveFiles: (files) =>
    ipcRenderer.invoke(
      channels.saveFiles,
      files.map(({ name, bytes }) => ({ name, bytes })),
    ) as Promise<FilesSaved>,
  saveKept: (files) =>
    ipcRenderer.invoke(
      channels.saveKept,
      files.map(({ keptId, name }) => ({ keptId, name })),
    ) as Promise<FilesSaved>,
  print: (name, bytes) => ipcRenderer.invoke(channels.print, { name, bytes }) as Promise<PrintOpened>,
  onFilesOpened: (callback) => {
    const end = listen(channels.filesOpened, (opened) => callback(opened as FilesChosen));
    ipcRenderer.send(channels.filesWanted);
    return end;
  },
  onMenu: (callback) => listen(channels.menu, (command) => callback(command as MenuCommand)),
  closeWindow: () => ipcRenderer.send(channels.closeWindow),
  onClosing: (callback) => {
    closing = callback;
    return () => {
      if (closing === callback) closing = null;
    };
  },
};

contextBridge.exposeInMainWorld('hoidong', bridge);
