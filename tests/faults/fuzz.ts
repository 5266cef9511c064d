// `npm run fuzz [-- RUNS [SEED]]`: mutates valid exchanged files and reads each; 100,000 times unless told otherwise.
import { runCampaign } from './fuzz-support/campaign.ts';

const runs = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const start = performance.now();
const campaign = await runCampaign(runs, seed, (done) => {
  if (done % 10_000 === 0) console.error(`${done} / ${runs}`);
});
const seconds = (performance.now() - start) / 1_000;
console.log(
  `${campaign.runs} mutations in ${seconds.toFixed(0)} s (${(campaign.runs / seconds).toFixed(0)}/s), seed ${seed}`,
);
console.log(`refused ${campaign.refused}, same content ${campaign.same}, rightfully signed ${campaign.wellFormed}`);
console.log(`slowest ${campaign.slowest.toFixed(0)} ms, memory +${(campaign.memory / 1_048_576).toFixed(0)} MiB`);
for (const [code, count] of [...campaign.codes].sort(([, a], [, b]) => b - a)) console.log(`  ${code}: ${count}`);
for (const finding of campaign.findings) console.error(finding);
process.exitCode = campaign.findings.length === 0 ? 0 : 1;
