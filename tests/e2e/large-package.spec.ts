import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeLargePackage } from '../support/large-package.ts';
import { passphrase } from '../unit/exchange/samples.ts';
import { MemberScreens } from './screens/member.ts';
import { expect, test } from './support/fixtures.ts';

test('a large package is opened step by step, can be stopped, and opens when asked again', async ({
  launch,
  folder,
}) => {
  test.slow();
  const file = path.join(folder, 'to.hdgoi');
  await pipeline((await makeLargePackage(100)).chunks, createWriteStream(file));
  const app = await launch();
  // The stopped opening is answered as a problem.
  app.expectConsoleError(/422/);
  const member = new MemberScreens(app);
  await member.chooseRole();
  await member.offerPackage(file);
  await member.enterPassphrase(passphrase);
  const dialog = app.page.getByRole('dialog', { name: 'Mở gói phiên họp' });
  await dialog.getByRole('button', { name: 'Dừng' }).click();
  await expect(dialog.getByText(/^Đã dừng\. Chưa có gì được ghi/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Hủy' }).click();
  await expect(app.page.getByText('Chưa có phiên họp nào')).toBeVisible();

  await member.offerPackage(file);
  await member.enterPassphrase(passphrase);
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await expect(app.page).toHaveURL(/#\/workbooks\/.+/, { timeout: 60_000 });
});
