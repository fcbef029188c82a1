/** Checks that every row of the essays has a test, a command and a module, and lists what is missing. */
import { ROWS } from '../test/essays/rows.ts';
import { essayTests } from '../test/support/essay-tests.ts';
import { rowProblems } from '../test/support/row-problems.ts';

const problems = await found();
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`rows: ${ROWS.length} rows, ${problems.length} problems\n`);
if (problems.length > 0) process.exitCode = 1;

/** Where Vitest cannot read the tests, only what it says about that. */
async function found(): Promise<string[]> {
  try {
    return await rowProblems(ROWS, essayTests());
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
