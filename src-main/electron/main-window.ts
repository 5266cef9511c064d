import { BrowserWindow, screen, type Session } from 'electron';
import type { Log } from '#main/application/ports.ts';
import type { DesktopMemory, Memory } from './desktop-memory.ts';

export type WindowOptions = {
  readonly page: string;
  readonly preload: string;
  readonly icon: string;
  readonly session: Session;
  readonly memory: DesktopMemory;
  readonly log: Log;
  readonly devTools: boolean;
};

const usual = { width: 1280, height: 840 } as const;

/** The remembered place, unless the screen it was on is gone. */
const rememberedBounds = ({ bounds }: Memory): Partial<Electron.Rectangle> => {
  if (bounds === null) return usual;
  const { workArea } = screen.getDisplayMatching(bounds);
  const isSeen =
    bounds.x + bounds.width > workArea.x + 80 &&
    bounds.x < workArea.x + workArea.width - 80 &&
    bounds.y >= workArea.y - 20 &&
    bounds.y < workArea.y + workArea.height - 80;
  return isSeen ? bounds : { width: bounds.width, height: bounds.height };
};

/** Opens the program's window where it last stood. It appears when its first picture is ready. */
export const openMainWindow = ({
  page,
  preload,
  icon,
  session,
  memory,
  log,
  devTools,
}: WindowOptions): BrowserWindow => {
  const remembered = memory.get();
  const window = new BrowserWindow({
    ...rememberedBounds(remembered),
    minWidth: 760,
    minHeight: 520,
    show: false,
    title: 'HoiDong',
    icon,
    backgroundColor: '#fbf9f4',
    // Context isolation and no Node are Electron's defaults; the tests see to it that they stay.
    webPreferences: { preload, session, devTools, sandbox: true, spellcheck: false },
  });
  if (remembered.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());

  const remember = (): void => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    memory.set({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  };
  window.on('close', remember);
  window.on('resized', remember);
  window.on('moved', remember);

  let reloads = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.warn('the page was lost', { reason });
    // Everything that was reported as saved is on the disk; a fresh page shows it. Once only, or a page that always dies would blink for ever.
    if (reason === 'clean-exit' || reloads > 0 || window.isDestroyed()) return;
    reloads += 1;
    window.webContents.reload();
  });
  window.loadURL(page).catch((error: unknown) => void log.error('the page could not be loaded', error));
  return window;
};
