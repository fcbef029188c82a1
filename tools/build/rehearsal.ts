/**
 * Runs the everyday commands out of a directory of built files, on a day that is always the same: `node rehearsal.ts DIST SCRATCH`. Under
 * NODE_V8_COVERAGE Node writes down which functions were called. Ends with 1 where a command does not do what it should.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { EVERYDAY } from './everyday.ts';

const [dist = '', scratch = ''] = process.argv.slice(2);
const require = createRequire(import.meta.url);

const NOON = Date.parse('2026-03-12T12:00:00.000Z');

/** The program asks for the time by `new Date()` alone. */
class FixedDate extends Date {
  constructor(...given: [] | [string | number | Date]) {
    super(given.length === 0 ? NOON : given[0]);
  }
}

/** What is typed, each line as its words. */
const LINES: readonly (readonly string[])[] = [
  ['add', 'Ana Silva', '--at', 'DevMeet', '--needs', 'a flat in Porto', '--email', 'ana@example.org'],
  ['add', 'Ben Okoye', '--org', 'Kete', '--phone', '+351 912 345 678', '--offers', 'a flat to let'],
  ['add', 'Mara Lindqvist', '--circle', 'inner', '--birthday', '14 March', '--city', 'Lisbon'],
  ['log', 'ana', 'coffee', '--on', '40 days ago', '-g', 'notes on her grant', '--started', 'me'],
  ['log', 'ben', 'called', '-r', 'the logo sketches'],
  ['promise', 'ana', 'the name of a landlord', '--due', 'tomorrow'],
  ['ask', 'ben', 'a word with the museum'],
  ['today'],
  ['today'],
  [],
  ['show', 'ana'],
  ['show', 'mara lindqvist'],
  ['list'],
  ['list', '--json'],
  ['give', 'mara', 'a book on memory'],
  ['done', '1'],
  ['today'],
  ['undo'],
  ['history'],
  ['log', 'mara,ana', 'lunch'],
  ['today', '--json'],
  ['__complete', 'zsh', 'show', 'an'],
  ['__complete', 'zsh', 'sh'],
  ['--version'],
  ['log', '--help'],
  ['help'],
];

/** A mistake in a name is an everyday matter, too. */
const MISTAKEN = ['show', 'anna slva'];
const NOT_FOUND = 4;

globalThis.Date = FixedDate as DateConstructor;
process.env = { NET_DB: join(scratch, 'net.db'), HOME: scratch, TZ: 'UTC' };
process.umask(0o077);

for (const line of LINES) await typed(line, 0);
await typed(MISTAKEN, NOT_FOUND);
process.exitCode = 0;

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
