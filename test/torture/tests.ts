import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { root, VITEST } from '../support/essay-tests.ts';
import { temporaryDirectory } from '../support/world.ts';
import { type Family, lost } from './family.ts';

/** As vitest's JSON reporter tells it. */
interface Told {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** The tests that `npm test` tries a few times only. */
function files(): string[] {
  return fs
    .readdirSync(join(root, 'test'), { recursive: true })
    .map((name) => join(root, 'test', String(name)))
    .filter((path) => path.endsWith('.test.ts') && fs.readFileSync(path, 'utf8').includes('/tries.ts'));
}

/** Runs them, each as often as it can be tried. */
async function results(): Promise<Told['testResults']> {
  const report = join(temporaryDirectory(), 'report.json');
  const options = ['run', '--maxWorkers=1', '--reporter=json', `--outputFile=${report}`];
  await new Promise((resolve) => {
    const env = { ...process.env, HOW_MANY: 'all' };
    const argv = [VITEST, ...options, ...files()];
    spawn(process.execPath, argv, { cwd: root, env, stdio: 'ignore' }).on('close', resolve);
  });
  return (JSON.parse(fs.readFileSync(report, 'utf8')) as Told).testResults;
}

/** The tests that `npm test` tries a few times only, with all that they can try: made-up commands, files, texts and lines of 200 MB. */
export const family: Family = {
  name: 'tests',
  run: async (attempt) => {
    for (const { name, message, assertionResults } of await results()) {
      if (assertionResults.length === 0) await attempt('tests', name, async () => lost(message));
      for (const { fullName, status, failureMessages } of assertionResults) {
        if (status === 'passed' || status === 'failed')
          await attempt('tests', fullName, async () =>
            status === 'passed' ? null : lost(failureMessages.join('\n')),
          );
      }
    }
  },
};
