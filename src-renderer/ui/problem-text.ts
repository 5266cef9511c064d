import { useCallback } from 'react';
import type { Problem } from '#domain/contract/base.ts';
import { problemText } from '#domain/text/problems.ts';
import { useLanguage } from './language.tsx';

/** Says a problem in the language of the screen: what happened, what was kept, what to do next. */
export const useProblemText = (): ((problem: Problem) => string) => {
  const language = useLanguage();
  return useCallback((problem) => problemText(problem, language), [language]);
};
