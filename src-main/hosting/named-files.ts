import type { NamedFiles } from '#main/application/ports.ts';

/** The large files a person has pointed at in this run. A page knows them by ids alone, and so can't have any other file read. */
export const createNamedFiles = (ids: () => string): NamedFiles => {
  const paths = new Map<string, string>();
  return {
    name: (path) => {
      const incomingId = ids();
      paths.set(incomingId, path);
      return incomingId;
    },
    pathOf: (incomingId) => paths.get(incomingId) ?? null,
    forget: (incomingId) => void paths.delete(incomingId),
  };
};
