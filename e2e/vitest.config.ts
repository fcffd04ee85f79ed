import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Stories that say how soon something is on a screen: they run when no other story does. */
const timed = ['e2e/live.story.ts'];

const all = {
  root: join(import.meta.dirname, '..'),
  pool: 'forks',
  testTimeout: 120_000,
  hookTimeout: 120_000,
  teardownTimeout: 30_000,
} as const;

/**
 * Browser stories and the tests of what they stand on, each file in a fork, on ports of its own. Three at a time on two
 * processors: much of a story is waiting.
 */
export default defineConfig({
  test: {
    ...all,
    globalSetup: ['e2e/support/sample.ts'],
    projects: [
      {
        test: {
          ...all,
          name: 'stories',
          include: ['e2e/**/*.story.ts', 'e2e/support/*.test.ts'],
          exclude: timed,
          maxWorkers: 3,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: { ...all, name: 'timed', include: timed, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
