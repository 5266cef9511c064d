import type { Rule } from './rule.ts';

/** A page of ours stays ours: no navigation and no redirect leads elsewhere, in frames neither. */
export const refuseNavigation: Rule = {
  contents: (contents, { isOwn, log }) => {
    const refuse = (details: { readonly url: string; preventDefault(): void }): void => {
      if (isOwn(details.url)) return;
      details.preventDefault();
      log.warn('navigation refused');
    };
    contents.on('will-navigate', refuse);
    contents.on('will-frame-navigate', refuse);
    contents.on('will-redirect', refuse);
  },
};
