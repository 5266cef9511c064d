import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '#main/cli/commands.ts';
import { runCommand } from '#main/cli/run-command.ts';
import { sourceRoot } from '#main/hosting/program-layout.ts';

const call = async (words: readonly string[], environment: NodeJS.ProcessEnv = { LANG: 'C.UTF-8' }) => {
  let out = '';
  let err = '';
  const code = await runCommand(words, environment, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { code, out, err };
};

test('an unknown command ends with 2, says so, and names the way to the list', async () => {
  for (const name of ['nothing', '__proto__', 'constructor', 'toString']) {
    const { code, out, err } = await call([name]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(name);
    expect(err).toContain('hoidong help');
  }
});

test('no command at all ends with 2 and shows the list', async () => {
  const { code, err } = await call([]);
  expect(code).toBe(2);
  for (const name of Object.keys(commands)) expect(err).toContain(name);
});

test('the list is in Vietnamese unless the computer or the person says English', async () => {
  expect((await call(['help'])).out).toContain('Các lệnh:');
  expect((await call(['help'], { LANG: 'en_US.UTF-8' })).out).toContain('Commands:');
  expect((await call(['--lang', 'en', 'help'])).out).toContain('Commands:');
  expect((await call(['help', '--lang=vi'], { LANG: 'en_US.UTF-8' })).out).toContain('Các lệnh:');
  expect((await call(['help', '--lang', 'fr'])).code).toBe(2);
});

test('every command explains itself and refuses an option it does not have, in both languages', async () => {
  for (const name of Object.keys(commands)) {
    for (const lang of ['vi', 'en']) {
      const help = await call([name, '--help', '--lang', lang]);
      expect({ name, code: help.code, err: help.err }).toEqual({ name, code: 0, err: '' });
      expect(help.out).toContain(name === 'help' ? 'hoidong' : `hoidong ${name}`);
      const wrong = await call([name, '--no-such-option', '--lang', lang]);
      expect({ name, code: wrong.code, out: wrong.out }).toEqual({ name, code: 2, out: '' });
      expect(wrong.err).not.toMatch(/ERR_|TypeError|\.ts:/);
    }
  }
});

test('serve refuses a port that is none, without starting anything', async () => {
  for (const port of ['abc', '70000', '-1', '1.5']) expect((await call(['serve', `--port=${port}`])).code).toBe(2);
});

test('serve prints one line with the address on standard output, and ends in order', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hoidong-serve-'));
  // The shell ends it as soon as the line has come.
  const script = `node src-main/cli/main.ts serve --as-built --data "${folder}" > "${folder}/out" 2>/dev/null & pid=$!; for i in $(seq 100); do grep -q HoiDong "${folder}/out" && break; sleep 0.1; done; kill -TERM $pid; wait $pid; echo "code $?"; cat "${folder}/out"`;
  const { stdout } = spawnSync('bash', ['-c', script], {
    cwd: sourceRoot,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}` },
  });
  await rm(folder, { recursive: true, force: true });
  expect(stdout).toMatch(/^code 0\nHoiDong: http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/);
});
