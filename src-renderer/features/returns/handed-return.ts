/** Returns that were opened from the system, on their way to the screen of its session. */
let handed: { readonly sessionId: string; readonly files: readonly File[] } | null = null;
const listeners = new Set<() => void>();

/** Leaves returns for the returns screen of its session. What comes later takes the place of what was not fetched. */
export const handReturns = (sessionId: string, files: readonly File[]): void => {
  handed = { sessionId, files };
  for (const listener of listeners) listener();
};

/** Fetches what was left for a session, once. */
export const takeHandedReturns = (sessionId: string): readonly File[] | null => {
  if (handed?.sessionId !== sessionId) return null;
  const { files } = handed;
  handed = null;
  return files;
};

/** Calls back when something is left. Returns the function that ends it. */
export const onReturnsHanded = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
