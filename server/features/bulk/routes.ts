import { bulkRoutes } from '../../../contract/routes/bulk.ts';
import type { Matching } from '../../desk/tickets/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { bulkChangeById, bulkChangesOf, failuresOf } from './progress.ts';
import { startBulk, startUndo } from './start.ts';

/** Mounts changes of many tickets. How a text is matched is handed in from server/. */
export function mountBulk(mount: Mount, matching: Matching): void {
  mountInWorkspace(mount, bulkRoutes, {
    start: async (ctx, { body }) => bulkChangeById(ctx, await startBulk(ctx, body, matching)),
    mine: async ctx => ({ changes: await bulkChangesOf(ctx) }),
    failures: (ctx, { params, query }) => failuresOf(ctx, params.id, query.after),
    undo: async (ctx, { params }) => bulkChangeById(ctx, await startUndo(ctx, params.id)),
  });
}
