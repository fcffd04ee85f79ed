// Which tickets an agent may see (LUM-36, S19): one rule for reading, changing, searching, counting and live updates.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';

/**
 * A condition on the rows of `tickets` (or of an alias of it): those that the actor may see. Who is limited to folders
 * sees what lies there, and besides what was assigned or escalated to them.
 */
export function withinReach(ctx: Ctx, alias = 'tickets') {
  if (!ctx.onlyFolders) return sql<SqlBool>`true`;
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  const me = ctx.actor.id;
  const mine = sql`${of('assignee_id')} = ${me} or ${of('escalated_to')} = ${me}`;
  if (ctx.onlyFolders.length === 0) return sql<SqlBool>`(${mine})`;
  return sql<SqlBool>`(${of('folder_id')} in (${sql.join(ctx.onlyFolders)}) or ${mine})`;
}

/** The same for agents who are limited, given as expressions: an array of folders, and the agent. */
export function withinReachOf(alias: string, folders: RawBuilder<unknown>, agent: RawBuilder<unknown>) {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql<SqlBool>`(${of('folder_id')} = any(${folders})
    or ${of('assignee_id')} = ${agent} or ${of('escalated_to')} = ${agent})`;
}
