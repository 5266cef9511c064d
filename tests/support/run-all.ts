// npm test: everything, on a machine that has only what `npm ci` brought. Ends with the line "N passed, N failed".
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { sourceRoot } from '#main/hosting/program-layout.ts';
import { findElectron, hasDisplay } from '#main/launch/find-electron.ts';
import { findOrGetBrowser } from './find-browser.ts';
import { playwrightResult, vitestResult } from './reports.ts';
import { check, runProgram, type StepResult } from './step.ts';

const node = process.execPath;
const tool = (...parts: readonly string[]): string => path.join(sourceRoot, 'node_modules', ...parts);
const reports = path.join(sourceRoot, 'test-results', 'reports');

const typeCheck = (): Promise<StepResult> =>
  check('type check', node, [tool('typescript', 'bin', 'tsc'), '-b', '--pretty', 'false'], { together: false });

const lint = (): Promise<StepResult> =>
  check(
    'lint',
    node,
    [
      tool('eslint', 'bin', 'eslint.js'),
      ...['-c', '.config/eslint.config.js', '--max-warnings', '0'],
      ...['--cache', '--cache-location', 'node_modules/.cache/eslint/', '.'],
    ],
    { together: false },
  );

const unitTests = async (): Promise<StepResult> => {
  const report = path.join(reports, 'vitest.json');
  const { status } = await runProgram(node, [
    tool('vitest', 'vitest.mjs'),
    'run',
    ...['-c', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]);
  return vitestResult('unit, contract and fault tests', report, status);
};

const build = (): Promise<StepResult> => check('build', node, ['src-main/launch/build.ts']);
const pack = (): Promise<StepResult> =>
  check('unpacked build', node, ['src-main/launch/pack.ts', '--dir'], { together: false });

/** Playwright, in a virtual display where there is no other. */
const endToEnd = async (): Promise<StepResult> => {
  const report = path.join(reports, 'playwright.json');
  const command = [node, tool('@playwright', 'test', 'cli.js'), 'test', '-c', 'tests/playwright.config.ts'];
  const wrapped = hasDisplay() || !existsSync('/usr/bin/xvfb-run') ? command : ['xvfb-run', '-a', ...command];
  const [program = node, ...args] = wrapped;
  const { status } = await runProgram(program, args, { environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
  return playwrightResult('end to end', report, status);
};

const failedStep = (name: string, why: string): StepResult => {
  console.log(`FAILED  ${name}: ${why}`);
  return { name, passed: 0, failed: 1, skipped: 0 };
};

const desktop = async (): Promise<readonly StepResult[]> => {
  const required = process.env['REQUIRE_ELECTRON'] === '1';
  const why = (reason: string): readonly StepResult[] => {
    if (required) return [failedStep('desktop host', `${reason} (REQUIRE_ELECTRON=1)`)];
    console.log(`left out: the desktop host is not tested, because ${reason}`);
    return [];
  };
  if (findElectron() === null) {
    return why(
      'there is no Electron: set ELECTRON_OVERRIDE_DIST_PATH to the folder of one, or run npx install-electron --no',
    );
  }
  if (!hasDisplay() && !existsSync('/usr/bin/xvfb-run')) return why('there is no display and no xvfb-run');
  return [await pack()];
};

// Hundreds of processes are started from the sources: each takes a third less when it finds them compiled.
process.env['NODE_COMPILE_CACHE'] ??= path.join(sourceRoot, 'node_modules', '.cache', 'node-compile');

await rm(path.join(sourceRoot, 'test-results'), { recursive: true, force: true });
await mkdir(reports, { recursive: true });

const results: StepResult[] = [];
results.push(...(await Promise.all([typeCheck(), lint()])));
results.push(await unitTests());
const built = await build();
results.push(built);
if (built.failed === 0) {
  results.push(...(await desktop()));
  results.push(
    findOrGetBrowser() === null
      ? failedStep(
          'end to end',
          'no Chromium or Chrome was found, and none could be had; install one and run npm test again',
        )
      : await endToEnd(),
  );
} else {
  results.push(failedStep('end to end', 'there is no build to test'));
}

const sum = (of: (result: StepResult) => number): number => results.reduce((total, result) => total + of(result), 0);
console.log('');
for (const { name, passed, failed, skipped } of results) {
  console.log(
    `${failed === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} left out` : ''}`,
  );
}
console.log(`${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`);
process.exitCode = sum(({ failed }) => failed) === 0 ? 0 : 1;
