import type { KeptFiles } from '#main/application/ports.ts';

/** Where the files made or lent in this run lie until they are saved. The names last as long as the program runs. */
export const createKeptFiles = (ids: () => string): KeptFiles => {
  const files = new Map<string, { readonly path: string; readonly lent: boolean }>();
  const add = (path: string, lent: boolean): string => {
    const keptId = ids();
    files.set(keptId, { path, lent });
    return keptId;
  };
  return {
    keep: (path) => add(path, false),
    lend: (path) => add(path, true),
    pathOf: (keptId) => files.get(keptId)?.path ?? null,
    release: (keptId) => {
      const file = files.get(keptId);
      files.delete(keptId);
      return file === undefined || file.lent ? null : file.path;
    },
  };
};
