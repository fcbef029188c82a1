/**
 * Runs the everyday commands out of a directory of built files, on a day that is always the same: `node rehearsal.ts DIST SCRATCH`. Under
 * NODE_V8_COVERAGE Node writes down which functions were called. Ends with 1 where a command does not do what it should.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { EVERYDAY } from './everyday.ts';
import { DAYS, MISTAKEN, MOST, NOT_FOUND, noonOf } from './half-a-year.ts';

const [dist = '', scratch = ''] = process.argv.slice(2);
const require = createRequire(import.meta.url);

let noon = 0;

/** The program asks for the time by `new Date()` alone. */
class FixedDate extends Date {
  constructor(...given: [] | [string | number | Date]) {
    super(...((given.length === 0 ? [noon] : given) as [number]));
  }
}

globalThis.Date = FixedDate as DateConstructor;
process.env = { NET_DB: join(scratch, 'net.db'), HOME: scratch, TZ: 'UTC' };
process.umask(0o077);

for (const [day, lines] of Object.entries(DAYS)) {
  noon = noonOf(day);
  for (const line of lines) await typed(line, 0);
}
await typed(MISTAKEN, NOT_FOUND);
sitAtATerminal();
for (const line of MOST) await typed(line, 0);
process.exitCode = 0;

/** From now on the output is a terminal to the program, of which it does not know how wide it is. */
function sitAtATerminal(): void {
  const asked = (process as unknown as { binding: (name: string) => object }).binding('tty_wrap');
  Object.assign(asked, { isTTY: (stream: number) => stream === 1 });
}

/** As bin/net.js. */
function fileFor(line: readonly string[]): string {
  const [word, ...more] = line;
  if (more.length === 0 && (word === undefined || word === 'today')) return 'morning';
  if (word === '__complete') return 'complete';
  return word !== undefined && EVERYDAY.includes(word) ? `everyday-${word}` : 'main';
}

async function typed(line: readonly string[], expected: number): Promise<void> {
  process.argv = [process.execPath, 'net', ...line];
  await require(join(dist, `${fileFor(line)}.cjs`)).start();
  if (process.exitCode === expected) return;
  process.stderr.write(`net ${line.join(' ')} ended with ${process.exitCode}\n`);
  process.exit(1);
}
