import { bridge } from './host.ts';
import { anyUnsaved, flushAll } from './documents.ts';

/**
 * Saves everything before the window goes: the desktop host waits for it; a browser is asked to ask the person while something is
 * unsaved. Called once at start.
 */
export const saveBeforeClosing = (): void => {
  bridge?.onClosing(flushAll);
  window.addEventListener('beforeunload', (event) => {
    if (!anyUnsaved()) return;
    void flushAll();
    event.preventDefault();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushAll();
  });
  for (const moment of ['online', 'focus'] as const)
    window.addEventListener(moment, () => void (anyUnsaved() && flushAll()));
};
