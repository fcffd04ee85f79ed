import type { Input } from '../../../../contract/route.ts';
import { sideRoutes } from '../../../../contract/routes/side.ts';
import { type Mount, mountInWorkspace, mountTransfers } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { ticketDetailOf, ticketIdOf } from '../../tickets/index.ts';
import { fileReply, messageReply } from '../conversation.ts';
import { draftIsSent } from '../drafts/index.ts';
import { linksFor } from '../rich-text.ts';
import { copyFiles } from './copy-files.ts';
import { sendAside } from './send.ts';

/** Mounts the endpoints of side conversations. */
export function mountSide(mount: Mount, platform: Platform): void {
  const { secrets } = platform;
  const { copyFiles: copying, ...others } = sideRoutes;
  mountInWorkspace(mount, others, {
    send: async (ctx, { params, body }) => {
      const ticketId = await ticketIdOf(ctx, params.ticket);
      const messageId = await sendAside(ctx, secrets, ticketId, body);
      await draftIsSent(ctx, platform, { ticketId, mode: 'side' }, body.html);
      return {
        message: await messageReply(ctx, secrets, messageId),
        ticket: await ticketDetailOf(ctx, ticketId),
      };
    },
  });
  // Copies bytes, so it opens its own transactions.
  mountTransfers(
    mount,
    { copyFiles: copying },
    {
      copyFiles: async (visit, { params, body }: Input<typeof copying>) => {
        const ticketId = await visit.run(ctx => ticketIdOf(ctx, params.ticket));
        const copies = await copyFiles(visit.run, platform.storage, ticketId, body.fileIds);
        return visit.run(async ctx => {
          const link = linksFor(ctx, secrets);
          return { files: copies.map(one => fileReply(one, link)) };
        });
      },
    },
  );
}
