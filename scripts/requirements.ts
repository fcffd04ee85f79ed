// Writes docs/requirements.md from the catalogue and the names of the tests: tsx scripts/requirements.ts [--check] [root]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTree } from './house/tree.ts';
import { catalogue } from './requirements/catalogue.ts';
import { gatherProofs, requirementsPage } from './requirements/page.ts';
import { holdsTests, testNamesIn } from './requirements/test-names.ts';

const isCheck = process.argv.includes('--check');
const root =
  process.argv.slice(2).find(word => !word.startsWith('-')) ?? fileURLToPath(new URL('..', import.meta.url));
const path = join(root, 'docs/requirements.md');

const names = readTree(root)
  .filter(file => holdsTests(file.path))
  .flatMap(testNamesIn);
const { proofs, unknown } = gatherProofs(names, catalogue);
const page = requirementsPage(catalogue, proofs);

for (const { file, line, name } of unknown)
  console.log(`${file}:${line} names ${name}, which is no requirement`);
const isStale = isCheck && page !== textAt(path);
if (isStale)
  console.log('docs/requirements.md is not what the tests say: run npx tsx scripts/requirements.ts');
if (!isCheck) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, page);
}
console.log(`requirements: ${proofs.size} named by tests, ${unknown.length} unknown ids`);
process.exitCode = unknown.length > 0 || isStale ? 1 : 0;

function textAt(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
