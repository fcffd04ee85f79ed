import { defineConfig } from 'vitest/config';

/** Files in a process of their own: what they mock, or count in their process, is nobody else's. */
const alone = [
  'server/channels/mail/reading/reader.test.ts',
  'server/desk/people/sign-in.test.ts',
  'server/platform/postgres/start.test.ts',
];

const all = { pool: 'forks', maxWorkers: 2, testTimeout: 30_000, hookTimeout: 60_000 } as const;

/** The other files run one after the other in two processes, which load the server once and not for each file. */
export default defineConfig({
  test: {
    ...all,
    globalSetup: ['server/testing/global-setup.ts'],
    projects: [
      { test: { ...all, name: 'alone', include: alone } },
      {
        test: {
          ...all,
          name: 'together',
          include: ['{contract,server,scripts,web,bench}/**/*.test.ts'],
          exclude: alone,
          isolate: false,
        },
      },
    ],
  },
});
