import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { stubbing } from './test/support/stub.ts';

/** What takes longest begins first, so that both cores are busy until the end. */
const LONGEST = [
  'random-commands.test.ts',
  'imports-left.test.ts',
  'mutated.test.ts',
  'year.test.ts',
  'bad-input.test.ts',
  'purge.test.ts',
  'holds.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
      return at < 0 ? LONGEST.length : at;
    };
    return [...(await super.sort(files))].sort((a, b) => rank(a) - rank(b));
  }
}

/** Modules that say nothing (STUB) or are only stood in for (PASS), by their paths: see tools/stubbed.ts. */
const { STUB = '', PASS = '' } = process.env;

export default defineConfig({
  plugins: [
    ...(STUB === '' ? [] : [stubbing(STUB.split(','), 'empty')]),
    ...(PASS === '' ? [] : [stubbing(PASS.split(','), 'pass')]),
  ],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/scratch.ts',
    // Vitest leaves one core free by itself: on two, half of the machine.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    env: { TZ: 'Europe/Lisbon' },
    // Also what shows that whatever a file holds is read in bounded time: no test looks at a clock.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
