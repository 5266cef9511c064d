import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type TestContext } from 'vitest';
import { temporaryFolder } from '../support/note-archive.ts';
import { leaveOut, obstacleForTool } from './requirements.ts';

/** The system calls that a program of this folder makes. */
async function traceOf(context: TestContext, folder: string, name: string): Promise<readonly string[]> {
  const trace = join(folder, 'trace');
  const program = fileURLToPath(new URL(name, import.meta.url));
  const calls = 'trace=write,pwrite64,pwritev,fsync,fdatasync';
  const traced = [process.execPath, '--no-warnings', program, join(folder, 'data')];
  try {
    execFileSync('strace', ['-f', '-y', '-s', '64', '-e', calls, '-o', trace, ...traced], { stdio: 'pipe' });
  } catch (error) {
    leaveOut(context, `strace may not trace here: ${String(error)}`);
  }
  return (await readFile(trace, 'utf8')).split('\n');
}

/** Positions of the calls in a trace, by what they say; a call that was interrupted by another thread counts where it ended. */
function position(lines: readonly string[], wanted: RegExp, from = 0): number {
  const start = lines.findIndex((line, at) => at >= from && wanted.test(line));
  const line = lines[start];
  if (line === undefined || !line.includes('<unfinished')) return start;
  const [, thread = '', call = ''] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
  return lines.findIndex(
    (later, at) => at > start && later.startsWith(thread) && later.includes(`<... ${call} resumed>`),
  );
}

test('the trace of one save shows the fsync of the journal after the write and before the answer', async (context) => {
  const obstacle = obstacleForTool('strace', '-V');
  if (obstacle !== null) leaveOut(context, obstacle);
  const folder = await temporaryFolder();
  try {
    const lines = await traceOf(context, folder.path, './one-save.ts');
    const begin = position(lines, /write\(1<.*"BEGIN/);
    const answer = position(lines, /write\(1<.*"ANSWER/);
    const written = position(lines, /pwrite64\(\d+<[^>]*journal\.jsonl>, "\{\\"actor/, begin);
    const synced = position(lines, /fsync\(\d+<[^>]*journal\.jsonl>/, begin);
    expect(begin).toBeGreaterThan(-1);
    expect(written).toBeGreaterThan(begin);
    expect(synced).toBeGreaterThan(written);
    expect(lines[synced]).toMatch(/= 0$/);
    expect(answer).toBeGreaterThan(synced);
  } finally {
    await folder.remove();
  }
});

test('bytes that are kept already are answered for only when their name is sure to be on the disk', async (context) => {
  const obstacle = obstacleForTool('strace', '-V');
  if (obstacle !== null) leaveOut(context, obstacle);
  const folder = await temporaryFolder();
  try {
    const lines = await traceOf(context, folder.path, './one-attachment.ts');
    const begin = position(lines, /write\(1<.*"BEGIN/);
    const answer = position(lines, /write\(1<.*"ANSWER/);
    // Whoever put them there first may not have come to this yet, or have been killed before it.
    const synced = position(lines, /fsync\(\d+<[^>]*\/attachments>/, begin);
    expect(begin).toBeGreaterThan(-1);
    expect(synced).toBeGreaterThan(begin);
    expect(answer).toBeGreaterThan(synced);
  } finally {
    await folder.remove();
  }
});
