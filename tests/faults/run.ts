// `npm run faults`: the long run of tests/faults. REQUIRE_FAULTS=1 fails where something can't be tested on this computer.
import { runKills } from './kills.ts';
import { obstacleForPowerCuts, runPowerCuts } from './power-cuts.ts';
import { isEverythingRequired } from './requirements.ts';

const kills = Number(process.env['FAULTS_KILLS'] ?? 2_000);
const cuts = Number(process.env['FAULTS_CUTS'] ?? 120);
const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);
console.log(`seed ${seed} (FAULTS_SEED repeats a run)`);

const seconds = (since: number): string => `${Math.round((Date.now() - since) / 1_000)} s`;

let began = Date.now();
const killed = await runKills(kills, seed);
console.log(
  `kills: ${killed.kills} in ${seconds(began)}; ${killed.acknowledged} acknowledged things, none lost; every reopened document sound`,
);

const obstacle = obstacleForPowerCuts();
if (obstacle === null) {
  began = Date.now();
  const cut = await runPowerCuts(cuts, seed);
  if (cut.controlLost <= 0) throw new Error('the writer without fsync lost nothing: the simulation shows nothing');
  console.log(
    `power cuts: ${cut.cuts} in ${seconds(began)}; ${cut.acknowledged} acknowledged things, none lost; ${cut.torn} torn tails cut and reported; the control without fsync lost ${cut.controlLost} lines`,
  );
} else if (isEverythingRequired) throw new Error(`required here: ${obstacle}`);
else console.log(`power cuts left out: ${obstacle}`);
