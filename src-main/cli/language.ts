import { languages, type Language } from '#domain/text/catalogue.ts';

const isLanguage = (value: string): value is Language => languages.some((language) => language === value);

export type LanguageChoice =
  | { readonly ok: true; readonly language: Language; readonly rest: readonly string[] }
  | { readonly ok: false; readonly value: string };

/** English where the computer is set to English, else Vietnamese. */
const ofComputer = (environment: NodeJS.ProcessEnv): Language => {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^en([_.]|$)/i.test(locale) ? 'en' : 'vi';
};

/** Takes `--lang vi` or `--lang=vi` out of the words; without it the computer decides. */
export const chooseLanguage = (words: readonly string[], environment: NodeJS.ProcessEnv): LanguageChoice => {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = words[at];
  if (word === undefined) return { ok: true, language: ofComputer(environment), rest: words };
  const apart = word === '--lang';
  const value = apart ? (words[at + 1] ?? '') : word.slice('--lang='.length);
  if (!isLanguage(value)) return { ok: false, value };
  return { ok: true, language: value, rest: [...words.slice(0, at), ...words.slice(at + (apart ? 2 : 1))] };
};
