import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { RunningApp } from './running-app.ts';

/** The screen as it stands has no violation of WCAG level A or AA that axe can find. */
export const expectAccessible = async ({ page }: RunningApp): Promise<void> => {
  const results = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // The newer way opens a page of its own to look into frames: the program has none, and Electron refuses it.
    .setLegacyMode()
    .analyze();
  const found = results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found).toEqual([]);
};
