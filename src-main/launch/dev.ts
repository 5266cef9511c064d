// npm run dev: the screen from its sources with hot reloading, the back end restarted when its sources change; in the desktop window where
// there is an Electron and a display, else in the browser.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { watch } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { sourceRoot } from '#main/hosting/program-layout.ts';
import { buildIfStale } from './build-steps.ts';
import { developmentPages } from './dev-pages.ts';
import { findElectron, hasDisplay, hostSwitches, type ElectronFound } from './find-electron.ts';

const port = Number(process.env['PORT'] ?? 5170);
const dataDir = process.argv[2] ?? path.join(sourceRoot, 'out', 'dev-data');

/** Runs `prepare`, then the command, and both again after each change of the back end. Ends when the command ends by itself. */
const keepRunning = async (
  prepare: () => Promise<unknown>,
  command: string,
  args: readonly string[],
): Promise<void> => {
  let child: ChildProcess | null = null;
  let restarting = false;
  let ending = false;
  let timer: NodeJS.Timeout | null = null;

  const start = async (): Promise<void> => {
    try {
      await prepare();
    } catch (error) {
      console.error(error);
      console.error('Waiting for the next change.');
      return;
    }
    const started = spawn(command, args, { cwd: sourceRoot, stdio: 'inherit' });
    child = started;
    started.on('exit', (code) => {
      child = null;
      if (restarting && !ending) {
        restarting = false;
        void start();
      } else {
        process.exit(code ?? 0);
      }
    });
  };
  const restart = (): void => {
    if (child === null) void start();
    else {
      restarting = true;
      child.kill('SIGTERM');
    }
  };
  for (const folder of ['src-main', 'src-domain']) {
    watch(path.join(sourceRoot, folder), { recursive: true }, (_event, name) => {
      if (name?.endsWith('.ts') !== true) return;
      if (timer !== null) clearTimeout(timer);
      // An editor saves several files at once.
      timer = setTimeout(restart, 300);
    });
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      ending = true;
      if (child === null) process.exit(0);
      else child.kill('SIGTERM');
    });
  }
  await start();
};

const inWindow = async ({ executable }: ElectronFound): Promise<void> => {
  const server = createServer();
  const pages = await developmentPages(server, port);
  server.on('request', (request, response) => {
    if (request.headers.host === `127.0.0.1:${port}`) pages.answer(request, response);
    else response.writeHead(421).end();
  });
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port }, resolve));
  await keepRunning(() => buildIfStale(['main', 'preload']), executable, [
    ...hostSwitches(),
    sourceRoot,
    `--dev-origin=http://127.0.0.1:${port}`,
    `--data=${dataDir}`,
  ]);
};

const inBrowser = (): Promise<void> =>
  keepRunning(() => Promise.resolve(), process.execPath, [
    path.join(import.meta.dirname, 'dev-browser.ts'),
    String(port),
    randomBytes(32).toString('base64url'),
    dataDir,
  ]);

const electron = hasDisplay() ? findElectron() : null;
await (electron === null ? inBrowser() : inWindow(electron));
