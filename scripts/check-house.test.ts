import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tables } from './house/tables.ts';

const SCRIPT = fileURLToPath(new URL('check-house.ts', import.meta.url));
const TSX = fileURLToPath(new URL('../node_modules/.bin/tsx', import.meta.url));

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guichet-house-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Every table of the real list, made as it has to be. */
function allTables(): string {
  return Object.keys(tables)
    .map(
      name => `create table ${name} (workspace_id uuid primary key);
alter table ${name} enable row level security; alter table ${name} force row level security;`,
    )
    .join('\n');
}

function run() {
  const { status, stdout } = spawnSync(TSX, [SCRIPT, root], { encoding: 'utf8' });
  return { status, lines: stdout.trim().split('\n') };
}

it('ends with 0 and a summary on a good tree', () => {
  mkdirSync(join(root, 'migrations'));
  writeFileSync(join(root, 'migrations/0001-all.sql'), allTables());
  expect(run()).toEqual({ status: 0, lines: ['house: 1 files, 0 errors, 0 warnings'] });
});

it('ends with 1, a line per finding and a summary on a bad one', () => {
  writeFileSync(join(root, 'README.md'), `see ../${'shared'}/x`);
  const { status, lines } = run();
  expect(status).toBe(1);
  expect(lines[0]).toBe(`README.md:1 word: names ../${'shared'}, a folder that is no part of the project`);
  expect(lines.at(-1)).toBe(`house: 1 files, ${lines.length - 1} errors, 0 warnings`);
});
