import fs from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_COMMAND, entryAt } from '../../src/cli/registry.ts';
import type { Row } from '../essays/rows.ts';
import { fileOf, type ListedTest, root, rowOf } from './essay-tests.ts';
import { words } from './golden.ts';

/** How many rows there are to each letter. */
const EXPECTED: Readonly<Record<string, number>> = { A: 13, B: 12, C: 16, D: 11 };

/** What is missing or wrong about the rows and their tests, a line each; nothing where every row is proven by a test of its own. */
export function rowProblems(rows: readonly Row[], tests: readonly ListedTest[]): string[] {
  return [
    ...idProblems(rows.map(({ id }) => id)),
    ...rows.flatMap(({ id }) => testProblems(id, tests)),
    ...rows.flatMap(({ id, commands }) => commandProblems(commands).map((problem) => `${id}: ${problem}`)),
    ...rows.flatMap(({ id, modules }) => moduleProblems(modules).map((problem) => `${id}: ${problem}`)),
    ...tests.flatMap(({ name }) => {
      const id = rowOf(name);
      return id === null || rows.some((row) => row.id === id) ? [] : [`${id}: a test without a row: ${name}`];
    }),
  ];
}

function idProblems(ids: readonly string[]): string[] {
  const expected = Object.entries(EXPECTED).flatMap(([letter, n]) =>
    Array.from({ length: n }, (_, i) => `${letter}${i + 1}`),
  );
  return ids.join() === expected.join() ? [] : [`the rows are not ${expected.join(' ')}`];
}

function testProblems(id: string, tests: readonly ListedTest[]): string[] {
  const own = tests.filter(({ name }) => rowOf(name) === id);
  if (own.length !== 1) return [`${id}: ${own.length === 0 ? 'no test' : `${own.length} tests`}`];
  return own.filter(({ file }) => file !== fileOf(id)).map(({ file }) => `${id}: its test stands in ${file}`);
}

function commandProblems(commands: readonly string[]): string[] {
  if (commands.length === 0) return ['no command'];
  return commands.flatMap((line) => {
    const [net, first = DEFAULT_COMMAND, second] = words(line).filter((word) => !word.startsWith('-'));
    return net === 'net' && entryAt(first, second) !== undefined ? [] : [`no command of net: ${line}`];
  });
}

function moduleProblems(modules: readonly string[]): string[] {
  if (modules.length === 0) return ['no module'];
  return modules
    .filter((module) => !/^src\/.+\.ts$/.test(module) || !fs.existsSync(join(root, module)))
    .map((module) => `no module under src/: ${module}`);
}
