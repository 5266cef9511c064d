import { bridge } from './host.ts';
import { anyUnsaved, flushAll } from './documents.ts';
import { anyToldOnce } from './told-once.ts';

let leaving = false;
const askers = new Set<() => void>();

/** Calls back when the desktop window was kept open because closing it would lose what is told once. Returns the function that ends it. */
export const onKeptOpen = (ask: () => void): (() => void) => {
  askers.add(ask);
  return () => askers.delete(ask);
};

/** Closes the desktop window, whatever is told once on its screen: the person has been asked. */
export const leaveAllTheSame = (): void => {
  leaving = true;
  bridge?.closeWindow();
};

/**
 * Saves everything before the window goes: the desktop host waits for it; a browser is asked to ask the person while something is
 * unsaved, or told once and not kept yet. Called once at start.
 */
export const saveBeforeClosing = (): void => {
  bridge?.onClosing(async () => {
    const saved = await flushAll();
    if (leaving || !anyToldOnce()) {
      leaving = false;
      return saved;
    }
    // The window stays, and the screen says why.
    for (const ask of askers) ask();
    return askers.size === 0 && saved;
  });
  window.addEventListener('beforeunload', (event) => {
    const unsaved = anyUnsaved();
    if (unsaved) void flushAll();
    if (unsaved || (bridge === undefined && anyToldOnce())) event.preventDefault();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushAll();
  });
  for (const moment of ['online', 'focus'] as const)
    window.addEventListener(moment, () => void (anyUnsaved() && flushAll()));
};
