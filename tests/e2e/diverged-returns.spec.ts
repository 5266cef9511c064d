import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import type { BinaryFile } from '#domain/contract/binary.ts';
import { vaultPassphrase, workOnTwoComputers, type Diverged } from '../support/two-computers.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import type { RunningApp } from './support/running-app.ts';
import { SecretaryScreens } from './screens/secretary.ts';

const onDisk = async (folder: string, name: string, file: BinaryFile): Promise<string> => {
  const target = path.join(folder, `${name}.hdphieu`);
  await writeFile(target, new Uint8Array(await file.arrayBuffer()));
  return target;
};

const start = async (app: RunningApp): Promise<SecretaryScreens> => {
  const secretary = new SecretaryScreens(app);
  await app.page
    .getByRole('link', { name: /^Hội đồng tư vấn tuyển chọn/ })
    .first()
    .click();
  await secretary.saved();
  return secretary;
};

/** The vault is asked for once a run. */
const preview = async (secretary: SecretaryScreens, paths: readonly string[]): Promise<Locator> => {
  const { page, app } = secretary;
  await secretary.goTo('Phiếu gửi lại');
  await app.files.choose(paths);
  await page.getByRole('button', { name: 'Chọn tệp phiếu…' }).click();
  const vault = page.getByRole('dialog', { name: /kho khóa/ });
  const report = page.getByRole('region', { name: 'Kết quả đọc tệp' });
  await expect(vault.or(report)).toBeVisible({ timeout: 60_000 });
  if (await vault.isVisible()) {
    await vault.getByLabel('Mật khẩu kho khóa').fill(vaultPassphrase);
    await page.keyboard.press('Enter');
  }
  await expect(report).toBeVisible({ timeout: 60_000 });
  return report;
};

const screenshots = process.env['SCREENSHOTS'];
const shoot = async (app: RunningApp, name: string): Promise<void> => {
  if (screenshots) await app.page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage: true });
};

test('two returns of one member are kept, merged and counted once confirmed', async ({ launch, folder }) => {
  test.setTimeout(300_000);
  const made: Diverged = await workOnTwoComputers(folder);
  const [base, left, right, anew] = await Promise.all(
    (['base', 'left', 'right', 'anew'] as const).map((name) => onDisk(folder, name, made[name])),
  );
  if (!base || !left || !right || !anew) throw new Error('four files');
  const app = await launch({ dataDir: path.join(folder, 'secretary') });
  const { page } = app;
  const secretary = await start(app);
  const name = made.memberName;

  // The second file is kept beside the first, and its line leads to the merge.
  await preview(secretary, [base, left]);
  await secretary.takeReturns(2);
  const report = await preview(secretary, [right]);
  await expect(report.getByText('Hai bản rẽ nhánh')).toBeVisible();
  await shoot(app, '1-report');
  await report.getByRole('button', { name: `Gộp hai bản của ${name}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Gộp hai bản phiếu của ${name}` })).toBeFocused();
  await expect(page.getByText('2 chỗ phải chọn, 1 chỗ chỉ một bản thay đổi', { exact: false })).toBeVisible();
  await expectAccessible(app);
  await shoot(app, '2-merge');

  // By keyboard alone: to what is open, choose, write the reason, merge.
  const merge = page.getByRole('button', { name: 'Gộp hai bản', exact: true });
  await expect(merge).toBeDisabled();
  const next = page.getByRole('button', { name: 'Tới chỗ chưa chọn' });
  await next.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await next.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Giữ cả hai đoạn: Nhận xét chung' })).toBeChecked();
  await page.getByRole('textbox', { name: 'Lý do, căn cứ' }).focus();
  await page.keyboard.type('Đã gọi cho thành viên');
  await shoot(app, '3-chosen');
  await page.keyboard.press('Tab');
  await expect(merge).toBeFocused();
  await page.keyboard.press('Enter');
  const waiting = page.getByRole('group', { name, exact: true });
  await expect(waiting.getByText(`${name}: bản gộp chờ thành viên xác nhận`)).toBeVisible();
  await expectAccessible(app);
  await shoot(app, '4-waiting');

  // It can be taken back to both files, and done again by mouse.
  await page.getByRole('button', { name: /^Hoàn tác/ }).click();
  await waiting.getByRole('button', { name: `Gộp hai bản của ${name}` }).click();
  await page.getByRole('button', { name: 'Các chỗ còn lại: lấy bản bên cạnh' }).click();
  await page.getByRole('textbox', { name: 'Lý do, căn cứ' }).fill('Thành viên chọn bản ở nhà');
  await merge.click();

  // Counted only once the member's confirmation is written down.
  await waiting.getByRole('button', { name: 'Ghi thành viên xác nhận…' }).click();
  const dialog = page.getByRole('dialog', { name: `${name} đã xác nhận bản gộp?` });
  await dialog.getByLabel('Xác nhận bằng cách nào').fill('Ký vào phiếu in');
  await shoot(app, '5-confirm');
  await dialog.getByRole('button', { name: 'Ghi xác nhận, tính bản gộp' }).click();
  await expect(waiting.getByText(`${name}: bản gộp đã được thành viên xác nhận`)).toBeVisible();
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('Bản do thư ký gộp, thành viên đã xác nhận');
  await shoot(app, '6-confirmed');

  // A third computer had a key of its own: both keys stay, and there is no earlier return in common.
  const other = await preview(secretary, [anew]);
  await other.getByRole('button', { name: `Xác nhận khóa của ${name}` }).click();
  const keys = page.getByRole('dialog', { name: `Khóa khác của ${name}` });
  await keys.getByRole('radio', { name: 'Thành viên chấm trên hai máy' }).check();
  await keys.getByLabel('Lý do').fill('Thành viên mượn máy');
  await shoot(app, '7-key');
  await keys.getByRole('button', { name: 'Xác nhận khóa mới' }).click();
  await page
    .getByRole('button', { name: `Gộp hai bản của ${name}` })
    .first()
    .click();
  await expect(page.getByText('Không có bản chung trước đó', { exact: false })).toBeVisible();
  await shoot(app, '8-two-way');
  await page.getByRole('button', { name: 'Quay lại, chưa gộp' }).click();
  await expect(waiting.getByText(`${name}: hai bản chưa gộp`)).toBeVisible();
});
