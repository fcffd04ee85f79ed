import { sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';
import type { Wanted } from './list-filters.ts';
import { most, type Order, type Path, pathsOf, walk, wholeView } from './list-paths.ts';

export interface Choice {
  path: Path;
  /** The path is known to hold no more tickets than one request looks at. */
  isWhole: boolean;
}

const everything: Path = { branches: [sql<boolean>`true`], isOrdered: true };

/**
 * The shortest way to the tickets of a list. Counts what lies on each path, no further than one request looks: where a
 * path ends before, the list is complete at once. Else the first one that comes in the list's order.
 */
export async function choosePath(ctx: Ctx, wanted: Wanted, order: Order, looksAt: number): Promise<Choice> {
  const paths = pathsOf(ctx, wanted);
  if (paths.length > 0) {
    const lengths = await lengthsOf(ctx, paths, wanted);
    const shortest = lengths.indexOf(Math.min(...lengths));
    if (lengths[shortest]! <= looksAt) return { path: paths[shortest]!, isWhole: true };
  }
  return { path: longPath(paths, wanted, order.by), isWhole: false };
}

/** The way to take when none is short: only what comes in order may be left in the middle. */
export function longPath(paths: readonly Path[], wanted: Wanted, by: Order['by']): Path {
  // By recency the tickets come in order only all together.
  if (by === 'recent') return everything;
  return paths.find(path => path.isOrdered) ?? wholeView(wanted);
}

async function lengthsOf(ctx: Ctx, paths: readonly Path[], wanted: Wanted): Promise<number[]> {
  const order: Order = { by: 'waiting', after: null };
  const counts = paths.map((path, index) => {
    const walked = walk(ctx, path, wanted, order, { columns: [], limit: most + 1, isAnyOrder: true });
    return sql`(select count(*)::int from (${walked}) x) as ${sql.ref(`path${index}`)}`;
  });
  const { rows } = await sql<Record<string, number>>`select ${sql.join(counts)}`.execute(ctx.tx);
  return paths.map((_path, index) => rows[0]![`path${index}`]!);
}
