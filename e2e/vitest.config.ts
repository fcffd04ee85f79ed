import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Stories that say how soon something is on a screen: they run when no other story does. */
const timed = ['e2e/live.story.ts'];

/** Browser stories and the tests of what they stand on: two files at a time, each in a fork, on ports of its own. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..'),
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['e2e/**/*.story.ts', 'e2e/support/*.test.ts'],
          exclude: timed,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'timed', include: timed, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
