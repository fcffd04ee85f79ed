// The map from what the outside knows to a workspace. Mail addresses belong to one mailbox of the whole installation.
import './tables.ts';
import type { Ctx } from '../../platform/db/index.ts';
import { conflict, isDuplicate } from '../../platform/errors/index.ts';

/** Gives an address to a mailbox. @throws Conflict address-taken, whosever it is: the answer tells nothing more (S17) */
export async function claimAddress(ctx: Ctx, address: string, mailboxId: string): Promise<void> {
  await ctx.tx
    .insertInto('directory')
    .values({ kind: 'address', key: address, workspace_id: ctx.workspaceId, target_id: mailboxId })
    .execute()
    .catch(error => {
      throw isDuplicate(error, 'directory_pkey') ? conflict('address-taken') : error;
    });
}

/** Takes its address from a mailbox of this workspace. */
export async function releaseAddress(ctx: Ctx, mailboxId: string): Promise<void> {
  await ctx.tx
    .deleteFrom('directory')
    .where('kind', '=', 'address')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('target_id', '=', mailboxId)
    .execute();
}
