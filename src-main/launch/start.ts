// npm start: the desktop window where Electron can be had, else the same program in the browser.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { launchMessages } from '#domain/text/messages/launch.ts';
import { defaultDataFolder } from '#main/hosting/data-folder.ts';
import { sourceRoot } from '#main/hosting/program-layout.ts';
import { startLoopbackHost } from '#main/loopback/host.ts';
import { buildIfStale } from './build-steps.ts';
import { downloadElectron, findElectron, hasDisplay, hostSwitches, type ElectronFound } from './find-electron.ts';
import { openBrowser } from './open-browser.ts';

/** Long enough for a slow line, short enough not to be taken for a hang. */
const DOWNLOAD_LIMIT = 120_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { vi, en } = launchMessages;
const text = /^en([_.]|$)/i.test(process.env['LC_ALL'] || process.env['LANG'] || '') ? en : vi;
const words = process.argv.slice(2);

const runDesktop = ({ executable }: ElectronFound): Promise<number> =>
  new Promise((resolve) => {
    const { ELECTRON_RUN_AS_NODE: _asNode, ...environment } = process.env;
    const child = spawn(executable, [...hostSwitches(), sourceRoot, ...words], { stdio: 'inherit', env: environment });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });

const dataFolder = (): string => {
  const at = words.indexOf('--data');
  const joined = words.find((word) => word.startsWith('--data='))?.slice('--data='.length);
  return path.resolve((at === -1 ? joined : words[at + 1]) ?? defaultDataFolder());
};

const runInBrowser = async (why: string): Promise<void> => {
  say(why);
  await buildIfStale(['renderer']);
  const host = await startLoopbackHost({
    dataDir: dataFolder(),
    fallbackLog: (line) => void process.stderr.write(line),
  });
  const opened = hasDisplay() && (await openBrowser(host.url));
  say(opened ? text.openedInBrowser : text.openYourself);
  say(`HoiDong: ${host.url}`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  await host.close();
};

const findOrDownload = async (): Promise<ElectronFound | null> => {
  const found = findElectron();
  if (found !== null) return found;
  say(text.downloading);
  return downloadElectron(DOWNLOAD_LIMIT);
};

if (!hasDisplay()) {
  await runInBrowser(text.noDisplay);
} else {
  const electron = await findOrDownload();
  if (electron === null) {
    await runInBrowser(text.noElectron);
  } else {
    await buildIfStale(['renderer', 'main', 'preload']);
    process.exitCode = await runDesktop(electron);
  }
}
