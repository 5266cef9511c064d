import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from '../support/running-app.ts';

/** Backups, restoring, moving to another computer and the ways out of damage, by what is written on the screen. */
export class StorageScreens {
  readonly app: RunningApp;
  readonly page: Page;

  constructor(app: RunningApp) {
    this.app = app;
    this.page = app.page;
  }

  async open(): Promise<void> {
    await this.home();
    await this.page.getByRole('link', { name: 'Sao lưu và chuyển máy' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Sao lưu và chuyển máy' })).toBeVisible();
  }

  /** The list of sessions. */
  async home(): Promise<void> {
    await this.page.getByRole('link', { name: 'HoiDong' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Các phiên họp' })).toBeVisible();
  }

  get own(): Locator {
    return this.page.getByRole('region', { name: 'Bản sao lưu trên máy này' });
  }

  get second(): Locator {
    return this.page.getByRole('region', { name: 'Thư mục sao lưu thứ hai' });
  }

  async backUp(): Promise<void> {
    await this.own.getByRole('button', { name: 'Sao lưu ngay' }).click();
    await expect(this.page.getByText(/^Đã sao lưu: /)).toBeVisible();
  }

  /** Names the second folder: in the system's dialog where there is one, else by its path. */
  async nameSecondFolder(folder: string): Promise<void> {
    if (this.app.host === 'chromium') {
      await this.second.getByLabel('Đường dẫn đầy đủ của thư mục').fill(folder);
      await this.second.getByRole('button', { name: 'Dùng thư mục này' }).click();
    } else await this.second.getByRole('button', { name: 'Chọn thư mục…' }).click();
    await expect(this.second.getByRole('table')).toBeVisible();
  }

  /** Opens the oldest backup of this computer and restores what the button is named after. */
  async restore(button: RegExp): Promise<void> {
    await this.own
      .getByRole('link', { name: /^Xem và khôi phục từ/ })
      .last()
      .click();
    await this.page.getByRole('button', { name: button }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Khôi phục' }).click();
  }

  /** A session from the list. */
  async openSession(name: string): Promise<void> {
    await this.home();
    await this.page.getByRole('table').getByRole('link', { name }).click();
    await this.page
      .getByRole('link', { name: /^Hội đồng/ })
      .first()
      .click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Hội đồng' })).toBeVisible();
  }
}
