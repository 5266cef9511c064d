import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { criteriaOf } from '#domain/forms/points.ts';
import { formFor } from '#domain/session/ballots.ts';
import { createApplication, type Application } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';

const MOST_TABS = 60;

/** Presses Tab until the element has the focus. */
const tabTo = async (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('the keyboard does not get there');
};

const press = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
};

/** Writes over what stands in the field that has the focus. */
const write = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
};

type Issued = {
  readonly application: Application;
  readonly sessionId: string;
  readonly memberId: string;
  readonly path: string;
  readonly passphrase: string;
};

/** The sample session with a package for one reviewer who judges all of it. */
const issuePackage = async (folder: string): Promise<Issued> => {
  const application = await createApplication(nodePorts('cli', path.join(folder, 'secretary'), () => undefined));
  const { services } = application;
  const { sessionId } = await services.sessions.createSample(undefined);
  await services.vault.create({ passphrase: 'mật khẩu của thư ký' });
  const { session } = await services.sessions.get({ sessionId });
  const memberId = session.memberOrder.find(
    (id) => session.members[id]?.office === 'reviewer' && Object.values(session.conflicts[id] ?? {}).length === 0,
  );
  if (memberId === undefined) throw new Error('the sample has a reviewer without conflicts');
  const { file, passphrase } = await services.packages.issue({ sessionId, memberId });
  const target = path.join(folder, file.name);
  await mkdir(folder, { recursive: true });
  await writeFile(target, new Uint8Array(await file.arrayBuffer()));
  return { application, sessionId, memberId, path: target, passphrase };
};

test('a member opens, scores, sends and gets a receipt by keyboard alone', async ({ launch, folder }) => {
  test.setTimeout(300_000);
  const issued = await issuePackage(folder);
  const { services } = issued.application;
  const app = await launch();
  const { page } = app;

  await test.step('choose the role and open the package', async () => {
    await press(page, page.getByRole('button', { name: /^Thành viên hội đồng/ }));
    await expect(page.getByRole('heading', { level: 1, name: 'Phiên họp của tôi' })).toBeVisible();
    await expectAccessible(app);
    await app.files.choose([issued.path]);
    await press(page, page.getByRole('button', { name: 'Mở tệp thư ký gửi…' }));
    const field = page.getByLabel('Mật khẩu của gói');
    await expect(field).toBeFocused();
    await page.keyboard.type('HHHH-HHHH-HHHH-HHHH');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Mật khẩu không đúng', { timeout: 30_000 });
    await expectAccessible(app);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('HHHH-HHHH-HHHH-HHHH');
    // As somebody copies it from the slip: small letters, no dashes.
    await write(page, issued.passphrase.toLowerCase().replaceAll('-', ''));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: 'Việc tiếp theo' })).toBeVisible({ timeout: 30_000 });
    await expectAccessible(app);
  });

  const score = (number: number): Locator => page.getByRole('textbox', { name: new RegExp(`^${number}\\. `) });
  const total = page.locator('p').filter({ hasText: /^Tổng điểm/ });
  const overall = page.getByRole('textbox', { name: /^Nhận xét chung/ });

  await test.step('score the first dossier', async () => {
    await press(page, page.getByRole('link', { name: 'Bắt đầu chấm hồ sơ 1' }));
    await expect(page.locator('canvas').first()).toBeVisible();
    await expectAccessible(app);
    await page.keyboard.press('F2');
    await expect(score(1)).toBeFocused();
    await page.keyboard.type('16');
    await expect(page.getByText('16 vượt quá mức tối đa 15. Hãy sửa lại; điểm này chưa được ghi.')).toBeVisible();
    await expect(total).toContainText('0 / 100');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Enter');
    await expect(score(1)).toHaveValue('16');
    await write(page, '12,5');
    await expect(total).toContainText('12,5 / 100');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Cấp thiết, có số liệu; <b>không</b> in đậm.');
    await page.keyboard.press('Control+Enter');
    await expect(score(2)).toBeFocused();
    await page.keyboard.type('43.5');
    await page.keyboard.press('Enter');
    await expect(score(3)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(score(3)).toHaveValue('0');
    await page.keyboard.press('ArrowUp');
    await expect(score(3)).toHaveValue('0,5');
    await write(page, '30');
    await expect(total).toContainText('86 / 100');
    await page.keyboard.press('F2');
    await expect(overall).toBeFocused();
    await page.keyboard.type('Đề nghị thực hiện.');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('link', { name: /^Hồ sơ tiếp theo/ }).last()).toBeFocused();
  });

  await test.step('read, list the keys, take back and do again', async () => {
    // Whoever turns pages sees one first.
    await expect(page.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press('F6');
    await expect(page.getByRole('region', { name: 'Các trang tài liệu' })).toBeFocused();
    await page.keyboard.press('PageDown');
    await expect(page.getByRole('textbox', { name: 'Trang', exact: true })).toHaveValue('2');
    await page.keyboard.press('F6');
    await page.keyboard.press('F1');
    const keys = page.getByRole('dialog', { name: 'Chấm điểm bằng bàn phím' });
    await expect(keys).toBeVisible();
    await expectAccessible(app);
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();
    await tabTo(page, page.getByRole('link', { name: /^Hồ sơ tiếp theo/ }).last());
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Đã hoàn tác: sửa nhận xét chung của hồ sơ 1')).toBeVisible();
    // On a slow computer one text is several deeds; the last of them is taken back.
    await expect(overall).not.toHaveValue('Đề nghị thực hiện.');
    await page.keyboard.press('Control+y');
    await expect(overall).toHaveValue('Đề nghị thực hiện.');
  });

  await test.step('score the others and find what is missing', async () => {
    for (const number of [2, 3]) {
      await page.keyboard.press('Alt+PageDown');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(`Hồ sơ ${number}:`);
      await page.keyboard.press('F2');
      for (const points of ['10', '40', '25']) {
        await page.keyboard.type(points);
        await page.keyboard.press('Enter');
      }
      // The last dossier is left without its comment.
      if (number === 2) await page.keyboard.type('Cần làm rõ kinh phí.');
    }
    await page.keyboard.press('F9');
    await expect(page.getByRole('heading', { level: 1, name: 'Kiểm tra và gửi phiếu' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Tạo tệp phiếu gửi lại' })).toBeDisabled();
    await expectAccessible(app);
    await press(page, page.getByRole('link', { name: 'Thiếu nhận xét chung bắt buộc' }));
    await expect(overall).toBeFocused();
    await page.keyboard.type('Chưa đủ căn cứ.');
    await page.keyboard.press('F9');
  });

  const code = await test.step('send', async () => {
    await expect(page.getByText('Không còn thiếu mục nào.')).toBeVisible();
    await press(page, page.getByRole('button', { name: 'Tạo tệp phiếu gửi lại' }));
    const done = page.getByRole('heading', { level: 2, name: 'Đã tạo phiếu, lần 1' });
    await expect(done).toBeFocused();
    await expectAccessible(app);
    const saved = await app.files.saved();
    expect(saved.name).toMatch(/^phieu-.*-lan-1\.hdphieu$/);
    const file = new File([new Uint8Array(await readFile(saved.path))], saved.name);
    const preview = await services.returns.preview({ sessionId: issued.sessionId, files: [file] });
    expect(preview.lines.map(({ applies, memberId, revision }) => ({ applies, memberId, revision }))).toEqual([
      { applies: true, memberId: issued.memberId, revision: 1 },
    ]);
    await services.returns.apply({ sessionId: issued.sessionId, batchId: preview.batchId });
    const { session } = await services.sessions.get({ sessionId: issued.sessionId });
    const held = session.returns[issued.memberId]?.[0];
    const dossier = session.dossiers[session.dossierOrder[0] ?? ''];
    const form = dossier && formFor(session, dossier);
    if (!held || !dossier || !form) throw new Error('the return stands in the session');
    const answers = criteriaOf(form, dossier.products).map(({ key }) => held.ballots[dossier.id]?.answers[key]);
    expect(answers.map((answer) => (answer?.value?.kind === 'points' ? answer.value.points : null))).toEqual([
      '12.5',
      '43.5',
      '30',
    ]);
    expect(answers[0]?.comment).toBe('Cấp thiết, có số liệu; <b>không</b> in đậm.');
    await expect(page.getByText(held.code).first()).toBeVisible();
    return held.code;
  });

  await test.step('take the receipt, and find everything again after a restart', async () => {
    const receipt = await services.returns.receipt({ sessionId: issued.sessionId, memberId: issued.memberId });
    const target = path.join(folder, receipt.name);
    await writeFile(target, new Uint8Array(await receipt.arrayBuffer()));
    await press(page, page.getByRole('link', { name: 'Về danh sách phiên họp' }));
    await app.files.choose([target]);
    await press(page, page.getByRole('button', { name: 'Mở tệp thư ký gửi…' }));
    await expect(page.getByText('Đã nhận', { exact: true })).toBeVisible();
    await expect(page.getByText(code).first()).toBeVisible();
    await app.close();

    const again = await launch({ dataDir: app.dataDir });
    await expect(again.page.getByText('Thư ký đã nhận phiếu lần 1')).toBeVisible();
    await press(again.page, again.page.getByRole('link', { name: /^Hội đồng/ }));
    await press(again.page, again.page.getByRole('link', { name: 'Kiểm tra và gửi phiếu' }).first());
    await press(again.page, again.page.getByRole('link', { name: 'Xem lại phiếu lần 1' }));
    await expect(again.page.getByText('Cấp thiết, có số liệu; <b>không</b> in đậm.')).toBeVisible();
    await expectAccessible(again);
  });
  await issued.application.close();
});
