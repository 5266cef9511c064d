import type { Page } from '@playwright/test';

/** Collects what a page reports as wrong. */
export type ConsoleWatch = {
  expect(pattern: RegExp): void;
  /** Everything that nobody expected. */
  unexpected(): readonly string[];
};

/** Chromium reports every answer that is not a success; 422 is how an expected problem crosses, and the screen explains it. */
const always = [/^Failed to load resource: the server responded with a status of 422 /];

export const watchConsole = (page: Page): ConsoleWatch => {
  const errors: string[] = [];
  const expected: RegExp[] = [...always];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => {
    errors.push(error.stack ?? error.message);
  });
  return {
    expect: (pattern) => void expected.push(pattern),
    unexpected: () => errors.filter((text) => !expected.some((pattern) => pattern.test(text))),
  };
};
