import type { ChildProcess } from 'node:child_process';

/** Gathers what a process prints. */
export const gatherOutput = (child: ChildProcess): (() => string) => {
  let text = '';
  const add = (chunk: Buffer): void => void (text += chunk.toString('utf8'));
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => text;
};

/** Waits until the output matches; rejects with the output when the process ends or time runs out first. */
export const waitForOutput = (
  child: ChildProcess,
  printed: () => string,
  pattern: RegExp,
  milliseconds: number,
): Promise<RegExpExecArray> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      child.stdout?.off('data', check);
      child.stderr?.off('data', check);
      child.off('exit', gone);
    };
    const check = (): void => {
      const match = pattern.exec(printed());
      if (match === null) return;
      end();
      resolve(match);
    };
    const fail = (why: string): void => {
      end();
      reject(new Error(`${why}; it printed:\n${printed()}`));
    };
    const gone = (): void => fail('the process ended');
    const timer = setTimeout(() => fail('nothing came in time'), milliseconds);
    child.stdout?.on('data', check);
    child.stderr?.on('data', check);
    child.on('exit', gone);
    check();
  });

/** Ends a process in order and waits for it; kills it when it takes longer than 15 s. */
export const endProcess = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
};
