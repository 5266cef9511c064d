import { randomUUID } from 'node:crypto';
import type { ApplicationPorts } from '#main/application/ports.ts';
import { createGrantedFolders } from './granted-folders.ts';
import { createKeptFiles } from './kept-files.ts';
import { createLog } from './log-file.ts';
import { createNamedFiles } from './named-files.ts';
import { confPreferences } from './preferences.ts';
import { sourceLayout } from './program-layout.ts';
import { programVersion } from './version.ts';

/** The ports of a host that runs from the source tree under plain Node. `fallbackLog` takes log lines that the disk doesn't. */
export const nodePorts = (
  host: 'loopback' | 'cli',
  dataDir: string,
  fallbackLog: (line: string) => void,
): ApplicationPorts => {
  const log = createLog(dataDir, fallbackLog);
  const { assetsDir, workers } = sourceLayout();
  return {
    dataDir,
    assetsDir,
    clock: () => new Date(),
    ids: randomUUID,
    log,
    host,
    version: programVersion(),
    workers,
    keyProtection: null,
    preferences: confPreferences(dataDir, log),
    folders: createGrantedFolders(randomUUID, true),
    namedFiles: createNamedFiles(randomUUID),
    placeDialogs: null,
    keptFiles: createKeptFiles(randomUUID),
  };
};
