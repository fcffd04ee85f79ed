// Nobody answers past words that they have not read (LUM-23, D-27).
import { sql } from 'kysely';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, notFound } from '../../platform/errors/index.ts';

export interface Newer {
  id: string;
  authorType: 'agent' | 'contact' | 'system';
  authorId: string | null;
}

/**
 * The public messages that came after one that was seen, oldest first; all of them for null. To be asked under the
 * ticket's lock. Their order is that of their events, which are recorded under that lock: a message's own id is older
 * than the wait for it, so that one which came in later may have the smaller id.
 * @throws NotFound when the message that was seen is none of this ticket
 */
export async function newerThan(ctx: Ctx, ticketId: string, seenId: string | null): Promise<Newer[]> {
  const since = seenId === null ? null : await eventOf(ctx, ticketId, seenId);
  const { rows } = await sql<Newer>`
    select m.id, m.author_type as "authorType", m.author_id as "authorId" from messages m
    left join (select e.facts ->> 'messageId' as message_id, max(e.id::text) as id from events e
      where e.workspace_id = ${ctx.workspaceId} and e.ticket_id = ${ticketId} and ${isPublic}
      group by 1) e on e.message_id = m.id::text
    where m.workspace_id = ${ctx.workspaceId} and m.ticket_id = ${ticketId} and m.kind = 'public'
      and (${seenId === null} or (m.id <> ${seenId}::uuid and case
        when ${since}::text is null or e.id is null then m.id > ${seenId}::uuid else e.id > ${since}::text end))
    order by coalesce(e.id, m.id::text)`.execute(ctx.tx);
  return rows;
}

const isPublic = sql`e.kind in ('ticket.opened', 'message.received', 'message.replied', 'message.moved-in')`;

/** The event of a public message of the ticket, or null where it came here otherwise. @throws NotFound */
async function eventOf(ctx: Ctx, ticketId: string, messageId: string): Promise<string | null> {
  const { rows } = await sql<{ eventId: string | null }>`
    select (select max(e.id::text) from events e
      where e.workspace_id = m.workspace_id and e.ticket_id = m.ticket_id and ${isPublic}
        and e.facts ->> 'messageId' = m.id::text) as "eventId"
    from messages m where m.workspace_id = ${ctx.workspaceId} and m.ticket_id = ${ticketId}
      and m.id = ${messageId} and m.kind = 'public'`.execute(ctx.tx);
  if (!rows[0]) throw notFound();
  return rows[0].eventId;
}

/** @throws Conflict newer-message with the ids of what came meanwhile; nothing is compared for undefined */
export async function refuseNewer(
  ctx: Ctx,
  ticketId: string,
  seenId: string | null | undefined,
): Promise<void> {
  if (seenId === undefined) return;
  const newer = await newerThan(ctx, ticketId, seenId);
  if (newer.length > 0) throw conflict('newer-message', { messageIds: newer.map(one => one.id) });
}

/** The public message that came last, or null where there is none. */
export async function newestPublicId(ctx: Ctx, ticketId: string): Promise<string | null> {
  return (await newerThan(ctx, ticketId, null)).at(-1)?.id ?? null;
}
