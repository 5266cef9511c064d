import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { sourceRoot } from '#main/hosting/program-layout.ts';

export type ElectronFound = {
  /** The executable. */
  readonly executable: string;
  /** The folder of the whole runtime, as packers want it. */
  readonly folder: string;
};

const executableIn = (folder: string, platform: NodeJS.Platform): string => {
  switch (platform) {
    case 'win32':
      return path.join(folder, 'electron.exe');
    case 'darwin':
      return path.join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron');
    default:
      return path.join(folder, 'electron');
  }
};

const installed = path.join(sourceRoot, 'node_modules', 'electron', 'dist');

/**
 * A real Electron on this computer: the folder that ELECTRON_OVERRIDE_DIST_PATH names, else the one that the electron package downloaded.
 * Never asks the package itself, which would download at once. Null when there is none.
 */
export const findElectron = (environment: NodeJS.ProcessEnv = process.env): ElectronFound | null => {
  const named = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  for (const folder of named ? [named, installed] : [installed]) {
    const executable = executableIn(folder, process.platform);
    if (existsSync(executable)) return { executable, folder };
  }
  return null;
};

/** Has the electron package fetch its runtime. Answers null when that fails or takes longer than `milliseconds`. */
export const downloadElectron = async (milliseconds: number): Promise<ElectronFound | null> => {
  const script = path.join(sourceRoot, 'node_modules', 'electron', 'install.js');
  if (!existsSync(script)) return null;
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [script, '--no'], {
      stdio: 'ignore',
      timeout: milliseconds,
      killSignal: 'SIGKILL',
    });
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
  return findElectron();
};

/** Electron's own switches for this computer: its sandbox refuses to run as root. */
export const hostSwitches = (): readonly string[] =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Can a window be shown? */
export const hasDisplay = (environment: NodeJS.ProcessEnv = process.env): boolean =>
  process.platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
