import type { z } from 'zod';
import type { ticketDetail } from '../../../contract/routes/tickets.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { readAt, rowColumns, tagIds, toRow } from './row.ts';

export type TicketDetail = z.input<typeof ticketDetail>;

/** One ticket with what its page shows beside the conversation. @throws NotFound */
export async function ticketDetailOf(ctx: Ctx, ticketId: string): Promise<TicketDetail> {
  const ticket = await ctx.tx
    .selectFrom('tickets')
    .select([
      ...rowColumns,
      'language',
      'organisation_id',
      'first_replied_at',
      'resolved_at',
      'hint',
      'mailbox_id',
    ])
    .select(eb => [tagIds(), readAt(ctx)(eb)])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ticketId)
    .executeTakeFirst();
  if (!ticket) throw notFound();
  const others = await ctx.tx
    .selectFrom('tickets')
    .select(['id', 'number', 'subject', 'status', 'received_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('contact_id', '=', ticket.contact_id)
    .where('id', '!=', ticketId)
    .orderBy('received_at', 'desc')
    .limit(10)
    .execute();
  const mailbox = ticket.mailbox_id
    ? await ctx.tx
        .selectFrom('mailboxes')
        .select(['id', 'name', 'address'])
        .where('workspace_id', '=', ctx.workspaceId)
        .where('id', '=', ticket.mailbox_id)
        .executeTakeFirst()
    : undefined;
  return {
    ...toRow(ticket),
    language: ticket.language,
    organisationId: ticket.organisation_id,
    firstRepliedAt: ticket.first_replied_at?.toISOString() ?? null,
    resolvedAt: ticket.resolved_at?.toISOString() ?? null,
    hint: ticket.hint,
    otherTickets: others.map(({ received_at, ...other }) => ({
      ...other,
      receivedAt: received_at.toISOString(),
    })),
    mailbox: mailbox ?? null,
  };
}
