import { checkArrows } from './arrows.ts';
import { checkCycles } from './cycles.ts';
import { checkDoors } from './doors.ts';
import type { Finding } from './finding.ts';
import { checkHistoryTexts } from './history-texts.ts';
import { readImports } from './imports.ts';
import { checkLengths } from './lengths.ts';
import { checkNames } from './names.ts';
import { checkRights } from './rights.ts';
import { type TableMap, tables } from './tables.ts';
import { checkTenancy } from './tenancy.ts';
import { readTree } from './tree.ts';
import { checkTypography } from './typography.ts';
import { checkWords } from './words.ts';
import { checkWrites } from './writes.ts';

/** What a look at the house gives: all findings, by file and line, and how many files were looked at. */
export type Report = { findings: Finding[]; files: number };

/** Checks every wall of the house over the tree under `root`; `owners` is the list of tables to hold it against. */
export function checkHouse(root: string, owners: TableMap = tables): Report {
  const tree = readTree(root);
  const imports = readImports(tree);
  const findings = [
    ...checkArrows(imports),
    ...checkDoors(imports.links),
    ...checkCycles(imports.links),
    ...checkWrites(tree, owners),
    ...checkRights(tree),
    ...checkTenancy(tree, owners),
    ...checkHistoryTexts(tree),
    ...checkTypography(tree),
    ...checkWords(tree),
    ...checkNames(tree),
    ...checkLengths(tree),
  ];
  findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.rule.localeCompare(b.rule));
  return { findings, files: tree.length };
}
