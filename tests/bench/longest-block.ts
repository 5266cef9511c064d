import { setTimeout as wait } from 'node:timers/promises';

/** Processor time this thread has taken so far, in milliseconds. */
const threadTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/**
 * The longest this thread's event loop was held in one go while some work went on, in milliseconds of its own processor time: what other
 * threads and programs took of the machine meanwhile does not count. An upper bound: several short turns between two looks count as one.
 */
export async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let before = threadTime();
  let watching = true;
  const watch = async (): Promise<void> => {
    while (watching) {
      await wait(1);
      const now = threadTime();
      longest = Math.max(longest, now - before);
      before = now;
    }
  };
  const watched = watch();
  await work();
  watching = false;
  await watched;
  return longest;
}
