import path from 'node:path';
import { expect, test } from '../support/fixtures.ts';
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
