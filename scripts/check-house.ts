// Fails when a wall of the house is broken: tsx scripts/check-house.ts [root]
import { fileURLToPath } from 'node:url';
import { checkHouse } from './house/check.ts';
import { lineOf } from './house/finding.ts';

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const { findings, files } = checkHouse(root);
const warnings = findings.filter(finding => finding.isWarning).length;
const errors = findings.length - warnings;

for (const finding of findings) console.log(lineOf(finding));
console.log(`house: ${files} files, ${errors} errors, ${warnings} warnings`);
process.exitCode = errors > 0 ? 1 : 0;
