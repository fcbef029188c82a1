/** One measurement in a process of its own: `bare FILE DB` parses cards and inserts bare rows, `net DB WORDS…` runs net. Prints JSON. */
import Database from 'better-sqlite3';
import { parseCards } from '../../src/formats/vcard/parse.ts';
import { systemClock } from '../../src/host/clock.ts';
import { namedFile } from '../../src/host/files.ts';
import { newId } from '../../src/host/ids.ts';
import { systemKeychain } from '../../src/host/keychain.ts';
import type { Prompt } from '../../src/host/prompt.ts';
import { run } from '../../src/main.ts';

/** Nobody is asked. */
const nobody: Prompt = {
  text: () => Promise.reject(new Error('asked')),
  confirm: () => Promise.reject(new Error('asked')),
  select: () => Promise.reject(new Error('asked')),
  search: () => Promise.reject(new Error('asked')),
};

const [what = '', ...args] = process.argv.slice(2);
const begun = performance.now();
if (what === 'bare') bare(args[0] ?? '', args[1] ?? '');
else await net(args[0] ?? '', args.slice(1));
process.stdout.write(
  JSON.stringify({ ms: performance.now() - begun, peak: process.resourceUsage().maxRSS * 1024 }),
);

/** What an import cannot do without: reading the file, and as many rows of the same width as it writes, with no index but the key. */
function bare(file: string, db: string): void {
  const sqlite = new Database(db);
  sqlite.pragma('journal_mode = WAL');
  sqlite.exec(`CREATE TABLE contact (id TEXT PRIMARY KEY, name TEXT, nickname TEXT, org TEXT, role TEXT, city TEXT, birthday TEXT, made TEXT) STRICT;
    CREATE TABLE part (id TEXT PRIMARY KEY, contact_id TEXT, kind TEXT, value TEXT, label TEXT) STRICT;
    CREATE TABLE source (id TEXT PRIMARY KEY, contact_id TEXT, key TEXT, imported TEXT) STRICT;`);
  const contact = sqlite.prepare('INSERT INTO contact VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const part = sqlite.prepare('INSERT INTO part VALUES (?, ?, ?, ?, ?)');
  const source = sqlite.prepare('INSERT INTO source VALUES (?, ?, ?, ?)');
  const now = systemClock.now();
  sqlite.exec('BEGIN');
  for (const one of parseCards(namedFile(file))) {
    if (!('person' in one)) continue;
    const { name, nickname, org, role, city, birthday, points, traits, notes, key } = one.person;
    const id = newId();
    contact.run(id, name, nickname, org, role, city, birthday, now);
    for (const { kind, value, label } of points) part.run(newId(), id, kind, value, label);
    for (const { kind, text } of traits) part.run(newId(), id, kind, text, null);
    for (const text of notes) part.run(newId(), id, 'note', text, null);
    source.run(newId(), id, key, JSON.stringify(one.person));
  }
  sqlite.exec('COMMIT');
  sqlite.close();
}

async function net(db: string, argv: readonly string[]): Promise<void> {
  let err = '';
  const code = await run(argv, {
    env: { NET_DB: db },
    io: {
      out: () => {},
      err: (text) => {
        err += text;
      },
      interactive: false,
      outIsTerminal: false,
      errIsTerminal: false,
      columns: Number.POSITIVE_INFINITY,
    },
    clock: systemClock,
    newId,
    prompt: nobody,
    keychain: systemKeychain,
    progress: () => ({ at: async () => {}, end: () => {} }),
    mounts: () => '',
    version: '0.0.0',
    runtime: 'the measurement',
  });
  if (code !== 0) throw new Error(`net ${argv.join(' ')} ended with ${code}: ${err}`);
}
