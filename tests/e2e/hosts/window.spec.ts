import { expect, test } from '../support/fixtures.ts';

test('the program comes up with something on the screen and in Vietnamese', async ({ app }) => {
  await expect(app.page).toHaveTitle(/HoiDong/);
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'vi');
  await expect(app.page.getByRole('heading').first()).toBeVisible();
});
