import './tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';
import { contactsByIds } from './contacts.ts';

const most = 20;

/**
 * The 20 contacts that fit a text best: first those whose name, e-mail or phone starts with it, then those that contain
 * it or are spelled nearly so; accents and case do not count. Without a text the newest.
 */
export async function findContacts(ctx: Ctx, text: string) {
  const wanted = text.trim().toLowerCase();
  const ids = wanted ? await bestIds(ctx, wanted) : await newestIds(ctx);
  return contactsByIds(ctx, ids);
}

async function newestIds(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('contacts')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(row => row.id);
}

async function bestIds(ctx: Ctx, wanted: string): Promise<string[]> {
  const part = escapeLike(wanted);
  const address = escapeLike(phonePart(wanted) ?? wanted);
  const rows = await ctx.tx
    .with('by_address', db =>
      db
        .selectFrom('contact_addresses')
        .select('contact_id')
        .select(eb => eb.fn.max(sql<number>`(value like ${`${address}%`})::int`).as('starts'))
        .where('workspace_id', '=', ctx.workspaceId)
        .where('value', 'like', `%${address}%`)
        .groupBy('contact_id'),
    )
    .with(
      cte => cte('people').materialized(),
      db =>
        db
          .selectFrom('contacts')
          .select(['id', 'name', 'visitor_id', sql<string>`unaccent(lower(name))`.as('plain')])
          .where('workspace_id', '=', ctx.workspaceId),
    )
    .selectFrom('people')
    .leftJoin('by_address as a', 'a.contact_id', 'people.id')
    .select('people.id')
    .where(eb =>
      eb.or([
        eb('a.contact_id', 'is not', null),
        sql<boolean>`plain like unaccent(${`%${part}%`})`,
        sql<boolean>`lower(visitor_id) like ${`%${part}%`}`,
        sql<boolean>`plain % unaccent(${wanted})`,
      ]),
    )
    .orderBy(
      sql`case when plain like unaccent(${`${part}%`}) then 0
               when a.starts = 1 then 1
               when plain like unaccent(${`% ${part}%`}) then 2
               when a.contact_id is not null then 3 else 4 end`,
    )
    .orderBy(sql`similarity(plain, unaccent(${wanted}))`, 'desc')
    .orderBy('name')
    .orderBy('people.id')
    .limit(most)
    .execute();
  return rows.map(row => row.id);
}

/** What a phone number as people write it has in common with the form in which it is kept; null for other texts. */
function phonePart(text: string): string | null {
  if (!/^[+\d\s().-]+$/.test(text)) return null;
  const digits = text.replace('(0)', '').replace(/[^+\d]/g, '');
  const part = digits.startsWith('+') ? digits : digits.replace(/^00?/, '');
  return part.length >= 2 ? part : null;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
