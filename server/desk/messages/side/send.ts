// Words to somebody else than the customer about a ticket. They are a note of the ticket that is mailed: what is said here
// never reaches the customer, and the other one sees nothing of the ticket but what an agent wrote to them.
import type { SideBody } from '../../../../contract/routes/side.ts';
import type { Secrets } from '../../../platform/crypto/index.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { invalid, notFound } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { queueDelivery } from '../../../platform/outbox/index.ts';
import { changeTicket, isParticipant, type Ticket } from '../../tickets/index.ts';
import { recipientsOf } from '../recipients.ts';
import { hasAttached, insertWritten, prepare } from '../written.ts';

/**
 * Writes to third parties, in a new side conversation or, with `sideId`, in one of this ticket. The ticket's status stays.
 * Gives the message's id.
 * @throws NotFound; Invalid empty-message, recipient-is-mailbox, side-to-customer, or of the files
 */
export async function sendAside(
  ctx: Ctx,
  secrets: Secrets,
  ticketId: string,
  input: SideBody,
): Promise<string> {
  const written = await prepare(ctx, secrets, input);
  const messageId = newId();
  const sideId = input.sideId ?? newId();
  let recipients = { to: [] as string[], cc: [] as string[], bcc: [] as string[] };
  const { ticket, eventId } = await changeTicket(ctx, ticketId, async before => {
    recipients = await recipientsOf(ctx, before, { ...input.recipients, bcc: [] });
    await refuseCustomer(ctx, before, [...recipients.to, ...recipients.cc]);
    return {
      kind: 'message.side-sent',
      facts: { messageId, sideId },
      set: {
        message_count: before.message_count + 1,
        has_files: before.has_files || hasAttached(written),
      },
    };
  });
  if (input.sideId) await refuseForeign(ctx, ticketId, input.sideId);
  else await begin(ctx, ticketId, sideId, input.subject);
  await insertWritten(
    ctx,
    { ticketId, messageId, kind: 'note', sideId, subject: input.subject, ...recipients },
    written,
  );
  for (const recipient of [...recipients.to, ...recipients.cc])
    await queueDelivery(ctx, {
      ...{ purpose: 'side', recipient, ticketId, messageId, eventId },
      mailboxId: ticket.mailbox_id,
    });
  return messageId;
}

async function begin(ctx: Ctx, ticketId: string, id: string, subject: string): Promise<void> {
  await ctx.tx
    .insertInto('side_conversations')
    .values({
      ...{ workspace_id: ctx.workspaceId, id, ticket_id: ticketId, subject },
      ...{ created_by: ctx.actor.id!, created_at: ctx.now },
    })
    .execute();
}

/** The customer, and whoever is in their conversation, is answered in it: two threads with one person end in confusion. */
async function refuseCustomer(
  ctx: Ctx,
  ticket: Pick<Ticket, 'id' | 'requester_email'>,
  addresses: string[],
): Promise<void> {
  for (const address of addresses)
    if (address === ticket.requester_email?.toLowerCase() || (await isParticipant(ctx, ticket.id, address)))
      throw invalid('side-to-customer', { address });
}

async function refuseForeign(ctx: Ctx, ticketId: string, sideId: string): Promise<void> {
  const side = await ctx.tx
    .selectFrom('messages')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('side_id', '=', sideId)
    .where('ticket_id', '=', ticketId)
    .limit(1)
    .executeTakeFirst();
  if (!side) throw notFound();
}
