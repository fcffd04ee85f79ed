// The catalogue of tags (LUM-26) and the tags of a ticket (LUM-27, D-15: several).
import './tables.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, isDuplicate, notFound } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { refuseLocked } from './status.ts';
import { changeTicket } from './ticket.ts';

/** The catalogue, by name. */
export async function tagsOf(ctx: Ctx) {
  return ctx.tx
    .selectFrom('tags')
    .select(['id', 'name', 'colour'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('name')
    .execute();
}

/** @throws Conflict name-taken */
export async function addTag(ctx: Ctx, input: { name: string; colour: string }) {
  const id = newId();
  await refuseTaken(
    ctx.tx
      .insertInto('tags')
      .values({ workspace_id: ctx.workspaceId, id, ...input })
      .execute(),
  );
  return { id, ...input };
}

/** @throws NotFound, Conflict name-taken */
export async function editTag(ctx: Ctx, id: string, change: { name?: string; colour?: string }) {
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const before = (await tagsOf(ctx)).find(tag => tag.id === id);
  if (!before) throw notFound();
  if (Object.keys(set).length > 0) {
    await refuseTaken(
      ctx.tx
        .updateTable('tags')
        .set(set)
        .where('workspace_id', '=', ctx.workspaceId)
        .where('id', '=', id)
        .execute(),
    );
  }
  return { ...before, ...set };
}

/** Removes a tag from the catalogue and from its tickets. @throws NotFound */
export async function removeTag(ctx: Ctx, id: string): Promise<void> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('tags')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!numDeletedRows) throw notFound();
}

/** Sets the tags of a ticket. @throws NotFound for a tag that is not in the catalogue, Conflict ticket-locked */
export function setTags(ctx: Ctx, ticketId: string, tagIds: string[]): Promise<void> {
  return retag(ctx, ticketId, () => tagIds);
}

/** Sets the tags of a ticket from those that it has. @throws as setTags */
export async function retag(
  ctx: Ctx,
  ticketId: string,
  wanted: (before: string[]) => string[],
): Promise<void> {
  await changeTicket(ctx, ticketId, async ticket => {
    refuseLocked(ticket);
    const before = await tagIdsOf(ctx, ticketId);
    const after = [...new Set(wanted(before))].sort();
    if (before.join() === after.join()) return null;
    await replaceTags(ctx, ticketId, after);
    return { kind: 'ticket.tagged', facts: {}, alsoChanged: { tagIds: [before, after] } };
  });
}

/** Writes the tags of a ticket anew, all or only those known. Gives them. @throws NotFound as putTags */
export async function replaceTags(
  ctx: Ctx,
  ticketId: string,
  tagIds: string[],
  which: 'all' | 'those known' = 'all',
): Promise<string[]> {
  await ctx.tx
    .deleteFrom('ticket_tags')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .execute();
  const catalogue = which === 'all' ? null : (await tagsOf(ctx)).map(tag => tag.id);
  const put = tagIds.filter(id => catalogue?.includes(id) ?? true);
  await putTags(ctx, ticketId, put);
  return put;
}

/** Puts tags on a ticket. @throws NotFound for a tag that is not in the catalogue */
export async function putTags(ctx: Ctx, ticketId: string, tagIds: string[]): Promise<void> {
  if (tagIds.length === 0) return;
  const known = await ctx.tx
    .selectFrom('tags')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', tagIds)
    .execute();
  if (known.length !== new Set(tagIds).size) throw notFound();
  const rows = known.map(tag => ({ workspace_id: ctx.workspaceId, ticket_id: ticketId, tag_id: tag.id }));
  await ctx.tx.insertInto('ticket_tags').values(rows).execute();
}

/** The tags of a ticket, sorted. */
export async function tagIdsOf(ctx: Ctx, ticketId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('ticket_tags')
    .select('tag_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticketId)
    .execute();
  return rows.map(row => row.tag_id).sort();
}

async function refuseTaken(work: Promise<unknown>): Promise<void> {
  await work.catch(error => {
    throw isDuplicate(error, 'tags_name') ? conflict('name-taken') : error;
  });
}
