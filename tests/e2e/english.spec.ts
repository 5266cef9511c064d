import path from 'node:path';
import type { Page } from '@playwright/test';
import { packReadings } from '#domain/text/pack-readings.ts';
import { createApplication } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { expect, test } from './support/fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { seedConductedSession } from './support/seeded-session.ts';

/** Words of the shipped packs that stand on the screen though they have an English reading; short ones may be somebody's own. */
const leftInVietnamese = async (page: Page): Promise<readonly string[]> => {
  // What is folded is read too.
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('main details')) folded.setAttribute('open', '');
  });
  const text = await page.locator('main').innerText();
  return [...packReadings.keys()].filter((words) => words.length > 20 && text.includes(words));
};

test('on an English screen packs, deadlines, results and their reasoning are read in English', async ({
  launch,
  folder,
}) => {
  test.setTimeout(240_000);
  const dataDir = path.join(folder, 'seeded');
  await seedConductedSession(dataDir);
  const application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  await application.services.app.setPreferences({ language: 'en' });
  await application.close();
  const app = await launch({ dataDir });
  const { page } = app;
  await page
    .getByRole('link', { name: /^Hội đồng tư vấn tuyển chọn/ })
    .first()
    .click();
  const steps = page.getByRole('navigation', { name: 'Steps of the session' });
  const goTo = async (step: string): Promise<void> => {
    await steps.getByRole('link', { name: new RegExp(`^${step}`) }).click();
    await expect(page.getByRole('heading', { level: 1, name: step })).toBeVisible();
  };

  await goTo('Council');
  await expect(
    page.getByRole('article', { name: /^Selection and direct assignment of tasks of the productivity/ }),
  ).toBeVisible();
  expect(await leftInVietnamese(page)).toEqual([]);
  await goTo('Meeting');
  await expect(page.getByText('Dossiers go to the members at least 3 working days before the meeting')).toBeVisible();
  expect(await leftInVietnamese(page)).toEqual([]);
  await goTo('Results');
  await expect(page.getByRole('columnheader', { name: /^Feasibility of the task/ }).first()).toBeVisible();
  expect(await leftInVietnamese(page)).toEqual([]);
  await expectAccessible(app);

  await page.getByRole('link', { name: 'HoiDong', exact: true }).click();
  await page
    .getByRole('link', { name: /regulation packs/i })
    .first()
    .click();
  const entry = page.locator('details').filter({ has: page.getByRole('heading', { name: /15\/2022/ }) });
  await entry.locator('summary').click();
  await expect(entry.getByRole('cell', { name: /^Feasibility of the task: at most 50/ })).toBeVisible();
  await expect(page.getByText(/their words in English here are only for understanding/)).toBeVisible();
  expect(await leftInVietnamese(page)).toEqual([]);
});
