import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sourceLayout } from '#main/hosting/program-layout.ts';
import { expect, test } from './support/fixtures.ts';
import { MemberScreens } from './screens/member.ts';
import { SecretaryScreens } from './screens/secretary.ts';

const golden = path.join(sourceLayout().assetsDir, '..', 'tests', 'data', 'exchange', 'v1');

test('files that are not what they should be get a sentence each, and nothing is lost', async ({ launch, folder }) => {
  test.setTimeout(240_000);
  const app = await launch();
  const { page } = app;
  const secretary = new SecretaryScreens(app);
  app.expectConsoleError(/422/);
  await page.getByRole('button', { name: 'Mở phiên họp mẫu' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Gói cho thành viên' })).toBeVisible();

  // A PDF that is none.
  const fake = path.join(folder, 'ban-ve.pdf');
  await writeFile(fake, 'không phải PDF');
  await secretary.goTo('Hồ sơ');
  await page.getByRole('list', { name: 'Hồ sơ' }).getByRole('button', { expanded: false }).first().click();
  await app.files.choose([fake]);
  await page.getByRole('button', { name: 'Đính kèm tệp…' }).click();
  await expect(page.getByText(/không phải là PDF nên chưa được thêm/)).toBeVisible();
  await secretary.saved();

  // Returns: another session's, cut off in the middle, and no return at all.
  await secretary.goTo('Gói cho thành viên');
  await page.getByRole('button', { name: 'Tạo gói cho Nguyễn Văn A' }).click();
  const vault = page.getByRole('dialog', { name: 'Đặt mật khẩu kho khóa' });
  await vault.getByLabel('Mật khẩu kho khóa').fill('mật khẩu thư ký');
  await vault.getByLabel('Nhập lại mật khẩu').fill('mật khẩu thư ký');
  await vault.getByRole('button', { name: 'Đặt mật khẩu và tiếp tục' }).click();
  await expect(page.getByRole('button', { name: 'Lưu tệp gói' })).toBeEnabled({ timeout: 60_000 });
  const other = await readFile(path.join(golden, 'return.hdphieu'));
  const files = {
    'phien-khac.hdphieu': other,
    'cut.hdphieu': other.subarray(0, Math.floor(other.length / 2)),
    'rac.hdphieu': Buffer.from('xin chào'),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
  const report = await secretary.previewReturns(Object.keys(files).map((name) => path.join(folder, name)));
  await expect(report.getByRole('row', { name: /phien-khac/ })).toContainText('Của phiên họp khác');
  for (const name of ['cut', 'rac']) {
    const row = report.getByRole('row', { name: new RegExp(name) });
    await expect(row).toContainText(/Bị hỏng|Không đọc được|Của phiên họp khác/);
    await expect(row.getByRole('cell').last()).not.toBeEmpty();
  }
  await expect(report.getByRole('button', { name: 'Không có tệp nào nhận được' })).toBeDisabled();

  // The member: a wrong passphrase, points out of range, a comment that is missing.
  await secretary.goTo('Gói cho thành viên');
  const passphrase = await page.locator('code').first().innerText();
  await page.getByRole('button', { name: 'Lưu tệp gói' }).click();
  const given = await app.files.saved();
  const memberApp = await launch();
  memberApp.expectConsoleError(/422/);
  const member = new MemberScreens(memberApp);
  await member.chooseRole();
  await member.offerPackage(given.path);
  await member.enterPassphrase('2222-2222-2222-2222');
  const dialog = member.page.getByRole('dialog', { name: 'Mở gói phiên họp' });
  await expect(dialog.getByText(/mật khẩu/i).last()).toBeVisible();
  await expect(dialog.getByRole('textbox')).toHaveValue('2222-2222-2222-2222');
  await expect(dialog.getByRole('button', { name: 'Mở gói' })).toBeEnabled({ timeout: 60_000 });
  await member.enterPassphrase(passphrase);
  await member.page.getByRole('link', { name: /^Bắt đầu chấm hồ sơ 1/ }).click({ timeout: 60_000 });
  const points = member.page.getByRole('textbox', { name: /^1\. / }).first();
  await points.fill('15,5');
  await points.press('Tab');
  await expect(member.page.getByText(/15,5 vượt quá mức tối đa 15/)).toBeVisible();
  await expect(points).toHaveValue('15,5');
  await points.fill('12,5');
  await member.saved();
  await member.page.keyboard.press('F9');
  await expect(member.page.getByText(/Thiếu nhận xét chung bắt buộc/).first()).toBeVisible();
  await expect(member.page.getByRole('button', { name: 'Tạo tệp phiếu gửi lại' })).toBeDisabled();
});
