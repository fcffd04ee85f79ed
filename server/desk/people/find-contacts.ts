import './tables.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';
import { contactsByIds } from './contacts.ts';

const usual = 20;
/** Fewer letters have no trigram, so that only reading everything would find what contains them. */
const shortest = 3;

/**
 * The 20 contacts (or `most`) that fit a text best: first those whose name, then those whose e-mail or phone, then those a word of
 * whose name starts with it, each by name; after them those that contain it (three letters or more); where there is
 * none of these, those spelled nearly so. Accents, case and punctuation of names do not count; a text with an @ asks
 * for addresses only. Without a text the newest. Spellings are left out for a text that is known to be no mistake: to
 * compare them takes longest.
 */
export async function findContacts(ctx: Ctx, text: string, most = usual, mayBeMistyped = true) {
  const wanted = text.trim().toLowerCase();
  const ids = wanted ? await bestIds(ctx, wanted, most, mayBeMistyped) : await newestIds(ctx, most);
  return contactsByIds(ctx, ids);
}

/** A page of the list of contacts: the best for a text, else the newest, page by page. */
export async function contactPage(
  ctx: Ctx,
  { q, after, limit }: { q: string; after?: string; limit: number },
) {
  if (q.trim()) return { contacts: await findContacts(ctx, q, limit), next: null };
  const ids = await newestIds(ctx, limit + 1, after);
  const page = ids.slice(0, limit);
  return { contacts: await contactsByIds(ctx, page), next: ids.length > limit ? page.at(-1)! : null };
}

async function newestIds(ctx: Ctx, most: number, after?: string): Promise<string[]> {
  let select = ctx.tx
    .selectFrom('contacts')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('id', 'desc')
    .limit(most);
  if (after) select = select.where('id', '<', after);
  return (await select.execute()).map(row => row.id);
}

async function bestIds(ctx: Ctx, wanted: string, most: number, mayBeMistyped: boolean): Promise<string[]> {
  const name = wanted.includes('@') ? '' : wanted;
  const address = phonePart(wanted) ?? wanted;
  const ids = await idsOf(ctx, starting(ctx, name, address, most));
  if (ids.length >= most || Math.max(name.length, address.length) < shortest) return ids;
  const more = await idsOf(ctx, containing(name, address, most));
  const found = [...new Set([...ids, ...more])].slice(0, most);
  return found.length > 0 || name === '' || !mayBeMistyped ? found : idsOf(ctx, spelledLike(name, most));
}

async function idsOf(ctx: Ctx, query: RawBuilder<{ id: string }>): Promise<string[]> {
  const { rows } = await query.execute(ctx.tx);
  return rows.map(row => row.id);
}

const plain = (name: string) => sql`plain_name(${name}::text)`;
/** What starts with a text stands, in code-point order, from the text itself to the text before the last sign there is. */
const startsWith = (column: RawBuilder<unknown>, start: RawBuilder<unknown>) =>
  sql`${start} <> '' and ${column} >= ${start} and ${column} < ${start} || chr(1114111)`;

/** The contacts of which something starts with a text. Each part ends at the first 20 (or `most`) of its index, however many match. */
export function starting(ctx: Ctx, name: string, address: string, most = usual) {
  const words = (place: number, isFirst: boolean) => sql`
    (select ${sql.lit(place)} as place, w.words as sign, w.contact_id from contact_words w
     where w.workspace_id = ${ctx.workspaceId} and w.is_first = ${sql.lit(isFirst)}
       and ${startsWith(sql`w.words`, plain(name))}
     order by w.words, w.contact_id limit ${sql.lit(most)})`;
  return sql<{ id: string }>`
    select f.contact_id as id from (
      ${words(0, true)}
      union all
      (select 1, a.value, a.contact_id from contact_addresses a
       where a.workspace_id = ${ctx.workspaceId} and ${startsWith(sql`a.value collate "C"`, sql`${address}::text`)}
       order by a.value collate "C", a.contact_id limit ${sql.lit(most)})
      union all
      ${words(2, false)}) f
    group by f.contact_id order by min(f.place), min(f.sign collate "C"), f.contact_id limit ${sql.lit(most)}`;
}

/** Twice as many as are asked for, since those that start with the text are among them. */
function containing(name: string, address: string, most: number) {
  return sql<{ id: string }>`
    select f.contact_id as id from contacts_containing(${plain(name)}, ${address}, ${sql.lit(2 * most)}) f`;
}

function spelledLike(name: string, most: number) {
  return sql<{ id: string }>`
    select f.contact_id as id from contacts_spelled_like(${plain(name)}, ${sql.lit(most)}) f`;
}

/** What a phone number as people write it has in common with the form in which it is kept; null for other texts. */
function phonePart(text: string): string | null {
  if (!/^[+\d\s().-]+$/.test(text)) return null;
  const digits = text.replace('(0)', '').replace(/[^+\d]/g, '');
  const part = digits.startsWith('+') ? digits : digits.replace(/^00?/, '');
  return part.length >= 2 ? part : null;
}
