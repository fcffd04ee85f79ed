import type { Status } from '../../../../contract/fields.ts';
import type { Ctx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { changeTicket, statusAfterCustomer, type Ticket } from '../../tickets/index.ts';
import { addFiles } from '../files.ts';
import { type Incoming, insertReceived } from '../receive.ts';

/**
 * Takes in what a third party answered: a note of the ticket, in its side conversation. A ticket that stood aside or was
 * solved is open again, since there is something to read; one that waits for the customer goes on waiting.
 */
export async function receiveAside(
  ctx: Ctx,
  side: { sideId: string; ticketId: string },
  incoming: Incoming,
): Promise<{ ticketId: string; messageId: string }> {
  const { sideId, ticketId } = side;
  const messageId = newId();
  await changeTicket(ctx, ticketId, before => ({
    kind: 'message.side-answered',
    facts: { messageId, sideId },
    set: {
      ...standingAgain(before),
      message_count: before.message_count + 1,
      has_files: before.has_files || incoming.files.some(file => !file.isInline),
    },
  }));
  const { name, email } = incoming.sender;
  await insertReceived(ctx, { ticketId, messageId, kind: 'note', sideId }, incoming, {
    id: null,
    name: name || email || '—',
  });
  await addFiles(ctx, { ticketId, messageId }, incoming.files);
  return { ticketId, messageId };
}

function standingAgain(ticket: Ticket): { status?: Status; resolved_at?: null } {
  if (ticket.status === 'on_hold')
    return { status: ticket.status_before_hold ?? statusAfterCustomer(ticket) };
  return ticket.status === 'resolved' ? { status: statusAfterCustomer(ticket), resolved_at: null } : {};
}
