import { rm } from 'node:fs/promises';
import path from 'node:path';
import { writeLargePdf } from '../support/large-pdf.ts';
import { SecretaryScreens } from './screens/secretary.ts';
import { expect, test } from './support/fixtures.ts';
import { watchMemory, type Peak } from './support/memory-peaks.ts';

const grown = ({ before, peak }: Peak): number => peak - before;

test('a dossier file of nearly 200 MB is attached and read without the program or the page ever holding it', async ({
  app,
  folder,
}, info) => {
  test.skip(process.platform !== 'linux', 'memory is measured as Linux tells it');
  test.slow();
  const file = path.join(folder, 'thuyet-minh.pdf');
  const pages = await writeLargePdf(file, 195);
  const { page } = app;
  const secretary = new SecretaryScreens(app);
  await secretary.chooseRole();
  await secretary.createSelectionSession();
  await secretary.goTo('Hồ sơ');
  await page.getByRole('button', { name: 'Thêm hồ sơ' }).click();
  await page.getByLabel('Mã hồ sơ').fill('HS-01');
  await secretary.saved();

  const attaching = await watchMemory(app);
  await app.files.choose([file]);
  await page.getByRole('button', { name: 'Đính kèm tệp…' }).click();
  await expect(page.getByText(`${pages} trang`)).toBeVisible({ timeout: 120_000 });
  const attached = await attaching();
  await secretary.saved();

  const reading = await watchMemory(app);
  await page.getByRole('button', { name: 'Xem thuyet-minh.pdf' }).click();
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('status').filter({ hasText: 'Đang' })).toHaveCount(0);
  const read = await reading();

  info.annotations.push({ type: 'memory', description: JSON.stringify({ attached, read }) });
  process.stdout.write(`${app.host} ${JSON.stringify({ attached, read })}\n`);
  await rm(file);
  expect(grown(attached.host)).toBeLessThan(150);
  expect(grown(attached.page)).toBeLessThan(150);
  expect(grown(read.host)).toBeLessThan(100);
  expect(grown(read.page)).toBeLessThan(150);
});
