import path from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { seedConductedSession } from './support/seeded-session.ts';
import { PackScreens } from './screens/packs.ts';
import { SecretaryScreens } from './screens/secretary.ts';

test('a secretary makes a pack of the council’s own and changes a session to it, knowingly', async ({
  launch,
  folder,
}) => {
  test.setTimeout(240_000);
  const dataDir = path.join(folder, 'seeded');
  await seedConductedSession(dataDir);
  const app = await launch({ dataDir });
  const { page } = app;
  const packs = new PackScreens(app);
  const secretary = new SecretaryScreens(app);

  // Copy, and change a criterion so that the points no longer add up.
  await packs.openLibrary();
  await packs.copy(/15\/2022/, 'Bộ quy định riêng của hội đồng');
  await packs.goTo('Mẫu phiếu, tiêu chí');
  await packs.openCriterion('Tiêu chí đánh giá', 'Tính cấp thiết');
  await page.getByLabel('Điểm tối đa').fill('20');
  await packs.saved();
  await expect(page.getByText('Phần này còn 1 chỗ cần sửa')).toBeVisible();
  await expect(page.getByText('Tổng điểm tối đa: 105 trên thang 100.')).toBeVisible();
  await expect(page.getByText(/vẫn mang mã “B8-ĐGNV”/)).toBeVisible();
  await expectAccessible(app);
  const refused = await packs.askToPublish();
  await expect(refused).toContainText('Cần sửa các chỗ sau trước khi công bố');
  await expect(refused.getByRole('button', { name: 'Công bố', exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');

  // What was typed is still there after another start; the mistake is put right.
  await page.reload();
  await packs.goTo('Mẫu phiếu, tiêu chí');
  await expect(page.getByText('Phần này còn 1 chỗ cần sửa')).toBeVisible();
  await packs.openCriterion('Tiêu chí đánh giá', 'Tính khả thi');
  await page.getByLabel('Điểm tối đa').fill('45');
  await expect(page.getByText('Phần này còn 1 chỗ cần sửa')).toHaveCount(0);
  await page.getByLabel('Mã biểu').fill('');
  await packs.goTo('Kết luận, xếp hạng');
  await page.getByLabel('Điểm trung bình').fill('75');
  await packs.saved();
  await expectAccessible(app);

  const publish = await packs.askToPublish();
  await expect(publish.getByRole('row').filter({ hasText: 'Ngưỡng điểm › Điểm trung bình' })).toContainText('7075');
  await publish.getByLabel('Người sửa').fill('Nguyễn Văn A');
  await publish.getByLabel('Lý do, căn cứ của việc sửa').fill('Theo quy chế của cơ quan');
  await publish.getByRole('button', { name: 'Công bố', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bộ quy định riêng của hội đồng' })).toBeVisible();
  await expect(page.getByText('Theo quy chế của cơ quan')).toBeVisible();
  await expectAccessible(app);

  // The session has ballots: the change names those it touches and asks why.
  await page.getByRole('link', { name: 'HoiDong', exact: true }).click();
  await page
    .getByRole('link', { name: /^Hội đồng tư vấn tuyển chọn/ })
    .first()
    .click();
  await secretary.saved();
  await secretary.goTo('Kiểm phiếu');
  const reopen = page.getByRole('button', { name: 'Mở lại kiểm phiếu…' });
  await expect(reopen).toBeVisible();
  await secretary.goTo('Hội đồng');
  await expect(page.getByText('Lúc này không đổi được bộ quy định')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Dùng bộ này/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Tới bước Kiểm phiếu' }).click();
  await reopen.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Đổi bộ quy định');
  await dialog.getByRole('button', { name: /^Mở lại/ }).click();
  await secretary.saved();
  await secretary.goTo('Hội đồng');
  await page.getByRole('button', { name: 'Dùng bộ này: Bộ quy định riêng của hội đồng' }).click();
  const change = page.getByRole('dialog', { name: 'Đổi bộ quy định khi đã có phiếu?' });
  await expect(change).toContainText(/\d+ phiếu bị ảnh hưởng/);
  await expect(change.getByRole('row').nth(1)).toContainText(/Mẫu phiếu có chỗ khác|Không còn hợp lệ/);
  const confirm = change.getByRole('button', { name: 'Đổi bộ quy định' });
  await expect(confirm).toBeDisabled();
  await change.getByLabel('Lý do đổi bộ quy định').fill('Áp dụng quy chế mới');
  await expectAccessible(app);
  await confirm.click();
  await secretary.saved();
  await expect(page.getByRole('article').filter({ hasText: 'Đang dùng' })).toContainText(
    'Bộ quy định riêng của hội đồng',
  );
  await secretary.goTo('Phiên họp');
  await expect(page.getByRole('region', { name: 'Thời hạn theo bộ quy định' })).toContainText('Chậm nhất ngày');
  await page.getByRole('link', { name: 'Lịch sử thay đổi' }).click();
  await expect(page.getByText(/lý do: Áp dụng quy chế mới/)).toBeVisible();

  // Taken out of the library by keyboard; the focus comes back when it is left undone.
  await packs.openLibrary();
  const remove = page.getByRole('button', { name: 'Bỏ bộ quy định: Bộ quy định riêng của hội đồng' });
  await remove.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(remove).toBeFocused();
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog', { name: 'Bỏ bộ quy định này?' })
    .getByRole('button', { name: 'Bỏ bộ quy định' })
    .click();
  await expect(remove).toHaveCount(0);
});
