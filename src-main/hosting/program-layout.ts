import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkerScripts } from '#main/application/ports.ts';

/** Where the parts of the program stand. */
export type ProgramLayout = {
  readonly assetsDir: string;
  /** The built screen. */
  readonly bundleDir: string;
  readonly workers: WorkerScripts;
};

/** The root of the source tree. Only for hosts that run from it. */
export const sourceRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The layout of a source tree: workers run from their sources, as Node does that by itself. */
export const sourceLayout = (root: string = sourceRoot): ProgramLayout => ({
  assetsDir: path.join(root, 'assets'),
  bundleDir: path.join(root, 'out', 'renderer'),
  workers: {
    paper: pathToFileURL(path.join(root, 'src-main', 'documents', 'worker.ts')),
    sealing: pathToFileURL(path.join(root, 'src-main', 'exchange', 'passphrase-worker.ts')),
  },
});

/** The layout of a build, in the source tree or packed: everything under `root`, which holds `out` and `assets`. */
export const builtLayout = (root: string): ProgramLayout => ({
  assetsDir: path.join(root, 'assets'),
  bundleDir: path.join(root, 'out', 'renderer'),
  workers: {
    paper: pathToFileURL(path.join(root, 'out', 'main', 'paper-worker.js')),
    sealing: pathToFileURL(path.join(root, 'out', 'main', 'sealing-worker.js')),
  },
});
