import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const VITEST = join(root, 'node_modules', 'vitest', 'vitest.mjs');

const FILES: Readonly<Record<string, string>> = {
  A: 'test/essays/a-cultivate.test.ts',
  B: 'test/essays/b-give-and-ask.test.ts',
  C: 'test/essays/c-two-way.test.ts',
  D: 'test/essays/d-groups.test.ts',
};

/** The file in which the test of a row stands, by its letter. */
export function fileOf(id: string): string {
  return FILES[id[0] ?? ''] ?? 'test/essays';
}

/** A test as Vitest knows it: its whole name, and the file in which it stands. */
export interface ListedTest {
  readonly name: string;
  readonly file: string;
}

/** All tests of the essays. */
export function essayTests(): ListedTest[] {
  return testsIn('test/essays');
}

/** All tests in a directory, asked of Vitest itself: what is commented out or never reached is no test. */
export function testsIn(directory: string): ListedTest[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [VITEST, 'list', directory, '--json', '--no-static-parse'],
    { cwd: root, env: cleanEnvironment(), encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const from = stdout.indexOf('[');
  if (from < 0) throw new Error(`vitest list ended with ${status}: ${stderr}${stdout}`);
  const listed: ListedTest[] = JSON.parse(stdout.slice(from));
  return listed.map(({ name, file }) => ({ name, file: relative(root, file).split('\\').join('/') }));
}

/** Without what a Vitest tells those that it starts: another one is to begin afresh. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|STUB$|PASS$|TEST$|GOLDEN$)/.test(name),
  );
  return Object.fromEntries(kept);
}

/** The id of the row that a test proves, or null. */
export function rowOf(name: string): string | null {
  return /^([A-D]\d+) /.exec(name)?.[1] ?? null;
}
