import { sendingRoutes } from '../../../contract/routes/sending.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { knownTicketId, ticketDetailOf, ticketIdOf } from '../tickets/index.ts';
import { sendOutgoingNow } from './commit-outgoing.ts';
import { messageReply } from './conversation.ts';
import { draftIsSent } from './drafts/index.ts';
import { rescheduleReply, scheduleReply, withdrawReply } from './outgoing.ts';
import { outgoingReplies } from './outgoing-replies.ts';
import { recipientChoices } from './recipients.ts';

/** Mounts what stands between Send and the outbox. */
export function mountSending(mount: Mount, platform: Platform): void {
  const { secrets } = platform;
  const one = async (ctx: Ctx, id: string) => {
    const [found] = await outgoingReplies(ctx, secrets, { id });
    if (!found) throw notFound();
    return found;
  };

  mountInWorkspace(mount, sendingRoutes, {
    recipients: async (ctx, { params }) => recipientChoices(ctx, await knownTicketId(ctx, params.ticket)),
    list: async (ctx, { params }) => {
      const ticketId = await knownTicketId(ctx, params.ticket);
      return { outgoing: await outgoingReplies(ctx, secrets, { ticketId }) };
    },
    mine: async ctx => ({ outgoing: await outgoingReplies(ctx, secrets, { authorId: ctx.actor.id! }) }),
    schedule: async (ctx, { params, body }) => {
      const ticketId = await ticketIdOf(ctx, params.ticket);
      const id = await scheduleReply(ctx, secrets, ticketId, body);
      await draftIsSent(ctx, platform, { ticketId, mode: 'reply' }, body.html);
      return one(ctx, id);
    },
    reschedule: async (ctx, { params, body }) => {
      await rescheduleReply(ctx, params.id, body);
      return one(ctx, params.id);
    },
    sendNow: async (ctx, { params, body }) => {
      const { ticketId, messageId } = await sendOutgoingNow(ctx, params.id, body.seenMessageId);
      return {
        message: await messageReply(ctx, secrets, messageId),
        ticket: await ticketDetailOf(ctx, ticketId),
      };
    },
    withdraw: async (ctx, { params }) => {
      const before = await one(ctx, params.id);
      await withdrawReply(ctx, params.id);
      return before;
    },
  });
}
