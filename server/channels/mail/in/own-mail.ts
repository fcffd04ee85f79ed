import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { readThreadToken, verifyThreadToken } from '../out/thread-token.ts';
import type { ReadMail } from '../reading/index.ts';
import { mailboxAt } from './recipients.ts';

/**
 * Whether a mail is one that this workspace sent and that came back to it: its Message-ID is a token of ours that
 * verifies, and it comes from an address of a mailbox. Anything less may be a person's, and gets a ticket.
 */
export async function isOwnMail(ctx: Ctx, secrets: Secrets, mail: ReadMail): Promise<boolean> {
  const token = readThreadToken(mail.messageId ?? '');
  if (!token) return false;
  const delivery = await ctx.tx
    .selectFrom('deliveries')
    .select(['ticket_id', 'recipient'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', token.deliveryId)
    .executeTakeFirst();
  if (!delivery?.ticket_id) return false;
  const thread = {
    workspaceId: ctx.workspaceId,
    ticketId: delivery.ticket_id,
    deliveryId: token.deliveryId,
    recipient: delivery.recipient,
  };
  return verifyThreadToken(secrets, thread, token.mac) && (await mailboxAt(ctx.tx, mail.from.address)) !== null;
}
