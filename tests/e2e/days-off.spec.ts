import path from 'node:path';
import { createApplication } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { expect, test } from './support/fixtures.ts';
import { expectAccessible } from './support/accessibility.ts';
import { SecretaryScreens } from './screens/secretary.ts';

test('a deadline in working days is counted without the days off that the secretary names', async ({
  launch,
  folder,
}) => {
  const dataDir = path.join(folder, 'seeded');
  const application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  const { services } = application;
  const { sessionId } = await services.sessions.create({ kind: 'selection' });
  await services.sessions.record({
    sessionId,
    events: [
      { type: 'field.set', field: 'council.name', value: 'Hội đồng tuyển chọn' },
      // A Monday.
      { type: 'field.set', field: 'meeting.startsAt', value: '2099-11-23T08:00' },
      {
        type: 'pack.chosen',
        pack: await services.packs.get({ packId: 'nscl-selection-2022', version: 1 }),
        reason: '',
      },
    ],
  });
  await services.app.setPreferences({ role: 'secretary' });
  await application.close();

  const app = await launch({ dataDir });
  const { page } = app;
  const secretary = new SecretaryScreens(app);
  await page.getByRole('link', { name: /^Hội đồng tuyển chọn/ }).click();
  await secretary.goTo('Phiên họp');
  const deadlines = page.getByRole('region', { name: 'Thời hạn theo bộ quy định' });
  const dossiers = deadlines.getByRole('listitem').filter({ hasText: 'Gửi hồ sơ đến thành viên' });
  await expect(dossiers).toContainText('Chậm nhất ngày 18/11/2099');

  await deadlines.getByText('Ngày nghỉ: chưa ghi ngày nào').click();
  const add = deadlines.getByRole('button', { name: 'Thêm ngày nghỉ' });
  await deadlines.getByLabel('Dịp nghỉ').fill('Nghỉ lễ');
  await deadlines.getByLabel('Từ ngày').fill('19/11/2099');
  await deadlines.getByLabel('Đến hết ngày').fill('18/11/2099');
  await expect(deadlines.getByText(/^Ngày cuối phải từ ngày đầu trở đi/)).toBeVisible();
  await expect(add).toBeDisabled();
  await deadlines.getByLabel('Đến hết ngày').fill('20/11/2099');
  await add.click();
  await expect(dossiers).toContainText('Chậm nhất ngày 16/11/2099');
  await expect(deadlines.getByText('Ngày nghỉ: Nghỉ lễ (19/11/2099 đến 20/11/2099)')).toBeVisible();
  await expectAccessible(app);

  // One day off has no last day of its own.
  await deadlines.getByLabel('Từ ngày').fill('16/11/2099');
  await add.click();
  await expect(dossiers).toContainText('Chậm nhất ngày 13/11/2099');
  await secretary.saved();
  await page.reload();
  await expect(dossiers).toContainText('Chậm nhất ngày 13/11/2099');
  await page.getByRole('button', { name: /^Hoàn tác/ }).click();
  await expect(dossiers).toContainText('Chậm nhất ngày 16/11/2099');
  await deadlines.getByText(/^Ngày nghỉ: Nghỉ lễ/).click();
  await deadlines.getByRole('button', { name: 'Bỏ ngày nghỉ: Nghỉ lễ (19/11/2099 đến 20/11/2099)' }).click();
  await expect(dossiers).toContainText('Chậm nhất ngày 18/11/2099');

  await page.getByRole('link', { name: 'Lịch sử thay đổi' }).click();
  await expect(page.getByText(/sửa các ngày nghỉ/i).first()).toBeVisible();
});
