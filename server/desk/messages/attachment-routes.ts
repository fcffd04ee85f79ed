import { attachmentRoutes } from '../../../contract/routes/attachments.ts';
import { type Mount, mountInWorkspace, mountTransfers } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { ticketDetailOf, ticketIdOf } from '../tickets/index.ts';
import { addToTicket, attachmentsOf, removeFromTicket } from './attachments.ts';
import { filesOfTicket } from './files.ts';
import { zipOf } from './zip.ts';

/** Mounts the Attachments tab (ZOH-17, ZOH-18). */
export function mountAttachments(mount: Mount, { secrets, storage }: Platform): void {
  mountInWorkspace(mount, attachmentRoutes, {
    list: async (ctx, { params }) => {
      const { id } = await ticketDetailOf(ctx, await ticketIdOf(ctx, params.ticket));
      return { files: await attachmentsOf(ctx, secrets, id) };
    },
    add: async (ctx, { params, body }) => {
      const ticketId = await ticketIdOf(ctx, params.ticket);
      await addToTicket(ctx, ticketId, body.fileIds);
      return ticketDetailOf(ctx, ticketId);
    },
    remove: (ctx, { params }) => removeFromTicket(ctx, params.id),
  });
  mountTransfers(mount, attachmentRoutes, {
    zip: async (visit, { params }) => {
      const { number, files } = await visit.run(async ctx => {
        const ticket = await ticketDetailOf(ctx, await ticketIdOf(ctx, params.ticket));
        return { number: ticket.number, files: await filesOfTicket(ctx, ticket.id) };
      });
      const zip = zipOf(
        files.map(file => ({ ...file, storageKey: file.storage_key, at: file.created_at })),
        storage,
      );
      return visit.reply
        .header('content-disposition', `attachment; filename="ticket-${number}.zip"`)
        .type('application/zip')
        .send(zip);
    },
  });
}
