import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { criteriaOf } from '#domain/forms/points.ts';
import { blankBallot, type Ballot } from '#domain/forms/ballot.ts';
import { blankDossier, blankMember } from '#domain/session/blank.ts';
import { rulesFor } from '#domain/regulation/pack.ts';
import { createApplication } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { sourceLayout } from '#main/hosting/program-layout.ts';
import { loadPacks } from '#main/services/pack-library.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import { makeReturn } from './support/make-return.ts';
import { MemberScreens } from './screens/member.ts';
import { SecretaryScreens } from './screens/secretary.ts';

const members = [
  { id: 'm1', name: 'Nguyễn Văn An', office: 'chair' },
  { id: 'm2', name: 'Trần Thị Bình', office: 'reviewer' },
  { id: 'm3', name: 'Lê Văn Cường', office: 'member' },
] as const;

/** A session of three members and one dossier; answers with the labels of its form's criteria and a way to write a ballot. */
const seedSession = async (dataDir: string) => {
  const application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  try {
    const { services } = application;
    const { packs } = await loadPacks(path.join(sourceLayout().assetsDir, 'regulations'));
    const pack = packs.find(({ id }) => id === 'nscl-selection-2022');
    const form = pack && rulesFor(pack, 'selection')?.forms[0];
    if (!pack || !form) throw new Error('the NSCL pack is shipped');
    const { sessionId } = await services.sessions.create({ kind: 'selection' });
    await services.sessions.record({
      sessionId,
      events: [
        { type: 'field.set', field: 'council.name', value: 'Hội đồng bỏ phiếu kín' },
        { type: 'pack.chosen', pack, reason: '' },
        ...members.map(
          (member) => ({ type: 'member.added', member: { ...blankMember(member.id), ...member } }) as const,
        ),
        { type: 'dossier.added', dossier: { ...blankDossier('d1'), code: 'NV-01', title: 'Nhiệm vụ mẫu thứ nhất' } },
      ],
    });
    await services.app.setPreferences({ role: 'secretary' });
    const asked = criteriaOf(form, []);
    const ballot = (points: readonly string[], comment: string): Ballot => ({
      ...blankBallot,
      answers: Object.fromEntries(
        asked.map(({ key }, index) => [key, { value: { kind: 'points', points: points[index] ?? '0' }, comment: '' }]),
      ),
      comment,
    });
    return { labels: asked.map(({ criterion }) => criterion.label), ballot };
  } finally {
    await application.close();
  }
};

test('a secret vote from its choice to the printed pages', async ({ launch, folder }) => {
  test.setTimeout(240_000);
  const dataDir = path.join(folder, 'secret');
  const { labels, ballot } = await seedSession(dataDir);
  const secretary = new SecretaryScreens(await launch({ dataDir }));
  const { page } = secretary;
  await page
    .getByRole('link', { name: /^Hội đồng bỏ phiếu kín/ })
    .first()
    .click();

  // Chosen before the packages are made; what it can't do is said there.
  await secretary.goTo('Phiên họp');
  await page
    .getByLabel('Phiếu của thành viên')
    .selectOption({ label: 'Bỏ phiếu kín: không cho biết phiếu nào của ai' });
  await expect(page.getByText(/Thư ký có khóa phiên họp và còn tệp \.hdphieu ở nơi khác/)).toBeVisible();
  await secretary.saved();
  await expectAccessible(secretary.app);
  const packages = await secretary.makePackages('mật khẩu của thư ký 2026', members.length);
  const [chair, reviewer] = members.map(({ name }) => packages.get(name));
  if (!chair || !reviewer) throw new Error('every member has a package');

  // The member is told what a secret vote is and what it isn't.
  const member = new MemberScreens(await launch());
  await member.chooseRole();
  await member.offerPackage(chair.path);
  await member.enterPassphrase(chair.passphrase);
  const notice = member.page.getByText(/Thư ký biết ông\/bà đã gửi phiếu/);
  await expect(notice).toBeVisible({ timeout: 120_000 });
  await expectAccessible(member.app);
  await member.page.getByRole('link', { name: /^Bắt đầu chấm hồ sơ 1/ }).click();
  await member.writeBallot(ballot(['15', '45', '30'], 'Nên thực hiện'), labels);
  await member.page.getByRole('link', { name: 'Kiểm tra và gửi phiếu' }).first().click();
  await expect(notice).toBeVisible();
  await member.page.getByRole('button', { name: 'Tạo tệp phiếu gửi lại' }).click();
  const byHand = (await member.app.files.saved()).path;
  await member.app.close();
  const other = await makeReturn(reviewer, () => ballot(['12', '40', '25'], 'Cần làm rõ kinh phí'), folder);

  // Who has returned is all that is seen.
  await secretary.previewReturns([byHand, other]);
  await secretary.takeReturns(2);
  await expect(page.getByText('Đã gửi', { exact: true })).toHaveCount(2);
  const drop = page.getByRole('row', { name: new RegExp(members[0].name) }).getByRole('button', { name: /^Bỏ/ });
  await drop.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drop).toBeFocused();
  await secretary.goTo('Điểm danh');
  for (const { name } of members)
    await page
      .getByRole('radiogroup', { name: `Điểm danh ${name}` })
      .getByRole('radio', { name: 'Có mặt' })
      .check();
  await secretary.saved();
  await secretary.goTo('Kết quả');
  await expect(page.getByText('Hòm phiếu kín chưa mở')).toBeVisible();

  // The third ballot is paper without a name; then the box is opened, once.
  await secretary.goTo('Kiểm phiếu');
  await page.getByRole('checkbox', { name: 'Lê Văn Cường đã bỏ phiếu giấy, Hồ sơ 1' }).check();
  await expect(page.getByText(/1 người có mặt được ghi bỏ phiếu giấy nhưng đã nhập 0 tờ/)).toBeVisible();
  await page.getByRole('button', { name: 'Nhập một tờ…' }).click();
  const paper = page.getByRole('dialog', { name: 'Một tờ phiếu giấy, Hồ sơ 1' });
  for (const label of labels) await expect(paper.getByText(label)).toBeVisible();
  for (const [index, points] of ['10', '35', '20'].entries())
    await paper.getByRole('textbox', { name: `${index + 1}. ${labels[index] ?? ''}`, exact: true }).fill(points);
  await paper.getByRole('button', { name: 'Bỏ vào hòm' }).click();
  await expect(page.getByText('Hồ sơ 1: đã nhập 1 tờ')).toBeVisible();
  await expectAccessible(secretary.app);
  await page.getByRole('button', { name: 'Mở hòm phiếu…' }).click();
  await page.getByRole('dialog', { name: 'Mở hòm phiếu?' }).getByRole('button', { name: 'Mở hòm phiếu' }).click();
  await expect(page.getByText(/^Đã mở hòm phiếu lúc/)).toBeVisible();
  await page.getByRole('button', { name: 'Chốt kiểm phiếu', exact: true }).click();
  await page.getByRole('dialog', { name: 'Chốt kiểm phiếu?' }).getByRole('button', { name: 'Chốt kiểm phiếu' }).click();
  await expect(page.getByText(/^Đã chốt lúc/)).toBeVisible();

  // Ballots have numbers and no names, on the screen and on paper; the result is the one of these three ballots.
  await secretary.goTo('Kết quả');
  const table = page.getByRole('table', { name: /Nhiệm vụ mẫu thứ nhất/ }).last();
  for (const number of [1, 2, 3]) await expect(table.getByText(`Phiếu số ${number}`)).toBeVisible();
  for (const { name } of members) await expect(table.getByText(name)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Xếp hạng và kiến nghị' })).toContainText('77,33');
  await expectAccessible(secretary.app);
  const set = execFileSync('pdftotext', ['-layout', await secretary.saveWholeSet(), '-'], { encoding: 'utf8' })
    .normalize('NFC')
    .replace(/\s+/gu, ' ');
  for (const total of ['90', '77', '65'])
    expect(set, total).toMatch(new RegExp(`Phiếu số [123](?: \\d+)+ ${total}(?!\\d)`, 'u'));
  for (const { name } of members)
    expect(set, name).not.toMatch(new RegExp(`${name}(?: [\\d,]+)+ (?:90|77|65)(?!\\d)`, 'u'));
  expect(set).toContain('bỏ phiếu kín');
});
