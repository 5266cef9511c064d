// npm run build
import { buildPart, buildParts } from './build-steps.ts';

for (const part of buildParts) {
  const begun = performance.now();
  await buildPart(part, false);
  console.log(`${part}: built in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
