import { expect, type Locator, type Page } from '@playwright/test';
import type { SampleSession } from '#domain/samples/sample-session.ts';
import type { DossierText } from '#domain/samples/dossier-text.ts';
import type { Office } from '#domain/regulation/pack.ts';
import { sessionMessages } from '#domain/text/messages/session.ts';
import type { RunningApp } from '../support/running-app.ts';

const shownDay = (day: string | null): string => (day ?? '').split('-').reverse().join('/');

/** The steps of a session as the secretary walks them, by what is written on the screen. */
export class SecretaryScreens {
  readonly app: RunningApp;
  readonly page: Page;

  constructor(app: RunningApp) {
    this.app = app;
    this.page = app.page;
  }

  async chooseRole(): Promise<void> {
    await this.page.getByRole('button', { name: /^Thư ký hội đồng/ }).click();
  }

  async goTo(step: string): Promise<void> {
    // Beside a page that is read, in large text, the steps are folded behind a button.
    const fold = this.page.getByRole('button', { name: 'Các bước', exact: true, expanded: false });
    if (await fold.isVisible()) await fold.click();
    const steps = this.page.getByRole('navigation', { name: 'Các bước của phiên họp' });
    await steps.getByRole('link', { name: new RegExp(`^${step}`) }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: step })).toBeVisible();
  }

  /** The disk has everything on the screen. */
  async saved(): Promise<void> {
    await expect(this.page.getByText(/^Đã lưu \d{2}:\d{2}:\d{2}$/)).toBeVisible();
  }

  async createSelectionSession(): Promise<void> {
    await this.page.getByRole('button', { name: 'Tạo phiên họp' }).first().click();
    const dialog = this.page.getByRole('dialog', { name: 'Tạo phiên họp mới' });
    await dialog.getByRole('radio', { name: 'Tuyển chọn, giao trực tiếp' }).check();
    await dialog.getByRole('button', { name: 'Tạo', exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Hội đồng' })).toBeVisible();
  }

  async fillCouncil({ council }: SampleSession): Promise<void> {
    const { page } = this;
    await page.getByLabel('Tên hội đồng').fill(council.name);
    await page.getByLabel('Chương trình', { exact: true }).fill(council.programme);
    await page.getByLabel('Số quyết định').fill(council.decision.number);
    await page.getByLabel('Ngày quyết định').fill(shownDay(council.decision.date));
    await page.getByLabel('Cơ quan ban hành').fill(council.decision.issuer);
    await page.getByLabel('Cơ quan chủ quản').fill(council.decision.parentIssuer);
    await page.getByLabel('Ngày phê duyệt nhiệm vụ').fill(shownDay(council.taskApprovedOn));
    await page
      .getByRole('article')
      .filter({ hasText: 'Đề xuất' })
      .getByRole('button', { name: /^Dùng bộ này/ })
      .click();
    await expect(page.getByRole('article').filter({ hasText: 'Đang dùng' })).toContainText('15/2022');
    await this.saved();
  }

  async fillMeeting({ meeting }: SampleSession): Promise<void> {
    const { page } = this;
    await this.goTo('Phiên họp');
    await page.getByLabel('Địa điểm').fill(meeting.place);
    await page.getByLabel('Hình thức họp').selectOption('hybrid');
    const startsAt = meeting.startsAt ?? '';
    const start = page.getByRole('group', { name: 'Bắt đầu' });
    await start
      .getByRole('textbox')
      .first()
      .fill(shownDay(startsAt.slice(0, 10)));
    await start.getByRole('textbox').nth(1).fill(startsAt.slice(11));
    await page.getByRole('textbox', { name: 'Khách mời' }).fill(meeting.guests);
    await page.getByRole('textbox', { name: 'Chương trình họp' }).fill(meeting.agenda);
    await this.saved();
  }

  async addMembers({ members }: SampleSession): Promise<void> {
    const { page } = this;
    const offices: Readonly<Record<Office, string>> = sessionMessages.vi;
    await this.goTo('Thành viên');
    for (const member of members) {
      await page.getByRole('button', { name: 'Thêm thành viên' }).click();
      await page.getByLabel('Họ và tên').fill(member.name);
      await page.getByLabel('Chức danh trong hội đồng').selectOption({ label: offices[member.office] });
      await page.getByLabel('Học hàm, học vị').fill(member.academicTitle);
      await page.getByLabel('Chức vụ').fill(member.position);
      await page.getByLabel('Cơ quan công tác').fill(member.organisation);
      await page.getByRole('switch', { name: 'Ngoài cơ quan chủ trì' }).setChecked(member.outside);
      await page.getByRole('button', { name: 'Xong' }).click();
    }
    await this.saved();
  }

  /** Adds dossiers with their files: the first by the file dialog, the others by drag and drop. */
  async addDossiers(
    texts: readonly DossierText[],
    fileOf: (text: DossierText) => string,
    contest: string,
  ): Promise<void> {
    const { page } = this;
    await this.goTo('Hồ sơ');
    for (const [index, text] of texts.entries()) {
      await page.getByRole('button', { name: 'Thêm hồ sơ' }).click();
      await page.getByLabel('Mã hồ sơ').fill(text.code);
      await page.getByLabel('Tên nhiệm vụ').fill(text.title);
      await page.getByLabel('Tổ chức chủ trì').fill(text.hostOrganisation);
      await page.getByLabel('Chủ nhiệm').fill(text.principalInvestigator);
      await page.getByLabel('Nhiệm vụ dự tuyển').fill(contest);
      const attach = page.getByRole('button', { name: 'Đính kèm tệp…' });
      if (index === 0) {
        await this.app.files.choose([fileOf(text)]);
        await attach.click();
      } else await this.app.files.drop(attach, [fileOf(text)]);
      await expect(page.getByText(/\d+ trang/)).toBeVisible();
      await page.getByRole('button', { name: 'Xong' }).click();
    }
    await this.saved();
  }

  async confirmConflict(memberName: string, dossierCode: string, reason: string): Promise<void> {
    const { page } = this;
    await this.goTo('Xung đột lợi ích');
    await page
      .getByLabel(`Xung đột lợi ích của ${memberName} với hồ sơ ${dossierCode}`)
      .selectOption({ label: 'Đã xác nhận' });
    await page.getByLabel(`Lý do: ${memberName}, hồ sơ ${dossierCode}`).fill(reason);
    await this.saved();
  }

  /** Makes everybody's package; answers with each member's file and the passphrase shown on the screen. */
  async makePackages(
    vaultPassphrase: string,
    count: number,
  ): Promise<ReadonlyMap<string, { readonly path: string; readonly passphrase: string }>> {
    const { page } = this;
    await this.goTo('Gói cho thành viên');
    await page.getByRole('button', { name: 'Tạo gói cho tất cả' }).click();
    const vault = page.getByRole('dialog', { name: 'Đặt mật khẩu kho khóa' });
    await vault.getByLabel('Mật khẩu kho khóa').fill(vaultPassphrase);
    await vault.getByLabel('Nhập lại mật khẩu').fill(vaultPassphrase);
    await vault.getByRole('button', { name: 'Đặt mật khẩu và tiếp tục' }).click();
    const save = page.getByRole('button', { name: `Lưu ${count} tệp gói` });
    await expect(save).toBeEnabled({ timeout: 120_000 });
    await save.click();
    const files = new Map((await this.app.files.savedAll(count)).map(({ name, path }) => [name, path]));
    const made = page.getByRole('region', { name: 'Các gói vừa tạo' });
    const rows = await made.getByRole('row').all();
    const packages = new Map<string, { path: string; passphrase: string }>();
    for (const row of rows.slice(1)) {
      const name = await row.getByRole('rowheader').innerText();
      const cells = await row.getByRole('cell').allInnerTexts();
      const file = [...files].find(([fileName]) => cells[0]?.includes(fileName));
      if (!file) throw new Error(`no file for ${name}: ${cells.join(' | ')}`);
      packages.set(name, { path: file[1], passphrase: await row.locator('code').innerText() });
    }
    return packages;
  }

  async savePassphraseSlips(): Promise<string> {
    await this.page.getByRole('button', { name: 'Lưu phiếu mật khẩu (PDF)' }).click();
    return (await this.app.files.saved()).path;
  }

  async previewReturns(paths: readonly string[]): Promise<Locator> {
    const { page } = this;
    await this.goTo('Phiếu gửi lại');
    await this.app.files.choose(paths);
    await page.getByRole('button', { name: 'Chọn tệp phiếu…' }).click();
    const report = page.getByRole('region', { name: 'Kết quả đọc tệp' });
    await expect(report).toBeVisible({ timeout: 60_000 });
    return report;
  }

  async takeReturns(count: number): Promise<void> {
    await this.page.getByRole('button', { name: count === 1 ? 'Nhận 1 tệp' : `Nhận ${count} tệp` }).click();
    await expect(this.page.getByRole('region', { name: 'Kết quả đọc tệp' })).toBeHidden();
    await this.saved();
  }

  async recordAttendance({ attendance, members }: SampleSession): Promise<void> {
    const { page } = this;
    const words = { present: 'Có mặt', online: 'Trực tuyến', absent: 'Vắng mặt' } as const;
    await this.goTo('Điểm danh');
    for (const { memberId, status, reason, writtenComments } of attendance) {
      const name = members.find(({ id }) => id === memberId)?.name ?? '';
      await page
        .getByRole('radiogroup', { name: `Điểm danh ${name}` })
        .getByRole('radio', { name: words[status] })
        .check();
      if (status !== 'absent') continue;
      await page.getByLabel(`Lý do vắng mặt của ${name}`).fill(reason);
      await page.getByLabel(`Ý kiến bằng văn bản của ${name}`).fill(writtenComments);
    }
    await expect(page.getByText('Đủ điều kiện họp', { exact: true })).toBeVisible();
    await this.saved();
  }

  async closeCount({ countingCommittee, members }: SampleSession): Promise<void> {
    const { page } = this;
    await this.goTo('Kiểm phiếu');
    for (const id of countingCommittee) {
      const name = members.find((member) => member.id === id)?.name ?? '';
      await page.getByRole('checkbox', { name: `${name} trong ban kiểm phiếu` }).check();
    }
    await page.getByRole('button', { name: 'Chốt kiểm phiếu', exact: true }).click();
    await page
      .getByRole('dialog', { name: 'Chốt kiểm phiếu?' })
      .getByRole('button', { name: 'Chốt kiểm phiếu' })
      .click();
    await expect(page.getByText(/^Đã chốt lúc/)).toBeVisible();
  }

  async adoptConclusion(): Promise<void> {
    await this.goTo('Kết quả');
    await this.page.getByRole('button', { name: 'Hội đồng thông qua kết luận' }).click();
    await expect(this.page.getByText(/^Hội đồng đã thông qua kết luận lúc/)).toBeVisible();
    await this.saved();
  }

  /** Writes what was said: two statements of the sample, one of them the dissent, and the end of the meeting. */
  async writeMinutes({ meeting, members, minutes }: SampleSession): Promise<void> {
    const { page } = this;
    await this.goTo('Biên bản');
    await page.getByLabel('Số', { exact: true }).fill(minutes.number);
    await page.getByLabel('Ký hiệu').fill(minutes.symbol);
    const endsAt = meeting.endsAt ?? '';
    const end = page.getByRole('group', { name: 'Kết thúc phiên họp' });
    await end
      .getByRole('textbox')
      .first()
      .fill(shownDay(endsAt.slice(0, 10)));
    await end.getByRole('textbox').nth(1).fill(endsAt.slice(11));
    const said = minutes.statements.filter(
      ({ kind, memberId }) => memberId !== null && (kind === 'opinion' || kind === 'dissent'),
    );
    const kinds = { opinion: 'Ý kiến', dissent: 'Bảo lưu ý kiến' } as const;
    for (const statement of [
      said.find(({ kind }) => kind === 'opinion'),
      said.find(({ kind }) => kind === 'dissent'),
    ]) {
      if (statement?.kind !== 'opinion' && statement?.kind !== 'dissent')
        throw new Error('the sample has an opinion and a dissent');
      const name = members.find(({ id }) => id === statement.memberId)?.name ?? '';
      await page.getByRole('button', { name: 'Thêm ý kiến' }).first().click();
      await page.getByLabel('Loại', { exact: true }).selectOption({ label: kinds[statement.kind] });
      const person = page.getByLabel('Người phát biểu', { exact: true });
      await person.selectOption(await person.locator('option').filter({ hasText: name }).first().getAttribute('value'));
      await page.getByLabel('Nội dung', { exact: true }).fill(statement.text);
      await page.getByRole('button', { name: 'Xong', exact: true }).click();
    }
    await this.saved();
    await expect(page.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Thống nhất biên bản…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đã thống nhất' }).click();
    await this.saved();
  }

  /** Saves the whole set as one PDF; answers with its place. */
  async saveWholeSet(): Promise<string> {
    await this.goTo('Văn bản in');
    await this.page.getByRole('button', { name: 'Lưu cả bộ thành một tệp PDF' }).click();
    return (await this.app.files.saved()).path;
  }

  /** Saves one page by its name in the list. */
  async savePage(name: string): Promise<string> {
    await this.page.getByRole('button', { name: `Lưu PDF: ${name}` }).click();
    return (await this.app.files.saved()).path;
  }

  async lockMinutes(): Promise<void> {
    await this.page.getByRole('button', { name: 'Khóa biên bản…' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Khóa', exact: true }).click();
    await expect(this.page.getByText(/^Đã khóa lúc/).first()).toBeVisible({ timeout: 120_000 });
  }
}
