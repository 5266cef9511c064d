import { citation, packText, readIn } from '#domain/regulation/reading.ts';
import { useLanguage } from './language.tsx';

/**
 * Words of a pack in the language of the screen. What it gives is for showing; what is recorded, sent and printed is always the pack's own
 * Vietnamese.
 */
export const usePackReader = () => {
  const language = useLanguage();
  return {
    /** A pack or a part of one, such as a form: the same keys and numbers. */
    part: <Part extends object>(part: Part): Part => readIn(part, language),
    words: (words: string): string => packText(words)[language],
    /** The code of a form, a place in a document. */
    code: (code: string): string => citation(code)[language],
  };
};
