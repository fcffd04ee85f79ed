// The parts of `npm test`: what each one runs, and how it is counted.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { countReport } from './tally.mjs';

const BIN = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsx: 'node_modules/tsx/dist/cli.mjs',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/**
 * The parts that count as one test each, in two lanes that run at the same time: each keeps one processor busy. All of a
 * part's commands must end with 0.
 */
export const CHECK_LANES = [
  [
    { name: 'types of server and tests', commands: [[BIN.tsc, '--noEmit', '-p', '.']] },
    { name: 'lint', commands: [[BIN.biome, 'check', '.']] },
  ],
  [
    { name: 'build', commands: [['scripts/build.mjs']] },
    { name: 'types of the app', commands: [[BIN.tsc, '--noEmit', '-p', 'web']] },
    {
      name: 'house check',
      commands: [
        [BIN.tsx, 'scripts/check-house.ts'],
        [BIN.tsx, 'scripts/requirements.ts', '--check'],
      ],
    },
  ],
];

/** The parts that vitest runs; `limitSeconds` is the longest that one may take. */
export const SERVER_TESTS = {
  name: 'server tests',
  report: 'test-results/server.json',
  config: [],
  limitSeconds: 480,
};
export const STORIES = {
  name: 'browser stories',
  report: 'test-results/stories.json',
  config: ['--config', 'e2e/vitest.config.ts'],
  limitSeconds: 660,
};

/**
 * Runs a check and counts it as one test. What it says is shown when it has ended, so that two lanes do not talk at once.
 * `secondsLeft` gives the seconds left of the whole run.
 */
export async function runCheck({ name, commands }, root, secondsLeft) {
  const started = performance.now();
  const said = [];
  let isPassed = true;
  for (const args of commands) {
    const { ok, output, end } = await runNode(args, root, { limitSeconds: Math.min(240, secondsLeft()) });
    said.push(output.trimEnd());
    if (!ok) said.push(`${name}: ${args[0].split('/').at(-1)} failed (${end})`);
    isPassed = isPassed && ok;
  }
  title(`${name}, ${Math.round((performance.now() - started) / 1000)} s`);
  for (const words of said) if (words) console.log(words);
  return { name, passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, leftOut: 0 };
}

/** Runs lanes of checks at the same time, each in its order, and gives the counts of all. */
export async function runLanes(lanes, root, secondsLeft) {
  const runLane = async lane => {
    const counts = [];
    for (const check of lane) counts.push(await runCheck(check, root, secondsLeft));
    return counts;
  };
  return (await Promise.all(lanes.map(runLane))).flat();
}

/** Runs a vitest part, shown, and counts it by its report; names the tests that left themselves out. */
export async function runVitest({ name, report, config, limitSeconds }, root, secondsLeft) {
  title(name);
  const file = join(root, report);
  rmSync(file, { force: true });
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const args = [
    BIN.vitest,
    'run',
    ...config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const limit = Math.min(limitSeconds, secondsLeft());
  const { ok, end } = await runNode(args, root, { isShown: true, limitSeconds: limit });
  if (!ok) console.log(`${name}: failed (${end})`);
  const count = countReport(readJson(file), ok);
  for (const left of count.leftOutNames) console.log(`Left out by its own condition: ${left}`);
  return count;
}

/** Counts a vitest part as left out, for a reason that it says. */
export async function leaveOut({ name, report, config }, root, reason) {
  title(name);
  const file = join(root, `${report}.list`);
  mkdirSync(join(root, 'test-results'), { recursive: true });
  rmSync(file, { force: true });
  await run(process.execPath, [BIN.vitest, 'list', ...config, `--json=${file}`], {
    cwd: root,
    limitSeconds: 120,
  });
  const leftOut = readJson(file)?.length || 1;
  console.log(`All ${name} left out: ${reason}`);
  return { passed: 0, failed: 0, leftOut };
}

function runNode(args, root, options) {
  return run(process.execPath, args, { cwd: root, env: { NO_COLOR: '1' }, ...options });
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function title(name) {
  console.log(`\n== ${name}`);
}
