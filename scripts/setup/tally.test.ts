import { describe, expect, it } from 'vitest';

interface Count {
  passed: number;
  failed: number;
  leftOut: number;
}

const tally = (await import(new URL('./tally.mjs', import.meta.url).href)) as {
  countReport(report: unknown, ok: boolean): Count;
  sum(counts: Count[]): Count;
  lastLine(count: Count): string;
};

function file(status: string, ...tests: string[]) {
  return {
    status,
    assertionResults: tests.map(test => ({ status: test, fullName: `a test that is ${test}` })),
  };
}

describe('the count of a vitest report', () => {
  it.each([
    ['all well', [file('passed', 'passed', 'passed')], true, [2, 0, 0]],
    ['one failed', [file('failed', 'passed', 'failed')], false, [1, 1, 0]],
    ['left out', [file('passed', 'passed', 'skipped', 'pending', 'todo')], true, [1, 0, 3]],
    ['a file that cannot be read', [file('failed'), file('passed', 'passed')], false, [1, 1, 0]],
    ['a set-up that failed', [file('failed', 'skipped', 'skipped')], false, [0, 1, 2]],
    ['an error outside every test', [file('passed', 'passed')], false, [1, 1, 0]],
  ])('%s', (_name, testResults, ok, [passed, failed, leftOut]) => {
    expect(tally.countReport({ testResults }, ok)).toMatchObject({ passed, failed, leftOut });
  });

  it('is one failure where no report was written', () => {
    expect(tally.countReport(undefined, true)).toMatchObject({ passed: 0, failed: 1, leftOut: 0 });
  });
});

it('the last line is a plain count, and speaks of tests left out only if there are any', () => {
  const counts = [
    { passed: 400, failed: 0, leftOut: 0 },
    { passed: 12, failed: 1, leftOut: 7 },
  ];
  expect(tally.lastLine(tally.sum(counts))).toBe('412 passed, 1 failed, 7 left out');
  expect(tally.lastLine({ passed: 412, failed: 0, leftOut: 0 })).toBe('412 passed, 0 failed');
});
