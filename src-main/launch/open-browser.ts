import { spawn } from 'node:child_process';

const opener = (platform: NodeJS.Platform): readonly [command: string, ...args: string[]] => {
  switch (platform) {
    case 'win32':
      return ['cmd', '/c', 'start', ''];
    case 'darwin':
      return ['open'];
    default:
      return ['xdg-open'];
  }
};

/** Opens our own address in the person's browser. False when the computer knows no way; the address must then be shown. */
export const openBrowser = (url: string): Promise<boolean> => {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' || hostname !== '127.0.0.1') throw new Error('only our own address is opened');
  const [command, ...args] = opener(process.platform);
  return new Promise((resolve) => {
    const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
    // Openers end at once when they fail and may live as long as the browser when they don't.
    const settled = setTimeout(() => resolve(true), 3_000);
    child.on('error', () => {
      clearTimeout(settled);
      resolve(false);
    });
    child.on('exit', (code) => {
      clearTimeout(settled);
      resolve(code === 0);
    });
    child.unref();
  });
};
