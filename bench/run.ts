/**
 * Measures how dear net is, and prints one table: medians of paired runs, each row a ratio with its n. `npm run bench` measures all of it
 * in about a quarter of an hour and writes it to bench/RESULTS.md with the machine's description; `npm run bench -- --quick` only small
 * networks, `-- --only "today binary"` only rows whose race, command, program and people hold these words; PAIRS=5 measures each so often.
 * None of these writes anything. `--in DIR` keeps the files there for another run on the same day. Ratios tell only on a machine that
 * does nothing else. Nothing is installed: what is not found is said, and left out.
 */
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock, today } from '../src/host/clock.ts';
import { clearEnvironment } from './environment.ts';
import { fieldIn } from './field.ts';
import { machineFacts } from './machine.ts';
import { memoryRow } from './memory.ts';
import { isAsked, isOfAll, isWhole, readOptions } from './options.ts';
import { race } from './race.ts';
import { memories, races } from './races.ts';
import { failures, goalsText, resultsPage } from './results.ts';
import { inOrder, type Row } from './rows.ts';
import { scratch } from './scratch.ts';
import { grouped, tableText } from './table.ts';
import { stopwatchIn } from './timing.ts';

const RESULTS = fileURLToPath(new URL('RESULTS.md', import.meta.url));

const tell = (text: string) => process.stderr.write(`${text}\n`);
const options = readOptions(process.argv.slice(2), process.env);
const place = scratch(options.place);
try {
  const home = join(place.path, 'home');
  fs.mkdirSync(home, { recursive: true });
  const environment = clearEnvironment(process.env, { HOME: home, XDG_CACHE_HOME: join(home, '.cache') });
  const { field, missing, versions, far } = fieldIn(place.path, today(systemClock), environment, tell);
  for (const one of missing) tell(`NOT FOUND: ${one}`);
  const rows: Row[] = [];
  for (const { name, entrants, limits, rows: rowsOf } of races(field, options.pairs, { ...options, far })) {
    const asked = entrants.filter(({ what, by, people }) => isAsked(options, name, what, by, people));
    if (asked.length === 0) continue;
    tell(`${name}: ${asked.length} in turn on ${grouped(asked.at(-1)?.people ?? 0)} people`);
    rows.push(...rowsOf(await race(asked, limits, stopwatchIn(environment))));
  }
  for (const entrant of memories(field, { ...options, far })) {
    if (!isAsked(options, 'memory', entrant.what, entrant.by, entrant.people)) continue;
    tell(`memory: ${entrant.what} (${entrant.by}) on ${grouped(entrant.people)} people`);
    rows.push(await memoryRow(entrant, environment));
  }
  if (rows.length === 0) throw new Error(`no row holds all of these words: ${options.only.join(' ')}`);
  const facts = machineFacts(place.path, versions);
  const ordered = inOrder(rows);
  process.stdout.write(
    `${[...facts, ...missing.map((one) => `NOT FOUND: ${one}`)].join('\n')}\n\n${tableText(ordered)}\n${goalsText(ordered, isOfAll(options))}`,
  );
  if (isWhole(options)) fs.writeFileSync(RESULTS, resultsPage(today(systemClock), facts, missing, ordered));
  if (failures(ordered).length > 0) process.exitCode = 1;
} finally {
  place.leave();
}
