import type { ChildProcess } from 'node:child_process';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Files } from './exchange-files.ts';

export type Host = 'chromium' | 'electron' | 'packaged';

/** The program, running in one of its hosts on one data folder. */
export type RunningApp = {
  readonly host: Host;
  readonly page: Page;
  readonly dataDir: string;
  readonly files: Files;
  /** The host's process, to be killed by tests that do that. */
  readonly process: ChildProcess;
  /** Playwright's handle on Electron's main process; null in the other hosts. */
  readonly electron: ElectronApplication | null;
  /** What the host printed so far. */
  readonly printed: () => string;
  /** Errors on the console that the test expects; every other one fails it. */
  expectConsoleError(pattern: RegExp): void;
  /** Sets the size of the page. */
  resize(width: number, height: number): Promise<void>;
  /** Ends the program in order, as a person does. */
  close(): Promise<void>;
};

export type LaunchOptions = {
  /** Another folder than a fresh one: to start again on what was left. */
  readonly dataDir?: string;
  /** Why the folder named by `dataDir` does not hold at the end: the test broke it on purpose. Every other one is checked. */
  readonly leavesBroken?: string;
  /** Files the program is started with; desktop hosts only. */
  readonly files?: readonly string[];
};
