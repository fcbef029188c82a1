/** Checks that every case of docs/trust.md is tried by a test that begins with its number, and lists those that are not. */
import { caseProblems, familyNames, PLACE } from '../test/support/case-tests.ts';
import { testsIn } from '../test/support/essay-tests.ts';
import { CASES } from '../test/trust/cases.ts';

const problems = caseProblems(CASES, testsIn(PLACE), familyNames());
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`cases: ${CASES.length} cases, ${problems.length} problems\n`);
if (problems.length > 0) process.exitCode = 1;
