import type { Problem } from '#domain/contract/base.ts';
import type { Language } from '#domain/text/catalogue.ts';

export type ProblemDetails = Problem['details'];

/**
 * What a problem says to a person: what happened, what was kept, what to do next. One entry a code; the values come from the
 * problem's details.
 */
export type ProblemTexts = Readonly<Record<string, Readonly<Record<Language, (details: ProblemDetails) => string>>>>;
