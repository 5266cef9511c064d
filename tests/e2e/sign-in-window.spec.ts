import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createApplication } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { makeP12 } from '../support/make-p12.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import type { RunningApp } from './support/running-app.ts';
import { seedConductedSession } from './support/seeded-session.ts';
import { SecretaryScreens } from './screens/secretary.ts';

/** The smallest picture there is. */
const scan = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

/** Opens the one session of the folder at its last step. */
const openPages = async (app: RunningApp): Promise<SecretaryScreens> => {
  const session = app.page.getByRole('link', { name: /^Hội đồng tư vấn/ }).first();
  await expect(session).toBeVisible({ timeout: 60_000 });
  await session.click();
  const screens = new SecretaryScreens(app);
  await screens.goTo('Văn bản in');
  return screens;
};

const lockMinutes = async (dataDir: string): Promise<void> => {
  const sessionId = await seedConductedSession(dataDir);
  const application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  try {
    await application.services.sessions.record({ sessionId, events: [{ type: 'minutes.agreed' }] });
    await application.services.documents.lock({ sessionId });
  } finally {
    await application.close();
  }
};

test('a locked page is signed in the window, by one and then by another, and what comes back is checked', async ({
  launch,
  folder,
}) => {
  test.setTimeout(180_000);
  const file = async (name: string, bytes: Uint8Array): Promise<string> => {
    const place = path.join(folder, name);
    await writeFile(place, bytes);
    return place;
  };
  const passphrase = 'mat khau 1';
  const chair = await file(
    'chu-tich.p12',
    makeP12({ name: 'Nguyễn Văn A', passphrase, from: '2020-01-01', to: '2049-01-01' }),
  );
  const secretary = await file(
    'thu-ky.pfx',
    makeP12({ name: 'Trần Thị B', passphrase, from: '2020-01-01', to: '2049-01-01' }),
  );
  const expired = await file(
    'het-han.p12',
    makeP12({ name: 'Lê Văn C', passphrase, from: '2020-01-01', to: '2021-01-01' }),
  );
  const dataDir = path.join(folder, 'locked');
  await lockMinutes(dataDir);

  const app = await launch({ dataDir });
  const { page } = app;
  const screens = await openPages(app);
  const dialog = page.getByRole('dialog');
  const kept = page.getByRole('region', { name: 'Bản đã ký và bản quét' });

  const openCertificate = async (certificate: string, typed: string): Promise<void> => {
    await app.files.choose([certificate]);
    await dialog.getByRole('button', { name: 'Chọn tệp chứng thư…' }).click();
    await dialog.getByLabel('Mật khẩu của chứng thư').fill(typed);
    await dialog.getByRole('button', { name: 'Mở chứng thư' }).click();
  };

  // The chair: an expired certificate and a wrong passphrase first.
  await page.getByRole('button', { name: /^Ký số Biên bản họp/ }).click();
  await openCertificate(expired, passphrase);
  await expect(dialog.getByText(/Chứng thư đã hết hạn ngày 01\/01\/2021/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Ký', exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Chọn tệp khác' }).click();
  await openCertificate(chair, 'sai');
  await expect(dialog.getByText(/sai mật khẩu/)).toBeVisible();
  await dialog.getByLabel('Mật khẩu của chứng thư').fill(passphrase);
  await dialog.getByRole('button', { name: 'Mở chứng thư' }).click();
  await expect(dialog.getByText('từ 01/01/2020 đến 01/01/2049')).toBeVisible();
  await expectAccessible(app);
  await dialog.getByRole('radio', { name: 'Chủ tịch hội đồng' }).check();
  await dialog.getByLabel(/^Lý do ký/).fill('Ký biên bản');
  await dialog.getByRole('button', { name: 'Ký', exact: true }).click();
  const first = kept.getByRole('listitem', { name: /-da-ky\.pdf$/ });
  await expect(first.getByText('1 chữ ký, còn nguyên vẹn; đúng văn bản đã khóa')).toBeVisible({ timeout: 30_000 });

  // The secretary adds a signature to the signed file; both hold.
  await first.getByRole('button', { name: /^Ký tiếp vào/ }).click();
  await openCertificate(secretary, passphrase);
  await expect(dialog.getByRole('radio', { name: 'Chủ tịch hội đồng (đã ký)' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Ký', exact: true }).click();
  const second = kept.getByRole('listitem', { name: /-da-ky-2\.pdf$/ });
  await expect(second.getByText('2 chữ ký, đều còn nguyên vẹn; đúng văn bản đã khóa')).toBeVisible({ timeout: 30_000 });
  await second.getByText(/2 chữ ký/).click();
  await expect(second.getByText('Chữ ký 1: Nguyễn Văn A')).toBeVisible();
  await expect(second.getByText(/chưa kiểm tra tổ chức cấp/)).toBeVisible();
  await expectAccessible(app);

  // A file that comes back with one byte changed says so before it is kept, and so does one that is whole.
  await second.getByRole('button', { name: /^Lưu/ }).click();
  const saved = await readFile((await app.files.saved()).path);
  const changed = Buffer.from(saved);
  changed[400] = (changed[400] ?? 0) ^ 1;
  await app.files.choose([await file('bi-sua.pdf', changed)]);
  await page.getByRole('button', { name: 'Đính kèm bản đã ký hoặc bản quét…' }).click();
  await expect(dialog.getByText(/Không nên tin tệp này/)).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Hủy' }).click();
  await app.files.choose([await file('ky-noi-khac.pdf', saved)]);
  await page.getByRole('button', { name: 'Đính kèm bản đã ký hoặc bản quét…' }).click();
  await expect(dialog.getByText(/Đúng văn bản đã khóa/)).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Đính kèm', exact: true }).click();
  await expect(kept.getByRole('listitem', { name: 'ky-noi-khac.pdf' })).toBeVisible();

  // The scan of pages signed by hand; taken away, and brought back by undo.
  await app.files.choose([await file('trang-ky-tay.png', scan)]);
  await page.getByRole('button', { name: 'Đính kèm bản đã ký hoặc bản quét…' }).click();
  await dialog.getByRole('button', { name: 'Đính kèm', exact: true }).click();
  const scanned = kept.getByRole('listitem', { name: 'trang-ky-tay.png' });
  await expect(scanned).toBeVisible();
  await scanned.getByRole('button', { name: 'Bỏ trang-ky-tay.png' }).click();
  await expect(scanned).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(scanned).toBeVisible();
  await scanned.getByRole('button', { name: 'Xem trang-ky-tay.png' }).click();
  await expect(page.getByRole('img', { name: 'trang-ky-tay.png' })).toBeVisible();

  // Kept for the next start; the passphrase nowhere.
  await screens.saved();
  await app.close();
  for (const entry of await readdir(dataDir, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      expect((await readFile(path.join(entry.parentPath, entry.name))).includes(passphrase), entry.name).toBe(false);
  const again = await launch({ dataDir });
  await openPages(again);
  await expect(again.page.getByText('2 chữ ký, đều còn nguyên vẹn; đúng văn bản đã khóa').first()).toBeVisible({
    timeout: 30_000,
  });
  await again.close();
});
