import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/scratch.ts',
    env: { TZ: 'Europe/Lisbon' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
