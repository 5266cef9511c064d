import { expect, it } from 'vitest';
import { MEMORY_LIMIT, runCampaign, TIME_LIMIT } from '../../faults/fuzz-support/campaign.ts';

it(
  'no mutation of a valid file is accepted, crashes, takes a second or much memory (2,000 of them)',
  { timeout: 120_000 },
  async () => {
    const campaign = await runCampaign(2_000, 20_261_123);
    expect(campaign.findings).toEqual([]);
    expect(campaign.refused).toBeGreaterThan(1_500);
    expect(campaign.slowest).toBeLessThan(TIME_LIMIT);
    expect(campaign.memory).toBeLessThan(MEMORY_LIMIT);
  },
);
