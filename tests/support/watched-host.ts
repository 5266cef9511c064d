// The loopback host as a process of its own that watches how much memory it takes: node tests/support/watched-host.ts DATA-FOLDER, with IPC.
import { startLoopbackHost } from '#main/loopback/host.ts';

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined || process.send === undefined) throw new Error('to be forked with a data folder');

const host = await startLoopbackHost({ dataDir, fallbackLog: () => undefined });
let most = 0;
const look = (): void => {
  // Buffers lie outside the heap; the resident set counts them too.
  most = Math.max(most, process.memoryUsage.rss());
};
setInterval(look, 10);
process.on('message', (word) => {
  if (word === 'begin') most = 0;
  if (word === 'end') void host.close().finally(() => process.exit(0));
  else {
    look();
    process.send?.({ rss: most });
  }
});
process.send({ url: host.url });
