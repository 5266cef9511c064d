// One run of the loopback host for npm run dev; restarted by it whenever the back end changes. The port and the token outlive a restart.
import path from 'node:path';
import { defaultDataFolder } from '#main/hosting/data-folder.ts';
import { startLoopbackHost } from '#main/loopback/host.ts';
import { developmentPages } from './dev-pages.ts';

const [port = '0', token = '', dataDir] = process.argv.slice(2);
const pages = await developmentPages(null, Number(port));
const host = await startLoopbackHost({
  dataDir: path.resolve(dataDir ?? defaultDataFolder()),
  port: Number(port),
  token,
  pages: pages.answer,
  fallbackLog: (line) => void process.stderr.write(line),
});
process.stdout.write(`HoiDong: ${host.url}\n`);
process.once('SIGTERM', () => {
  // An open socket of the browser must not hold up the next run.
  setTimeout(() => process.exit(0), 2_000).unref();
  void Promise.all([host.close(), pages.vite.close()]).then(() => process.exit(0));
});
