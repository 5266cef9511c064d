import { expect, test } from './support/fixtures.ts';
import { SecretaryScreens } from './screens/secretary.ts';

test(
  'a screen whose code could not be read says so, and opens when asked again',
  { tag: '@browser-only' },
  async ({ launch }) => {
    const app = await launch();
    const { page } = app;
    await new SecretaryScreens(app).chooseRole();
    app.expectConsoleError(/Failed to (load resource|fetch dynamically imported module)|error occurred in one of/);
    // The first screen has all it needs; what comes now is the code of the next one.
    const scripts = /\/assets\/[^/]+\.js$/;
    await page.route(scripts, (route) => route.abort());
    await page.getByRole('link', { name: 'Bộ quy định' }).click();
    await expect(page.getByRole('alert')).toContainText('Màn hình này gặp lỗi');
    await page.unroute(scripts);
    await page.getByRole('button', { name: 'Mở lại màn hình' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Bộ quy định' })).toBeVisible();
  },
);
