import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from '../support/running-app.ts';

/** The library of regulation packs and the editor of own ones, by what is written on the screen. */
export class PackScreens {
  readonly app: RunningApp;
  readonly page: Page;

  constructor(app: RunningApp) {
    this.app = app;
    this.page = app.page;
  }

  async openLibrary(): Promise<void> {
    await this.page.getByRole('link', { name: 'HoiDong', exact: true }).click();
    await this.page
      .getByRole('link', { name: /bộ quy định/i })
      .first()
      .click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Bộ quy định' })).toBeVisible();
  }

  /** Copies a pack that ships with the program, and stands in the editor. */
  async copy(shipped: RegExp, title: string): Promise<void> {
    const { page } = this;
    const entry = page.locator('details').filter({ has: page.getByRole('heading', { name: shipped }) });
    await entry.locator('summary').click();
    await entry.getByRole('button', { name: /^Sao chép để sửa/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Sao chép bộ quy định để sửa' });
    await dialog.getByLabel('Tên của bộ quy định riêng').fill(title);
    await dialog.getByRole('button', { name: 'Sao chép', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Tên và phạm vi' })).toBeVisible();
  }

  async goTo(section: string): Promise<void> {
    const sections = this.page.getByRole('navigation', { name: 'Các phần của bộ quy định' });
    await sections.getByRole('link', { name: new RegExp(`^${section}`) }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: section })).toBeVisible();
  }

  async openCriterion(group: string, criterion: string): Promise<void> {
    await this.openItem(group);
    await this.openItem(criterion);
  }

  async openItem(name: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${name}`), expanded: false }).click();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText(/^Đã lưu \d{2}:\d{2}:\d{2}$/)).toBeVisible();
  }

  /** The dialog in which a draft becomes a version. */
  async askToPublish(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Công bố phiên bản…' }).click();
    return this.page.getByRole('dialog', { name: /^Công bố phiên bản \d+$/ });
  }
}
