import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findElectron, hostSwitches } from '#main/launch/find-electron.ts';
import { sourceRoot } from '#main/hosting/program-layout.ts';
import { expect, test } from '../support/fixtures.ts';
import { gatherOutput } from '../support/process-output.ts';

test('a smoke start shows the window, has one question answered, says so and ends with 0 @electron-only', async ({
  folder,
}) => {
  const electron = findElectron();
  if (electron === null) throw new Error('no Electron');
  const child = spawn(
    electron.executable,
    [...hostSwitches(), sourceRoot, `--data=${path.join(folder, 'data')}`, '--smoke'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const printed = gatherOutput(child);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect(code).toBe(0);
  expect(printed()).toMatch(/^HoiDong \d+\.\d+\.\d+: window shown, query answered$/m);
});

test('a second start gives its place to the first window @electron-only', async ({ app }) => {
  const electron = findElectron();
  if (electron === null) throw new Error('no Electron');
  const second = spawn(electron.executable, [...hostSwitches(), sourceRoot, `--data=${app.dataDir}`], {
    stdio: 'ignore',
  });
  expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0);
  expect(await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await expect(app.page.locator('#root > :not(style)').first()).toBeVisible();
});

test('the window comes back where and how large it was @electron-only', async ({ launch }) => {
  const first = await launch();
  const bounds = { x: 60, y: 50, width: 1000, height: 640 };
  await first.electron?.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
    bounds,
  );
  await first.close();
  const again = await launch({ dataDir: first.dataDir });
  const found = await again.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(found).toMatchObject({ width: bounds.width, height: bounds.height });
});

test('the menu speaks the language of the person @electron-only', async ({ app }) => {
  const labels = () => app.electron?.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(await labels()).toEqual(expect.arrayContaining(['Tệp', 'Sửa', 'Xem', 'Trợ giúp']));
  await app.electron?.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ label }) => label === 'Sao lưu và khôi phục…')?.click();
  });
  await expect(app.page.getByRole('heading', { level: 1, name: 'Sao lưu và chuyển máy' })).toBeVisible();
});

test('leaves no trace of a page in a browser cache @electron-only', async ({ app }) => {
  const stored = await app.electron?.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return { persistent: contents?.session.isPersistent(), folder: contents?.session.storagePath };
  });
  expect(stored).toEqual({ persistent: false, folder: null });
});

test('a data folder that cannot be used is said on the screen, and the way back is one press', async ({
  launch,
  folder,
  host,
}) => {
  const dataDir = path.join(folder, 'taken');
  await writeFile(dataDir, 'a file where the folder should be');
  const app = await launch({ dataDir });
  const notice = app.page.getByRole('alert');
  await expect(notice).toBeVisible();
  await expect(notice).not.toContainText(/Error|ENOTDIR|at .*\.ts/);
  const { rm } = await import('node:fs/promises');
  await rm(dataDir);
  await mkdir(dataDir);
  await chmod(dataDir, 0o700);
  await app.page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(notice).toBeHidden();
  expect(host).toBeTruthy();
});

test('preferences that were damaged start again from the defaults', async ({ launch, folder }) => {
  const dataDir = path.join(folder, 'data');
  await mkdir(dataDir);
  await writeFile(path.join(dataDir, 'preferences.json'), '{ "language": "klingon", "textSize"');
  const app = await launch({ dataDir });
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'vi');
  await app.close();
  expect(await readFile(path.join(dataDir, 'preferences.json'), 'utf8')).toContain('"vi"');
});
