import { BrowserWindow } from 'electron';
import { z } from 'zod';
import { channels } from './channels.ts';
import type { Dialogs } from './dialogs.ts';
import type { Desk } from './sender.ts';

/** How long the screen may take to save before a person is asked, in milliseconds. */
const PATIENCE = 10_000;

/** Lets a window close only when its screen has saved everything, or when a person says so. */
export const guardClosing = (desk: Desk, dialogs: Dialogs): ((window: BrowserWindow) => void) => {
  const answers = new Map<number, (mayClose: boolean) => void>();
  desk.take(channels.closingAnswer, z.boolean(), (mayClose, page) => answers.get(page.id)?.(mayClose));
  // A page that closes its window by itself would pass by the window's own closing, and by what is asked and remembered there.
  desk.take(channels.closeWindow, z.undefined(), (_nothing, page) => BrowserWindow.fromWebContents(page)?.close());

  const ask = (window: BrowserWindow): Promise<boolean> =>
    new Promise((resolve) => {
      const page = window.webContents;
      const settle = (mayClose: boolean): void => {
        clearTimeout(timer);
        answers.delete(page.id);
        resolve(mayClose);
      };
      const onPatienceLost = async (): Promise<void> => {
        if (await dialogs.closeAnyway()) settle(true);
        else timer = setTimeout(() => void onPatienceLost(), PATIENCE);
      };
      let timer = setTimeout(() => void onPatienceLost(), PATIENCE);
      answers.set(page.id, settle);
      page.send(channels.closing);
    });

  return (window) => {
    let asking = false;
    window.on('close', (event) => {
      event.preventDefault();
      if (asking) return;
      asking = true;
      const page = window.webContents;
      // A page that crashed or never came has nothing left to save.
      const answer = page.isCrashed() || page.isLoadingMainFrame() ? Promise.resolve(true) : ask(window);
      void answer.then((mayClose) => {
        asking = false;
        if (mayClose) window.destroy();
      });
    });
  };
};
