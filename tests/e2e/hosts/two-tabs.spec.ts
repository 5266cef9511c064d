import { expect, test } from '../support/fixtures.ts';
import { SecretaryScreens } from '../screens/secretary.ts';

test('two tabs on one session: what one did stands in the other after its next change @browser-only', async ({
  app,
}) => {
  const secretary = new SecretaryScreens(app);
  await secretary.chooseRole();
  await secretary.createSelectionSession();
  const address = /HoiDong: (\S+)/.exec(app.printed())?.[1];
  if (address === undefined) throw new Error('the program names its address');

  const { page } = app;
  const other = await page.context().newPage();
  await other.goto(address);
  await other.getByRole('link', { name: 'Chưa đặt tên' }).click();
  await other.getByLabel('Tên hội đồng').fill('Hội đồng tuyển chọn số 1');
  await expect(other.getByText(/^Đã lưu \d{2}:\d{2}:\d{2}$/)).toBeVisible();

  await page.getByRole('textbox', { name: 'Số quyết định' }).fill('12/QĐ-MAU');
  await secretary.saved();
  await expect(page.getByLabel('Tên hội đồng')).toHaveValue('Hội đồng tuyển chọn số 1');
  await expect(page.getByRole('textbox', { name: 'Số quyết định' })).toHaveValue('12/QĐ-MAU');
  await other.close();
});
