import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { addDays } from '../../src/domain/days/day.ts';
import { get } from '../../src/store/db.ts';
import { content, derived, inFile } from './content.ts';
import { type Desk, desk } from './world.ts';

const FIXTURES = [
  'android.vcf',
  'connections.csv',
  'google.vcf',
  'connections-2018.csv',
  'friends.md',
  'knotter.json',
  'takeout.mbox',
  'google.ics',
].map((name) => fileURLToPath(new URL(`../formats/fixtures/${name}`, import.meta.url)));

/** Sixty-six people, each known by their first name. */
const NAMES =
  'Ana Ben Carla Dele Eva Farid Greta Hugo Ines Jonas Kemi Lars Mara Noor Olga Pia Quim Rosa Sam Tara Ugo Vera'
    .split(' ')
    .flatMap((name) => ['', 'lina', 'ton'].map((ending) => name + ending));
const WORDS = 'grant review intro deck app designer talk paper garden climbing'.split(' ');

const name = fc.constantFrom(...NAMES).map((first) => `${first} Silva`);
const who = fc.constantFrom(...NAMES.map((first) => first.toLowerCase()));
/** Only these become one with another: the rest of the people stay. */
const twice = fc.constantFrom('anaton', 'benton', 'carlaton', 'deleton');
const few = fc.uniqueArray(who, { minLength: 1, maxLength: 3 }).map((list) => list.join(','));
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));
const past = fc.constantFrom('today', 'yesterday', '3 days ago', '2 weeks ago', '5 months ago');
const ahead = fc.constantFrom('today', 'friday', 'in 2 weeks', '3w');
const circle = fc.constantFrom('inner', 'close', 'active', 'wide');
const group = fc.constantFrom('DevMeet', 'food bank');
const line = fc.constantFrom('1', '2', '3', '4', '5');
const argv = (...parts: (string | fc.Arbitrary<string>)[]) =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)));

/** Any command line of those that change something, and now and then a list. Many of them fail, as people's do. */
export const commandLine: fc.Arbitrary<readonly string[]> = fc.oneof(
  {
    weight: 6,
    arbitrary: argv('add', name, '--at', fc.constantFrom('DevMeet', 'the fair'), '--needs', text),
  },
  {
    weight: 2,
    arbitrary: argv('add', name, '--circle', circle, '--offers', text, '--birthday', '11-25'),
  },
  {
    weight: 2,
    arbitrary: argv(
      'add',
      name,
      '--via',
      who,
      '--email',
      name.map((n) => `${n.replace(' ', '.')}@example.org`),
    ),
  },
  { weight: 14, arbitrary: argv('log', few, text, '--on', past, '-g', text) },
  { weight: 8, arbitrary: argv('log', who, '--by', 'message', '--no-answer') },
  {
    weight: 8,
    arbitrary: argv(
      'log',
      few,
      'coffee yesterday',
      '-r',
      text,
      '-p',
      text.map((t) => `${t} by friday`),
    ),
  },
  {
    weight: 4,
    arbitrary: argv(
      'log',
      few,
      'a talk',
      '--pitch',
      fc.constantFrom('me', 'them'),
      '--they-need',
      text,
      '--at',
      'DevMeet',
    ),
  },
  { weight: 6, arbitrary: argv('ask', who, text) },
  {
    weight: 6,
    arbitrary: argv(
      'outcome',
      who,
      fc.constantFrom('helped', 'partly', 'busy', 'ignored', 'declined'),
      '--which',
      line,
    ),
  },
  { weight: 2, arbitrary: argv('outcome', who, '--fruit', text, '--which', '1') },
  { weight: 4, arbitrary: argv('thank', who, '--which', '1') },
  { weight: 4, arbitrary: argv('give', who, text) },
  { weight: 2, arbitrary: argv('give', who, '--event', text, '--type', fc.constantFrom('time', 'support')) },
  { weight: 2, arbitrary: argv('forward', who, '--which', '1') },
  { weight: 1, arbitrary: argv('forward', who, '--drop') },
  { weight: 1, arbitrary: argv('recommend', who, text, '--to', who) },
  { weight: 1, arbitrary: argv('recommend', who, '--to', who, '--agreed', 'both', '--by', 'email') },
  { weight: 2, arbitrary: argv('log', who, 'call', '--they-asked', text) },
  { weight: 5, arbitrary: argv('promise', who, text, '--due', ahead) },
  { weight: 3, arbitrary: argv('promise', who, '--which', line, fc.constantFrom('--kept', '--drop')) },
  { weight: 2, arbitrary: argv('promise', who, '--due', ahead, '--which', '1') },
  { weight: 4, arbitrary: argv('keep', few, '--circle', circle) },
  { weight: 2, arbitrary: argv('keep', who, '--every', fc.constantFrom('3w', '10d'), '--last', past) },
  { weight: 4, arbitrary: argv('grow', who) },
  { weight: 2, arbitrary: argv('target', 'add', text, '--want', line) },
  { weight: 1, arbitrary: argv('target', 'done', fc.oneof(line, text)) },
  { weight: 1, arbitrary: argv('target', 'done', line, '--drop') },
  { weight: 2, arbitrary: argv('add', name, '--target', fc.oneof(line, fc.constantFrom(...WORDS))) },
  { weight: 2, arbitrary: argv('stack', '--rest', few) },
  { weight: 2, arbitrary: argv('stack', '--keep', who, '--circle', circle, '--grow', who) },
  { weight: 2, arbitrary: argv('stack', '--at', 'DevMeet', '--grow', few, '--rest-others') },
  { weight: 4, arbitrary: argv('rest', few) },
  { weight: 3, arbitrary: argv('snooze', fc.oneof(who, line)) },
  { weight: 2, arbitrary: argv('moveon', who, '--yes') },
  { weight: 1, arbitrary: argv('moveon', who, '--yes', '--to', fc.constantFrom('sales', 'work')) },
  { weight: 1, arbitrary: argv('pause', ahead) },
  { weight: 1, arbitrary: argv('pause', fc.constantFrom('--end', '--since=yesterday')) },
  {
    weight: 1,
    arbitrary: argv('config', fc.constantFrom('slots', 'minutes'), fc.constantFrom('4', '60', '7')),
  },
  { weight: 1, arbitrary: argv('config', 'close', fc.constantFrom('3w', '40d', '--unset')) },
  { weight: 5, arbitrary: argv('edit', who, '--org', text, '--tag', fc.constantFrom(...WORDS)) },
  { weight: 2, arbitrary: argv('edit', who, '--city', text, '--note', text) },
  {
    weight: 1,
    arbitrary: argv(
      'group',
      'add',
      group,
      '--kind',
      fc.constantFrom('networking', 'community', 'volunteering', 'online', 'work'),
      '--fee',
      fc.constantFrom('40/month', '€120/year'),
    ),
  },
  { weight: 3, arbitrary: argv('group', 'log', group, text, '--on', past, '--minutes', '90', '--with', who) },
  {
    weight: 2,
    arbitrary: argv('group', 'log', group, text, fc.constantFrom('--pitch', '--ambush', '--milked')),
  },
  { weight: 1, arbitrary: argv('group', 'edit', group, '--why', text, '--renews', ahead, '--left=') },
  { weight: 1, arbitrary: argv('group', 'review', group, '--keep') },
  { weight: 1, arbitrary: argv('group', 'leave', group, '--yes') },
  { weight: 6, arbitrary: argv('done', line, text) },
  { weight: 1, arbitrary: argv('import', fc.constantFrom(...FIXTURES), '--create', '--yes') },
  { weight: 1, arbitrary: argv('merge', twice, twice, '--yes') },
  { weight: 1, arbitrary: argv('duplicates', '--apart', twice, twice) },
  { weight: 6, arbitrary: argv('today') },
);

/** The same command lines for the same seed. */
export function randomLines(count: number, seed: number): (readonly string[])[] {
  return fc.sample(commandLine, { numRuns: count, seed });
}

/** A desk with two people, whom every random command may meet. */
export async function startingDesk(): Promise<Desk> {
  const at = desk();
  await at.net('add', 'Grandpa Aurelio', '--circle', 'inner');
  await at.net('add', 'Lee Chen', '--at', 'DevMeet', '--needs', 'a designer');
  return at;
}

/** Runs the `nth` command line; a day passes now and then. Null, or what a bug of net's said. */
export async function runLine(at: Desk, nth: number, words: readonly string[]): Promise<string | null> {
  if (nth % 25 === 24) at.day = addDays(at.day, 1);
  const { code, err } = await at.net(...words);
  return code === 1 ? `net ${words.join(' ')}: ${err}` : null;
}

/** Runs command lines one after the other. */
export async function runAll(at: Desk, lines: readonly (readonly string[])[]): Promise<void> {
  for (const [i, words] of lines.entries()) {
    const wrong = await runLine(at, i, words);
    if (wrong !== null) throw new Error(wrong);
  }
}

/** How many operations of the user's there are. */
export function userOperations(file: string): Promise<number> {
  const sql = `SELECT count(*) AS n FROM operation WHERE kind = 'user'`;
  return inFile(file, (db) => get<{ n: number }>(db, sql)?.n ?? 0);
}

/**
 * Takes the last operations back, so that the content is as it was `before`, and does them again, so that it is as it is now. Null, or what
 * is not exact.
 */
export async function undoneAndRedone(
  at: Desk,
  operations: number,
  before: Awaited<ReturnType<typeof content>>,
): Promise<string | null> {
  const end = await content(at.file);
  const after = await derived(at.file);
  for (const [command, list, expected] of [
    ['undo', 'undone', before],
    ['redo', 'redone', end],
  ] as const) {
    const { out } = await at.net(command, String(operations), '--json');
    const told = (JSON.parse(out) as Record<string, { readonly kept: number }[]>)[list] ?? [];
    if (told.length !== operations) return `${told.length} of ${operations} are ${list}`;
    const kept = told.filter((one) => one.kept > 0).length;
    if (kept > 0) return `${kept} are ${list} by half`;
    if (!isDeepStrictEqual(await content(at.file), expected)) return `what is ${list} is not what it was`;
    const { stands, anew } = await derived(at.file);
    if (!isDeepStrictEqual(stands, anew))
      return `what is derived of what is ${list} is not what the rows say`;
  }
  return isDeepStrictEqual((await derived(at.file)).stands, after.stands)
    ? null
    : 'what is derived is not what it was';
}
