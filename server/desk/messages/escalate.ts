import type { Secrets } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { activeAgent } from '../people/index.ts';
import { changeTicket, escalatingTo } from '../tickets/index.ts';
import { htmlOfText } from './text.ts';
import { insertWritten, prepare } from './written.ts';

/**
 * Escalates a ticket to an agent by hand, one level up (D-02, QCX-17). The reason is written as an internal note in the
 * same step: one event tells both. Gives the message's id.
 * @throws NotFound, Invalid agent-not-available or empty-message, Conflict ticket-locked
 */
export async function escalate(
  ctx: Ctx,
  secrets: Secrets,
  ticketId: string,
  input: { agentId: string; reason: string },
): Promise<string> {
  const written = await prepare(ctx, secrets, { html: htmlOfText(input.reason), fileIds: [] });
  const messageId = newId();
  await changeTicket(ctx, ticketId, async before => {
    // Asked once the ticket is known to be there: what may not be seen answers as what does not exist. Whoever works
    // here may be asked, also across teams and folders: being asked lets them see the ticket (withinReach).
    await activeAgent(ctx, input.agentId);
    return {
      kind: 'ticket.escalated',
      facts: { messageId },
      set: {
        ...escalatingTo(before, input.agentId, ctx.now),
        message_count: before.message_count + 1,
      },
    };
  });
  await insertWritten(ctx, { ticketId, messageId, kind: 'note', to: [] }, written);
  return messageId;
}
