import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { nameOf } from './garden.ts';
import type { Gardens } from './gardens.ts';
import { FIRST_OF_WEEK, LIST_PAGE, NAMES, TODAY } from './goals.ts';
import type { Build } from './programs.ts';
import type { Entrant } from './race.ts';

/** Somebody who is kept, in a network of any size: typed rightly, wrongly, and begun. */
const SOMEBODY = nameOf(20);
const MISTYPED = SOMEBODY.replace('ko', 'ok');
const BEGUN = SOMEBODY.slice(0, 'Ana Oko'.length);

/** As it is mostly typed: where the name ends has to be found out. */
const UNQUOTED = SOMEBODY.toLowerCase().split(' ');

/** Whoever is on top of each list. */
const FIRST = nameOf(0).split(' ')[0] ?? '';

/** Commands of a build on a made-up network. */
type Row = (what: string, words: readonly string[], rest?: Partial<Entrant>) => Entrant;

function on(build: Build, gardens: Gardens, people: number): Row {
  return (what, words, rest = {}) => ({
    what,
    by: build.by,
    people,
    command: [...build.begins, ...words],
    env: { NET_DB: gardens.file(people) },
    ready: () => gardens.ready(people),
    ...rest,
  });
}

/** Within a week: its plan is stored. */
export function morning(build: Build, gardens: Gardens, people: number): Entrant {
  return on(build, gardens, people)(TODAY, ['today'], { says: FIRST });
}

/** With last week's plan stored and none for this week: `forget` takes away what a run has stored. */
export function firstOfWeek(build: Build, gardens: Gardens, people: number, forget: () => void): Entrant {
  return on(build, gardens, people)(FIRST_OF_WEEK, ['today'], { before: forget, says: FIRST });
}

/** What is run all through a day. Each log adds to the file. */
export function daily(build: Build, gardens: Gardens, people: number): Entrant[] {
  const row = on(build, gardens, people);
  return [
    row('net log', ['log', SOMEBODY, 'called'], { says: 'Logged' }),
    row('net log, name unquoted', ['log', ...UNQUOTED, 'coffee'], { says: 'Logged' }),
    row(LIST_PAGE, ['list'], { terminal: true, says: FIRST }),
    row('net list, everybody', ['list'], { says: nameOf(0) }),
    ...named(build, gardens, people),
  ];
}

/** Whatever is looked up by a name: one that is typed rightly, one that is not, one that is begun. */
export function named(build: Build, gardens: Gardens, people: number): Entrant[] {
  const row = on(build, gardens, people);
  const [whole, typo, begun] = NAMES;
  return [
    row(whole, ['show', SOMEBODY], { says: SOMEBODY }),
    row(typo, ['show', MISTYPED], { status: 4, says: SOMEBODY }),
    // What the script of a shell calls for it.
    row(begun, ['__complete', 'fish', 'show', BEGUN], { says: BEGUN }),
  ];
}

/** Everything out to a file, and in again from it to where nothing was. */
export function transfer(
  build: Build,
  gardens: Gardens,
  people: number,
  environment: Readonly<Record<string, string>>,
): Entrant[] {
  const row = on(build, gardens, people);
  const file = gardens.file(people);
  const [document, fresh] = [`${file}.export.json`, `${file}.import.db`];
  const warm = people > 1000 ? 0 : 1;
  const begin = () => {
    for (const ending of ['', '-wal', '-shm']) fs.rmSync(fresh + ending, { force: true });
    if (!fs.existsSync(document)) write(build, document, { ...environment, NET_DB: file });
  };
  return [
    row('net export', ['export', document, '--force', '--quiet'], { warm }),
    row('net import', ['import', document, '--quiet'], { warm, before: begin, env: { NET_DB: fresh } }),
  ];
}

function write({ begins }: Build, document: string, env: Readonly<Record<string, string>>): void {
  const [program = '', ...args] = [...begins, 'export', document, '--quiet'];
  const { status, stderr } = spawnSync(program, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`net export: ${stderr}`);
}
