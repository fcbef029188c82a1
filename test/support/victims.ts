import fs from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { isNetError } from '../../src/domain/error.ts';
import { systemClock, today } from '../../src/host/clock.ts';
import { corrupt, lost, type Wrong } from '../torture/family.ts';
import { inFile } from './content.ts';
import type { Ended } from './installed.ts';
import { type Done, examined, type Standing, same, says, since, standingOf } from './standing.ts';
import { type Desk, desk, temporaryDirectory } from './world.ts';

/** A command that harm is done to in the middle, on a file that is made for it. */
export interface Victim {
  readonly name: string;
  readonly argv: (directory: string) => readonly string[];
  /** What is done before, from a file with some people in it. */
  readonly prepare?: (at: Desk) => Promise<void>;
  /** Whether it begins without a file. */
  readonly first?: true;
  /** The kind of the operation that it writes; null where it writes none. */
  readonly kind: Done['kind'] | null;
  /** Whether it was done, where no operation tells. */
  readonly happened?: (directory: string, after: Standing) => boolean;
  /** What is missing of what it was to do, once it is done; null where nothing is. `directory` is where the file is. */
  readonly missing: (after: Standing, directory: string, told: string) => string | null;
}

/** What every victim's file is called in its directory. */
export const FILE = 'net.db';

const NAMES =
  'Ana Ben Carla Dele Eva Farid Greta Hugo Ines Jonas Kemi Lars Mara Noor Olga Pia Quim Rosa'.split(' ');

/** Whose name is nowhere else. */
export const ERASED = 'Xanthippe';

let lastDesk = 0xa000;

/** Runs command lines in this process on a file, today, with ids that no other desk gives. */
export function deskOn(file: string): Desk {
  lastDesk += 0x10000;
  const at = desk(today(systemClock), lastDesk);
  at.file = file;
  return at;
}

/** Runs a command line that has to succeed. */
async function must(at: Desk, ...argv: readonly string[]): Promise<void> {
  const { code, err } = await at.net(...argv);
  if (code !== 0 && code !== 3) throw new Error(`net ${argv.join(' ')} ended with ${code}: ${err}`);
}

async function populate(at: Desk): Promise<void> {
  for (const name of NAMES)
    await must(at, 'add', `${name} Silva`, '--at', 'DevMeet', '--needs', 'a review', '--new');
  await must(at, 'keep', 'ana,ben,carla,dele', '--circle', 'close');
  await must(at, 'add', `${ERASED} Quill`, '--email', 'xanthippe@example.org', '--note', 'Xanthippe paints');
  await must(at, 'log', 'xanthippe,ana', 'tea in the garden', '--on', '2 weeks ago');
  for (const name of ['ana', 'ben', 'carla'])
    await must(at, 'log', name, 'coffee', '--on', '5 months ago', '-p', `the deck by friday`);
}

export function cards(people: number): string {
  const card = (i: number) =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Card${i} Marsh\r\nEMAIL:card${i}@example.org\r\nNOTE:met at a fair\r\nEND:VCARD\r\n`;
  return Array.from({ length: people }, (_, i) => card(i)).join('');
}

const IMPORTED = 40;

const laid = (at: Desk) => fs.writeFileSync(join(at.directory, 'people.vcf'), cards(IMPORTED));
const imports = (at: Desk) => must(at, 'import', join(at.directory, 'people.vcf'), '--create', '--yes');
const isThere = (words: string) => (after: Standing) => (says(after, words) ? null : `${words} is missing`);
const isGone = (words: string) => (after: Standing) =>
  says(after, words) ? `${words} is still there` : null;

function imported(after: Standing): string | null {
  const missing = Array.from({ length: IMPORTED }, (_, i) => `Card${i} Marsh`).filter(
    (name) => !says(after, name),
  );
  return missing.length === 0 ? null : `of the import ${missing.join(', ')} are missing`;
}

export const VICTIMS: readonly Victim[] = [
  {
    name: 'first run',
    first: true,
    argv: () => ['add', 'Zoe Marsh', '--at', 'DevMeet'],
    kind: 'user',
    missing: isThere('Zoe Marsh'),
  },
  { name: 'add', argv: () => ['add', 'Zoe Marsh'], kind: 'user', missing: isThere('Zoe Marsh') },
  {
    name: 'log',
    argv: () => ['log', 'ana', 'a walk', '-p', 'the photos by friday'],
    kind: 'user',
    missing: (after) => isThere('a walk')(after) ?? isThere('the photos')(after),
  },
  {
    name: 'log after a crash',
    // What a crash leaves: the file as it was, and a log beside it that was not folded in.
    prepare: async (at) => {
      const copy = join(at.directory, 'crashed');
      await inFile(at.file, (db) => {
        db.sqlite.exec(`UPDATE contact SET city = 'Lisbon' WHERE name = 'Ben Silva'`);
        for (const suffix of ['', '-wal']) fs.copyFileSync(at.file + suffix, copy + suffix);
      });
      for (const suffix of ['', '-wal']) fs.renameSync(copy + suffix, at.file + suffix);
    },
    argv: () => ['log', 'ana', 'a walk'],
    kind: 'user',
    missing: (after) => isThere('a walk')(after) ?? isThere('Lisbon')(after),
  },
  {
    name: 'import',
    prepare: async (at) => laid(at),
    argv: (directory) => ['import', join(directory, 'people.vcf'), '--create', '--yes'],
    kind: 'user',
    missing: imported,
  },
  {
    name: 'undo',
    prepare: async (at) => {
      laid(at);
      await imports(at);
      await must(at, 'log', 'ana', 'a walk');
    },
    argv: () => ['undo', '2'],
    kind: 'undo',
    missing: (after) => isGone('Card7 Marsh')(after) ?? isGone('a walk')(after),
  },
  {
    name: 'redo',
    prepare: async (at) => {
      laid(at);
      await imports(at);
      await must(at, 'undo');
    },
    argv: () => ['redo'],
    kind: 'redo',
    missing: imported,
  },
  {
    name: 'merge',
    argv: () => ['merge', 'ben', 'farid', '--yes'],
    kind: 'user',
    missing: (after) => ((after.content.contact?.length ?? 0) === NAMES.length ? null : 'nobody was merged'),
  },
  {
    name: 'purge',
    argv: () => ['purge', 'xanthippe', '--yes'],
    kind: 'maintenance',
    missing: (after) => isGone('Xanthippe Quill')(after) ?? isGone('xanthippe@')(after),
  },
  {
    name: 'today',
    argv: () => ['today'],
    kind: 'plan',
    missing: () => null,
  },
  {
    name: 'log on a new day',
    prepare: (at) => onThePast(at.file),
    argv: () => ['log', 'ana', 'a walk'],
    kind: 'user',
    missing: (after, directory, told) => {
      const isKept = backupsIn(directory).length > 0 || told.includes('no backup of today');
      return isThere('a walk')(after) ?? (isKept ? null : 'there is no backup of the day');
    },
  },
  {
    name: 'backup',
    argv: () => ['backup'],
    kind: null,
    happened: (directory) => backupsIn(directory).length > 0,
    missing: () => null,
  },
  {
    name: 'restore',
    prepare: async (at) => {
      await must(at, 'backup');
      await must(at, 'log', 'ana', 'a walk');
    },
    argv: () => ['restore', 'last', '--yes'],
    kind: 'maintenance',
    // Over a file that cannot be read it is put as it is: there is no operation then.
    happened: (_, after) => !says(after, 'a walk'),
    missing: () => null,
  },
  {
    name: 'export',
    prepare: async (at) => fs.writeFileSync(join(at.directory, 'people.json'), OLD_EXPORT),
    argv: (directory) => ['export', join(directory, 'people.json'), '--force'],
    kind: null,
    happened: writtenAnew,
    missing: (_, directory) => halfExport(fs.readFileSync(join(directory, 'people.json'), 'utf8')),
  },
];

const OLD_EXPORT = '{"what": "stood here before"}\n';

function writtenAnew(directory: string): boolean {
  return fs.readFileSync(join(directory, 'people.json'), 'utf8') !== OLD_EXPORT;
}

/** What is wrong with an export that is neither the old one nor a whole new one. */
function halfExport(text: string): string | null {
  try {
    JSON.parse(text);
    return NAMES.every((name) => text.includes(`${name} Silva`)) ? null : 'somebody is missing in the export';
  } catch {
    return 'the export is half a file';
  }
}

/** The backups beside the file in a directory, without what was not finished. */
function backupsIn(directory: string): string[] {
  const backups = join(directory, `${FILE}-backups`);
  if (!fs.existsSync(backups)) return [];
  return fs
    .readdirSync(backups)
    .flatMap((name) => (!name.endsWith('.db') || name.startsWith('.') ? [] : [join(backups, name)]));
}

/** Which of net's own files in a directory others may read or write; null where none is. */
export function notPrivate(directory: string): string | null {
  const own = fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.startsWith(join(directory, FILE)) && (fs.lstatSync(path).mode & 0o077) !== 0);
  return own.length === 0 ? null : `others may look into ${own.join(', ')}`;
}

/** A backup that has its name is whole. */
export function brokenBackup(directory: string): string | null {
  const broken = backupsIn(directory).filter((path) => {
    // With its log, where one was left: a backup that a purge was cut short in is whole with it.
    const looked = join(temporaryDirectory(), 'copy.db');
    for (const suffix of ['', '-wal'])
      if (fs.existsSync(path + suffix)) fs.copyFileSync(path + suffix, looked + suffix);
    const copy = new Database(looked);
    try {
      return copy.pragma('integrity_check', { simple: true }) !== 'ok';
    } catch {
      return true;
    } finally {
      copy.close();
      fs.rmSync(dirname(looked), { recursive: true });
    }
  });
  return broken.length === 0 ? null : `a backup is no whole file: ${broken.join(', ')}`;
}

/** As if everything had been done the day before yesterday. */
function onThePast(file: string): Promise<void> {
  const days = 2 * 86_400_000;
  const at = new Date(Date.parse(systemClock.now()) - days).toISOString();
  return inFile(file, (db) => {
    db.sqlite.prepare('UPDATE operation SET at = ?').run(at);
  });
}

/** A victim's directory as it is before it begins, and how its file stands. */
export interface Scene {
  readonly victim: Victim;
  readonly before: Standing;
  readonly template: string;
}

/** Makes the directory of a victim, once: each try works on a copy. */
export async function sceneOf(victim: Victim): Promise<Scene> {
  const template = temporaryDirectory();
  const at = { ...deskOn(join(template, FILE)), directory: template };
  const run = deskOn(join(template, FILE));
  if (victim.first === undefined) {
    await populate(run);
    await victim.prepare?.({ ...at, net: run.net });
  }
  const copy = copyOf(template);
  const before = await standingOf(join(copy, FILE));
  fs.rmSync(copy, { recursive: true });
  return { victim, before, template };
}

/** A directory like the template's. */
export function copyOf(template: string): string {
  const directory = temporaryDirectory();
  copyInto(directory, template);
  return directory;
}

/** Copies the template's files, and the rights of its directories, too. */
export function copyInto(directory: string, template: string): void {
  fs.cpSync(template, directory, { recursive: true, preserveTimestamps: true });
  for (const entry of fs.readdirSync(template, { withFileTypes: true }))
    if (entry.isDirectory()) fs.chmodSync(join(directory, entry.name), 0o700);
}

/**
 * What came of a command that harm was done to: null where the file is as it was before or as it is after, what was acknowledged is there,
 * it can be taken back, and the next command is like any other. `told` says what the command itself promised.
 */
export async function judge(
  { victim, before }: Scene,
  directory: string,
  { code, out, err }: Ended,
): Promise<Wrong | null> {
  const file = join(directory, FILE);
  const open = notPrivate(directory);
  if (open !== null) return { kind: 'escaped', what: open };
  try {
    const { standing: after, wrong } = await examined(file);
    if (wrong !== null) return corrupt(wrong);
    const done = since(before, after);
    const happened =
      victim.happened !== undefined
        ? victim.happened(directory, after)
        : done.some(({ kind }) => kind === victim.kind);
    const acknowledged = code === 0 || (out !== '' && code !== 1) || err.includes('was carried out');
    if (acknowledged && !happened) return lost('it was acknowledged, and is gone');
    if (happened && victim.kind !== null && err.includes('nothing was changed'))
      return lost(`it was told that nothing was changed: ${err}`);
    if (!happened && !same(before, after)) return lost('it did not happen, and something is different');
    if (victim.kind === null && !same(before, after))
      return lost('it only reads, and something is different');
    const broken = brokenBackup(directory);
    if (broken !== null) return corrupt(broken);
    const missing = happened ? victim.missing(after, directory, err) : null;
    if (missing !== null) return lost(`it happened by half: ${missing}`);
    return (
      (await reversible(victim, file, before, after, happened)) ??
      (await goesOn(victim, directory, happened, code))
    );
  } catch (error) {
    const told = isNetError(error) ? `${error.code}: ${error.message}` : (error as Error).stack;
    return corrupt(`the file cannot be read afterwards: ${told}`);
  }
}

const REVERSED: Readonly<Record<string, string>> = { user: 'undo', undo: 'redo', redo: 'undo' };

/** What happened can be taken back exactly, and done again. */
async function reversible(
  victim: Victim,
  file: string,
  before: Standing,
  after: Standing,
  happened: boolean,
): Promise<Wrong | null> {
  const back = REVERSED[victim.kind ?? ''];
  if (!happened || back === undefined) return null;
  const times = victim.name === 'undo' ? ['2'] : [];
  const at = deskOn(file);
  const taken = await at.net(back, ...times);
  if (taken.code !== 0) return lost(`${back} ended with ${taken.code}: ${taken.err}`);
  if (!same(await standingOf(file), before)) return lost(`${back} does not lead back`);
  const again = await at.net(back === 'undo' ? 'redo' : 'undo', ...times);
  if (again.code !== 0 || !same(await standingOf(file), after))
    return lost('what was taken back cannot be done again');
  return null;
}

/** How a purge ends that could not reach a backup, and says which. */
const PARTLY = 3;

/** The next command is like any other. */
async function goesOn(
  victim: Victim,
  directory: string,
  happened: boolean,
  was: number | null,
): Promise<Wrong | null> {
  const file = join(directory, FILE);
  const at = deskOn(file);
  if (victim.name === 'purge' && happened) {
    // What a purge that was cut short left in the file goes with the next one.
    const { code, err } = await at.net('purge', '--yes');
    if (code !== 0 && !err.includes('needs whom')) return lost(`the purge cannot be finished: ${err}`);
    const left = filesWith(directory, ERASED).filter((path) => was !== PARTLY || !path.includes('-backups'));
    if (left.length > 0)
      return { kind: 'escaped', what: `somebody who was erased is still in ${left.join(', ')}` };
  }
  const { code, err } = await at.net('add', 'Next Person', '--note', 'comes next', '--new');
  if (code !== 0) return lost(`the next command ended with ${code}: ${err}`);
  const { standing, wrong } = await examined(file);
  if (!says(standing, 'comes next')) return lost('the next command did nothing');
  return wrong === null ? null : corrupt(wrong);
}

/** The files under a directory in which some bytes are. */
export function filesWith(directory: string, words: string): string[] {
  return fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => fs.readFileSync(path).includes(words));
}
