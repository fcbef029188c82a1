import fs from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { inFile } from '../support/content.ts';
import { drawing } from '../support/mutations.ts';
import { type Desk, desk, type Ran, temporaryDirectory } from '../support/world.ts';
import { corrupt, type Family, lost, type Wrong } from './family.ts';

const TRIES = Number(process.env.TRIES ?? 2000);
const SEED = Number(process.env.SEED ?? 1);
const PAGE = 4096;
const DAMAGED = 13;

type Draw = (below: number) => number;

/** What is done to a file: where it can be known that it was, and where it cannot. */
const HARMS: Readonly<Record<string, (bytes: Buffer, draw: Draw) => Buffer>> = {
  'pages overwritten': (bytes, draw) => {
    for (let left = 1 + draw(3); left > 0; left--) {
      const from = draw(Math.ceil(bytes.length / PAGE)) * PAGE;
      for (let at = from; at < Math.min(from + PAGE, bytes.length); at++) bytes[at] = draw(256);
    }
    return bytes;
  },
  'a page emptied': (bytes, draw) => {
    const from = draw(Math.ceil(bytes.length / PAGE)) * PAGE;
    return bytes.fill(0, from, Math.min(from + PAGE, bytes.length));
  },
  'a page in the place of another': (bytes, draw) => {
    const page = () => draw(Math.floor(bytes.length / PAGE)) * PAGE;
    const from = page();
    bytes.copy(bytes, page(), from, from + PAGE);
    return bytes;
  },
  'a bit flipped': (bytes, draw) => {
    const at = draw(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << draw(8));
    return bytes;
  },
  'cut short': (bytes, draw) => bytes.subarray(0, draw(bytes.length)),
};

/** A file as it was before it is damaged, and what commands say of it. */
interface Whole {
  readonly bytes: Buffer;
  /** The log beside it, where a crash left one. */
  readonly log: Buffer | null;
  readonly says: readonly string[];
}

const READING: readonly (readonly string[])[] = [
  ['list'],
  ['show', 'person3'],
  ['history'],
  ['week'],
  ['check'],
];
const WRITING: readonly (readonly string[])[] = [
  ['log', 'person5', 'a talk in spite of it'],
  ['undo'],
  ['today'],
];

const PEOPLE = 120;

function at(file: string): Desk {
  const here = desk('2026-11-22', 0xf0000);
  fs.rmSync(here.directory, { recursive: true });
  here.file = file;
  return here;
}

/** A file of many rows; with `crashed` the last of them are only in its log. */
async function wholeFile(crashed: boolean): Promise<Whole> {
  const here = desk('2026-11-22');
  const cards = Array.from(
    { length: PEOPLE },
    (_, i) =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person${i} Nr${i}\r\nEMAIL:p${i}@example.org\r\nNOTE:met at a fair, and liked it there\r\nEND:VCARD\r\n`,
  );
  fs.writeFileSync(join(here.directory, 'people.vcf'), cards.join(''));
  await here.net('import', join(here.directory, 'people.vcf'), '--create', '--yes');
  for (let i = 0; i < 40; i++) {
    await here.net('log', `person${i}`, 'coffee', '-p', `the deck nr ${i} by friday`);
    if (i < 20) await here.net('keep', `person${i}`, '--circle', 'active');
  }
  await here.net('today');
  const [bytes, log] = crashed
    ? await inFile(here.file, async () => crash(here))
    : [fs.readFileSync(here.file), null];
  const copy = join(here.directory, 'copy.db');
  lay(copy, bytes, log);
  const says: string[] = [];
  for (const argv of READING) says.push((await at(copy).net(...argv)).out.replaceAll(copy, 'FILE'));
  return { bytes, log, says };
}

/** The file and its log as they stand while somebody else has it open, and a few commands are only in the log. */
async function crash(here: Desk): Promise<[Buffer, Buffer]> {
  const other = new Database(here.file);
  other.prepare('SELECT count(*) FROM contact').get();
  for (let i = 60; i < 66; i++) await here.net('log', `person${i}`, 'lunch');
  const taken: [Buffer, Buffer] = [fs.readFileSync(here.file), fs.readFileSync(`${here.file}-wal`)];
  other.close();
  return taken;
}

function lay(file: string, bytes: Buffer, log: Buffer | null): void {
  fs.writeFileSync(file, bytes, { mode: 0o600 });
  for (const suffix of ['-wal', '-shm']) fs.rmSync(file + suffix, { force: true });
  fs.rmSync(`${file}-backups`, { recursive: true, force: true });
  if (log !== null) fs.writeFileSync(`${file}-wal`, log, { mode: 0o600 });
}

/** What SQLite itself finds wrong with a file; null where it finds nothing. */
function faultOf(file: string): string | null {
  const sqlite = new Database(file);
  try {
    const result = sqlite.pragma('integrity_check(1)', { simple: true });
    return result === 'ok' ? null : String(result);
  } catch (error) {
    return String(error);
  } finally {
    sqlite.close();
  }
}

/** What came of all that was tried: how much of it was noticed, and when. */
interface Noticed {
  reading: number;
  checking: number;
  writing: number;
  written: number;
  changedText: number;
  unnoticed: number;
}

/** Runs commands on a damaged file: none crashes, each says 13 or what it said before, and what was found damaged is not written. */
async function tried(
  file: string,
  whole: Whole,
  damaged: Whole,
  noticed: Noticed,
  torn: boolean,
): Promise<Wrong | null> {
  const fault = faultIn(file, damaged);
  // What was in the log beyond is not there, and nothing else is different.
  if (torn && fault !== null)
    return corrupt(`a log that was cut short makes the file one that is not whole: ${fault}`);
  let found = false;
  let checked = false;
  let differs = false;
  for (const [i, argv] of READING.entries()) {
    lay(file, damaged.bytes, damaged.log);
    const ran = await at(file).net(...argv);
    const wrong = ended(argv, ran) ?? untouched(file, argv, ran, damaged);
    if (wrong !== null) return wrong;
    if (ran.code === DAMAGED && argv[0] === 'check') checked = true;
    else if (ran.code === DAMAGED) found = true;
    else if (ran.out.replaceAll(file, 'FILE') !== whole.says[i]) differs = true;
    if (argv[0] === 'check' && ran.code === 0 && fault !== null)
      return lost(`net check does not find: ${fault}`);
  }
  if (found) noticed.reading++;
  else if (checked) noticed.checking++;
  let written = false;
  let refused = false;
  for (const argv of WRITING) {
    lay(file, damaged.bytes, damaged.log);
    const ran = await at(file).net(...argv);
    const wrong = ended(argv, ran) ?? untouched(file, argv, ran, damaged);
    if (wrong !== null) return wrong;
    if (ran.code === DAMAGED) refused = true;
    if (ran.code === 0 && fault !== null && argv[0] === 'log') written = true;
  }
  if (refused) noticed.writing++;
  if (written) noticed.written++;
  if (!found && !checked && !refused) {
    if (differs) noticed.changedText++;
    else noticed.unnoticed++;
  }
  return null;
}

function faultIn(file: string, { bytes, log }: Whole): string | null {
  lay(file, bytes, log);
  return faultOf(file);
}

/** The exit codes that a command may end with on a damaged file: done, a garbled name is not found, no file or a newer one by its header. */
const ENDS = [0, 4, 5, 10, DAMAGED, 14];

function ended(argv: readonly string[], { code, out, err }: Ran): Wrong | null {
  if (!ENDS.includes(code)) return lost(`net ${argv.join(' ')} ended with ${code}: ${err}`);
  const clear = code === 0 || argv[0] === 'check' || /^net: [^\n]+\nhint: [^\n]+\n$/.test(err);
  return clear ? null : lost(`net ${argv.join(' ')} tells of ${code} with ${JSON.stringify(err || out)}`);
}

/** A command that found damage has written nothing. */
function untouched(
  file: string,
  argv: readonly string[],
  { code }: Ran,
  { bytes, log }: Whole,
): Wrong | null {
  if (code !== DAMAGED) return null;
  const still = fs.readFileSync(file).equals(bytes);
  const logStill =
    log === null || (fs.existsSync(`${file}-wal`) && fs.readFileSync(`${file}-wal`).equals(log));
  return still && logStill ? null : corrupt(`net ${argv.join(' ')} found damage, and wrote to the file`);
}

/** Random pages and single bits of a file are changed, also of one with a log beside it. */
export const family: Family = {
  name: 'damage',
  run: async (attempt) => {
    const file = join(temporaryDirectory(), 'net.db');
    const draw = drawing(SEED);
    const wholes = { 'a file': await wholeFile(false), 'a file with a log': await wholeFile(true) };
    const harms = Object.entries(HARMS);
    const noticed: Record<string, Noticed> = {};
    for (let n = 0; n < TRIES; n++) {
      const [harm, change] = harms[n % harms.length] ?? [];
      const [kind, whole] = Object.entries(wholes)[n % 2] ?? [];
      if (harm === undefined || change === undefined || kind === undefined || whole === undefined) continue;
      const ofLog = whole.log !== null && draw(2) === 0;
      const damaged = {
        ...whole,
        ...(ofLog && whole.log !== null
          ? { log: change(Buffer.from(whole.log), draw) }
          : { bytes: change(Buffer.from(whole.bytes), draw) }),
      };
      noticed[harm] ??= { reading: 0, checking: 0, writing: 0, written: 0, changedText: 0, unnoticed: 0 };
      const counts = noticed[harm];
      const how = `nr ${n} of seed ${SEED}: ${harm} in ${ofLog ? 'the log of ' : ''}${kind}`;
      await attempt(`damage: ${harm}`, how, () =>
        tried(file, whole, damaged, counts, ofLog && harm === 'cut short'),
      );
    }
    for (const [harm, { reading, checking, writing, written, changedText, unnoticed }] of Object.entries(
      noticed,
    ))
      process.stdout.write(
        `damage: ${harm}: ${reading} found while reading, ${checking} only by net check; ${writing} refused while writing, ` +
          `${written} written though SQLite would find it; ${changedText} only other words, ${unnoticed} without effect\n`,
      );
  },
};
