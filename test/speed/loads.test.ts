import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { EVERYDAY } from '../../tools/build/everyday.ts';
import { type Built, build, type Loaded, load } from '../support/built.ts';
import { LIMITS } from './limits.ts';

/** What belongs to every start: where the file is, what an id is, and SQLite. */
const ALWAYS = ['better-sqlite3', 'env-paths', 'is-safe-filename', 'uuid'];
/** The parser of command lines. */
const PARSED = [...ALWAYS, 'commander'];
/** What is typed every day has its colors in the same file, of which none runs where nobody looks. */
const MORNING = [...ALWAYS, 'chalk'];
const TYPED_DAILY = [...PARSED, 'chalk'];

/** In their order, on one file; with the libraries that each may load, and what of net besides its own part it never does. */
const LINES: readonly (readonly [line: string, allowed: readonly string[]])[] = [
  ['add Ana_Silva --circle close', TYPED_DAILY],
  ['today', MORNING],
  ['today', MORNING],
  ['', MORNING],
  ['done 1', TYPED_DAILY],
  ['log ana coffee', TYPED_DAILY],
  ['add Ben_Okoye', TYPED_DAILY],
  ['show ana', TYPED_DAILY],
  ['list', TYPED_DAILY],
  ['keep ana', PARSED],
  ['ask ana a_look', PARSED],
  ['promise ana the_deck --due friday', PARSED],
  ['history', PARSED],
  ['week', PARSED],
  ['export --json', PARSED],
  ['help today', PARSED],
  ['--help', PARSED],
  ['--version', PARSED],
];

/** Formats, and who asks and draws, are loaded where they are used. */
const ELSEWHERE =
  /^src\/(formats\/(?!channel-words|day-phrase|told|lines|source-text|index|record)|host\/(inquirer|progress-bar)\.ts)/;
const EXPORTING = /^export/;

let built: Built;
let loaded: readonly (readonly [line: string, allowed: readonly string[], run: Loaded])[];

beforeAll(async () => {
  built = await build();
  const file = join(built.directory, 'net.db');
  loaded = LINES.map(([line, allowed]) => {
    const argv = line === '' ? [] : line.split(' ').map((word) => word.replace('_', ' '));
    return [line, allowed, load(built, file, argv)];
  });
});

/** Each file with its bytes, the largest first: what to look at where a limit is exceeded. */
function weighed(files: readonly string[]): string {
  return files
    .map((name) => [name, built.size(name), built.modules(name).slice(0, 3).join(', ')] as const)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([name, bytes, modules]) => `${bytes} ${name} (${modules} …)`)
    .join('\n');
}

function expectWithin(what: string, files: readonly string[], most: number): void {
  const bytes = files.reduce((sum, name) => sum + built.size(name), 0);
  const advice = `${what} loads ${bytes} bytes, more than ${most}: load late what not every run needs, or see test/speed/limits.ts\n${weighed(files)}`;
  expect(bytes <= most ? '' : advice).toBe('');
}

test('every line does what it says', () => {
  expect(loaded.filter(([, , { code }]) => code !== 0).map(([line, , { err }]) => [line, err])).toEqual([]);
});

test('each command loads the libraries that it needs, and no others', () => {
  const others = loaded.flatMap(([line, allowed, { files }]) => {
    const more = [...new Set(files.flatMap(built.libraries))].filter((name) => !allowed.includes(name));
    return more.length === 0 ? [] : [[line, more]];
  });
  expect(others).toEqual([]);
});

test('each command loads its own part, and that of no other command', () => {
  const commands = loaded.flatMap(([line, , { files }]) => {
    const own = line === '' ? 'today' : line.replace('help ', '').split(' ')[0];
    const others = files
      .flatMap(built.modules)
      .flatMap((path) => /^src\/commands\/(.*)\.ts$/.exec(path)?.[1] ?? [])
      .filter((name) => name !== own);
    return others.length === 0 ? [] : [[line, [...new Set(others)]]];
  });
  expect(commands).toEqual([]);
});

test('no format, no question and no bar is loaded where there is none', () => {
  const late = loaded
    .filter(([line]) => !EXPORTING.test(line))
    .flatMap(([line, , { files }]) => {
      const found = files.flatMap(built.modules).filter((path) => ELSEWHERE.test(path));
      return found.length === 0 ? [] : [[line, found]];
    });
  expect(late).toEqual([]);
});

test('what is built is ASCII: else Node keeps a file in two bytes a letter', () => {
  const files = fs.readdirSync(join(built.directory, 'dist')).filter((name) => name.endsWith('.cjs'));
  const beyond = files.filter((name) =>
    /[^\0-\x7f]/.test(fs.readFileSync(join(built.directory, 'dist', name), 'utf8')),
  );
  expect([files.length > 50, beyond]).toEqual([true, []]);
});

describe('nothing grows unseen', () => {
  test('what the list of the morning loads', () => {
    const [, , stored] = loaded[2] ?? [];
    expect(stored?.files).toEqual(['morning.cjs']);
    expectWithin('net today', ['morning.cjs'], LIMITS.morning);
    expectWithin('every other command line first', ['main.cjs'], LIMITS.main);
    expectWithin('the first list of a week', loaded[1]?.[2].files ?? [], LIMITS.newWeek);
  });

  test('what a command of every day loads, in one file', () => {
    for (const name of EVERYDAY) {
      const [line, , { files }] = loaded.findLast(([typed]) => typed.startsWith(name)) ?? [
        name,
        [],
        { files: [] },
      ];
      expect([line, files]).toEqual([line, [`everyday-${name}.cjs`]]);
      expectWithin(line, files, LIMITS.everyday);
    }
    const others = loaded.flatMap(([line, , { files }]) =>
      EVERYDAY.includes(line.split(' ')[0] ?? '') ? [] : files,
    );
    expect(others.filter((name) => name.startsWith('everyday'))).toEqual([]);
  });

  test('what any other command loads, all together', () => {
    for (const [line, , { files }] of loaded)
      expectWithin(line, files, /^-|^help/.test(line) ? LIMITS.help : LIMITS.command);
  });
});
