import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { runCommand } from '#main/cli/run-command.ts';

/** Everything in a data folder is whole, and every session and workbook keeps its invariants: what `hoidong check` looks at. */
export const expectSoundArchive = async (dataDir: string): Promise<void> => {
  // A program that never opened its folder (it only showed why it can't) has left nothing to look at.
  if (!existsSync(path.join(dataDir, 'archive.json'))) return;
  const said: string[] = [];
  const status = await runCommand(
    ['check', '--data', dataDir],
    {},
    { out: (text) => said.push(text), err: (text) => said.push(text) },
  );
  expect(status, said.join('')).toBe(0);
};
