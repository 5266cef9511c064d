import { bridge } from './host.ts';
import { anyUnsaved, flushAll } from './documents.ts';
import { anyToldOnce } from './told-once.ts';

/** What closing the window would lose: what could not be saved, or what is told once and was not kept. */
export type LeavingLoses = 'unsaved' | 'toldOnce';

let leaving = false;
const agreed = new Set<LeavingLoses>();
const askers = new Set<(loses: LeavingLoses) => void>();

/** Calls back when the desktop window was kept open because closing it would lose something. Returns the function that ends it. */
export const onKeptOpen = (ask: (loses: LeavingLoses) => void): (() => void) => {
  askers.add(ask);
  return () => askers.delete(ask);
};

/** Closes the desktop window although it loses that: the person has been asked. */
export const leaveAllTheSame = (loses: LeavingLoses): void => {
  agreed.add(loses);
  leaving = true;
  bridge?.closeWindow();
};

/**
 * Saves everything before the window goes: the desktop host waits for it; a browser is asked to ask the person while something is
 * unsaved, or told once and not kept yet. Called once at start.
 */
export const saveBeforeClosing = (): void => {
  bridge?.onClosing(async () => {
    // What was agreed to holds for this closing alone.
    if (!leaving) agreed.clear();
    leaving = false;
    const saved = await flushAll();
    const [loses] = [...(saved ? [] : ['unsaved' as const]), ...(anyToldOnce() ? ['toldOnce' as const] : [])].filter(
      (one) => !agreed.has(one),
    );
    if (loses === undefined) return true;
    // The window stays, and the screen says why. A stick that never comes back must not keep it open for ever.
    for (const ask of askers) ask(loses);
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
