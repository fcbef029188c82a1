/** Lives a made-up year with net and prints what there is to find at its end: `npm run simulate`, or with another seed. */
import { findings } from './findings.ts';
import { SEED } from './seed.ts';
import { liveYear } from './year.ts';

const seed = Number(process.argv[2] ?? SEED);
const { life, watch } = await liveYear(seed);
const found = await findings(life, watch);
process.stdout.write(`A year with net, seed ${seed}: ${life.counts.commands} commands.\n\n`);
for (const { what, found: is, holds } of found)
  process.stdout.write(`${holds ? '✓' : '✗'} ${what}\n    ${is}\n`);
for (const fault of watch.faults) process.stdout.write(`  ${fault}\n`);
process.exitCode = found.every(({ holds }) => holds) ? 0 : 1;
