// One mail to two mailboxes of a workspace is one message with two sources.
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/db/index.ts';
import type { WaitingMail } from './waiting-mail.ts';

/**
 * The message that the same mail has become by another mailbox of this workspace; null when this is the first of them.
 * Two of them that are filed at once wait for one another until the transaction ends. Without a Message-ID mails are
 * never taken for one: two people may well write the same words.
 */
export async function sameMailElsewhere(
  ctx: Ctx,
  mail: Pick<WaitingMail, 'id' | 'message_id' | 'content_hash'>,
): Promise<{ ticketId: string; messageId: string } | null> {
  if (mail.message_id === '') return null;
  const key = `${ctx.workspaceId} ${mail.message_id}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 7))`.execute(ctx.tx);
  // By way of the mailboxes, since the key of what was taken in begins with them.
  const { rows } = await sql<{ ticketId: string; messageId: string }>`
    select m.ticket_id as "ticketId", m.id as "messageId" from mailboxes b
    join raw_mails r on r.workspace_id = b.workspace_id and r.mailbox_id = b.id
      and r.message_id = ${mail.message_id} and r.content_hash = ${mail.content_hash}
    join messages m on m.workspace_id = r.workspace_id and m.id = r.filed_message_id
    where b.workspace_id = ${ctx.workspaceId} and r.id <> ${mail.id}
    order by r.id limit 1`.execute(ctx.tx);
  return rows[0] ?? null;
}
