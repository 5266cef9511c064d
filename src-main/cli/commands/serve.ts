import path from 'node:path';
import { cliMessages } from '#domain/text/messages/cli.ts';
import { defaultDataFolder } from '#main/hosting/data-folder.ts';
import { buildIfStale } from '#main/launch/build-steps.ts';
import { openBrowser } from '#main/launch/open-browser.ts';
import { startLoopbackHost } from '#main/loopback/host.ts';
import { UsageError, type CommandIo } from '../command.ts';
import { readOptions } from '../options.ts';

const readPort = (value: string | undefined, bad: (value: string) => string): number => {
  if (value === undefined) return 0;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError(bad(value));
  return port;
};

/** Until somebody wants the program to end. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** `hoidong serve`: the loopback host. Prints one line `HoiDong: <address>` on standard output and runs until stopped. */
export const run = async (args: readonly string[], { out, err, language }: CommandIo): Promise<number> => {
  const text = cliMessages[language];
  const { values } = readOptions(
    args,
    {
      data: { type: 'string' },
      port: { type: 'string' },
      open: { type: 'boolean' },
      'as-built': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    0,
    language,
  );
  if (values.help === true) {
    out(text.serveHelp);
    return 0;
  }
  const port = readPort(values.port, text.badPort);
  if (values['as-built'] !== true) await buildIfStale(['renderer']);
  const stopped = untilStopped();
  try {
    const host = await startLoopbackHost({
      dataDir: path.resolve(values.data ?? defaultDataFolder()),
      port,
      fallbackLog: err,
    });
    // People and tests wait for this line.
    out(`HoiDong: ${host.url}\n`);
    err(`${text.serving}\n`);
    if (values.open === true) await openBrowser(host.url);
    await stopped;
    await host.close();
    return 0;
  } catch (error) {
    if (!isTaken(error)) throw error;
    err(`${text.portTaken(port)}\n`);
    return 1;
  }
};
