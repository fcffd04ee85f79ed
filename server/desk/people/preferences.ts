import './tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';
import { invalid } from '../../platform/errors/index.ts';

const mostCharacters = 10_000;
const mostKeys = 30;

/** Keeps how the acting agent likes a screen; null forgets it. @throws Invalid for too much */
export async function keepPreference(ctx: Ctx, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  if (text.length > mostCharacters) throw invalid('invalid', { fields: { value: 'too_big' } });
  const kept =
    value === null
      ? sql`preferences - ${key}`
      : sql`preferences || ${JSON.stringify({ [key]: value })}::jsonb`;
  const { numUpdatedRows } = await ctx.tx
    .updateTable('agents')
    .set({ preferences: sql<string>`${kept}` })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ctx.actor.id)
    .where(eb =>
      eb.or([
        sql<boolean>`preferences ? ${key}`,
        sql<boolean>`(select count(*) from jsonb_object_keys(preferences)) < ${sql.lit(mostKeys)}`,
      ]),
    )
    .executeTakeFirst();
  if (!numUpdatedRows) throw invalid('invalid', { fields: { key: 'too_many' } });
}
