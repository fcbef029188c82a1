import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest begins first, so that both cores are busy until the end. */
const LONGEST = ['random-commands.test.ts', 'runs.test.ts', 'holds.test.ts', 'holds-later.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
      return at < 0 ? LONGEST.length : at;
    };
    return [...(await super.sort(files))].sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/scratch.ts',
    sequence: { sequencer: LongestFirst },
    env: { TZ: 'Europe/Lisbon' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
