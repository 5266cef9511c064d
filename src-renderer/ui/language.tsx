import { createContext, useContext } from 'react';
import type { Catalogue, Language, Message } from '#domain/text/catalogue.ts';

/** The language of the screen; set by the preferences around everything. */
export const LanguageContext = createContext<Language>('vi');

export const useLanguage = (): Language => useContext(LanguageContext);

/** An area's texts in the language of the screen: `const t = useMessages(setupMessages)`, then `t.title`. */
export const useMessages = <Texts extends Readonly<Record<string, Message>>>(
  catalogue: Catalogue<Texts>,
): Readonly<Texts> => catalogue[useLanguage()];
