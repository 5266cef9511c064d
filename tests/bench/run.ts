// `npm run bench [NAME …]`: runs every module of this folder that exports a `bench` (or those named), prints a table of medians and then the
// same as JSON. Exits with 1 when a target is missed.
import { readdir } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import type { Bench, Measurement } from './bench.ts';

function isBench(value: unknown): value is Bench {
  return typeof value === 'object' && value !== null && 'run' in value && 'name' in value;
}

function table(rows: readonly Measurement[]): string {
  const lines = rows.map(({ what, median, unit, repeats, limit }) => [
    what,
    median.toFixed(median < 10 ? 3 : 1),
    unit,
    `${repeats}x`,
    limit === undefined ? '' : `${median <= limit ? 'met' : 'MISSED'} (limit ${limit})`,
  ]);
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) =>
      line.map((cell, at) => (at === 1 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}

const wanted = process.argv.slice(2);
const here = new URL('./', import.meta.url);
const results: Record<string, readonly Measurement[]> = {};
for (const file of (await readdir(here)).filter((name) => name.endsWith('.ts')).sort()) {
  const name = file.slice(0, -'.ts'.length);
  // What a bench starts as a process of its own does its work as soon as it is loaded.
  if (name === 'run' || name.endsWith('-process') || (wanted.length > 0 && !wanted.includes(name))) continue;
  const module = (await import(new URL(file, here).href)) as Readonly<Record<string, unknown>>;
  if (!isBench(module['bench'])) continue;
  console.log(`\n${module['bench'].name}`);
  const rows = await module['bench'].run();
  results[name] = rows;
  console.log(table(rows));
}
const [cpu] = cpus();
const machine = {
  node: process.version,
  cpu: cpu?.model ?? '',
  cores: cpus().length,
  memoryMB: Math.round(totalmem() / 2 ** 20),
};
console.log(`\n${JSON.stringify({ machine, results }, null, 1)}`);
const missed = Object.values(results)
  .flat()
  .filter(({ median, limit }) => limit !== undefined && median > limit);
for (const { what } of missed) console.error(`target missed: ${what}`);
process.exitCode = missed.length === 0 ? 0 : 1;
