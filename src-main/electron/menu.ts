import { Menu, type MenuItemConstructorOptions } from 'electron';
import { hostMessages } from '#domain/text/messages/hosts.ts';
import type { MenuCommand } from '#domain/contract/bridge.ts';
import type { Language } from '#domain/text/catalogue.ts';

export type MenuActions = {
  /** Hands a command to the screen. */
  readonly send: (command: MenuCommand) => void;
  readonly showDataFolder: () => void;
  readonly useOtherDataFolder: () => void;
  readonly about: () => void;
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** Puts the menu up in the person's language. */
export const setMenu = (language: Language, actions: MenuActions, devTools: boolean): void => {
  const text = hostMessages[language];
  const isMac = process.platform === 'darwin';
  const about: MenuItemConstructorOptions = { label: text.about, click: actions.about };
  const quit: MenuItemConstructorOptions = { label: text.quit, role: 'quit' };
  const home: MenuItemConstructorOptions = {
    label: text.home,
    accelerator: 'CmdOrCtrl+Shift+H',
    click: () => actions.send('home'),
  };

  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac
        ? [
            {
              label: 'HoiDong',
              submenu: [about, separator, { label: text.hide, role: 'hide' as const }, separator, quit],
            },
          ]
        : []),
      {
        label: text.file,
        submenu: [
          home,
          { label: text.storage, click: () => actions.send('storage') },
          separator,
          { label: text.showData, click: actions.showDataFolder },
          { label: text.otherData, click: actions.useOtherDataFolder },
          ...(isMac ? [] : [separator, quit]),
        ],
      },
      {
        label: text.edit,
        submenu: [
          { label: text.undo, role: 'undo' },
          { label: text.redo, role: 'redo' },
          separator,
          { label: text.cut, role: 'cut' },
          { label: text.copy, role: 'copy' },
          { label: text.paste, role: 'paste' },
          { label: text.selectAll, role: 'selectAll' },
        ],
      },
      {
        label: text.view,
        submenu: [
          { label: text.textLarger, accelerator: 'CmdOrCtrl+Shift+Up', click: () => actions.send('text-larger') },
          { label: text.textSmaller, accelerator: 'CmdOrCtrl+Shift+Down', click: () => actions.send('text-smaller') },
          { label: text.textNormal, click: () => actions.send('text-normal') },
          separator,
          { label: text.zoomIn, role: 'zoomIn' },
          { label: text.zoomOut, role: 'zoomOut' },
          { label: text.zoomReset, role: 'resetZoom' },
          separator,
          { label: text.fullScreen, role: 'togglefullscreen' },
          ...(devTools ? [separator, { label: 'DevTools', role: 'toggleDevTools' as const }] : []),
        ],
      },
      ...(isMac ? [{ label: text.window, submenu: [{ label: text.minimise, role: 'minimize' as const }] }] : []),
      { label: text.help, submenu: [about] },
    ]),
  );
};
