import { sql } from 'kysely';
import type { z } from 'zod';
import type { ticketDetail } from '../../../contract/routes/tickets.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { withinReach } from './reach.ts';
import { organisationName, readAt, rowColumns, tagIds, toRow } from './row.ts';

export type TicketDetail = z.input<typeof ticketDetail>;

interface Beside {
  mailbox: TicketDetail['mailbox'];
  counts: TicketDetail['counts'];
  others: (Omit<TicketDetail['otherTickets'][number], 'receivedAt'> & { received_at: string })[];
}

/** The mailbox it came by and the contact's ten latest other tickets, read together with the ticket. */
const beside = sql<Beside>`json_build_object(
  'mailbox', (select json_build_object('id', m.id, 'name', m.name, 'address', m.address) from mailboxes m
    where m.workspace_id = tickets.workspace_id and m.id = tickets.mailbox_id),
  'counts', json_build_object(
    'conversation', tickets.message_count,
    'history', (select count(*) from events e where e.workspace_id = tickets.workspace_id and e.ticket_id = tickets.id)),
  'others', (select coalesce(json_agg(o), '[]') from (
    select o.id, o.number, o.subject, o.status, o.received_at from tickets o
    where o.workspace_id = tickets.workspace_id and o.contact_id = tickets.contact_id and o.id <> tickets.id
    order by o.received_at desc limit 10) o))`.as('beside');

/** One ticket with what its page shows beside the conversation. @throws NotFound */
export async function ticketDetailOf(ctx: Ctx, ticketId: string): Promise<TicketDetail> {
  const ticket = await ctx.tx
    .selectFrom('tickets')
    .select([...rowColumns, 'language', 'first_replied_at', 'resolved_at', 'hint'])
    .select(['escalation_origin', 'escalated_to'])
    .select([tagIds(), readAt(ctx), organisationName(), beside])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .where(withinReach(ctx))
    .executeTakeFirst();
  if (!ticket) throw notFound();
  return {
    ...toRow(ticket),
    language: ticket.language,
    escalation: ticket.escalation_origin
      ? { origin: ticket.escalation_origin, agentId: ticket.escalated_to }
      : null,
    firstRepliedAt: ticket.first_replied_at?.toISOString() ?? null,
    resolvedAt: ticket.resolved_at?.toISOString() ?? null,
    hint: ticket.hint,
    otherTickets: ticket.beside.others.map(({ received_at, ...other }) => ({
      ...other,
      receivedAt: new Date(received_at).toISOString(),
    })),
    counts: ticket.beside.counts,
    mailbox: ticket.beside.mailbox,
  };
}
