// All that a person, or their organisation, has asked so far (LIV-11, LIV-34), as far as the reader may see it.
import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { contactTicketRoutes, type ticketOfContact } from '../../../contract/routes/contacts.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { invalid } from '../../platform/errors/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { contactById, refuseUnknownOrganisation } from '../people/index.ts';
import { withinReach } from './reach.ts';

interface Page {
  after?: string;
  limit: number;
  withoutContact?: string;
}

/** Counting stops here; a screen shows 9,999+. */
const countLimit = 9_999;

/** Mounts the tickets of contacts and organisations. */
export function mountContactTickets(mount: Mount): void {
  mountInWorkspace(mount, contactTicketRoutes, {
    ofContact: async (ctx, { params, query }) => {
      await contactById(ctx, params.id);
      return ticketsOf(ctx, 'contact_id', params.id, query);
    },
    ofOrganisation: async (ctx, { params, query }) => {
      await refuseUnknownOrganisation(ctx, params.id);
      return ticketsOf(ctx, 'organisation_id', params.id, query);
    },
  });
}

/** One page, newest first, with the cursor of the next and how many there are. @throws Invalid for a cursor of others */
async function ticketsOf(
  ctx: Ctx,
  column: 'contact_id' | 'organisation_id',
  id: string,
  { after, limit, withoutContact }: Page,
) {
  const others = withoutContact ? sql`and tickets.contact_id <> ${withoutContact}` : sql``;
  const among = sql<SqlBool>`tickets.workspace_id = ${ctx.workspaceId} and tickets.${sql.ref(column)} = ${id} ${others} and ${withinReach(ctx)}`;
  let select = ctx.tx
    .selectFrom('tickets')
    .select(['id', 'number', 'subject', 'status', 'received_at', 'last_message_at'])
    .select(['requester_name', 'assignee_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(among)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (after) {
    const [at = '', last = ''] = after.split('_');
    if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(last))
      throw invalid('invalid', { fields: { after: 'cursor' } });
    select = select.where(sql<SqlBool>`(received_at, id) < (${new Date(at)}::timestamptz, ${last}::uuid)`);
  }
  const rows = await select.execute();
  const counted = await sql<{ n: number }>`
    select count(*) as n from (select from tickets where ${among} limit ${sql.lit(countLimit)}) x`.execute(
    ctx.tx,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    tickets: page.map(
      (row): z.input<typeof ticketOfContact> => ({
        id: row.id,
        number: row.number,
        subject: row.subject,
        status: row.status,
        receivedAt: row.received_at.toISOString(),
        lastMessageAt: row.last_message_at.toISOString(),
        requesterName: row.requester_name,
        assigneeId: row.assignee_id,
      }),
    ),
    next: rows.length > limit && last ? `${last.received_at.toISOString()}_${last.id}` : null,
    total: counted.rows[0]!.n,
  };
}
