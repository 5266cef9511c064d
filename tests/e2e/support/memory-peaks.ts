import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { RunningApp } from './running-app.ts';

/** Resident memory in whole megabytes (of 2^20 bytes): what it was when the watch began, and the most it was since. */
export type Peak = { readonly before: number; readonly peak: number };

const megabytes = (status: string, field: string): number =>
  Math.round(Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024);

type Found = { readonly pid: number; readonly parent: number; readonly command: string };

const processes = async (): Promise<readonly Found[]> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      try {
        const [status, command] = await Promise.all([
          readFile(`/proc/${pid}/status`, 'utf8'),
          readFile(`/proc/${pid}/cmdline`, 'utf8'),
        ]);
        return [{ pid, parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]), command: command.replaceAll('\0', ' ') }];
      } catch {
        // It ended meanwhile.
        return [];
      }
    }),
  );
  return found.flat();
};

const descendants = (all: readonly Found[], root: number): readonly Found[] => {
  const children = all.filter(({ parent }) => parent === root);
  return [...children, ...children.flatMap(({ pid }) => descendants(all, pid))];
};

/**
 * Watches the program's process (the desktop's main process, the browser host's server) and the pages' processes, on Linux: the kernel keeps
 * the most that each ever had, and forgets it when asked to. The answer tells of both; of several pages, of the one that grew most.
 */
export const watchMemory = async (
  app: RunningApp,
): Promise<() => Promise<{ readonly host: Peak; readonly page: Peak }>> => {
  const host = Number(app.process.pid);
  const all = await processes();
  // The browser of the tests is a child of the test's own process; the desktop's pages are children of the host.
  const pages = descendants(all, app.host === 'chromium' ? process.pid : host).filter(({ command }) =>
    command.includes('--type=renderer'),
  );
  const begin = async (pid: number): Promise<{ readonly pid: number; readonly before: number }> => {
    await writeFile(`/proc/${pid}/clear_refs`, '5');
    return { pid, before: megabytes(await readFile(`/proc/${pid}/status`, 'utf8'), 'VmRSS') };
  };
  const begun = { host: await begin(host), pages: await Promise.all(pages.map(({ pid }) => begin(pid))) };
  const peakOf = async ({ pid, before }: { readonly pid: number; readonly before: number }): Promise<Peak> => ({
    before,
    peak: megabytes(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''), 'VmHWM'),
  });
  return async () => {
    const peaks = await Promise.all(begun.pages.map(peakOf));
    const [page] = [...peaks].sort((one, other) => other.peak - other.before - (one.peak - one.before));
    if (page === undefined) throw new Error('there is no page');
    return { host: await peakOf(begun.host), page };
  };
};
