import { rename } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import { seedNamedSession } from '../support/named-session.ts';
import { seedReturns } from '../support/returns-at-hand.ts';
import type { RunningApp } from '../support/running-app.ts';
import { ReturnsScreens } from '../screens/returns.ts';

/** What the cross of the window does. */
const pressCross = async ({ electron }: RunningApp): Promise<void> => {
  await electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
};

test('the window asks before it closes over a passphrase that is told once, and closes when told so @electron-only', async ({
  folder,
  launch,
}) => {
  const dataDir = path.join(folder, 'data');
  const { vaultPassphrase } = await seedReturns(dataDir, 1);
  const app = await launch({ dataDir });
  const { page } = app;
  const secretary = new ReturnsScreens(app);
  await secretary.open();
  await secretary.openKeys();
  await page.getByRole('button', { name: 'Tạo tệp khóa…' }).click();
  await secretary.unlock(vaultPassphrase);
  const made = page.getByRole('group', { name: 'Tệp khóa đã tạo xong' });
  await expect(made).toBeVisible({ timeout: 60_000 });

  await pressCross(app);
  const asked = page.getByRole('dialog', { name: 'Đóng khi mật khẩu chưa được cất giữ?' });
  await expect(asked).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await expect(made.locator('code')).toBeVisible();

  await pressCross(app);
  const gone = new Promise<number | null>((resolve) => app.process.on('exit', resolve));
  await asked.getByRole('button', { name: 'Đóng, sẽ tạo lại sau' }).click();
  expect(await gone).toBe(0);
});

test('the window asks before it closes over what could not be saved, and closes when told so @electron-only', async ({
  folder,
  launch,
}) => {
  const dataDir = path.join(folder, 'data');
  await seedNamedSession(dataDir, 'Hội đồng thứ nhất');
  const app = await launch({ dataDir });
  const { page } = app;
  await page.getByRole('table').getByRole('link', { name: 'Hội đồng thứ nhất' }).click();
  await expect(page.getByRole('textbox', { name: 'Tên hội đồng' })).toBeEditable();
  await rename(dataDir, `${dataDir}-out`);
  await page.getByRole('textbox', { name: 'Tên hội đồng' }).fill('Gõ khi đã rút');
  await expect(page.getByText(/Không còn thấy thư mục dữ liệu/)).toBeVisible();

  await pressCross(app);
  const asked = page.getByRole('dialog', { name: 'Đóng khi còn nội dung chưa lưu được?' });
  await expect(asked).toBeVisible();
  await asked.getByRole('button', { name: 'Hủy' }).click();
  await expect(page.getByRole('textbox', { name: 'Tên hội đồng' })).toHaveValue('Gõ khi đã rút');

  await pressCross(app);
  const gone = new Promise<number | null>((resolve) => app.process.on('exit', resolve));
  await asked.getByRole('button', { name: 'Đóng, bỏ phần chưa lưu' }).click();
  expect(await gone).toBe(0);
});
