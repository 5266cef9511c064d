// The desktop host. Reads as its table of contents: before ready, what is served, what is refused, what is asked, the window, the end.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import Store from 'electron-store';
import { app, session, shell, type BrowserWindow } from 'electron';
import type { Preferences } from '#domain/contract/app.ts';
import type { PreferencesPort } from '#main/application/ports.ts';
import { defaultDataFolder } from '#main/hosting/data-folder.ts';
import { createGrantedFolders } from '#main/hosting/granted-folders.ts';
import { createKeptFiles } from '#main/hosting/kept-files.ts';
import { createNamedFiles } from '#main/hosting/named-files.ts';
import { createLog } from '#main/hosting/log-file.ts';
import { PREFERENCES_NAME, preferencesPort, preferencesStore } from '#main/hosting/preferences.ts';
import { createProgram } from '#main/hosting/program.ts';
import { builtLayout } from '#main/hosting/program-layout.ts';
import { readArguments } from './arguments.ts';
import { channels } from './channels.ts';
import { guardClosing } from './closing.ts';
import { connectPages } from './connection.ts';
import { desktopFolder } from './desktop-folder.ts';
import { createDesktopMemory } from './desktop-memory.ts';
import { nativeDialogs } from './dialogs.ts';
import { openFileDesk } from './file-desk.ts';
import { systemKeyProtection } from './key-protection.ts';
import { openMainWindow } from './main-window.ts';
import { setMenu } from './menu.ts';
import { createOpenedFiles } from './opened-files.ts';
import { OWN_PAGE, ownAddress } from './own-address.ts';
import { createPdfViewer } from './pdf-viewer.ts';
import { applyRules } from './rules/apply-rules.ts';
import { silenceChromium } from './rules/refuse-network.ts';
import { registerScheme, serveScheme } from './scheme.ts';
import { scriptedDialogs } from './scripted-dialogs.ts';
import { createDesk } from './sender.ts';
import { createSmoke } from './smoke.ts';

const started = readArguments(process.argv.slice(1), { cwd: process.cwd(), packed: app.isPackaged });
const dataDir = started.dataDir ?? defaultDataFolder();
const ownFolder = desktopFolder(dataDir);
const log = createLog(dataDir, (line) => void process.stderr.write(line));
const root = path.join(import.meta.dirname, '..', '..');
const { assetsDir, bundleDir, workers } = builtLayout(root);
const isOwn = ownAddress(started.devOrigin);

app.setName('HoiDong');
app.setAppUserModelId('org.hoidong.desktop');
app.setPath('userData', ownFolder);
app.setPath('sessionData', ownFolder);
// Chromium's own sandbox refuses to run as root, and enabling it would take away the switch that root has to give. The pages are
// sandboxed by their preferences in any case.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
silenceChromium(started.devOrigin);
registerScheme();
applyRules({ isOwn, log });
process.on('unhandledRejection', (reason) => void log.error('unhandled rejection', reason));

let window: BrowserWindow | null = null;

const withLanguageWatch = (preferences: PreferencesPort, onChange: () => void): PreferencesPort => ({
  get: () => preferences.get(),
  set: (next) => {
    const before = preferences.get().language;
    preferences.set(next);
    if (next.language !== before) onChange();
  },
});

const run = async (): Promise<void> => {
  const filesBeforeReady: string[] = [];
  let takeFiles = (paths: readonly string[]): void => void filesBeforeReady.push(...paths);
  app.on('open-file', (event, file) => {
    event.preventDefault();
    takeFiles([file]);
  });
  app.on('second-instance', (_event, words, cwd) => {
    takeFiles(readArguments(words.slice(1), { cwd, packed: app.isPackaged }).files);
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  await app.whenReady();

  const memory = createDesktopMemory(ownFolder, log);
  const preferences: PreferencesPort = withLanguageWatch(
    preferencesPort(
      dataDir,
      () => new Store<Preferences>({ ...preferencesStore(dataDir), name: PREFERENCES_NAME }),
      log,
    ),
    () => showMenu(),
  );
  const language = () => preferences.get().language;
  const dialogs =
    started.scriptedDialogs === null
      ? nativeDialogs(() => window, language, {
          get: () => memory.get().folder,
          set: (folder) => memory.set({ folder }),
        })
      : scriptedDialogs(started.scriptedDialogs);
  const viewer = createPdfViewer(path.join(ownFolder, 'print'), dialogs);
  const folders = createGrantedFolders(randomUUID, false);
  const keptFiles = createKeptFiles(randomUUID);
  const namedFiles = createNamedFiles(randomUUID);
  const program = createProgram({
    dataDir,
    assetsDir,
    clock: () => new Date(),
    ids: randomUUID,
    log,
    host: 'electron',
    version: app.getVersion(),
    workers,
    keyProtection: systemKeyProtection(),
    preferences,
    folders,
    placeDialogs: {
      chooseFolder: () => dialogs.chooseFolder('backup'),
      chooseNewFile: (name) => dialogs.saveFile(name),
      chooseFile: async (endings) => (await dialogs.openFiles({ accept: endings, multiple: false }))[0] ?? null,
    },
    keptFiles,
    namedFiles,
  });
  const smoke = createSmoke(started.smoke);
  const desk = createDesk(isOwn, log);
  connectPages(desk, program, log, () => smoke.onAnswered());
  openFileDesk(desk, dialogs, viewer, { folders, keptFiles, namedFiles });
  const openedFiles = createOpenedFiles(desk, namedFiles);
  openedFiles.add([...started.files, ...filesBeforeReady]);
  takeFiles = (paths) => openedFiles.add(paths);
  const guard = guardClosing(desk, dialogs);

  // In memory only: no trace of a dossier is left in a browser cache.
  const pages = session.fromPartition('hoidong', { cache: false });
  serveScheme(pages, bundleDir, log);

  const showMenu = (): void =>
    setMenu(
      language(),
      {
        send: (command) => window?.webContents.send(channels.menu, command),
        showDataFolder: () => shell.showItemInFolder(dataDir),
        useOtherDataFolder: () => void relaunchElsewhere(),
        about: () => void dialogs.about(app.getVersion()),
      },
      !app.isPackaged,
    );
  const relaunchElsewhere = async (): Promise<void> => {
    const folder = await dialogs.chooseFolder('data');
    if (folder === null) return;
    const kept = process.argv
      .slice(1)
      .filter((word, at, words) => !word.startsWith('--data') && words[at - 1] !== '--data');
    app.relaunch({ args: [...kept, `--data=${folder}`] });
    app.quit();
  };
  showMenu();

  const openWindow = (): void => {
    window = openMainWindow({
      page: started.devOrigin === null ? OWN_PAGE : `${started.devOrigin}/`,
      preload: path.join(root, 'out', 'preload', 'preload.cjs'),
      icon: path.join(assetsDir, 'icons', 'icon-256.png'),
      session: pages,
      memory,
      log,
      devTools: !app.isPackaged,
    });
    guard(window);
    smoke.onWindow(window);
    window.on('closed', () => {
      window = null;
    });
  };
  openWindow();
  app.on('activate', () => {
    if (window === null) openWindow();
  });
  app.on('window-all-closed', () => app.quit());

  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    const end = async (): Promise<void> => {
      await viewer.sweep();
      await program.close();
    };
    void end()
      .catch((error: unknown) => void log.error('the program could not end in order', error))
      .finally(() => {
        ended = true;
        app.quit();
      });
  });
};

if (app.requestSingleInstanceLock()) {
  run().catch((error: unknown) => {
    log.error('the desktop host could not start', error);
    process.stderr.write('HoiDong could not start. See the log in the data folder.\n');
    app.exit(1);
  });
} else {
  // The first one gets our arguments and comes to the front.
  app.exit(0);
}
