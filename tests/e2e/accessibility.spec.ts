import path from 'node:path';
import { stepMessages } from '#domain/text/messages/steps.ts';
import { sessionSteps } from '#domain/session/steps.ts';
import { expect, test } from './support/fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { seedConductedSession } from './support/seeded-session.ts';
import { SecretaryScreens } from './screens/secretary.ts';

test('every screen of the secretary is accessible, at the usual and at the largest text', async ({
  launch,
  folder,
}) => {
  test.setTimeout(300_000);
  const dataDir = path.join(folder, 'seeded');
  await seedConductedSession(dataDir);
  const app = await launch({ dataDir });
  const { page } = app;
  const secretary = new SecretaryScreens(app);
  await expect(page.getByRole('heading', { level: 1, name: 'Các phiên họp' })).toBeVisible();
  await expectAccessible(app);
  await page.getByRole('button', { name: 'Tạo phiên họp' }).first().click();
  await expectAccessible(app);
  await page.keyboard.press('Escape');
  await page
    .getByRole('link', { name: /^Hội đồng tư vấn tuyển chọn/ })
    .first()
    .click();
  await secretary.saved();
  for (const size of ['Vừa', 'Rất lớn']) {
    await page.getByRole('button', { name: 'Hiển thị' }).click();
    await page.getByText(size, { exact: true }).click();
    await expectAccessible(app);
    await page.keyboard.press('Escape');
    for (const step of sessionSteps) {
      await secretary.goTo(stepMessages.vi[step]);
      if (step === 'minutes') await expect(page.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
      await expectAccessible(app);
    }
  }
  await page
    .getByRole('button', { name: 'Các bước', exact: true, expanded: false })
    .or(page.getByRole('link', { name: 'Lịch sử thay đổi' }))
    .first()
    .click();
  await page.getByRole('link', { name: 'Lịch sử thay đổi' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lịch sử thay đổi' })).toBeVisible();
  await expectAccessible(app);
  await page.getByRole('link', { name: 'Các phiên họp' }).first().click();
  await page
    .getByRole('link', { name: /bộ quy định/i })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /bộ quy định/i })).toBeVisible();
  await expectAccessible(app);
});

test('the first start is accessible', async ({ app }) => {
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(app);
});
