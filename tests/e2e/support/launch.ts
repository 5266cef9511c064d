import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { _electron, chromium, expect, type Browser, type ElectronApplication, type Page } from '@playwright/test';
import { keyMessages } from '#domain/text/messages/keys.ts';
import { findElectron, hostSwitches } from '#main/launch/find-electron.ts';
import { sourceRoot } from '#main/hosting/program-layout.ts';
import { watchConsole, type ConsoleWatch } from './console-watch.ts';
import { browserFiles, desktopFiles } from './exchange-files.ts';
import { endProcess, gatherOutput, waitForOutput } from './process-output.ts';
import type { LaunchOptions, RunningApp } from './running-app.ts';

/** Where one start of the program may put things. */
export type Folders = { readonly dataDir: string; readonly filesDir: string };

export type Launched = { readonly app: RunningApp; readonly console: ConsoleWatch };

const STARTING = 60_000;

/** The window and the page have come up and something is drawn. */
const untilDrawn = (page: Page): Promise<void> =>
  expect(page.locator('#root > :not(style)').first()).toBeVisible({ timeout: STARTING });

export const viewport = { width: 1280, height: 800 };

/** The loopback host with a page of its own in an ordinary browser. */
export const launchInBrowser = async (browser: Browser, { dataDir, filesDir }: Folders): Promise<Launched> => {
  const child = spawn(process.execPath, ['src-main/cli/main.ts', 'serve', '--as-built', '--data', dataDir], {
    cwd: sourceRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = gatherOutput(child);
  const [, url] = await waitForOutput(child, printed, /^HoiDong: (\S+)$/m, STARTING);
  if (url === undefined) throw new Error('the line names no address');
  const context = await browser.newContext({
    viewport,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const console = watchConsole(page);
  const files = browserFiles(page, filesDir);
  await page.goto(url);
  await untilDrawn(page);
  return {
    console,
    app: {
      host: 'chromium',
      page,
      dataDir,
      files,
      process: child,
      electron: null,
      printed,
      expectConsoleError: (pattern) => console.expect(pattern),
      resize: (width, height) => page.setViewportSize({ width, height }),
      close: async () => {
        await page.close({ runBeforeUnload: false });
        await context.close();
        await endProcess(child);
      },
    },
  };
};

const desktopArguments = ({ dataDir, filesDir }: Folders, { files = [] }: LaunchOptions): readonly string[] => [
  `--data=${dataDir}`,
  `--scripted-dialogs=${filesDir}`,
  ...files,
];

type ReachedWindow = { readonly electron: ElectronApplication; readonly page: Page; readonly printed: () => string };

const reachWindow = async (
  executablePath: string,
  args: readonly string[],
  timeout: number,
): Promise<ReachedWindow> => {
  const electron = await _electron.launch({
    executablePath,
    args: [...args],
    cwd: sourceRoot,
    env: { ...environment(), LANG: 'vi_VN.UTF-8', TZ: 'Asia/Ho_Chi_Minh' },
    timeout,
  });
  const child = electron.process();
  const printed = gatherOutput(child);
  const page = await electron.firstWindow({ timeout }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`the window did not come; the program printed:\n${printed()}`, { cause: error });
  });
  return { electron, page, printed };
};

const ATTEMPTS = 4;

/**
 * A connection made in the very moment in which the window goes from its empty page to the program's own (once in some fifty starts) is told of a
 * page without address and waits for ever, while the program itself is up. Such a connection is given up, said on the output, and tried anew;
 * that the program starts by itself has a test of its own.
 */
const reachWindowOnceConnected = async (executablePath: string, args: readonly string[]): Promise<ReachedWindow> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await reachWindow(executablePath, args, attempt === ATTEMPTS ? STARTING : STARTING / 4);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      globalThis.console.warn(`no connection to the window at attempt ${attempt}; trying anew`);
    }
  }
};

/**
 * Ends the program as a person does who has read what is told once: where the window asks before it lets a passphrase go, the answer is yes.
 * What was typed is saved before the window goes.
 */
const endAnswered = async (electron: ElectronApplication, page: Page): Promise<void> => {
  const { vi, en } = keyMessages;
  const leave = page
    .getByRole('button', { name: vi.leavingConfirm })
    .or(page.getByRole('button', { name: en.leavingConfirm }));
  const answered = leave.click({ timeout: STARTING }).catch(() => undefined);
  await electron.close();
  await answered;
};

/** The desktop host from the build in `out`, on a real Electron. */
export const launchInElectron = async (folders: Folders, options: LaunchOptions): Promise<Launched> => {
  const found = findElectron();
  if (found === null) throw new Error('no Electron');
  await mkdir(folders.filesDir, { recursive: true });
  const { electron, page, printed } = await reachWindowOnceConnected(found.executable, [
    ...hostSwitches(),
    sourceRoot,
    ...desktopArguments(folders, options),
  ]);
  const console = watchConsole(page);
  await untilDrawn(page);
  return {
    console,
    app: {
      host: 'electron',
      page,
      dataDir: folders.dataDir,
      files: desktopFiles(folders.filesDir),
      process: electron.process(),
      electron,
      printed,
      expectConsoleError: (pattern) => console.expect(pattern),
      resize: async (width, height) => {
        await electron.evaluate(
          ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
          [width, height] as const,
        );
      },
      close: () => endAnswered(electron, page),
    },
  };
};

/** The environment without what would change how Electron starts. */
const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS'].includes(entry[0]),
    ),
  );

/** The executable of the unpacked build that `npm run pack` makes. */
export const packedExecutable = (): string => {
  const file = path.join(sourceRoot, 'release', 'linux-unpacked', 'hoidong');
  if (!existsSync(file)) throw new Error('there is no unpacked build; make it with: npm run pack');
  return file;
};

/**
 * Connects to a desktop window from outside once it has gone to its page. Connecting while the window is still being made can wait for ever,
 * so a connection that doesn't come about is given up and tried anew.
 */
const connectOnceDrawn = async (address: string): Promise<Browser> => {
  const isThere = async (): Promise<boolean> => {
    const targets = (await (await fetch(`${address}/json/list`)).json()) as readonly { readonly url: string }[];
    return targets.some(({ url }) => url.startsWith('app://'));
  };
  await expect.poll(isThere, { timeout: STARTING }).toBe(true);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await chromium.connectOverCDP(address, { timeout: 15_000 });
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
};

/** The packed program. Its fuses refuse Playwright's inspector, so the page is reached over Chromium's own debugging port. */
export const launchPacked = async (folders: Folders, options: LaunchOptions): Promise<Launched> => {
  const child = spawn(
    packedExecutable(),
    [...hostSwitches(), '--remote-debugging-port=0', ...desktopArguments(folders, options)],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment(), TZ: 'Asia/Ho_Chi_Minh' } },
  );
  const printed = gatherOutput(child);
  await waitForOutput(child, printed, /DevTools listening on ws:/, STARTING);
  const [port] = (await readFile(path.join(folders.dataDir, 'desktop', 'DevToolsActivePort'), 'utf8')).split('\n');
  const browser = await connectOnceDrawn(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the packed program shows no page');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  const console = watchConsole(page);
  await untilDrawn(page);
  return {
    console,
    app: {
      host: 'packaged',
      page,
      dataDir: folders.dataDir,
      files: desktopFiles(folders.filesDir),
      process: child,
      electron: null,
      printed,
      expectConsoleError: (pattern) => console.expect(pattern),
      resize: (width, height) => page.setViewportSize({ width, height }),
      close: async () => {
        await browser.close();
        await endProcess(child);
      },
    },
  };
};
