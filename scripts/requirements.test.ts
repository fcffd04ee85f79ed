import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('requirements.ts', import.meta.url));
const TSX = fileURLToPath(new URL('../node_modules/.bin/tsx', import.meta.url));

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guichet-requirements-'));
  mkdirSync(join(root, 'server'));
  writeFileSync(join(root, 'server/a.test.ts'), `it('LUM-01 x', () => {});\n`);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function run(...words: string[]) {
  const { status, stdout } = spawnSync(TSX, [SCRIPT, root, ...words], { encoding: 'utf8' });
  return { status, stdout };
}

it('writes the page, and then the check is content until a test changes', () => {
  expect(run('--check').status).toBe(1);
  expect(run().status).toBe(0);
  expect(run('--check')).toEqual({ status: 0, stdout: 'requirements: 1 named by tests, 0 unknown ids\n' });
  appendFileSync(join(root, 'server/a.test.ts'), `it('LUM-02 y', () => {});\n`);
  expect(run('--check')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('is not what the tests say'),
  });
});

it('fails on an id that no requirement has', () => {
  writeFileSync(join(root, 'server/b.test.ts'), `\nit('LUM-77 x', () => {});\n`);
  expect(run()).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('server/b.test.ts:2 names LUM-77, which is no requirement'),
  });
});
