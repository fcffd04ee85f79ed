import './tables.ts';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';

const most = 20;

/**
 * The 20 organisations whose name starts with a text, by name; accents, case and punctuation do not count. Without a
 * text the first ones. With `ids` those organisations instead.
 */
export async function findOrganisations(
  ctx: Ctx,
  text: string,
  ids?: readonly string[],
): Promise<{ id: string; name: string }[]> {
  let select = ctx.tx
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('plain_name')
    .orderBy('id');
  if (ids) return ids.length > 0 ? select.where('id', 'in', ids).execute() : [];
  const start = sql`(select left(plain_name(${text}::text), 120) collate "C")`;
  if (text !== '')
    // What starts with a text stands from the text itself to the text before the last sign there is.
    select = select.where(sql<SqlBool>`plain_name >= ${start} and plain_name < ${start} || chr(1114111)`);
  return select.limit(most).execute();
}
