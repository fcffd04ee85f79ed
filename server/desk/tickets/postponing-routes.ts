import { postponingRoutes } from '../../../contract/routes/postponing.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { ticketDetailOf } from './detail.ts';
import { postpone, wake } from './postponing.ts';
import { ticketIdOf } from './ticket.ts';

type Note = (ctx: Ctx, ticketId: string, text: string) => Promise<unknown>;

/** Mounts postponing. Handed in from server/: how a note is written, which is a message's business. */
export function mountPostponing(mount: Mount, parts: { note: Note }): void {
  mountInWorkspace(mount, postponingRoutes, {
    postpone: async (ctx, { params, body }) => {
      const ticketId = await ticketIdOf(ctx, params.ticket);
      await postpone(ctx, ticketId, new Date(body.until));
      if (body.reason) await parts.note(ctx, ticketId, body.reason);
      return ticketDetailOf(ctx, ticketId);
    },
    wake: async (ctx, { params }) => {
      const ticketId = await ticketIdOf(ctx, params.ticket);
      await wake(ctx, ticketId);
      return ticketDetailOf(ctx, ticketId);
    },
  });
}
