import { execFileSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/** Whether a missing tool or right fails the test instead of leaving it out. */
export const isEverythingRequired = process.env['REQUIRE_FAULTS'] === '1';

/** Why something can't be tested on this computer, or null when it can. */
export type Obstacle = string | null;

export function obstacleForMounts(): Obstacle {
  if (process.platform !== 'linux') return 'mounting a test file system needs Linux';
  return process.getuid?.() === 0 ? null : 'mounting a test file system needs root';
}

export function obstacleForTool(tool: string, argument = '--version'): Obstacle {
  try {
    execFileSync(tool, [argument], { stdio: 'ignore' });
    return null;
  } catch {
    return `${tool} is not installed`;
  }
}

/** Leaves a test out, saying why; fails it instead where everything is required. */
export function leaveOut(context: TestContext, obstacle: string): never {
  if (isEverythingRequired) throw new Error(`required here: ${obstacle}`);
  console.warn(`left out: ${context.task.name}: ${obstacle}`);
  context.skip(obstacle);
}
