import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { documentKinds } from '#main/application/archive.ts';
import { openArchive } from '#main/store/document-store.ts';
import { exportArchive, importArchive } from '#main/store/transfer.ts';
import { ReturnsScreens } from './screens/returns.ts';
import { expect, test } from './support/fixtures.ts';
import { makeVault, putReturn, seedReturns } from './support/returns-at-hand.ts';

// Opening the key store derives a key, which takes a while on a busy computer.
test.slow();

test('a watched folder offers what comes, takes nothing by itself, and what was taken can be undone', async ({
  folder,
  launch,
}) => {
  const dataDir = path.join(folder, 'secretary');
  const stick = path.join(folder, 'USB phiếu gửi lại');
  const { vaultPassphrase, returns } = await seedReturns(dataDir, 4);
  const [first, second, third] = returns;
  if (!first || !second || !third) throw new Error('there are four returns');
  await putReturn(stick, 'a.hdphieu', first);
  await putReturn(path.join(stick, 'gửi lần hai'), 'b.hdphieu', second);

  const app = await launch({ dataDir });
  const screen = new ReturnsScreens(app);
  const { page } = app;
  await screen.open();
  await screen.watch(stick);
  await page.getByRole('button', { name: 'Mở kho khóa…' }).click();
  await screen.unlock(vaultPassphrase);
  await expect(screen.fresh(2)).toContainText('Nhận được', { timeout: 30_000 });
  await expect(screen.received()).toHaveCount(0);

  // A third one is still being copied.
  await writeFile(path.join(stick, 'c.hdphieu'), new Uint8Array());
  await expect(page.getByText('đang được chép đến')).toBeVisible();
  await writeFile(path.join(stick, 'c.hdphieu'), third);
  await expect(screen.fresh(3)).toBeVisible({ timeout: 30_000 });

  await screen.take(3);
  await expect(screen.received()).toHaveCount(3);
  await expect(page.getByText('Chưa có phiếu mới.')).toBeVisible();
  await expect(page.getByText('3 phiếu trong thư mục đã được nhận trước đó.')).toBeVisible();

  await page.getByRole('button', { name: /^Hoàn tác/ }).click();
  await expect(screen.received()).toHaveCount(0);
  await expect(screen.fresh(3)).toBeVisible();

  await rename(stick, `${stick} rút ra`);
  await expect(page.getByText('Không thấy thư mục')).toBeVisible({ timeout: 30_000 });
  await rename(`${stick} rút ra`, stick);
  await expect(page.getByText('Không thấy thư mục')).toBeHidden({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Thôi theo dõi' }).click();
  await expect(screen.fresh(3)).toBeHidden();
});

/** The session as a second computer has it: everything but what opens its keys. */
const moveArchive = async (from: string, to: string, file: string): Promise<void> => {
  const surroundings = { clock: () => new Date().toISOString(), ids: randomUUID, kinds: documentKinds };
  const one = await openArchive(from, surroundings);
  await exportArchive(one, file);
  await one.close();
  const other = await openArchive(to, surroundings);
  await importArchive(other, file);
  await other.close();
};

test('a second secretary takes returns once the session and its key file have come over', async ({
  folder,
  launch,
}) => {
  const dataDir = path.join(folder, 'first');
  const { vaultPassphrase, returns } = await seedReturns(dataDir, 2);
  const [first] = returns;
  if (!first) throw new Error('there are two returns');
  const place = await putReturn(path.join(folder, 'returns'), 'a.hdphieu', first);

  const one = await launch({ dataDir });
  const sender = new ReturnsScreens(one);
  await sender.open();
  await sender.openKeys();
  await one.page.getByRole('button', { name: 'Tạo tệp khóa…' }).click();
  await sender.unlock(vaultPassphrase);
  const made = one.page.getByRole('group', { name: 'Tệp khóa đã tạo xong' });
  await expect(made).toBeVisible({ timeout: 60_000 });
  const passphrase = await made.locator('code').innerText();
  await made.getByRole('button', { name: 'Lưu tệp khóa' }).click();
  const keys = await one.files.saved();
  expect(keys.name).toMatch(/\.hdkhoa$/);
  await made.getByRole('button', { name: 'Lưu phiếu mật khẩu (PDF)' }).click();
  expect((await one.files.saved()).name).toMatch(/\.pdf$/);
  await made.getByRole('button', { name: 'Đã cất giữ, ẩn mật khẩu' }).click();
  await expect(made).toBeHidden();
  await one.close();

  const otherDir = path.join(folder, 'second');
  // A second secretary has a key store of their own, which stays.
  await makeVault(otherDir, 'mật khẩu máy thứ hai');
  await moveArchive(dataDir, otherDir, path.join(folder, 'archive.zip'));
  const two = await launch({ dataDir: otherDir });
  const receiver = new ReturnsScreens(two);
  const { page } = two;
  await receiver.open();
  await receiver.openKeys();
  await page.getByRole('button', { name: 'Mở kho khóa…' }).click();
  await receiver.unlock('mật khẩu máy thứ hai');
  await expect(page.getByText('Khóa nằm ở đây thuộc kho khóa của máy khác')).toBeVisible();
  await two.files.choose([keys.path]);
  await page.getByRole('button', { name: 'Chọn tệp khóa…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nhập tệp khóa' });
  await dialog.getByLabel('Mật khẩu của tệp khóa').fill(passphrase);
  await dialog.getByRole('button', { name: 'Nhập khóa' }).click();
  await expect(page.getByText('Khóa có trên máy này và mở được phiếu.')).toBeVisible({ timeout: 60_000 });

  // A return dropped on any screen goes to the returns of its session.
  await two.files.drop(page.getByRole('heading', { level: 1 }), [place]);
  await expect(page.getByRole('region', { name: 'Kết quả đọc tệp' })).toContainText('Nhận được', { timeout: 30_000 });
  await receiver.take(1);
  await expect(receiver.received()).toHaveCount(1);
  await page.getByRole('link', { name: 'Lịch sử thay đổi' }).click();
  for (const deed of ['nhập khóa từ máy khác', 'xuất khóa cho máy khác'])
    await expect(page.getByText(deed)).toBeVisible();
});
