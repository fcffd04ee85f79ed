// What a notice to an agent tells. It carries the customer's public words, or a third party's, and nothing of notes.
import type { Ctx } from '../../../platform/db/index.ts';
import type { DeliveryRow } from '../../../platform/outbox/index.ts';
import { NoLetter } from './letter.ts';

export interface News {
  ticket: { number: number; subject: string; requesterName: string };
  /** Who handed the ticket over, or null where nobody did. */
  actorName: string | null;
  words: { name: string; text: string } | null;
}

/** @throws NoLetter when the ticket is not there */
export async function newsOf(ctx: Ctx, delivery: DeliveryRow): Promise<News> {
  const ticket = await ctx.tx
    .selectFrom('tickets')
    .select(['id', 'number', 'subject', 'requester_name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', delivery.ticket_id)
    .executeTakeFirst();
  if (!ticket) throw new NoLetter('the delivery names no ticket');
  let words = ctx.tx
    .selectFrom('messages')
    .select(['author_name as name', 'text'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ticket_id', '=', ticket.id)
    .where(eb =>
      delivery.purpose === 'side-answered'
        ? eb.and([eb('side_id', 'is not', null), eb('author_type', '=', 'contact')])
        : eb('kind', '=', 'public'),
    )
    .orderBy('id')
    .limit(1);
  if (delivery.message_id) words = words.where('id', '=', delivery.message_id);
  return {
    ticket: { number: ticket.number, subject: ticket.subject, requesterName: ticket.requester_name },
    actorName: await actorOf(ctx, delivery.event_id),
    words: (await words.executeTakeFirst()) ?? null,
  };
}

async function actorOf(ctx: Ctx, eventId: string | null): Promise<string | null> {
  if (!eventId) return null;
  const row = await ctx.tx
    .selectFrom('events')
    .innerJoin('agents', join =>
      join
        .onRef('agents.workspace_id', '=', 'events.workspace_id')
        .onRef('agents.id', '=', 'events.actor_id'),
    )
    .select('agents.name')
    .where('events.workspace_id', '=', ctx.workspaceId)
    .where('events.id', '=', eventId)
    .where('events.actor_type', '=', 'agent')
    .executeTakeFirst();
  return row?.name ?? null;
}
