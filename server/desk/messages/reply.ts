import type { Recipients } from '../../../contract/routes/reply-body.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import {
  acceptParticipants,
  changeTicket,
  refuseLocked,
  type SettableStatus,
  settingStatus,
  type Ticket,
} from '../tickets/index.ts';
import { refuseNewer } from './newer.ts';
import { recipientsOf } from './recipients.ts';
import { previewOf } from './text.ts';
import { hasAttached, insertWritten, prepare, type Written } from './written.ts';

export interface ReplyWish {
  status: SettableStatus;
  /** Without them: the requester, with those who took part so far in copy. */
  recipients?: Recipients;
  /** The newest public message that the writer has seen; null for none, undefined where nothing is to be compared. */
  seenMessageId?: string | null;
}

/**
 * Answers the customer: message, event, new status (pending unless said otherwise: LUM-03) and the mails in the outbox,
 * one for each recipient, all in one transaction. Gives the message's id.
 * @throws NotFound, Conflict ticket-locked or newer-message, Invalid empty-message, no-recipient, recipient-is-mailbox or
 * of the files
 */
export async function reply(
  ctx: Ctx,
  secrets: Secrets,
  ticketId: string,
  input: ReplyWish & { html: string; fileIds: string[] },
): Promise<string> {
  return sendWritten(ctx, ticketId, await prepare(ctx, secrets, input), input);
}

/** The same for what is written and stored already. */
export async function sendWritten(
  ctx: Ctx,
  ticketId: string,
  written: Written,
  wish: ReplyWish,
): Promise<string> {
  const messageId = newId();
  let recipients: Recipients = { to: [], cc: [], bcc: [] };
  const { ticket, eventId } = await changeTicket(ctx, ticketId, async before => {
    refuseLocked(before);
    await refuseNewer(ctx, ticketId, wish.seenMessageId);
    recipients = await recipientsOf(ctx, before, wish.recipients);
    const status = wish.status === 'new' ? 'open' : wish.status;
    return {
      kind: 'message.replied',
      facts: { messageId },
      set: {
        ...settingStatus(status, ctx.now),
        waiting_since: null,
        first_replied_at: before.first_replied_at ?? ctx.now,
        ...afterMessage(ctx, before, written),
      },
    };
  });
  await insertWritten(ctx, { ticketId, messageId, kind: 'public', ...recipients }, written);
  const { to, cc, bcc } = recipients;
  if (wish.recipients)
    await acceptParticipants(
      ctx,
      ticketId,
      [...to, ...cc].filter(address => address !== ticket.requester_email),
    );
  for (const recipient of [...to, ...cc, ...bcc]) {
    await queueDelivery(ctx, {
      purpose: 'reply',
      recipient,
      ticketId,
      messageId,
      eventId,
      mailboxId: ticket.mailbox_id,
    });
  }
  return messageId;
}

function afterMessage(ctx: Ctx, before: Ticket, written: Written) {
  return {
    last_message_at: ctx.now,
    message_count: before.message_count + 1,
    has_files: before.has_files || hasAttached(written),
    preview: previewOf(written.text),
  };
}
