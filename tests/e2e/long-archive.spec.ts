import path from 'node:path';
import { MOST_LISTED } from '#domain/contract/sessions.ts';
import { fillArchive } from '../support/real-archive.ts';
import { expect, test } from './support/fixtures.ts';

test(
  'a list too long for one answer is read to its end and searched',
  { tag: '@browser-only' },
  async ({ launch, folder }) => {
    const dataDir = path.join(folder, 'filled');
    const total = 2 * MOST_LISTED + 250;
    await fillArchive(dataDir, total);
    const { page } = await launch({ dataDir });
    const count = page.getByRole('status').filter({ hasText: 'phiên họp' });
    await expect(count).toHaveText(`${total} phiên họp`);
    const rows = page.getByRole('table', { name: 'Phiên họp' }).getByRole('row');
    await expect(rows.nth(1)).toContainText(` ${total - 1}/QĐ-THU`);

    // The oldest came with the last part: 17, after 117, 217 and so on.
    await page.getByRole('searchbox', { name: 'Tìm phiên họp' }).fill('17/qd-thu');
    await expect(count).toContainText('8 phiên họp');
    await expect(rows.last()).toContainText(' 17/QĐ-THU');

    await rows
      .last()
      .getByRole('button', { name: /vào thùng rác$/ })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ vào thùng rác' }).click();
    await expect(count).toContainText('7 phiên họp');
    await page.getByRole('button', { name: 'Bỏ tìm và lọc' }).click();
    await expect(count).toHaveText(`${total - 1} phiên họp`);
  },
);
