import type { Pack } from '#domain/regulation/pack.ts';
import type { Services } from '#main/application/services.ts';
import { loadPacks } from '#main/services/pack-library.ts';

/** The regulation packs a session can choose from. */
export interface PackShelf {
  /** Newest regime first, drafts and templates last. */
  list(): Promise<readonly Pack[]>;
}

/** The packs that ship with the program, read once; one that is refused is told to `onRefused` and left out. */
export const createPackShelf = (folder: string, onRefused: (fileName: string) => void): PackShelf => {
  let reading: Promise<readonly Pack[]> | null = null;
  return {
    list: () =>
      (reading ??= loadPacks(folder).then(({ packs, refused }) => {
        for (const { fileName } of refused) onRefused(fileName);
        return packs;
      })),
  };
};

export const createPacksService = (shelf: PackShelf): Services['packs'] => ({
  list: async () => [...(await shelf.list())],
});
