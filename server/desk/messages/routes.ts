import { messageRoutes } from '../../../contract/routes/messages.ts';
import { moveRoutes } from '../../../contract/routes/moves.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { ticketDetailOf, ticketIdOf } from '../tickets/index.ts';
import { conversationOf, messageReply } from './conversation.ts';
import { draftIsSent, mountDrafts } from './drafts/index.ts';
import { moveBack, moveMessage } from './move.ts';
import { writeNote } from './note.ts';
import { reply } from './reply.ts';
import { sendAgain, sendElsewhere } from './send-anew.ts';
import { mountSide } from './side/index.ts';
import { mountMessageTransfers } from './transfers.ts';

/** Mounts the endpoints of conversations. */
export function mountMessages(mount: Mount, platform: Platform): void {
  const { secrets } = platform;
  const both = async (ctx: Ctx, ticketId: string, messageId: string) => ({
    message: await messageReply(ctx, secrets, messageId),
    ticket: await ticketDetailOf(ctx, ticketId),
  });

  mountInWorkspace(mount, messageRoutes, {
    list: async (ctx, { params, query }) =>
      conversationOf(ctx, secrets, await ticketIdOf(ctx, params.ticket), query.before),
    reply: async (ctx, { params, body }) => {
      const ticketId = await ticketIdOf(ctx, params.ticket);
      const messageId = await reply(ctx, secrets, ticketId, body);
      await draftIsSent(ctx, platform, { ticketId, mode: 'reply' }, body.html);
      return both(ctx, ticketId, messageId);
    },
    note: async (ctx, { params, body }) => {
      const ticketId = await ticketIdOf(ctx, params.ticket);
      const messageId = await writeNote(ctx, secrets, ticketId, body);
      await draftIsSent(ctx, platform, { ticketId, mode: 'note' }, body.html);
      return both(ctx, ticketId, messageId);
    },
    retryDelivery: (ctx, { params }) => sendAgain(ctx, params.id),
    sendElsewhere: (ctx, { params, body }) => sendElsewhere(ctx, params.id, body.address),
  });
  mountInWorkspace(mount, moveRoutes, {
    move: (ctx, { params, body }) => moveMessage(ctx, params.id, body.to, body.joins),
    moveBack: (ctx, { params, body }) => moveBack(ctx, params.id, body.eventId),
  });
  mountDrafts(mount, platform);
  mountSide(mount, platform);
  mountMessageTransfers(mount, platform);
}
