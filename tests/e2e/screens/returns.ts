import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from '../support/running-app.ts';

/** The returns screen and the keys beside it, by what is written on them. */
export class ReturnsScreens {
  readonly app: RunningApp;
  readonly page: Page;

  constructor(app: RunningApp) {
    this.app = app;
    this.page = app.page;
  }

  /** Opens the one session of the archive at its returns. */
  async open(): Promise<void> {
    await this.page.getByRole('table').getByRole('link').first().click();
    await this.page
      .getByRole('navigation', { name: 'Các bước của phiên họp' })
      .getByRole('link', { name: /^Phiếu gửi lại/ })
      .click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Phiếu gửi lại' })).toBeVisible();
  }

  async openKeys(): Promise<void> {
    await this.page.getByRole('link', { name: 'Khóa và khi bị mất' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Khóa và khi bị mất' })).toBeVisible();
  }

  /** Names a folder to be watched: in the dialog of the desktop, or by its path. */
  async watch(folder: string): Promise<void> {
    const { app, page } = this;
    if (app.host !== 'chromium') await app.files.choose([folder]);
    await page.getByRole('button', { name: 'Theo dõi một thư mục…' }).click();
    if (app.host !== 'chromium') return;
    const dialog = page.getByRole('dialog', { name: 'Thư mục nào?' });
    await dialog.getByLabel('Đường dẫn của thư mục').fill(folder);
    await dialog.getByRole('button', { name: 'Theo dõi thư mục này' }).click();
  }

  async unlock(passphrase: string): Promise<void> {
    const vault = this.page.getByRole('dialog', { name: 'Mở kho khóa' });
    await vault.getByLabel('Mật khẩu kho khóa').fill(passphrase);
    await vault.getByRole('button', { name: 'Mở kho khóa' }).click();
    await expect(vault).toBeHidden({ timeout: 60_000 });
  }

  /** The list of what is new in the folder. */
  fresh(count: number): Locator {
    return this.page.getByRole('region', { name: `Phiếu mới trong thư mục (${count})` });
  }

  async take(count: number): Promise<void> {
    await this.page.getByRole('button', { name: count === 1 ? 'Nhận 1 tệp' : `Nhận ${count} tệp` }).click();
  }

  /** How many members have returned, by the overview. */
  received(): Locator {
    return this.page
      .getByRole('region', { name: 'Ai đã gửi phiếu cho hồ sơ nào' })
      .getByRole('button', { name: /^Giấy biên nhận/ });
  }
}
