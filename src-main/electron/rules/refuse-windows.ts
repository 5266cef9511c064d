import type { Rule } from './rule.ts';

/** No page opens a window; the program's one window is opened by the host. */
export const refuseWindows: Rule = {
  contents: (contents, { log }) => {
    contents.setWindowOpenHandler(() => {
      log.warn('window refused');
      return { action: 'deny' };
    });
  },
};
