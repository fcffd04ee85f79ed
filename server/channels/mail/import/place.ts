// Which ticket a mail of an archive belongs to. Nothing in an archive is signed by us, so what S5 asks of living mail
// cannot be asked here; instead a mail goes on only in a ticket that an import has made, and only where its sender has
// already taken part: who merely names another's mail gets a ticket of their own with a hint.
import './tables.ts';
import { sql } from 'kysely';
import type { Hint } from '../../../desk/tickets/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import type { ReadMail } from '../reading/index.ts';

const mostIds = 30;

/** The ticket to join, or the hint for a new one. `isOurs`: the desk itself wrote it. */
export async function placeOfImported(
  ctx: Ctx,
  mail: ReadMail,
  isOurs: boolean,
): Promise<{ joins: string | null; hint: Hint | null }> {
  const ids = [mail.inReplyTo, ...mail.references.toReversed()]
    .filter(id => id)
    .slice(0, mostIds) as string[];
  if (ids.length === 0) return { joins: null, hint: null };
  const rows = await ctx.tx
    .selectFrom('messages')
    .innerJoin('mail_import_mails as m', join =>
      join.onRef('m.workspace_id', '=', 'messages.workspace_id').onRef('m.message_id', '=', 'messages.id'),
    )
    .innerJoin('tickets', join =>
      join
        .onRef('tickets.workspace_id', '=', 'messages.workspace_id')
        .onRef('tickets.id', '=', 'messages.ticket_id'),
    )
    .select(['messages.message_id', 'tickets.id', 'tickets.number'])
    .where('messages.workspace_id', '=', ctx.workspaceId)
    .where('messages.message_id', 'in', ids)
    .limit(mostIds)
    .execute();
  const parent = ids.flatMap(id => rows.filter(row => row.message_id === id))[0];
  if (!parent) return { joins: null, hint: null };
  if (isOurs || (await hasTakenPart(ctx, parent.id, mail.from.address)))
    return { joins: parent.id, hint: null };
  return { joins: null, hint: { code: 'claims-reply', ticketNumber: parent.number } };
}

/** Whether an address wrote in a ticket, or was written to. */
async function hasTakenPart(ctx: Ctx, ticketId: string, address: string): Promise<boolean> {
  const wanted = address.toLowerCase();
  const { rows } = await sql<{ found: boolean }>`select true as found from messages
    where workspace_id = ${ctx.workspaceId} and ticket_id = ${ticketId} and kind = 'public'
      and (author_email = ${wanted} or exists (
        select from jsonb_array_elements_text((recipients -> 'to') || (recipients -> 'cc')) a
        where lower(a) = ${wanted}))
    limit 1`.execute(ctx.tx);
  return rows.length > 0;
}
