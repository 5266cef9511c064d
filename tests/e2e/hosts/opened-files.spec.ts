import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findElectron, hostSwitches } from '#main/launch/find-electron.ts';
import { sourceRoot } from '#main/hosting/program-layout.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningApp } from '../support/running-app.ts';
import { makeSamplePackage } from '../support/sample-package.ts';

// Deriving keys from passphrases takes a while on a busy computer.
test.slow();

const openWith = async ({ page }: RunningApp, passphrase: string): Promise<void> => {
  await expect(page.getByRole('dialog')).toContainText('Mở gói phiên họp');
  await page.getByLabel('Mật khẩu của gói').fill(passphrase);
  await page.getByRole('button', { name: 'Mở gói', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden({ timeout: 120_000 });
  await expect(page).toHaveURL(/#\/workbooks\/.+/);
};

test('a package given at the start is opened @electron-only', async ({ launch, folder }) => {
  const { file, passphrase } = await makeSamplePackage(folder);
  await openWith(await launch({ files: [file] }), passphrase);
});

test('a package given to a second start is opened in the first window @electron-only', async ({ app, folder }) => {
  const { file, passphrase } = await makeSamplePackage(folder);
  const electron = findElectron();
  if (electron === null) throw new Error('no Electron');
  const second = spawn(electron.executable, [...hostSwitches(), sourceRoot, `--data=${app.dataDir}`, file], {
    stdio: 'ignore',
  });
  expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0);
  await openWith(app, passphrase);
});

test('a file that is no package is said to be none, in words @electron-only', async ({ launch, folder }) => {
  const file = path.join(folder, 'không phải gói.hdgoi');
  await writeFile(file, 'this is not a package');
  const { page } = await launch({ files: [file] });
  await expect(page.locator('body')).toContainText('không phải gói.hdgoi');
  await expect(page.locator('body')).not.toContainText(/Error:|undefined|ORPC/);
});
