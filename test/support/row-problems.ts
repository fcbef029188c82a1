import fs from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../src/cli/program.ts';
import type { Row } from '../essays/rows.ts';
import { fileOf, type ListedTest, root, rowOf } from './essay-tests.ts';
import { words } from './golden.ts';

/** How many rows there are to each letter. */
const EXPECTED: Readonly<Record<string, number>> = { A: 13, B: 12, C: 16, D: 11 };

/** What is missing or wrong about the rows and their tests, a line each; nothing where every row is proven by a test of its own. */
export async function rowProblems(rows: readonly Row[], tests: readonly ListedTest[]): Promise<string[]> {
  const commands = await Promise.all(
    rows.map(async ({ id, commands: lines }) =>
      (await commandProblems(lines)).map((problem) => `${id}: ${problem}`),
    ),
  );
  return [
    ...idProblems(rows.map(({ id }) => id)),
    ...rows.flatMap(({ id }) => testProblems(id, tests)),
    ...commands.flat(),
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

/** Every line has to be one that the program's own parser understands. */
async function commandProblems(commands: readonly string[]): Promise<string[]> {
  if (commands.length === 0) return ['no command'];
  const problems = await Promise.all(
    commands.map(async (line) => {
      const [net, ...argv] = words(line);
      if (net !== 'net') return [`no command of net: ${line}`];
      try {
        const { kind } = await parse(argv, '0.0.0', 80);
        return kind === 'run' ? [] : [`shows no more than help: ${line}`];
      } catch (error) {
        return [`not understood: ${line}: ${error instanceof Error ? error.message : String(error)}`];
      }
    }),
  );
  return problems.flat();
}

function moduleProblems(modules: readonly string[]): string[] {
  if (modules.length === 0) return ['no module'];
  return modules
    .filter((module) => !/^src\/.+\.ts$/.test(module) || !fs.existsSync(join(root, module)))
    .map((module) => `no module under src/: ${module}`);
}
