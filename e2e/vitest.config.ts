import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Browser stories and the tests of what they stand on: two files at a time, each in a fork, on ports of its own. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..'),
    include: ['e2e/**/*.story.ts', 'e2e/support/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
});
