import { app, type BrowserWindow } from 'electron';

/** How long a start may take before it counts as failed, in milliseconds. */
const LIMIT = 60_000;

export type Smoke = { onAnswered(): void; onWindow(window: BrowserWindow): void };

const nothing: Smoke = { onAnswered: () => undefined, onWindow: () => undefined };

/**
 * `--smoke`: once the window is visible and the screen has asked something over the contract and was answered, prints one line and
 * ends with 0; ends with 1 when that takes too long.
 */
export const createSmoke = (wanted: boolean): Smoke => {
  if (!wanted) return nothing;
  let answered = false;
  let visible = false;
  setTimeout(() => app.exit(1), LIMIT);
  const check = (): void => {
    if (!answered || !visible) return;
    process.stdout.write(`HoiDong ${app.getVersion()}: window shown, query answered\n`, () => app.exit(0));
  };
  return {
    onAnswered: () => {
      answered = true;
      check();
    },
    onWindow: (window) => {
      window.once('show', () => {
        visible = true;
        check();
      });
    },
  };
};
