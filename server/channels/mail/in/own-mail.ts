import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { isOwnLoopMark, loopHeader } from '../out/loop-mark.ts';
import { readThreadToken, verifyThreadToken } from '../out/thread-token.ts';
import type { ReadMail } from '../reading/index.ts';
import { rawHeaders } from './raw-content.ts';
import { mailboxAt } from './recipients.ts';

/**
 * Whether a mail is one that this workspace sent and that came back to it: its loop mark, or its Message-ID, is one that
 * only we can make, for a delivery of this workspace, and it comes from an address of a mailbox. Anything less may be a
 * person's, and gets a ticket; so does what another workspace of this installation writes. The mark is read from the raw
 * mail, since the reader is given no header of our namespace (S8).
 */
export async function isOwnMail(ctx: Ctx, secrets: Secrets, mail: ReadMail, raw: Buffer): Promise<boolean> {
  const mark = rawHeaders(raw).get(loopHeader.toLowerCase()) ?? '';
  const token = readThreadToken(mail.messageId ?? '');
  const isMarked = isOwnLoopMark(secrets, mark);
  const deliveryId = isMarked ? mark.split('.')[0]!.trim() : token?.deliveryId;
  if (!deliveryId) return false;
  const delivery = await ctx.tx
    .selectFrom('deliveries')
    .select(['ticket_id as ticketId', 'recipient'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', deliveryId)
    .executeTakeFirst();
  if (!delivery || !(await mailboxAt(ctx.tx, mail.from.address))) return false;
  if (isMarked) return true;
  const { ticketId, recipient } = delivery;
  if (!ticketId) return false;
  return verifyThreadToken(
    secrets,
    { workspaceId: ctx.workspaceId, ticketId, deliveryId, recipient },
    token!.mac,
  );
}
