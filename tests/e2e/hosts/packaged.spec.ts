import { spawn } from 'node:child_process';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { hostSwitches } from '#main/launch/find-electron.ts';
import { expect, test } from '../support/fixtures.ts';
import { packedExecutable } from '../support/launch.ts';
import { gatherOutput } from '../support/process-output.ts';
import { makeSamplePackage } from '../support/sample-package.ts';

test.describe('the unpacked build @packaged', () => {
  // Deriving keys from passphrases takes a while on a busy computer.
  test.slow();

  test('opens a package by file argument and reads it', async ({ launch, folder }) => {
    const { file, passphrase } = await makeSamplePackage(folder);
    const { page } = await launch({ files: [file] });
    await expect(page.getByRole('dialog')).toContainText('Mở gói phiên họp');
    await page.getByLabel('Mật khẩu của gói').fill(passphrase);
    await page.getByRole('button', { name: 'Mở gói', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden({ timeout: 120_000 });
    await expect(page).toHaveURL(/^app:\/\/hoidong\/#\/workbooks\/.+/);
  });

  test('starts as a person would start it', async ({ folder }) => {
    const child = spawn(packedExecutable(), [...hostSwitches(), `--data=${path.join(folder, 'data')}`, '--smoke'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed = gatherOutput(child);
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect({ code, said: /window shown, query answered/.test(printed()) }).toEqual({ code: 0, said: true });
  });

  test('has its fuses set', async () => {
    const fuses = await getCurrentFuseWire(packedExecutable());
    const { ENABLE, DISABLE } = FuseState;
    expect({
      runAsNode: fuses[FuseV1Options.RunAsNode],
      nodeOptions: fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
      inspect: fuses[FuseV1Options.EnableNodeCliInspectArguments],
      integrity: fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
      onlyAsar: fuses[FuseV1Options.OnlyLoadAppFromAsar],
      fileProtocol: fuses[FuseV1Options.GrantFileProtocolExtraPrivileges],
      snapshot: fuses[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot],
    }).toEqual({
      runAsNode: DISABLE,
      nodeOptions: DISABLE,
      inspect: DISABLE,
      integrity: ENABLE,
      onlyAsar: ENABLE,
      fileProtocol: DISABLE,
      snapshot: DISABLE,
    });
  });

  test('ignores what would turn it into a plain Node', async ({ folder }) => {
    const child = spawn(
      packedExecutable(),
      [...hostSwitches(), `--data=${path.join(folder, 'data')}`, '--smoke', '--inspect=0'],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere.js' },
      },
    );
    const printed = gatherOutput(child);
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
    expect(printed()).toContain('window shown');
    expect(printed()).not.toContain('Debugger listening');
  });

  test('carries what it needs and nothing else', () => {
    const archive = path.join(path.dirname(packedExecutable()), 'resources', 'app.asar');
    const files = listPackage(archive, { isPack: false });
    for (const needed of [
      '/package.json',
      '/LICENSE',
      '/out/main/electron.js',
      '/out/main/paper-worker.js',
      '/out/main/sealing-worker.js',
      '/out/preload/preload.cjs',
      '/out/renderer/index.html',
      '/assets/fonts/Tinos-Regular.ttf',
      '/assets/samples/nscl-2026/session.json',
    ]) {
      expect(files).toContain(needed);
    }
    expect(files.some((file) => file.startsWith('/assets/regulations/'))).toBe(true);
    expect(files.filter((file) => /node_modules|^\/src-|^\/tests|^\/\.|\.ts$|\.map$|loopback/.test(file))).toEqual([]);
  });
});
