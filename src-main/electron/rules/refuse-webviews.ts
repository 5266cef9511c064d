import type { Rule } from './rule.ts';

/** No embedded pages of other processes. */
export const refuseWebviews: Rule = {
  contents: (contents, { log }) => {
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      log.warn('webview refused');
    });
  },
};
