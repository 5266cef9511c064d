import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ApplicationPorts, Log } from '#main/application/ports.ts';
import { createLog } from '#main/hosting/log-file.ts';
import { confPreferences } from '#main/hosting/preferences.ts';
import { createProgram } from '#main/hosting/program.ts';
import { sourceLayout, sourceRoot } from '#main/hosting/program-layout.ts';
import { startLoopback, type Loopback, type LoopbackOptions } from './server.ts';

/** The version in package.json. */
export const programVersion = async (root: string = sourceRoot): Promise<string> => {
  const manifest: unknown = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('package.json names no version');
};

/** The ports of a host that runs from the source tree under plain Node. */
export const nodePorts = async (
  host: 'loopback' | 'cli',
  dataDir: string,
  fallbackLog: (line: string) => void,
): Promise<ApplicationPorts> => {
  const log: Log = createLog(dataDir, fallbackLog);
  const { assetsDir, workers } = sourceLayout();
  return {
    dataDir,
    assetsDir,
    clock: () => new Date(),
    ids: randomUUID,
    log,
    host,
    version: await programVersion(),
    workers,
    keyProtection: null,
    preferences: confPreferences(dataDir, log),
  };
};

export type HostOptions = Pick<LoopbackOptions, 'port' | 'token' | 'pages'> & {
  readonly dataDir: string;
  readonly fallbackLog: (line: string) => void;
};

/** The whole program for a browser: back end and server. The back end starts with the first page that is loaded. */
export const startLoopbackHost = async ({ dataDir, fallbackLog, ...server }: HostOptions): Promise<Loopback> => {
  const ports = await nodePorts('loopback', dataDir, fallbackLog);
  const program = createProgram(ports);
  const loopback = await startLoopback({
    ...server,
    program,
    bundleDir: sourceLayout().bundleDir,
    log: ports.log,
  });
  return {
    ...loopback,
    close: async () => {
      await loopback.close();
      await program.close();
    },
  };
};
