import type { Ctx } from '../../../platform/db/index.ts';
import type { MailMeans } from './material.ts';
import { messageIdHost, threadMessageId } from './thread-headers.ts';

/** The Message-IDs of the mails of a ticket that went to a recipient, by the message that they carried. */
export async function ownMessageIds(
  ctx: Ctx,
  { secrets, config }: MailMeans,
  { ticketId, recipient }: { ticketId: string; recipient: string },
): Promise<Map<string, string[]>> {
  const rows = await ctx.tx
    .selectFrom('deliveries')
    .leftJoin('mailboxes', join =>
      join
        .onRef('mailboxes.workspace_id', '=', 'deliveries.workspace_id')
        .onRef('mailboxes.id', '=', 'deliveries.mailbox_id'),
    )
    .select(['deliveries.id', 'deliveries.message_id', 'mailboxes.address'])
    .where('deliveries.workspace_id', '=', ctx.workspaceId)
    .where('deliveries.ticket_id', '=', ticketId)
    .where('deliveries.recipient', '=', recipient)
    .where('deliveries.purpose', 'in', ['reply', 'opening', 'side'])
    .orderBy('deliveries.id')
    .execute();
  const ids = new Map<string, string[]>();
  for (const { id, message_id, address } of rows) {
    if (!message_id) continue;
    const thread = { workspaceId: ctx.workspaceId, ticketId, deliveryId: id, recipient };
    const own = threadMessageId(secrets, thread, messageIdHost(address, config.publicUrl));
    ids.set(message_id, [...(ids.get(message_id) ?? []), own]);
  }
  return ids;
}
