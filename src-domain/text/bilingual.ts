import type { Catalogue, Message } from '#domain/text/catalogue.ts';

/** A text in both languages of the program. */
export type Text = { readonly vi: string; readonly en: string };

/** Makes one text in both languages out of a catalogue: `both((t) => t.saved('10:32'))`. */
export const bilingual =
  <Texts extends Readonly<Record<string, Message>>>(catalogue: Catalogue<Texts>) =>
  (pick: (texts: Readonly<Texts>) => string): Text => ({ vi: pick(catalogue.vi), en: pick(catalogue.en) });

/** Words that are the same in both languages: names, codes, what a person wrote. */
export const sameText = (text: string): Text => ({ vi: text, en: text });
