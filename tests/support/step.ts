import { spawn } from 'node:child_process';
import { sourceRoot } from '#main/hosting/program-layout.ts';

/** What one step of `npm test` found. */
export type StepResult = {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
};

export type Ran = { readonly status: number; readonly seconds: number };

/** Runs a program in the project's folder, its output in ours, unless it is to be kept until the end. */
export const runProgram = (
  command: string,
  args: readonly string[],
  { environment = {}, together = true }: { readonly environment?: NodeJS.ProcessEnv; readonly together?: boolean } = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const begun = performance.now();
    const child = spawn(command, args, {
      cwd: sourceRoot,
      env: { ...process.env, ...environment },
      stdio: together ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    let kept = '';
    const keep = (chunk: Buffer): void => void (kept += chunk.toString('utf8'));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const end = (status: number): void => {
      if (kept !== '') process.stdout.write(kept);
      resolve({ status, seconds: (performance.now() - begun) / 1000 });
    };
    child.on('error', (error) => {
      kept += `${error.message}\n`;
      end(1);
    });
    child.on('exit', (code) => end(code ?? 1));
  });

/** A step that passes or fails as a whole. */
export const check = async (
  name: string,
  command: string,
  args: readonly string[],
  options: { readonly environment?: NodeJS.ProcessEnv; readonly together?: boolean } = {},
): Promise<StepResult> => {
  const { status, seconds } = await runProgram(command, args, options);
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name} (${seconds.toFixed(0)} s)`);
  return { name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
};
