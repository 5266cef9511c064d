import path from 'node:path';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import { seedConductedSession } from './support/seeded-session.ts';
import { SecretaryScreens } from './screens/secretary.ts';

test('a text is found in a document without its accents, by keyboard alone, and shown where it stands', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const dataDir = path.join(folder, 'seeded');
  await seedConductedSession(dataDir);
  const app = await launch({ dataDir });
  const { page } = app;
  const session = page.getByRole('link', { name: /^Hội đồng tư vấn/ }).first();
  await expect(session).toBeVisible({ timeout: 60_000 });
  await session.click();
  await new SecretaryScreens(app).goTo('Văn bản in');
  await page.getByRole('button', { name: /^Biên bản họp Hội đồng/ }).click();
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 60_000 });

  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Tìm trong tài liệu' });
  await expect(field).toBeFocused();
  await page.keyboard.type('bao luu y kien');
  const state = page.getByRole('search').getByRole('status');
  await expect(state).toHaveText(/^Chỗ 1 trên \d+, trang \d+$/, { timeout: 30_000 });
  const marked = (): Promise<string> =>
    page.evaluate(() => [...(CSS.highlights.get('found-current') ?? [])].map(String).join('|'));
  await expect.poll(async () => (await marked()).toLowerCase()).toBe('bảo lưu ý kiến');
  await page.keyboard.press('Enter');
  await expect(state).toHaveText(/^Chỗ 2 trên/);
  await page.keyboard.press('Shift+Enter');
  await expect(state).toHaveText(/^Chỗ 1 trên/);
  await expectAccessible(app);
  await field.fill('xyzxyz');
  await expect(state).toHaveText('Không thấy');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Các trang tài liệu' })).toBeFocused();
});
