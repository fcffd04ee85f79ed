import { type SqlBool, sql } from 'kysely';
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
  postponedBy: string | null;
  mergedInto: number | null;
}

/** The mailbox it came by, what its tabs hold and who postponed it, read together with the ticket. */
const beside = sql<Beside>`json_build_object(
  'mailbox', (select json_build_object('id', m.id, 'name', m.name, 'address', m.address) from mailboxes m
    where m.workspace_id = tickets.workspace_id and m.id = tickets.mailbox_id),
  'counts', json_build_object(
    'conversation', tickets.message_count,
    'history', (select count(*) from events e where e.workspace_id = tickets.workspace_id and e.ticket_id = tickets.id),
    'approval', (select count(*) from approvals p where p.workspace_id = tickets.workspace_id and p.ticket_id = tickets.id),
    'resolution', (select count(*) from resolutions r where r.workspace_id = tickets.workspace_id and r.ticket_id = tickets.id),
    'activities', (select count(*) from activities a where a.workspace_id = tickets.workspace_id and a.ticket_id = tickets.id
      and a.done_at is null),
    'time', (select count(*) from time_entries e where e.workspace_id = tickets.workspace_id and e.ticket_id = tickets.id),
    'attachments', (select count(*) from files f
      where f.workspace_id = tickets.workspace_id and f.ticket_id = tickets.id and not f.is_inline)),
  'mergedInto', (select m.number from tickets m where m.workspace_id = tickets.workspace_id and m.id = tickets.merged_into),
  'postponedBy', case when tickets.status = 'on_hold' then (select e.actor_id from events e
    where e.workspace_id = tickets.workspace_id and e.ticket_id = tickets.id and e.kind = 'ticket.postponed'
      and e.actor_type = 'agent' order by e.id desc limit 1) end)`.as('beside');

/**
 * One ticket with what its page shows beside the conversation. `wasSeen` is for the answer to a change: who has just
 * given the ticket out of their own reach is told once more how it is. @throws NotFound
 */
export async function ticketDetailOf(ctx: Ctx, ticketId: string, wasSeen = false): Promise<TicketDetail> {
  const ticket = await ctx.tx
    .selectFrom('tickets')
    .select([...rowColumns, 'language', 'resolved_at', 'hint'])
    .select('escalation_origin')
    .select([tagIds(), readAt(ctx), organisationName(), beside])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .where(wasSeen ? sql<SqlBool>`true` : withinReach(ctx))
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
    postponedBy: ticket.beside.postponedBy,
    counts: ticket.beside.counts,
    mailbox: ticket.beside.mailbox,
    mergedInto: ticket.beside.mergedInto,
  };
}
