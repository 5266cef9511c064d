import { expect, type Page } from '@playwright/test';
import type { Ballot } from '#domain/forms/ballot.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import type { RunningApp } from '../support/running-app.ts';

/** The member's part, by what is written on the screen. */
export class MemberScreens {
  readonly app: RunningApp;
  readonly page: Page;

  constructor(app: RunningApp) {
    this.app = app;
    this.page = app.page;
  }

  async chooseRole(): Promise<void> {
    await this.page.getByRole('button', { name: /^Thành viên hội đồng/ }).click();
  }

  async offerPackage(path: string): Promise<void> {
    await this.app.files.choose([path]);
    await this.page.getByRole('button', { name: 'Mở tệp thư ký gửi…' }).click();
  }

  async enterPassphrase(passphrase: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Mở gói phiên họp' });
    await dialog.getByLabel('Mật khẩu của gói').fill(passphrase);
    await dialog.getByRole('button', { name: 'Mở gói' }).click();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText(/^Đã lưu \d{2}:\d{2}:\d{2}$/)).toBeVisible();
  }

  /** Writes a whole ballot of points into the dossier that is open. */
  async writeBallot(ballot: Ballot, labels: readonly string[]): Promise<void> {
    const { page } = this;
    for (const [index, [, answer]] of Object.entries(ballot.answers).entries()) {
      if (answer.value?.kind !== 'points') throw new Error('a ballot of points');
      const name = `${index + 1}. ${labels[index] ?? ''}`;
      await page.getByRole('textbox', { name, exact: true }).fill(formatDecimal(answer.value.points));
      await page
        .getByRole('textbox', { name: new RegExp(`^Nhận xét.*: ${labels[index] ?? ''}$`) })
        .fill(answer.comment);
    }
    await page.getByRole('textbox', { name: /^Nhận xét chung, kiến nghị/ }).fill(ballot.comment);
    await this.saved();
  }
}
