import path from 'node:path';
import type { Page } from '@playwright/test';
import { blankDossier } from '#domain/session/blank.ts';
import { createApplication } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { expect, test } from './support/fixtures.ts';
import { PackScreens } from './screens/packs.ts';
import { SecretaryScreens } from './screens/secretary.ts';

const undo = async (page: Page, times: number): Promise<void> => {
  for (let done = 0; done < times; done += 1) await page.getByRole('button', { name: /^Hoàn tác/ }).click();
};

test('a number cleared in the pack editor stays empty, is named, and is taken again', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
  const packs = new PackScreens(app);
  await page.getByRole('button', { name: /^Thư ký hội đồng/ }).click();
  await packs.openLibrary();
  await packs.copy(/15\/2022/, 'Bộ quy định riêng');

  // A whole number that the rule can't do without.
  await packs.goTo('Thành phần');
  const size = page.getByRole('region', { name: 'Số thành viên' });
  const least = size.getByRole('textbox', { name: 'Ít nhất' });
  const before = await least.inputValue();
  await least.fill('');
  await expect(size).toContainText('Cần một số nguyên.');
  await least.press('Tab');
  await expect(least).toHaveValue('');
  await expect(page.getByText('Phần này còn 1 chỗ cần sửa')).toBeVisible();
  // It is still missing after leaving the part and another start, and nothing is published meanwhile.
  await packs.saved();
  await packs.goTo('Từ ngữ');
  await page.reload();
  await packs.goTo('Thành phần');
  await expect(least).toHaveValue('');
  const refused = await packs.askToPublish();
  await expect(refused.getByRole('listitem')).toHaveText('Thành phần › Số thành viên › Ít nhất: cần một số nguyên');
  await page.keyboard.press('Escape');
  await least.pressSequentially('5');
  await expect(least).toHaveValue('5');
  await expect(page.getByText(/Phần này còn/)).toHaveCount(0);
  await undo(page, 2);
  await expect(least).toHaveValue(before);

  // A decimal, and one within a line that names it.
  await packs.goTo('Kết luận, xếp hạng');
  const threshold = page.getByRole('textbox', { name: 'Điểm trung bình' });
  await threshold.fill('');
  await threshold.press('Tab');
  await expect(threshold).toHaveValue('');
  await expect(page.getByRole('region', { name: 'Ngưỡng điểm' })).toContainText('Cần một số, ví dụ 12,5.');
  await packs.goTo('Mẫu phiếu, tiêu chí');
  await packs.openCriterion('Tiêu chí đánh giá', 'Tính cấp thiết');
  const most = page.getByRole('textbox', { name: 'Điểm tối đa' });
  await most.fill('');
  await most.press('Tab');
  await expect(most).toHaveValue('');
  await expect(page.getByRole('button', { name: /^Tính cấp thiết/ })).toContainText('tối đa … điểm');
  await most.fill('15');
  await packs.goTo('Kết luận, xếp hạng');
  await threshold.fill('72,5');
  await threshold.press('Tab');
  await expect(threshold).toHaveValue('72,5');
  await expect(page.getByText(/chỗ cần sửa/)).toHaveCount(0);
});

test('a number cleared in a dossier stays empty until one is given, and says what is kept', async ({
  launch,
  folder,
}) => {
  const dataDir = path.join(folder, 'seeded');
  const application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  const { sessions, app: service } = application.services;
  const { sessionId } = await sessions.create({ kind: 'acceptance' });
  await sessions.record({
    sessionId,
    events: [
      { type: 'field.set', field: 'council.name', value: 'Hội đồng nghiệm thu' },
      {
        type: 'dossier.added',
        dossier: {
          ...blankDossier('d1'),
          title: 'Hồ sơ nghiệm thu',
          products: [{ id: 'p1', name: 'Báo cáo', group: 'I' }],
          deliveries: { p1: { quantity: { ordered: '10', delivered: '8' }, volume: null } },
          lateness: { daysLate: 12, due: null, consented: false },
        },
      },
    ],
  });
  await service.setPreferences({ role: 'secretary' });
  await application.close();

  const app = await launch({ dataDir });
  const { page } = app;
  const secretary = new SecretaryScreens(app);
  await page.getByRole('link', { name: /^Hội đồng nghiệm thu/ }).click();
  await secretary.goTo('Hồ sơ');
  await page.getByRole('button', { name: /Hồ sơ nghiệm thu/, expanded: false }).click();

  const late = page.getByRole('textbox', { name: 'Số ngày nộp muộn' });
  await late.fill('');
  await late.press('Tab');
  await expect(late).toHaveValue('');
  await expect(page.getByText('Hãy nhập số ngày; khi chưa nhập, chương trình vẫn giữ số 12.')).toBeVisible();
  await late.pressSequentially('3');
  await late.press('Tab');
  await expect(late).toHaveValue('3');
  await undo(page, 1);
  await expect(late).toHaveValue('12');

  const ordered = page.getByRole('textbox', { name: 'Số lượng, đặt hàng' });
  const delivered = page.getByRole('textbox', { name: 'Số lượng, bàn giao' });
  await ordered.fill('');
  await ordered.press('Tab');
  await expect(ordered).toHaveValue('');
  await expect(page.getByText(/khi chưa nhập, chương trình vẫn giữ số 10/)).toBeVisible();
  // Both cleared: nobody wrote the figures down.
  await delivered.fill('');
  await delivered.press('Tab');
  await expect(page.getByText(/chương trình vẫn giữ số/)).toHaveCount(0);
  await secretary.saved();
  await page.reload();
  await page.getByRole('button', { name: /Hồ sơ nghiệm thu/, expanded: false }).click();
  await expect(ordered).toHaveValue('');
  await expect(delivered).toHaveValue('');
  await undo(page, 1);
  await expect(ordered).toHaveValue('10');
  await expect(delivered).toHaveValue('8');
});
