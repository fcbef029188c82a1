import fs from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../trust/cases.ts';
import { type ListedTest, root } from './essay-tests.ts';

/** How many cases there are. */
const HOW_MANY = 54;

/** Where the tests of the cases stand. */
export const PLACE = 'test/trust';

/**
 * The cases that a test is about: `29 recurrence bombs …` is about 29, `26 nesting …, and 27 a line …` about two. A count such as
 * `10 000 mutated files` is none.
 */
export function casesOf(name: string): number[] {
  return name
    .split(' > ')
    .flatMap((part) =>
      [...part.matchAll(/(?:^|, and )(\d{1,2}) (?!000\b)/g)].map(([, number]) => Number(number)),
    );
}

/** The files in which a case is tried. */
export function filesOf(number: number, tests: readonly ListedTest[]): string[] {
  const own = tests.filter(({ name }) => casesOf(name).includes(number));
  return [...new Set(own.map(({ file }) => file))].sort();
}

/** What is missing or wrong about the cases and their tests, a line each; nothing where every case is tried. */
export function caseProblems(
  cases: readonly Case[],
  tests: readonly ListedTest[],
  families: readonly string[],
): string[] {
  const numbers = cases.map(({ number }) => number);
  const expected = Array.from({ length: HOW_MANY }, (_, at) => at + 1);
  const unknown = tests.flatMap(({ name }) =>
    casesOf(name)
      .filter((number) => !numbers.includes(number))
      .map((number) => `${number}: a test without a case: ${name}`),
  );
  return [
    ...(numbers.join() === expected.join() ? [] : [`the cases are not 1 to ${HOW_MANY}`]),
    ...cases.flatMap((one) => problemsOf(one, tests, families)),
    ...unknown,
  ];
}

/** A case that needs more than `npm test` has, such as a power cut, is tried by its family alone. */
function problemsOf(
  { number, harm, torture = [] }: Case,
  tests: readonly ListedTest[],
  families: readonly string[],
): string[] {
  const missing = torture.filter((family) => !families.includes(family));
  const tried = filesOf(number, tests).length > 0 || torture.length > missing.length;
  return [
    ...(tried ? [] : [`${number}: no test: ${harm}`]),
    ...missing.map((family) => `${number}: no family of npm run torture is called ${family}`),
  ];
}

/** The families of `npm run torture`, by the names under which one can be run alone. */
export function familyNames(): string[] {
  const directory = join(root, 'test/torture');
  if (!fs.existsSync(directory)) return [];
  return fs
    .readdirSync(directory)
    .filter((file) => file.endsWith('.ts') && !['family.ts', 'run.ts'].includes(file))
    .map((file) => file.replace(/\.ts$/, ''));
}
