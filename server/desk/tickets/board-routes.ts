import { boardRoutes } from '../../../contract/routes/board.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { boardColumnOf, boardOf } from './board.ts';
import { moveToColumn } from './board-move.ts';
import { ticketDetailOf } from './detail.ts';
import { deescalate } from './escalation.ts';
import { feedOf } from './feed.ts';
import type { Matching } from './list-filters.ts';
import { ticketIdOf } from './ticket.ts';
import { undo } from './undo.ts';

type Escalate = (ctx: Ctx, ticketId: string, input: { agentId: string; reason: string }) => Promise<unknown>;

/** Mounts board, feed, escalation and undo. How a text is matched and a reason is written down is handed in from server/. */
export function mountBoard(mount: Mount, parts: { matching: Matching; escalate: Escalate }): void {
  const changed = async (ctx: Ctx, ref: string, command: (ticketId: string) => Promise<unknown>) => {
    const ticketId = await ticketIdOf(ctx, ref);
    await command(ticketId);
    return ticketDetailOf(ctx, ticketId, true);
  };
  mountInWorkspace(mount, boardRoutes, {
    board: (ctx, { query }) => boardOf(ctx, query, parts.matching),
    boardColumn: (ctx, { params, query }) => boardColumnOf(ctx, params.column, query, parts.matching),
    feed: (ctx, { query }) => feedOf(ctx, query),
    moveCard: (ctx, { params, body }) =>
      changed(ctx, params.ticket, id => moveToColumn(ctx, id, body.column)),
    escalate: (ctx, { params, body }) => changed(ctx, params.ticket, id => parts.escalate(ctx, id, body)),
    deescalate: (ctx, { params }) => changed(ctx, params.ticket, id => deescalate(ctx, id)),
    undo: (ctx, { params, body }) => changed(ctx, params.ticket, id => undo(ctx, id, body.eventId)),
  });
}
