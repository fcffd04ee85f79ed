import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname } from 'node:path';
import type { Outcome } from './outcome.ts';

const headings = ['what', 'tickets', 'p50', 'p95', 'floor p50', 'floor p95', 'ratio', 'aim', 'verdict'];

/** The outcomes as a table for a terminal. */
export function tableOf(outcomes: Outcome[]): string {
  const rows = [headings, ...outcomes.map(cellsOf)];
  const widths = headings.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 0 || column > 6 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd();
  return [line(rows[0]!), widths.map(width => '-'.repeat(width)).join('  '), ...rows.slice(1).map(line)].join(
    '\n',
  );
}

function cellsOf(one: Outcome): string[] {
  const figure = (value: number | null | undefined) =>
    value == null ? '' : value.toFixed(value < 100 ? 1 : 0);
  const verdict = one.isMet === null ? '' : one.isMet ? 'met' : `missed by ${one.missedBy}`;
  const p50 = `${figure(one.p50)} ${one.unit}`;
  const ratio = one.ratio === null ? '' : one.ratio.toFixed(2);
  const floor = [figure(one.floor?.p50), figure(one.floor?.p95)];
  return [one.what, `${one.tickets}`, p50, figure(one.p95), ...floor, ratio, one.aim, verdict];
}

/** Writes the outcomes and what they were measured on. */
export function writeResults(path: string, outcomes: Outcome[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const machine = {
    node: process.version,
    processors: cpus().length,
    memoryMegabytes: Math.round(totalmem() / 1024 ** 2),
    loadAtTheEnd: loadavg()[0],
  };
  writeFileSync(path, `${JSON.stringify({ at: new Date().toISOString(), machine, outcomes }, null, 2)}\n`);
}
