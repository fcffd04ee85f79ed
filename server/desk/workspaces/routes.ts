import type { Reply } from '../../../contract/route.ts';
import { workspaceRoutes } from '../../../contract/routes/workspaces.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { addFolder, removeFolder, renameFolder } from './folders.ts';
import { addSegment, editSegment, removeSegment } from './segments.ts';
import { editTicketSettings } from './ticket-settings.ts';
import { addType, editType, removeType } from './types.ts';
import { editWorkspace } from './workspace.ts';

type Desk = Reply<typeof workspaceRoutes.desk>;

/** Mounts the workspace's endpoints. `readDesk` is composed in server/, since it asks rooms further right. */
export function mountWorkspaces(mount: Mount, readDesk: (ctx: Ctx) => Promise<Desk>): void {
  mountInWorkspace(mount, workspaceRoutes, {
    desk: ctx => readDesk(ctx),
    edit: (ctx, { body }) => editWorkspace(ctx, body),
    editTicketSettings: (ctx, { body }) => editTicketSettings(ctx, body),
    addFolder: (ctx, { body }) => addFolder(ctx, body.name),
    renameFolder: (ctx, { params, body }) => renameFolder(ctx, params.id, body.name),
    addType: (ctx, { body }) => addType(ctx, body),
    editType: (ctx, { params, body }) => editType(ctx, params.id, body),
    removeType: (ctx, { params }) => removeType(ctx, params.id),
    addSegment: (ctx, { body }) => addSegment(ctx, body),
    editSegment: (ctx, { params, body }) => editSegment(ctx, params.id, body),
    removeSegment: (ctx, { params }) => removeSegment(ctx, params.id),
    removeFolder: (ctx, { params }) => removeFolder(ctx, params.id),
  });
}
