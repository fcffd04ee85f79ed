import type { Finding } from './finding.ts';
import type { Link } from './imports.ts';
import { placeOf } from './places.ts';
import { isForTests } from './tree.ts';

/**
 * Rule `cycle`: no file imports itself by way of others. Each cycle is told once, at its first file. An import of types
 * counts only where it leads from one room to another: inside a room two files may well describe each other.
 */
export function checkCycles(links: Link[]): Finding[] {
  const counted = links.filter(
    ({ from, to, isErased }) =>
      !isForTests(from) && !isForTests(to) && !(isErased && placeOf(from).room === placeOf(to).room),
  );
  const targets = new Map<string, string[]>();
  for (const { from, to } of counted) targets.set(from, [...(targets.get(from) ?? []), to]);
  const told = new Set<string>();
  const findings: Finding[] = [];
  for (const start of [...targets.keys()].sort()) {
    if (told.has(start)) continue;
    const way = wayBack(start, targets);
    if (!way) continue;
    for (const file of way) told.add(file);
    const line = counted.find(link => link.from === start && link.to === (way[1] ?? start))?.line ?? 1;
    findings.push({ file: start, line, rule: 'cycle', what: [...way, start].join(' -> ') });
  }
  return findings;
}

/** The shortest way from a file back to itself, breadth first. */
function wayBack(start: string, targets: Map<string, string[]>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let here = queue.shift(); here !== undefined; here = queue.shift()) {
    for (const next of targets.get(here) ?? []) {
      if (next === start) return wayTo(here, start, cameFrom);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, here);
      queue.push(next);
    }
  }
  return undefined;
}

function wayTo(end: string, start: string, cameFrom: Map<string, string>): string[] {
  const way = [end];
  while (way[0] !== start) way.unshift(cameFrom.get(way[0]!)!);
  return way;
}
