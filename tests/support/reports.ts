import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { StepResult } from './step.ts';

const vitestSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  numFailedTestSuites: z.int(),
  success: z.boolean(),
});
const playwrightSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

/** A run that ended badly although its report shows no failed test failed all the same: a file that did not load, a crash at the end. */
const atLeastOne = (failed: number, status: number): number => (failed === 0 && status !== 0 ? 1 : failed);

const unreadable = (name: string): StepResult => ({ name, passed: 0, failed: 1, skipped: 0 });

const readJson = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch {
    return null;
  }
};

/** What vitest's JSON report says; one failure where there is none to read. */
export const vitestResult = async (name: string, file: string, status: number): Promise<StepResult> => {
  const parsed = vitestSchema.safeParse(await readJson(file));
  if (!parsed.success) return unreadable(name);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = parsed.data;
  return {
    name,
    passed: numPassedTests,
    failed: atLeastOne(numFailedTests, status),
    skipped: numPendingTests + numTodoTests,
  };
};

/** What Playwright's JSON report says; one failure where there is none to read. */
export const playwrightResult = async (name: string, file: string, status: number): Promise<StepResult> => {
  const parsed = playwrightSchema.safeParse(await readJson(file));
  if (!parsed.success) return unreadable(name);
  const { expected, unexpected, flaky, skipped } = parsed.data.stats;
  return { name, passed: expected, failed: atLeastOne(unexpected + flaky, status), skipped };
};
