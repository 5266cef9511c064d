import type { Problem } from '#domain/contract/base.ts';
import type { Language } from '#domain/text/catalogue.ts';
import { demoProblems } from '#domain/text/messages/demo.ts';
import { exchangeProblems } from '#domain/text/messages/exchange.ts';
import { hostProblems } from '#domain/text/messages/hosts.ts';
import { intakeProblems } from '#domain/text/messages/intake.ts';
import { keyProblems } from '#domain/text/messages/keys.ts';
import { ownPackProblems } from '#domain/text/messages/own-pack-problems.ts';
import { memberProblems } from '#domain/text/messages/member.ts';
import { sessionProblems } from '#domain/text/messages/session-problems.ts';
import { secretBallotProblems } from '#domain/text/messages/secret-ballot.ts';
import { shellProblems } from '#domain/text/messages/shell.ts';
import { signingProblems } from '#domain/text/messages/signing.ts';
import { storeProblems } from '#domain/text/messages/store.ts';
import type { ProblemTexts } from '#domain/text/problem-texts.ts';

const areas: readonly ProblemTexts[] = [
  demoProblems,
  exchangeProblems,
  hostProblems,
  intakeProblems,
  keyProblems,
  memberProblems,
  ownPackProblems,
  secretBallotProblems,
  sessionProblems,
  shellProblems,
  signingProblems,
  storeProblems,
];

/** Every problem the program can meet, by its code. */
export const problemTexts: ProblemTexts = Object.assign({}, ...areas) as ProblemTexts;

const unnamed = {
  vi: (code: string): string => `Việc này chưa làm được (${code}). Những gì đã lưu vẫn còn; hãy thử lại.`,
  en: (code: string): string => `This could not be done (${code}). What was saved is still there; try again.`,
} as const;

/** Says a problem: what happened, what was kept, what to do next. */
export const problemText = (problem: Problem, language: Language): string =>
  problemTexts[problem.code]?.[language](problem.details) ?? unnamed[language](problem.code);
