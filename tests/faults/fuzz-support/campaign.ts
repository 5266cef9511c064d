import { mutate } from './mutate.ts';
import { seeded } from './seeded.ts';
import { makeTargets, saying } from './targets.ts';

/** What a campaign found. A finding names the seed that shows it again. */
export interface Campaign {
  readonly runs: number;
  readonly refused: number;
  /** Packed otherwise, and read with exactly the content that was signed. */
  readonly same: number;
  /** Signed by the rightful key and well-formed: a legitimate file with other content. */
  readonly wellFormed: number;
  /** Refusals by their code. */
  readonly codes: ReadonlyMap<string, number>;
  readonly slowest: number;
  /** Most memory over what was used before, in bytes. */
  readonly memory: number;
  readonly findings: readonly string[];
}

/** None of our files is larger than some kilobytes; whatever a mutant claims, reading it may not take more than this. */
export const MEMORY_LIMIT = 256 * 1024 * 1024;
/** Milliseconds. */
export const TIME_LIMIT = 1_000;

/** Mutates valid files `runs` times and reads each. Faults outside the reader's promise (late errors of streams) count as well. */
export const runCampaign = async (runs: number, seed: number, onRun?: (done: number) => void): Promise<Campaign> => {
  const targets = await makeTargets();
  const originals = new Map<string, string | null>();
  for (const target of targets) originals.set(target.name, saying(await target.readContent(target.content)));
  const codes = new Map<string, number>();
  const findings: string[] = [];
  let [refused, same, wellFormed, slowest, memory] = [0, 0, 0, 0, 0];
  let current = '';
  const late = (error: unknown): void => {
    findings.push(`${current}: fault outside the reader: ${String(error)}`);
  };
  process.on('uncaughtException', late);
  process.on('unhandledRejection', late);
  const before = process.memoryUsage().rss;
  try {
    for (let run = 0; run < runs; run += 1) {
      const random = seeded(seed + run);
      const target = random.pick(targets);
      const mutant = mutate(target, random);
      current = `seed ${seed + run}, ${mutant.kind}`;
      const start = performance.now();
      try {
        const result = await (mutant.sealed ? target.readSealed : target.readContent)(mutant.bytes);
        if (!result.ok) {
          refused += 1;
          codes.set(result.refusal.code, (codes.get(result.refusal.code) ?? 0) + 1);
        } else if (mutant.may === 'wellFormedOrRefused') wellFormed += 1;
        else if (mutant.may === 'sameOrRefused' && saying(result) === originals.get(target.name)) same += 1;
        else findings.push(`${current}: accepted`);
      } catch (error) {
        findings.push(
          `${current}: crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
      let took = performance.now() - start;
      if (took > TIME_LIMIT) {
        // A busy computer may have taken the time; the reader gets one more chance to show that it doesn't.
        const again = performance.now();
        await (mutant.sealed ? target.readSealed : target.readContent)(mutant.bytes).catch(() => undefined);
        took = performance.now() - again;
      }
      slowest = Math.max(slowest, took);
      if (took > TIME_LIMIT) findings.push(`${current}: took ${Math.round(took)} ms`);
      if (run % 20 === 0) {
        memory = Math.max(memory, process.memoryUsage().rss - before);
        if (memory > MEMORY_LIMIT && !findings.some((finding) => finding.includes('memory')))
          findings.push(`${current}: memory ${memory}`);
        // Lets faults of streams that outlive their reader come to light.
        await new Promise(setImmediate);
      }
      onRun?.(run + 1);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } finally {
    process.off('uncaughtException', late);
    process.off('unhandledRejection', late);
  }
  return { runs, refused, same, wellFormed, codes, slowest, memory, findings };
};
