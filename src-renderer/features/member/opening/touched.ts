const listeners = new Map<string, Set<() => void>>();

/** Says that a workbook has changed by something else than its own screen: a package or a receipt was taken in. */
export const touchWorkbook = (workbookId: string): void => {
  for (const listener of listeners.get(workbookId) ?? []) listener();
};

/** Calls `listener` whenever the workbook is touched, until the returned function is called. */
export const onWorkbookTouched = (workbookId: string, listener: () => void): (() => void) => {
  const own = listeners.get(workbookId) ?? new Set();
  own.add(listener);
  listeners.set(workbookId, own);
  return () => own.delete(listener);
};
