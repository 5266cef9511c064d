import { basename } from 'node:path';
import type { GrantedFolders } from '#main/application/ports.ts';

/**
 * The folders a person has named in this run. The screen knows them by ids alone, so that a page can't make the program look anywhere a
 * person didn't point at. `typed`: a path may be typed, in the host that has no folder dialog of its own.
 */
export const createGrantedFolders = (ids: () => string, typed: boolean): GrantedFolders => {
  const paths = new Map<string, string>();
  return {
    typed,
    grant: (path) => {
      const id = ids();
      paths.set(id, path);
      return { folderId: id, folder: basename(path) || path };
    },
    pathOf: (id) => paths.get(id) ?? null,
  };
};
