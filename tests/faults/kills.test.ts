import { expect, test } from 'vitest';
import { runKills } from './kills.ts';

test(
  'a writer killed 200 times at random moments loses nothing that was acknowledged',
  { timeout: 600_000 },
  async () => {
    const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);
    const report = await runKills(200, seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error });
    });
    expect(report.kills).toBe(200);
    // A writer that never came to write would lose nothing either.
    expect(report.acknowledged).toBeGreaterThan(200);
  },
);
