import { cannedRoutes } from '../../../contract/routes/canned.ts';
import type { Secrets } from '../../platform/crypto/index.ts';
import { type Mount, mountInWorkspace } from '../../platform/http/index.ts';
import { addCannedReply, cannedRepliesOf, countUse, editCannedReply, removeCannedReply } from './canned.ts';

/** Mounts the endpoints of canned replies. */
export function mountAnswers(mount: Mount, { secrets }: { secrets: Secrets }): void {
  mountInWorkspace(mount, cannedRoutes, {
    list: async ctx => ({ replies: await cannedRepliesOf(ctx) }),
    add: (ctx, { body }) => addCannedReply(ctx, secrets, body),
    edit: (ctx, { params, body }) => editCannedReply(ctx, secrets, params.id, body),
    remove: (ctx, { params }) => removeCannedReply(ctx, params.id),
    use: (ctx, { params }) => countUse(ctx, params.id),
  });
}
