import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkHouse } from './check.ts';
import { lineOf } from './finding.ts';
import type { TableMap } from './tables.ts';

/** For tests: writes a small tree to a temporary folder, checks it, removes it, and gives the findings as lines. */
export function findingsIn(files: Record<string, string>, owners: TableMap = {}): string[] {
  const root = mkdtempSync(join(tmpdir(), 'guichet-house-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return checkHouse(root, owners).findings.map(lineOf);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
