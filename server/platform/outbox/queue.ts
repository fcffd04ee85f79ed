// The outbox: a mail is a row written in the transaction of what it tells about, and a job that sends it afterwards.
import type { Ctx } from '../db/index.ts';
import { newId } from '../ids/index.ts';
import { enqueue } from '../jobs/index.ts';

export interface NewDelivery {
  purpose:
    | 'reply'
    | 'opening'
    | 'acknowledgement'
    | 'assignment'
    | 'customer-replied'
    | 'mention'
    | 'reply-held'
    | 'escalation'
    | 'agent-mail-refused'
    | 'undelivered'
    | 'mailbox-failing'
    | 'mailbox-working'
    | 'side'
    | 'side-answered'
    | 'invitation'
    | 'reset'
    | 'resolution'
    | 'activity-reminder'
    | 'approval-asked'
    | 'approval-settled';
  recipient: string;
  ticketId?: string | null;
  messageId?: string | null;
  /** With it, the same news goes to the same recipient once, however often this is called. */
  eventId?: string | null;
  mailboxId?: string | null;
  /** Values for the template; secrets among them must be sealed by the caller. */
  content?: Record<string, unknown>;
}

/** How often a delivery is tried, with growing pauses: some three days in all. */
export const maxTries = 22;

/** Writes a mail into the outbox. Gives its id, or null when this event has told this recipient already. */
export async function queueDelivery(ctx: Ctx, delivery: NewDelivery): Promise<string | null> {
  const id = newId();
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('deliveries')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      purpose: delivery.purpose,
      recipient: delivery.recipient.toLowerCase(),
      ticket_id: delivery.ticketId ?? null,
      message_id: delivery.messageId ?? null,
      event_id: delivery.eventId ?? null,
      mailbox_id: delivery.mailboxId ?? null,
      content: JSON.stringify(delivery.content ?? {}),
      state: 'queued',
      attempts: 0,
      detail: '',
      next_try_at: null,
    })
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'event_id', 'purpose', 'recipient'])
        .where('event_id', 'is not', null)
        .doNothing(),
    )
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return null;
  await enqueue(ctx.tx, [sendJob(ctx.workspaceId, id)]);
  return id;
}

/** The job that sends one delivery. A new one replaces one that has not begun. */
export function sendJob(workspaceId: string, deliveryId: string) {
  return {
    task: 'mail.send',
    payload: { workspaceId, deliveryId },
    key: `send:${deliveryId}`,
    maxAttempts: maxTries,
  };
}
