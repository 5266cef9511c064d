import type { Bridge } from '#domain/contract/bridge.ts';

declare global {
  interface Window {
    /** Put there by the desktop host's preload; absent in an ordinary browser. */
    readonly hoidong?: Bridge;
  }
}

/** What the desktop host offers; undefined in an ordinary browser. The only place that asks which host this is. */
export const bridge: Bridge | undefined = window.hoidong;
