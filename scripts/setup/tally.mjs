// Counting: what vitest's JSON report says, and the last line of `npm test`.

/**
 * Counts a vitest report: `{passed, failed, leftOut, leftOutNames}`. A file that could not be run, or whose set-up failed,
 * is one failure beside those of its tests. `report` is undefined where vitest wrote none; `ok` is how it ended.
 */
export function countReport(report, ok) {
  const files = report?.testResults ?? [];
  const tests = files.flatMap(file => file.assertionResults);
  const isLeftOut = test => test.status === 'skipped' || test.status === 'pending' || test.status === 'todo';
  const brokenFiles = files.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  );
  const failed = tests.filter(test => test.status === 'failed').length + brokenFiles.length;
  return {
    passed: tests.filter(test => test.status === 'passed').length,
    // An error outside every test, or a run that was cut off, still is a failure.
    failed: failed === 0 && (!ok || !report) ? 1 : failed,
    leftOut: tests.filter(isLeftOut).length,
    leftOutNames: tests.filter(isLeftOut).map(test => test.fullName),
  };
}

/** Gives the sum of several counts. */
export function sum(counts) {
  const total = { passed: 0, failed: 0, leftOut: 0 };
  for (const count of counts) for (const key of Object.keys(total)) total[key] += count[key] ?? 0;
  return total;
}

/** Gives the last line: `412 passed, 0 failed`, with `, 7 left out` where some were. */
export function lastLine({ passed, failed, leftOut }) {
  return `${passed} passed, ${failed} failed${leftOut > 0 ? `, ${leftOut} left out` : ''}`;
}
