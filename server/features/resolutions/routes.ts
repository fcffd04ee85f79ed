import { resolutionRoutes } from '../../../contract/routes/resolutions.ts';
import { knownTicketId } from '../../desk/tickets/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { resolutionOf, saveResolution } from './resolution.ts';
import { similarResolved } from './similar.ts';

export function mountResolutions(mount: Mount): void {
  mountInWorkspace(mount, resolutionRoutes, {
    get: async (ctx, { params }) => resolutionOf(ctx, await knownTicketId(ctx, params.ticket)),
    save: async (ctx, { params, body }) => {
      const ticketId = await knownTicketId(ctx, params.ticket);
      await saveResolution(ctx, ticketId, body);
      return resolutionOf(ctx, ticketId);
    },
    similar: async (ctx, { params }) => ({
      tickets: await similarResolved(ctx, await knownTicketId(ctx, params.ticket)),
    }),
  });
}
