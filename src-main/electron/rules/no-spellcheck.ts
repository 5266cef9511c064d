import type { Rule } from './rule.ts';

/** The spell checker would fetch its dictionaries from the network. */
export const noSpellcheck: Rule = {
  session: (session) => {
    session.setSpellCheckerEnabled(false);
    session.setSpellCheckerDictionaryDownloadURL('app://none/');
  },
};
