import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Browser stories and the tests of what they stand on: one file after the other, each in a fork of its own. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..'),
    include: ['e2e/**/*.story.ts', 'e2e/support/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
});
