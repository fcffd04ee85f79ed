import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { invalid } from '../../platform/errors/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { queueDelivery } from '../../platform/outbox/index.ts';
import {
  changeTicket,
  refuseLocked,
  type SettableStatus,
  settingStatus,
  type Ticket,
} from '../tickets/index.ts';
import { previewOf } from './text.ts';
import { hasAttached, insertWritten, prepare, type Written } from './written.ts';

/**
 * Answers the customer: message, event, new status (pending unless said otherwise: LUM-03) and the mail in the outbox,
 * all in one transaction. Gives the message's id.
 * @throws NotFound, Conflict ticket-locked, Invalid empty-message, no-recipient or of the files
 */
export async function reply(
  ctx: Ctx,
  secrets: Secrets,
  ticketId: string,
  input: { html: string; fileIds: string[]; status: SettableStatus },
): Promise<string> {
  const written = await prepare(ctx, secrets, input);
  const messageId = newId();
  const { ticket, eventId } = await changeTicket(ctx, ticketId, before => {
    refuseLocked(before);
    if (!before.requester_email) throw invalid('no-recipient');
    const status = input.status === 'new' ? 'open' : input.status;
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
  await insertWritten(ctx, { ticketId, messageId, kind: 'public', to: [ticket.requester_email!] }, written);
  await queueDelivery(ctx, {
    purpose: 'reply',
    recipient: ticket.requester_email!,
    ticketId,
    messageId,
    eventId,
    mailboxId: ticket.mailbox_id,
  });
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
