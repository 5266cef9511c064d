import type { KeptFiles } from '#main/application/ports.ts';

/** Where the files made in this run lie until they are saved. The names last as long as the program runs. */
export const createKeptFiles = (ids: () => string): KeptFiles => {
  const paths = new Map<string, string>();
  const pathOf = (keptId: string): string | null => paths.get(keptId) ?? null;
  return {
    keep: (path) => {
      const keptId = ids();
      paths.set(keptId, path);
      return keptId;
    },
    pathOf,
    release: (keptId) => {
      const path = pathOf(keptId);
      paths.delete(keptId);
      return path;
    },
  };
};
