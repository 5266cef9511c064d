import type { WebContents } from 'electron';
import { z } from 'zod';
import type { NamedFiles } from '#main/application/ports.ts';
import { channels } from './channels.ts';
import { readIncoming } from './incoming-files.ts';
import type { Desk } from './sender.ts';

/** Files that the system hands to the program: at the start, by a double click, by a second start. */
export type OpenedFiles = {
  /** Gives the files to the page, at once when it listens, else as soon as it does. */
  add(paths: readonly string[]): void;
};

export const createOpenedFiles = (desk: Desk, namedFiles: NamedFiles): OpenedFiles => {
  let waiting: readonly string[] = [];
  let listener: WebContents | null = null;

  const hand = async (page: WebContents): Promise<void> => {
    const paths = waiting;
    if (paths.length === 0) return;
    waiting = [];
    const opened = await readIncoming(paths, namedFiles, 'packages');
    if (page.isDestroyed()) waiting = [...paths, ...waiting];
    else page.send(channels.filesOpened, opened);
  };

  desk.take(channels.filesWanted, z.undefined(), (_nothing, page) => {
    listener = page;
    // A page that is loaded anew has to ask anew.
    page.once('did-start-loading', () => {
      listener = null;
    });
    void hand(page);
  });

  return {
    add: (paths) => {
      waiting = [...waiting, ...paths];
      if (listener !== null && !listener.isDestroyed()) void hand(listener);
    },
  };
};
