import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment, essayTests, root } from '../support/essay-tests.ts';
import { words } from '../support/golden.ts';
import { rowProblems } from '../support/row-problems.ts';
import { desk } from '../support/world.ts';
import { ROWS, type Row } from './rows.ts';

test('every row of the essays has a test, a command and a module', async () => {
  expect(await rowProblems(ROWS, essayTests())).toEqual([]);
});

test('every command line of the rows can be typed as it stands', async () => {
  for (const { id, commands } of ROWS) {
    for (const line of commands) {
      const at = desk();
      for (const name of ['Ana', 'Ben']) await at.net('add', name, '--at', 'DevMeet');
      // What is written is written elsewhere than where the tests are run.
      const typed = words(line).map((word) => (word.includes('.') ? join(at.directory, word) : word));
      const { code, err } = await at.net(...typed.slice(1));
      // Not found is fine, as there is hardly anything in the file; not understood is not.
      expect([id, line, code === 2 || code === 1 ? err : '']).toEqual([id, line, '']);
    }
  }
});

test('docs/why.md says what the rows say', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/why.ts', '--check'], {
    cwd: root,
    env: cleanEnvironment(),
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});

describe('what is wrong about the rows is told', () => {
  const tests = ROWS.map(({ id }) => ({ name: `${id} holds`, file: fileFor(id) }));
  const good = ROWS.map((row) => ({
    ...row,
    commands: ['net', 'net --json', 'net show ana'],
    modules: ['src/main.ts'],
  }));
  const but = (id: string, other: Partial<Row>) =>
    good.map((row) => (row.id === id ? { ...row, ...other } : row));

  test('nothing, where nothing is', async () => {
    expect(await rowProblems(good, tests)).toEqual([]);
  });

  test.each<[string, readonly Row[], typeof tests, RegExp]>([
    ['a missing row', good.slice(1), tests, /^the rows are not A1 A2/],
    [
      'a test without a row',
      good,
      [...tests, { name: 'D12 more', file: fileFor('D1') }],
      /^D12: a test without/,
    ],
    ['no test', good, tests.slice(1), /^A1: no test$/],
    ['two tests', good, [...tests, { name: 'A1 again', file: fileFor('A1') }], /^A1: 2 tests$/],
    ['A1 is not A10', good, tests.filter(({ name }) => name !== 'A1 holds'), /^A1: no test$/],
    [
      'an id within a name',
      good,
      [{ name: 'about A1 ', file: fileFor('A1') }, ...tests.slice(1)],
      /^A1: no test$/,
    ],
    [
      'another file',
      good,
      [{ name: 'A1 holds', file: fileFor('B1') }, ...tests.slice(1)],
      /^A1: its test stands/,
    ],
    ['no command', but('B2', { commands: [] }), tests, /^B2: no command$/],
    [
      'an unknown command',
      but('B2', { commands: ['net dance'] }),
      tests,
      /^B2: not understood: net dance: there is no command "dance"$/,
    ],
    [
      'an option without its value',
      but('B2', { commands: ['net add ana --needs'] }),
      tests,
      /^B2: not understood: net add ana --needs: /,
    ],
    ['only help', but('B2', { commands: ['net ask --help'] }), tests, /^B2: shows no more than help/],
    ['not typed', but('B2', { commands: ['show ana'] }), tests, /^B2: no command of net: show ana$/],
    ['no module', but('B2', { modules: [] }), tests, /^B2: no module$/],
    [
      'a missing module',
      but('B2', { modules: ['src/no.ts'] }),
      tests,
      /^B2: no module under src\/: src\/no.ts$/,
    ],
    ['elsewhere', but('B2', { modules: ['tools/docs.ts'] }), tests, /^B2: no module under src\//],
  ])('%s', async (_, rows, listed, problem) => {
    expect(await rowProblems(rows, listed)).toContainEqual(expect.stringMatching(problem));
  });
});

function fileFor(id: string): string {
  const files = { A: 'a-cultivate', B: 'b-give-and-ask', C: 'c-two-way', D: 'd-groups' };
  return `test/essays/${files[id[0] as keyof typeof files]}.test.ts`;
}
