import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { checkBallot } from '#domain/forms/points.ts';
import { sampleBallots } from '#domain/samples/sample-session.ts';
import { rulesFor } from '#domain/regulation/pack.ts';
import { formatDecimal } from '#domain/text/decimals.ts';
import { sourceLayout } from '#main/hosting/program-layout.ts';
import { loadPacks } from '#main/services/pack-library.ts';
import { loadSample } from '#main/services/sample-folder.ts';
import { expect, test } from './support/fixtures.ts';
import { makeReturn } from './support/make-return.ts';
import { MemberScreens } from './screens/member.ts';
import { SecretaryScreens } from './screens/secretary.ts';

const { assetsDir } = sourceLayout();
const sampleFolder = path.join(assetsDir, 'samples', 'nscl-2026');
const vaultPassphrase = 'mật khẩu của thư ký 2026';

/** The text of a PDF as people read it: composed letters, single spaces. */
const pdfText = (file: string): string =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .normalize('NFC')
    .replace(/\s+/gu, ' ');

test('a session from the first start to the pages ready to sign', async ({ launch, folder }) => {
  test.setTimeout(420_000);
  const sample = await loadSample(sampleFolder);
  const texts = sample.session.dossiers.map(({ id }) => sample.texts[id]).filter((text) => text !== undefined);
  const { packs } = await loadPacks(path.join(assetsDir, 'regulations'));
  const form = packs.flatMap((pack) =>
    pack.id === 'nscl-selection-2022' ? (rulesFor(pack, 'selection')?.forms ?? []) : [],
  )[0];
  if (!form) throw new Error('the NSCL pack has a form');
  const table = sampleBallots(sample.returns, form);
  const labels = form.groups.flatMap(({ criteria }) => criteria.map(({ label }) => label));
  const idOfCode = (code: string): string =>
    Object.entries(sample.texts).find(([, text]) => text.code === code)?.[0] ?? '';
  const seats = sample.session.members.filter(({ office }) => office !== 'administrativeSecretary');

  // The secretary prepares the session, all by hand.
  const secretary = new SecretaryScreens(await launch());
  await secretary.chooseRole();
  await secretary.createSelectionSession();
  await secretary.fillCouncil(sample.session);
  await secretary.fillMeeting(sample.session);
  await secretary.addMembers(sample.session);
  await secretary.addDossiers(texts, (text) => path.join(sampleFolder, text.file), sample.session.contest);
  for (const { memberId, dossierId, reason } of sample.session.conflicts) {
    const name = sample.session.members.find(({ id }) => id === memberId)?.name ?? '';
    await secretary.confirmConflict(name, sample.texts[dossierId]?.code ?? '', reason);
  }
  const packages = await secretary.makePackages(vaultPassphrase, seats.length);
  expect([...packages.keys()].sort()).toEqual(seats.map(({ name }) => name).sort());

  // One member scores by hand, on another computer.
  const chair = seats.find(({ office }) => office === 'chair');
  const given = chair && packages.get(chair.name);
  const ballots = chair && table[chair.id];
  if (!given || !ballots) throw new Error('the sample has a chair with ballots');
  const memberApp = await launch();
  const member = new MemberScreens(memberApp);
  await member.chooseRole();
  await member.offerPackage(given.path);
  await member.enterPassphrase('sai-mat-khau');
  await expect(
    member.page
      .getByText(/mật khẩu/i)
      .filter({ hasText: /sai|chưa đúng|không đúng/i })
      .first(),
  ).toBeVisible({ timeout: 30_000 });
  await member.enterPassphrase(given.passphrase);
  await expect(member.page.getByRole('heading', { level: 1 })).toContainText('Hội đồng', { timeout: 30_000 });
  await member.page.getByRole('link', { name: /^Bắt đầu chấm hồ sơ 1/ }).click();
  for (const [index, { id }] of sample.session.dossiers.entries()) {
    const ballot = ballots[id];
    if (!ballot) throw new Error('the chair judges every dossier');
    await member.writeBallot(ballot, labels);
    if (index === 0) await expect(member.page.locator('canvas').first()).toBeVisible();
    if (index < sample.session.dossiers.length - 1)
      await member.page
        .getByRole('link', { name: /^Hồ sơ tiếp theo/ })
        .first()
        .click();
  }
  const byHand = await (async (): Promise<string> => {
    await member.page.getByRole('link', { name: 'Kiểm tra và gửi phiếu' }).first().click();
    await member.page.getByRole('button', { name: 'Tạo tệp phiếu gửi lại' }).click();
    return (await memberApp.files.saved()).path;
  })();

  // The other members' returns come from fixtures.
  const others: string[] = [];
  for (const seat of seats) {
    const own = packages.get(seat.name);
    const written = table[seat.id];
    if (seat.id !== chair.id && own && written)
      others.push(await makeReturn(own, ({ code }) => written[idOfCode(code)], folder));
  }

  // Import, count, conclude.
  const report = await secretary.previewReturns([byHand, ...others]);
  await expect(report.getByRole('row')).toHaveCount(others.length + 2);
  await secretary.takeReturns(others.length + 1);
  await secretary.recordAttendance(sample.session);
  await secretary.closeCount(sample.session);
  await secretary.adoptConclusion();
  await expect(secretary.page.getByRole('region', { name: 'Xếp hạng và kiến nghị' })).toContainText('86,38');

  // Minutes and pages, read back out of the PDF.
  await secretary.writeMinutes(sample.session);
  const set = pdfText(await secretary.saveWholeSet());
  for (const { name } of seats) expect(set, name).toContain(name);
  const absent = sample.session.attendance.filter(({ status }) => status === 'absent').map(({ memberId }) => memberId);
  for (const { id, name } of seats.filter((seat) => !absent.includes(seat.id)))
    for (const [dossierId, ballot] of Object.entries(table[id] ?? {})) {
      const total = checkBallot(form, [], ballot).total ?? '';
      expect(set, `${name} on ${dossierId}`).toMatch(
        new RegExp(`${name}(?: [\\d,]+)+? ${formatDecimal(total)}(?![\\d,])`, 'u'),
      );
    }
  for (const mean of ['86,38', '70,36', '69,56']) expect(set, mean).toContain(mean);
  for (const words of [
    'BIÊN BẢN HỌP HỘI ĐỒNG',
    'BIÊN BẢN KIỂM PHIẾU',
    'CHỦ TỊCH HỘI ĐỒNG',
    'THƯ KÝ HỘI ĐỒNG',
    'xếp hạng 1',
    'Hội đồng kiến nghị',
  ])
    expect(set, words).toContain(words);
  const dissent = sample.session.minutes.statements.find(({ kind }) => kind === 'dissent');
  expect(set).toContain((dissent?.text ?? '').split(' ').slice(0, 8).join(' '));
  expect(set).not.toContain('DỰ THẢO');
  await secretary.lockMinutes();
});
